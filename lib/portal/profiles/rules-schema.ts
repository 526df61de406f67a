import { limits } from '@/lib/base';
import * as v from 'valibot';
import type { LineField, PageField } from '../evidence';
import type { ReadingRules } from './rules';

const nullableText = v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(limits.fieldMaxLength)));

/** A CSS selector; whether it finds anything is the page's affair. */
export const selectorSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(limits.fieldMaxLength));

export const columnRuleSchema = v.strictObject({
  header: nullableText,
  path: nullableText,
  index: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(500))),
});

const valueRule = v.strictObject({ label: nullableText, selector: nullableText });

const column = v.exactOptional(columnRuleSchema);
const columns = v.strictObject({
  ndc: column,
  itemNumber: column,
  description: column,
  strength: column,
  form: column,
  packageSize: column,
  packages: column,
  schedule: column,
  shipped: column,
  received: column,
  unit: column,
  cut: column,
  suggested: column,
} satisfies Record<LineField, typeof column>);

const value = v.exactOptional(valueRule);
const page = v.strictObject({
  orderNumber: value,
  supplierName: value,
  supplierDea: value,
  purchaserDea: value,
  state: value,
  statement: value,
  shipDate: value,
  invoiceNumber: value,
} satisfies Record<PageField, typeof value>);

/** Rules of a profile: data only, every member known. */
export const readingRulesSchema = v.strictObject({
  lines: v.exactOptional(
    v.strictObject({ row: v.exactOptional(selectorSchema), columns: v.exactOptional(columns) }),
  ),
  page: v.exactOptional(page),
}) satisfies v.GenericSchema<unknown, ReadingRules>;
