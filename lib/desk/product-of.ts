import { finding, formatNdc, formatSchedule, schedules, type Finding } from '@/lib/base';
import {
  completeProduct,
  productKey,
  recogniseProduct,
  type Disagreement,
  type Product,
  type ProductText,
} from '@/lib/drugs';
import type { DraftLine } from '@/lib/order';
import { say } from '@/lib/words';
import { nothingKnown, type KnownProducts } from './products/known-products';

/** What a line says of its product by now. */
export function textOf(line: DraftLine): ProductText {
  return {
    description: line.name,
    ndc: line.ndc11,
    strength: line.strength,
    form: line.form,
    packageSize: line.packageSize === null ? null : String(line.packageSize),
    schedule: line.schedule,
  };
}

/**
 * The product of a line: what a person said of it, or else what the line says, with what the NDC directory says where the
 * line is silent. Where line and directory differ, `contradictions` says so and neither is taken for granted.
 */
export function productOf(line: DraftLine, known: KnownProducts = nothingKnown): Product {
  return readLine(line, known).product;
}

function readLine(
  line: DraftLine,
  { said, listed }: KnownProducts,
): {
  readonly product: Product;
  readonly disagreements: readonly Disagreement[];
  /** Whether it is another page, and not the directory, that the line is put beside. */
  readonly byPage: boolean;
} {
  const text = textOf(line);
  const onRecord = said[productKey(text)];
  if (onRecord?.from === 'person')
    return { product: recogniseProduct(text, onRecord.facts), disagreements: [], byPage: false };
  const inDirectory = line.ndc11 === null ? undefined : listed.get(line.ndc11);
  const facts = inDirectory ?? onRecord?.facts;
  const byPage = inDirectory === undefined && onRecord?.from === 'page';
  return facts
    ? { ...completeProduct(text, facts), byPage }
    : { product: recogniseProduct(text), disagreements: [], byPage };
}

/** The NDC directory couldn't be read: an order is signed without it, and the signer knows. */
export function unreadFindings({ unread }: KnownProducts): Finding[] {
  return unread ? [finding('warns', 'product/directory-unread', { rule: '21 CFR 1305.21(b)(7)' })] : [];
}

/**
 * Where a column of the page and the product's name say different things, or page and NDC directory: what is ordered isn't
 * clear (attacks.md 91).
 */
export function contradictionFindings(
  lines: readonly DraftLine[],
  known: KnownProducts = nothingKnown,
): Finding[] {
  return lines.flatMap((line) => {
    const { product, disagreements, byPage } = readLine(line, known);
    const byDirectory = new Set(disagreements.map(({ field }) => field as string));
    return [
      ...product.contradictions.flatMap((field) =>
        field === 'substance' || byDirectory.has(field)
          ? []
          : [
              finding('warns', 'order/line-contradiction', {
                params: {
                  line: line.lineNumber,
                  field: say(`field.${field}`),
                  value: String(line[field] ?? ''),
                },
                field: `lines.${line.lineNumber}.${field}`,
                rule: '21 CFR 1305.21(b)(7)',
              }),
            ],
      ),
      ...disagreements.map(({ field, page, listed }) =>
        finding('warns', byPage ? 'product/contradicts-earlier' : 'product/contradicts-directory', {
          params: {
            line: line.lineNumber,
            ndc: line.ndc11 === null ? '' : formatNdc(line.ndc11),
            field: say(`products.field.${field}`),
            page: told(field, page),
            listed: told(field, listed),
          },
          field: `lines.${line.lineNumber}.${field === 'substance' ? 'name' : field}`,
          rule: '21 CFR 1305.21(b)(7)',
        }),
      ),
    ];
  });
}

function told(field: Disagreement['field'], value: string | number | null): string {
  if (value === null || value === 'none') return say('products.not-controlled');
  if (field === 'strength') return say('products.mg', { amount: value });
  const schedule = field === 'schedule' ? schedules.find((one) => one === value) : undefined;
  return schedule ? formatSchedule(schedule) : String(value);
}
