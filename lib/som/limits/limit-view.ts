/** Steps of a pharmacy's own limit: 75, 90 and 100 % of it. */
export const limitSteps = ['below', '75', '90', '100'] as const;
export type LimitStep = (typeof limitSteps)[number];

/** What a month may come to, by this pharmacy's own months. */
export interface MonthProjection {
  /** Dosage units at the end of the calendar month. */
  readonly units: number;
  /** `pattern`: from how the last months went on after this day; `linear`: this month so far, drawn out to its end. */
  readonly from: 'pattern' | 'linear';
}

/** A substance's month beside the limit that the pharmacy set for itself. No supplier's threshold, and none of DEA's. */
export interface LimitStanding {
  /** Dosage units a calendar month, as the pharmacy set it. */
  readonly limit: number;
  /** Dosage units of this calendar month over all suppliers, the order at hand included. */
  readonly units: number;
  /** `units` of `limit`: 0.75 for three quarters; above 1 where it is passed. */
  readonly share: number;
  readonly step: LimitStep;
  /** Null where too little is known to say. */
  readonly projected: (MonthProjection & { readonly step: LimitStep }) | null;
}
