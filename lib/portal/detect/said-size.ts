import { sizeBesidePackages } from '../packages';
import { found } from './found';
import type { Values } from './found';
import { labelledIn } from './inline';
import { partsOf } from './parts-of';
import type { Reader, Segment } from './reader';

const CONTAINER =
  '(?:btl|bottle|bt|pkg|package|pack|pk|box|bx|carton|ctn|vial|tube|jar|card|tray|blister|bag|container)s?';
const COUNTED =
  "(?:tab(?:let)?s?|cap(?:sule)?s?|patch(?:es)?|films?|ct|count|ea|each|units?|doses?|ml|vials?|syringes?|'?s)";
/** No price, no half of a strength, no part of a number. */
const ALONE = String.raw`(?<![\w.,/$-]|\$ |[-/] )`;
/** Sizes said in words, wherever they stand: "Bottle of 100", "100/pkg", "100 tablets per bottle", "100 count". */
const SIZES: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<![\w-])${CONTAINER}\.? ?(?:of|w/|@) ?\d[\d,]*(?: ?${COUNTED})?(?![\w.%-]|,\d)`,
    'i',
  ),
  new RegExp(
    String.raw`${ALONE}\d[\d,]*(?: ?${COUNTED})?(?: ?/ ?| per | a | in (?:a|each) )${CONTAINER}(?!\w)`,
    'i',
  ),
  new RegExp(String.raw`${ALONE}\d[\d,]*[ -]?(?:count|ct)(?!\w)`, 'i'),
];
/** A stretch that is nothing but an amount of what is counted. */
const WHOLE = /^\(?\d[\d,]* ?(?:tablets?|tabs|capsules?|caps|patches|films|ml)\)?$/i;
/** Amounts of something else than one package. */
const ASTRAY = /\b(?:case|cases|min|minimum|max|maximum|limit|on hand|available|last|stock|save|free)\b/i;

/** Adds the package size that a row says in words, where no column and no label has it. */
export function addSize(values: Values, segments: readonly Segment[], reader: Reader): void {
  if (values.has('packageSize')) return;
  const unit = values.get('unit');
  const inUnit = unit && saidIn(unit.text);
  if (unit && inUnit) {
    const { label, element, where } = unit;
    values.set('packageSize', found(inUnit, label, 0.85, { element, where }));
    return;
  }
  for (const segment of segments) {
    const size = segment.editable ? null : sizeIn(segment);
    if (!size || !reader.inked(segment.element)) continue;
    values.set('packageSize', found(size, null, 0.85, { element: segment.element }));
    return;
  }
  const packages = values.get('packages');
  const beside = packages && sizeBesidePackages(packages.text);
  if (packages && beside)
    values.set(
      'packageSize',
      found(beside, packages.label, 0.7, {
        element: packages.element,
        where: packages.where,
        doubt: 'guess',
      }),
    );
}

function sizeIn(segment: Segment): string | null {
  for (const text of partsOf(segment.text).flatMap((part) => part.split(/\s*,\s+/))) {
    if (ASTRAY.test(text)) continue;
    const [labelled] = labelledIn({ ...segment, text });
    if (labelled && !['packageSize', 'description', 'unit'].includes(labelled.field)) continue;
    const size = saidIn(labelled?.text ?? text);
    if (size) return size;
  }
  return null;
}

function saidIn(text: string): string | null {
  for (const pattern of SIZES) {
    const size = pattern.exec(text)?.[0];
    if (size) return size;
  }
  return WHOLE.test(text) ? text : null;
}
