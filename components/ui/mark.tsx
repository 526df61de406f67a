/** What a mark says; each shape differs without colour. */
export type Tone = 'information' | 'caution' | 'stop' | 'unchecked' | 'good' | 'quiet';

const SHAPES = {
  information: <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  caution: (
    <>
      <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.8" />
      <path d="M6 1.4a4.6 4.6 0 0 0 0 9.2z" fill="currentColor" />
    </>
  ),
  stop: <circle cx="6" cy="6" r="5.5" fill="currentColor" />,
  unchecked: (
    <circle
      cx="6"
      cy="6"
      r="4.8"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeDasharray="2 1.77"
    />
  ),
  good: (
    <path d="m1.5 6.5 3 3 6-7" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="square" />
  ),
  quiet: <path d="M2 6h8" stroke="currentColor" strokeWidth="2" />,
} as const satisfies Record<Tone, React.ReactNode>;

/** The shape of a level: ○ information, ◐ caution, ● stop, ◌ not checked. Always stands beside its word. */
export function Mark({ tone }: { readonly tone: Tone }) {
  return (
    <svg className={`mark tone-${tone}`} viewBox="0 0 12 12" aria-hidden="true">
      {SHAPES[tone]}
    </svg>
  );
}
