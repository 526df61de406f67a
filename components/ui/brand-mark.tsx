/** The product's sign, as in the toolbar: a ring, and the second hand's stroke that completes it. */
export function BrandMark({ size = 20 }: { readonly size?: number }) {
  return <img src="/icon/countersign.svg" width={size} height={size} alt="" />;
}
