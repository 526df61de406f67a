import type { PageField } from '../evidence';
import type { ReadingRules, ValueRule } from '../profiles/rules';
import { selectAll } from '../profiles/select-all';
import { found, type Found } from './found';
import { normalLabel } from './label';
import { BY_RULE } from './profiled';
import type { Reader, Segment } from './reader';
import { csosNumbersIn, dateIn, deaNumbersIn } from './shape';

type Root = Document | ShadowRoot;

/** Single values of the page by a profile's rules; a value without its field's shape is left to guessing. */
export function profiledPage(
  roots: readonly Root[],
  segments: readonly Segment[],
  rules: ReadingRules,
  reader: Reader,
): Readonly<Partial<Record<PageField, Found>>> {
  const values: Partial<Record<PageField, Found>> = {};
  for (const [field, rule] of Object.entries(rules.page ?? {}) as [PageField, ValueRule][]) {
    const text = textAt(rule, roots, segments, reader);
    const value = text === null ? null : shaped(field, text);
    if (value !== null) values[field] = found(value, rule.label, BY_RULE, { where: 'by the profile' });
  }
  return values;
}

function textAt(
  { label, selector }: ValueRule,
  roots: readonly Root[],
  segments: readonly Segment[],
  reader: Reader,
): string | null {
  if (selector !== null) {
    const shown = roots.flatMap((root) => selectAll(root, selector)).filter((one) => reader.visible(one));
    const [only] = shown;
    const text =
      only && shown.length === 1
        ? reader
            .segments(only)
            .map((one) => one.text)
            .join(' ')
        : '';
    if (text !== '') return text;
  }
  if (label === null) return null;
  const at = segments.findIndex((segment) => !segment.editable && normalLabel(segment.text) === label);
  return (at === -1 ? undefined : segments[at + 1]?.text) || null;
}

/** The part of a text that has the field's shape; null where none has. */
function shaped(field: PageField, text: string): string | null {
  switch (field) {
    case 'orderNumber':
      return csosNumbersIn(text)[0] ?? /(?:^|\s)#?([\w-]*\d[\w-]*)$/.exec(text)?.[1] ?? null;
    case 'invoiceNumber':
      return /(?:^|\s)#?([\w-]*\d[\w-]*)$/.exec(text)?.[1] ?? null;
    case 'supplierDea':
    case 'purchaserDea':
      return deaNumbersIn(text)[0] ?? null;
    case 'shipDate':
      return dateIn(text);
    case 'supplierName':
    case 'state':
    case 'statement':
      return /[a-z]{2}/i.test(text) ? text : null;
  }
}
