import type { OrderNumber, PlainDate } from '@/lib/base';

/** One order of a substance at one supplier: what a day's lines add up to. Days are counted from 1970-01-01. */
export interface HistoryOrder {
  readonly day: number;
  readonly baseMg: number;
}

/**
 * A substance's past up to a day, over all suppliers, as `lib/som` compares with it (its `SubstancePast`): of one size
 * whatever its age, and read at a cost that doesn't grow with it.
 */
export interface SubstanceHistory {
  /** Day of the last slot of the arrays. */
  readonly today: number;
  /** Milligrams of base drug a day, returns taken off; `HISTORY_DAYS` long, oldest first. */
  readonly mg: Float64Array;
  /** Orders a day, each supplier's day one order; as long. Returns are none. */
  readonly orders: Uint16Array;
  /** Up to 40, oldest first, from whenever they are. */
  readonly last: readonly HistoryOrder[];
  /** Day of the very first order; NaN where there is none. */
  readonly firstDay: number;
  /** Orders ever. */
  readonly count: number;
  /** Suppliers that it was ordered from, ever. */
  readonly suppliers: number;
  /** Strengths ever bought, in milligrams a unit; ascending. */
  readonly strengthsMg: readonly number[];
}

/** What a supplier didn't ship of an order: a fact of the past, from which nothing is worked out (som.md 6). */
export interface CutLine {
  /** Of the order. */
  readonly date: PlainDate;
  readonly orderId: string;
  readonly number: OrderNumber | null;
  readonly supplierId: string;
  /** Dosage units of the substance in the order, all its lines together. */
  readonly orderedUnits: number;
  readonly shippedUnits: number;
  readonly why: 'shipped-less' | 'voided' | 'not-accepted';
  /** Bought before it in the calendar month, and asked for in it; dosage units, all suppliers. */
  readonly monthUnits: number;
}

/** A calendar month of a substance. Units are dosage units. */
export interface MonthOfSubstance {
  /** `YYYY-MM`. */
  readonly month: string;
  /** What was bought of each; returns aren't taken off, they stand in `returnedUnits`. By supplier's id. */
  readonly suppliers: readonly {
    readonly supplierId: string;
    readonly units: number;
    readonly baseMg: number;
    readonly orders: number;
  }[];
  /** Bought, by strength in milligrams a unit; ascending. */
  readonly strengths: readonly { readonly strengthMg: number; readonly units: number }[];
  /** Days on which something was bought or sent back, oldest first; returns taken off, so a day may be negative. */
  readonly days: readonly {
    readonly date: PlainDate;
    readonly units: number;
    readonly baseMg: number;
    readonly orders: number;
  }[];
  readonly returnedUnits: number;
  readonly cuts: readonly CutLine[];
}

export interface RunningSubstance {
  readonly code: string;
  /** Day of the last order. */
  readonly last: PlainDate;
  /** Orders ever. */
  readonly orders: number;
}

/** A product whose lines count nowhere, since it isn't recognised whole. */
export interface UnknownProduct {
  /** `productKey` of it. */
  readonly key: string;
  /** As the newest of its lines has it. */
  readonly text: string;
  readonly ndc: string | null;
  readonly lines: number;
  /** Some of them state a schedule themselves. */
  readonly isScheduled: boolean;
  readonly last: PlainDate;
}

/** Some products of which an NDC is known and that aren't recognised; `done` of `total` days of them are behind. */
export interface UnknownBatch {
  readonly products: readonly Pick<UnknownProduct, 'key' | 'text' | 'ndc'>[];
  readonly done: number;
  readonly total: number;
}

/** What was dispensed of a substance on a day. */
export interface DispensedDay {
  readonly date: PlainDate;
  /** DEA drug code; null: products known not to be controlled. */
  readonly substanceCode: string | null;
  readonly units: number;
  /** Null where of a part of it that isn't known, or none applies: the rest alone would hide what is missing. */
  readonly baseMg: number | null;
  readonly mme: number | null;
}

/** What monitoring reads of the archive; each at a cost that doesn't grow with its age. */
export interface MonitoringReads {
  /** By DEA drug code; a substance that was never ordered has an empty past. What is dated after `today` is left out. */
  pasts(codes: readonly string[], today: PlainDate): Promise<ReadonlyMap<string, SubstanceHistory>>;
  /** The calendar months that these days lie in, oldest first; empty ones among them. */
  months(code: string, from: PlainDate, to: PlainDate): Promise<readonly MonthOfSubstance[]>;
  /** Substances ordered on or after a day, by code. */
  runningSubstances(since: PlainDate): Promise<readonly RunningSubstance[]>;
  /** Newest first, of orders, records beside them and imports. */
  unknownProducts(limit: number): Promise<readonly UnknownProduct[]>;
  /** All that have an NDC, a batch at a time, each once; what is recognised meanwhile disturbs nothing. */
  unknownWithNdc(): AsyncIterable<UnknownBatch>;
  /** Both days included, oldest first. */
  dispensed(from: PlainDate, to: PlainDate): Promise<readonly DispensedDay[]>;
}
