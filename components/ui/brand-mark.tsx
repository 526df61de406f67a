/** The product's sign: a ring that a second hand's stroke closes. Same drawing as the toolbar icon. */
export function BrandMark({ size = 20 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className="brand-mark">
      <rect width="32" height="32" rx="7" fill="#0a5a64" />
      <path
        d="M23.6 8.2A11 11 0 1 0 26.6 18.6"
        fill="none"
        stroke="#fff"
        strokeWidth="3.2"
        strokeLinecap="round"
      />
      <path
        d="m10.6 16.2 4.6 4.6L27 8.6"
        fill="none"
        stroke="#9be3d6"
        strokeWidth="3.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
