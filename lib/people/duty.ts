/**
 * `poa-departed`: a holder of a power of attorney left or lost it, and DEA's certification authority is told within 6 hours
 * (21 CFR 1311.45(a)); `key-compromised`: a key or its password was lost, stolen or known to others, and its holder asks for
 * revocation within 24 hours of substantiating it (21 CFR 1311.30(e)).
 */
export type DutyKind = 'poa-departed' | 'key-compromised';

/** Something that must be done outside of this product within hours, and is noted here when it was. */
export interface Duty {
  /** The kind and what it is about: `poa-departed:<person>:<time>`, `key-compromised:<certificate>`. */
  readonly id: string;
  readonly kind: DutyKind;
  /** Milliseconds since 1970. */
  readonly since: number;
  readonly dueAt: number;
  /** Name of the person whose authority or key it is. */
  readonly about: string;
  /** `at`: when it was done, by the account of `who`. */
  readonly done: { readonly at: number; readonly who: string; readonly note: string | null } | null;
}
