import type { Schedule } from '@/lib/base';

/** How a schedule depends on what else is in the product; each rule is one case of `read-schedule`. */
export type ScheduleRule =
  | 'codeine'
  | 'dihydrocodeine'
  | 'diphenoxylate'
  | 'opium'
  | 'dronabinol'
  | 'short-barbiturate'
  | 'butalbital'
  | 'exempt-combination';

/** A trade name, or several that mean the same contents. */
export interface Brand {
  /** Lower-case names, separated by `|`. */
  readonly names: string;
  /** Other ingredients that the name implies, by the names of `partners.ts`. */
  readonly partners: readonly string[];
  /** Salt the name implies, where it isn't the usual one. */
  readonly salt: string | null;
}

/** What is built in about one base drug. */
export interface SubstanceFacts {
  /** DEA drug code of 21 CFR 1308.11–15. */
  readonly code: string;
  readonly name: string;
  /** Schedule of the substance as the only controlled one in a usual dosage form; N means non-narcotic. */
  readonly schedule: Schedule;
  readonly rule: ScheduleRule | null;
  /** Other generic names, isomers under the same code, and wholesalers' abbreviations, separated by `|`. */
  readonly synonyms: string;
  /** Abbreviations that mean the substance only beside a partner ingredient (`APAP/COD`), separated by `|`. */
  readonly besidePartner: string;
  /** Milligrams of anhydrous base in one milligram of the salt that strengths are stated in, from molar masses. */
  readonly salts: Readonly<Record<string, number>>;
  /** Factor of the salt that is meant where none is named; 1 where strengths are stated as base. */
  readonly usualFactor: number;
  readonly brands: readonly Brand[];
  /** Strengths marketed in the US (mg per unit or per millilitre), to tell a strength from other numbers. */
  readonly strengths: readonly number[];
}

interface More {
  readonly rule?: ScheduleRule;
  readonly also?: string;
  readonly besidePartner?: string;
  readonly salts?: Readonly<Record<string, number>>;
  readonly brands?: readonly Brand[];
  readonly strengths?: readonly number[];
}

/** One row; the first salt is the usual one. */
export function substance(code: string, name: string, schedule: Schedule, more: More = {}): SubstanceFacts {
  const salts = more.salts ?? {};
  return {
    code,
    name,
    schedule,
    rule: more.rule ?? null,
    synonyms: more.also ?? '',
    besidePartner: more.besidePartner ?? '',
    salts,
    usualFactor: Object.values(salts)[0] ?? 1,
    brands: more.brands ?? [],
    strengths: more.strengths ?? [],
  };
}

/** Trade names (`a|b|c`) with the other ingredients they imply (`acetaminophen, caffeine`). */
export function brand(names: string, partners = '', salt: string | null = null): Brand {
  return {
    names,
    partners: partners === '' ? [] : partners.split(',').map((partner) => partner.trim()),
    salt,
  };
}
