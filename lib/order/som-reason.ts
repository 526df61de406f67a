/** What may make an unusual order right (som.md 6), to pick from; each asks for its own specific. */
export const somReasonKinds = [
  'new-patients',
  'pharmacy-closed',
  'hospice-ltc',
  'shortage',
  'seasonal',
  'supplier-switch',
  'strength-shortage',
  'other',
] as const;
export type SomReasonKind = (typeof somReasonKinds)[number];

/** Why an unusual order is right, as somebody says it. */
export interface SomReasonGiven {
  readonly kind: SomReasonKind;
  /** The specific: which pharmacy, prescriber, contract or shortage; at least `limits.reasonMinLength` characters that say something. */
  readonly detail: string;
}
