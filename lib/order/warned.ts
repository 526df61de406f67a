/** What a warning said of one substance of an order. */
export interface WarnedOf {
  /** DEA drug code. */
  readonly code: string;
  readonly name: string;
  /** Tablets, capsules, millilitres; null where a package size isn't known. */
  readonly units: number | null;
  /** Milligrams of base drug. */
  readonly baseMg: number;
  readonly level: 'information' | 'caution' | 'stop';
}

/** A quantity of one substance that was warned of, and the smaller one that was signed within days after it. */
export interface LoweredQuantity {
  /** DEA drug code. */
  readonly code: string;
  readonly name: string;
  /** Units (tablets, capsules, millilitres) that were warned of, and those that were signed. */
  readonly fromUnits: number;
  readonly toUnits: number;
  /** Milliseconds. */
  readonly warnedAt: number;
  /** Why, in the signer's own words. */
  readonly reason: string;
}
