import * as v from 'valibot';
import { limits, parseOrderNumber, parsePlainDate, type OrderNumber, type PlainDate } from '@/lib/base';
import type { CorrectableType, OrderEvents } from './events';
import { discrepancies } from './received-line';
import { statementKinds } from './statement';

const text = v.pipe(v.string(), v.maxLength(limits.statementMaxLength));
const short = v.pipe(v.string(), v.maxLength(limits.fieldMaxLength));
const day = v.pipe(
  v.string(),
  v.check((value) => parsePlainDate(value) !== null),
  v.transform((value) => value as PlainDate),
);
const number = v.pipe(
  v.string(),
  v.check((value) => parseOrderNumber(value) === value),
  v.transform((value) => value as OrderNumber),
);
const packages = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(limits.packagesMax));
const lineNumber = v.pipe(v.number(), v.integer(), v.minValue(1));
const seen = v.strictObject({ origin: v.nullable(short) });
const quantity = { lineNumber, packages };
const link = v.strictObject({ orderId: short, number });
const lot = v.strictObject({
  lot: v.nullable(short),
  expiry: v.nullable(day),
  serial: v.nullable(short),
  packages,
});
const statement = v.strictObject({
  kind: v.picklist(statementKinds),
  text,
  signedBy: short,
  date: day,
  cms: v.nullable(v.string()),
});
const file = v.strictObject({ name: short, type: short, sha256: short, base64: v.string() });

/** Lines of which nothing is said are no record: one that is wrong as a whole is withdrawn. */
const some = <T extends v.GenericSchema>(of: T) => v.pipe(v.array(of), v.minLength(1));

/**
 * What may stand in the place of a wrong record, by type: as strict as what is recorded anew, since a correction is typed
 * by hand and counts for ever.
 */
export const payloadSchemas = {
  'order.numbered': v.strictObject({ number, seen }),
  'order.submitted': v.strictObject({
    how: v.picklist(['page-api', 'page-field', 'file', 'portal', 'by-hand']),
    seen,
  }),
  'order.accepted': v.strictObject({ seen }),
  'order.not-accepted': v.strictObject({ statement: text, seen }),
  'order.shipped': v.strictObject({
    lines: some(v.strictObject(quantity)),
    date: v.nullable(day),
    seen,
    invoice: v.exactOptional(v.strictObject({ number: short, lines: some(v.strictObject(quantity)) })),
  }),
  'order.cut': v.strictObject({ lines: some(v.strictObject({ lineNumber, words: text })), seen }),
  'order.received': v.strictObject({
    lines: some(
      v.strictObject({
        ...quantity,
        discrepancy: v.exactOptional(v.nullable(v.picklist(discrepancies))),
        note: v.exactOptional(v.nullable(text)),
        lots: v.exactOptional(v.array(lot)),
      }),
    ),
    date: day,
    countedBy: short,
    verifiedBy: v.exactOptional(v.nullable(short)),
    note: v.nullable(text),
  }),
  'order.portal-received': v.strictObject({ seen }),
  'order.voided': v.strictObject({
    lines: v.nullable(some(lineNumber)),
    statement: text,
    date: v.nullable(day),
    seen,
  }),
  'order.cancelled': v.strictObject({ statement, unsent: v.exactOptional(v.literal(true)) }),
  'order.lost': v.strictObject({ statement }),
  'order.replaced': v.strictObject({ by: link }),
  'order.replaces': v.strictObject({ first: link }),
  'order.turned-up': v.strictObject({ date: day, note: v.nullable(text), seen }),
  'order.statement-linked': v.strictObject({ statement: text, file: v.nullable(file), seen }),
  'order.expired': v.strictObject({ on: day, balance: v.array(v.strictObject(quantity)) }),
} satisfies { readonly [T in CorrectableType]: v.GenericSchema<unknown, OrderEvents[T]> };
