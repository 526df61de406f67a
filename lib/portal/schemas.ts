import { limits } from '@/lib/base';
import * as v from 'valibot';
import { doubts, pageKinds, type SeenPage } from './evidence';
import type { PageApiOrder, PageApiRequest } from './page-api/question';

const short = v.pipe(v.string(), v.maxLength(limits.fieldMaxLength));
const field = v.nullable(short);

const evidence = v.object({
  text: short,
  label: field,
  confidence: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  where: short,
  doubt: v.exactOptional(v.picklist(doubts)),
});
const seen = v.nullable(evidence);
const statement = v.object({
  ...evidence.entries,
  text: v.pipe(v.string(), v.maxLength(limits.statementMaxLength)),
});

const seenLine = v.object({
  ndc: seen,
  itemNumber: seen,
  description: seen,
  strength: seen,
  form: seen,
  packageSize: seen,
  packages: seen,
  schedule: seen,
  shipped: seen,
  received: seen,
  unit: seen,
  cut: seen,
  suggested: seen,
});
const lineCount = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));

/** What a content script may say of a page. Content scripts live beside hostile pages: their messages are checked too. */
export const seenPageSchema = v.object({
  kind: v.picklist(pageKinds),
  url: v.pipe(v.string(), v.maxLength(4_000)),
  orderNumber: seen,
  supplierName: seen,
  supplierDea: seen,
  purchaserDea: seen,
  state: seen,
  statement: v.nullable(statement),
  shipDate: seen,
  orderDate: v.exactOptional(evidence),
  invoiceNumber: seen,
  missing: v.nullable(v.object({ shown: lineCount, stated: lineCount })),
  lines: v.pipe(v.array(seenLine), v.maxLength(limits.orderMaxLines)),
  orders: v.pipe(
    v.array(
      v.object({
        ...{ orderNumber: evidence, state: seen, date: seen },
        lines: v.exactOptional(v.pipe(v.array(seenLine), v.maxLength(limits.orderMaxLines))),
      }),
    ),
    v.maxLength(limits.orderMaxLines),
  ),
}) satisfies v.GenericSchema<unknown, SeenPage>;

/** A supplier as far as it is known. Extra members are refused: what is shown must be all that was said. */
export const draftPartySchema = v.strictObject({
  name: field,
  deaNumber: field,
  address: v.strictObject({ street: field, street2: field, city: field, state: field, postalCode: field }),
});

const count = (max: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(max));

/** Units in one package: some hold 2.5 mL. Four places, as documents write it. */
const size = v.pipe(
  v.number(),
  v.gtValue(0),
  v.maxValue(limits.packageSizeMax),
  v.check((units) => Number(units.toFixed(4)) === units, 'more than four places'),
);

/** An order that a site hands over. Quantities are whole numbers, never strings to be interpreted (attacks.md 89). */
export const pageApiOrderSchema = v.strictObject({
  supplier: draftPartySchema,
  purchaser: v.strictObject({ deaNumber: short }),
  lines: v.pipe(
    v.array(
      v.strictObject({
        ndc: field,
        itemNumber: field,
        name: v.pipe(short, v.minLength(1)),
        strength: field,
        form: field,
        packageSize: v.nullable(size),
        packages: count(limits.packagesMax),
        schedule: field,
      }),
    ),
    v.minLength(1),
    v.maxLength(limits.orderMaxLines),
  ),
}) satisfies v.GenericSchema<unknown, PageApiOrder>;

/** Made by the site's module for one question. */
export const pageApiNonceSchema = v.pipe(v.string(), v.regex(/^[\w-]{16,64}$/));
const asked = { version: v.literal(1), nonce: pageApiNonceSchema };
/** Its length is judged before anything reads it. */
const documentText = v.pipe(v.string(), v.maxLength(limits.pageMessageMaxBytes));

/** A site's question, with its order in exactly one form. */
export const pageApiRequestSchema = v.union([
  v.strictObject({ ...asked, order: pageApiOrderSchema }),
  v.strictObject({ ...asked, xml: documentText }),
  v.strictObject({ ...asked, x12: documentText }),
]) satisfies v.GenericSchema<unknown, PageApiRequest>;
