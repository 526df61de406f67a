import type { ScheduleOrNone } from '@/lib/base';
import type { ProductFacts } from '@/lib/drugs';
import type { CatalogueEntry } from './directory-reader';

type ListedFacts = Omit<ProductFacts, 'packageSize'>;

const BUCKETS = 64;
/** Sorted in memory one bucket at a time; a product and its packages share one. */
export const buckets: readonly number[] = Array.from({ length: BUCKETS }, (_, bucket) => bucket);

export function bucketOf(ndc: string): number {
  return Number(ndc.slice(0, 9)) % BUCKETS;
}

/** One row: NDC, a blank, then the size of a package or what is said of a product. */
export function encodeEntry(entry: CatalogueEntry): string {
  if (entry.kind === 'package') return `${entry.ndc} ${entry.packageSize}`;
  const { substanceCode, strengthMg, form, schedule } = entry.facts;
  return `${entry.ndc} ${[substanceCode, strengthMg, form, schedule].map((value) => value ?? '').join('|')}`;
}

export function ndcOf(row: string): string {
  return row.slice(0, row.indexOf(' '));
}

export function decodePackage(row: string): number {
  return Number(row.slice(row.indexOf(' ') + 1));
}

export function decodeProduct(row: string): ListedFacts {
  const [code = '', strength = '', form = '', schedule = ''] = row.slice(row.indexOf(' ') + 1).split('|');
  return {
    substanceCode: code === '' ? null : code,
    strengthMg: strength === '' ? null : Number(strength),
    form: form === '' ? null : form,
    schedule: schedule === '' ? null : (schedule as ScheduleOrNone),
  };
}
