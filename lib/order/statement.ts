import type { PlainDate } from '@/lib/base';

export const statementKinds = ['lost', 'cancellation', 'non-acceptance'] as const;
export type StatementKind = (typeof statementKinds)[number];

/** What one side declared to the other about an order, kept with it (21 CFR 1305.25, 1305.26). */
export interface Statement {
  readonly kind: StatementKind;
  readonly text: string;
  readonly signedBy: string;
  readonly date: PlainDate;
  /** Base64, where it was signed digitally; null where it is printed and signed by hand. */
  readonly cms: string | null;
}

/** A file that belongs to a record, kept in it. */
export interface StoredFile {
  readonly name: string;
  readonly type: string;
  readonly sha256: string;
  readonly base64: string;
}
