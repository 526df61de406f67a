import type { Business } from '../book/business';
import type { CartLine } from '../book/cart';
import type { Catalogue } from '../book/catalogue';

/** What the portal hands to its verifying system (21 CFR 1311.55(c)). */
export interface Submission {
  /** The CMS SignedData as it arrived. */
  readonly base64: string;
  readonly supplier: Business;
  readonly customer: Business;
  readonly catalogue: Catalogue;
  /** What this customer has in its cart at this moment. */
  readonly cart: readonly CartLine[];
  isUsed(number: string, deaNumber: string): boolean;
}

/** Accepted when there are no reasons against it. Reasons are whole sentences. */
export interface Verdict {
  readonly reasons: readonly string[];
  /** Null where the number can't be read. */
  readonly number: string | null;
  readonly date: string | null;
}

export type Verify = (submission: Submission) => Promise<Verdict>;
