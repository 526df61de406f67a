import type { Contradiction, Product, ProductFacts, ProductText } from './product';
import { recogniseProduct } from './recognise-product';

/** What a page and the NDC directory say differently of one NDC. */
export interface Disagreement {
  readonly field: Exclude<Contradiction, 'form'>;
  /** As the page has it, and as the directory has it; numbers, names of substances (`null`: not controlled), schedules. */
  readonly page: string | number | null;
  readonly listed: string | number | null;
}

/** Forms whose strength is stated in one way everywhere: a spray's may be a puff's or a millilitre's, a gel's a dose's. */
const ONE_STRENGTH: ReadonlySet<string> = new Set([
  'tablet',
  'capsule',
  'film',
  'lozenge',
  'suppository',
  'patch',
  'solution',
  'syrup',
  'elixir',
  'suspension',
  'injection',
]);

/**
 * A product by its text, with what the NDC directory says of its NDC where the text is silent. Where the two differ, the
 * text stays, and `contradictions` names the field: then nothing may be counted from it.
 */
export function completeProduct(
  text: ProductText,
  listed: ProductFacts,
): { readonly product: Product; readonly disagreements: readonly Disagreement[] } {
  const plain = recogniseProduct(text);
  const isNamed = plain.substance !== null || listed.substanceCode === null;
  const read = isNamed
    ? plain
    : recogniseProduct(text, {
        substanceCode: listed.substanceCode,
        ...{ strengthMg: null, form: null, packageSize: null, schedule: null },
      });
  const all = recogniseProduct(text, listed);
  const disagreements: Disagreement[] = [];
  const differ = (
    field: Disagreement['field'],
    page: string | number | null,
    other: string | number | null,
  ) => disagreements.push({ field, page, listed: other });

  if (plain.substance !== null && plain.substance.name !== all.substance?.name)
    differ('substance', plain.substance.name, all.substance?.name ?? null);
  else if (
    ONE_STRENGTH.has(read.form ?? '') &&
    ONE_STRENGTH.has(listed.form ?? '') &&
    isOther(read.strengthMg, listed.strengthMg)
  )
    differ('strength', read.strengthMg, listed.strengthMg);
  if (isOther(read.packageSize, listed.packageSize))
    differ('packageSize', read.packageSize, listed.packageSize);
  if (isOtherSchedule(plain.schedule, listed)) differ('schedule', plain.schedule, listed.schedule ?? 'none');

  const isOtherDrug = disagreements.some(({ field }) => field === 'substance');
  const product: Product = isOtherDrug
    ? read
    : {
        ...read,
        schedule: read.schedule ?? all.schedule,
        strengthMg: read.strengthMg ?? listed.strengthMg,
        form: read.form ?? listed.form,
        packageSize: read.packageSize ?? listed.packageSize,
        packageSizeFrom:
          read.packageSize === null && listed.packageSize !== null ? 'facts' : read.packageSizeFrom,
        mmeFactor: read.mmeFactor ?? (read.form === null ? all.mmeFactor : null),
      };
  const contradictions = [...new Set([...read.contradictions, ...disagreements.map(({ field }) => field)])];
  return { product: { ...product, contradictions }, disagreements };
}

function isOther(page: number | null, listed: number | null): boolean {
  return page !== null && listed !== null && Math.abs(page - listed) > Math.max(page, listed) * 0.001;
}

/** By class alone: the directory doesn't say which narcotics are none. */
function isOtherSchedule(page: string | null, { schedule, substanceCode }: ProductFacts): boolean {
  const listed = schedule ?? (substanceCode === null ? 'none' : null);
  return page !== null && listed !== null && page.charAt(0) !== listed.charAt(0);
}
