import type { DraftParty } from '@/lib/order';
import type { ColumnRule, ReadingRules } from './rules';

/** Who described a portal: these came with the extension, or were made, brought in, or set by policy of the organisation. */
export const profileOrigins = ['built-in', 'user', 'imported', 'policy'] as const;
export type ProfileOrigin = (typeof profileOrigins)[number];

/** What is known about a supplier's portal: data, never code. */
export interface PortalProfile {
  readonly id: string;
  /** Host patterns as in match patterns' host part: `portal.example.com`, `*.example.com`, `localhost:4001`. */
  readonly hosts: readonly string[];
  readonly supplier: DraftParty;
  /** `integrated`: takes our signature (page API or field). `companion`: signs by itself, we track. */
  readonly mode: 'integrated' | 'companion';
  /** Where a signed order goes on the page; absent for page API and companion. */
  readonly deliverTo?: {
    readonly selector: string;
    readonly encoding: 'base64' | 'pem';
    /** `file`: a file input. Absent: a text field. */
    readonly kind?: 'field' | 'file';
  };
  /** The form in which this supplier takes orders; absent: CSOSOrder in XML. */
  readonly documentForm?: 'csos-xml' | 'x12-850';
  /** This supplier takes schedule II only in orders of its own. */
  readonly separateCii?: boolean;
  /** Titles or CSS selectors of the frames that orders live in. */
  readonly frames?: readonly string[];
  /** Where this portal shows what. */
  readonly reading?: ReadingRules;
  /** What the last teaching took the place of, for its undo; null: there were no rules. Absent: nothing to undo. */
  readonly taughtOver?: ReadingRules | null;
  /** Where counted quantities and their date go in the portal's receiving form. */
  readonly receiving?: { readonly quantity?: ColumnRule; readonly date?: ColumnRule };
  /** CSS selectors of the portal's own controls that submit an order. */
  readonly submits?: readonly string[];
  /** Absent: made here by a person. */
  readonly origin?: ProfileOrigin;
  /** False until a person confirmed that it reads this portal right. */
  readonly verified: boolean;
}
