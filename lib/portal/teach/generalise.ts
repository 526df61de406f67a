import type { LineField, PageField } from '../evidence';
import { normalLabel } from '../detect/label';
import type { Reader } from '../detect/reader';
import { fit } from '../detect/shape';
import { createRowColumns } from '../profiles/row-columns';
import type { ReadingRules } from '../profiles/rules';
import { selectAll } from '../profiles/select-all';
import { step, pathIn } from './path-in';
import { rowOf } from './row-of';
import { rowSelector } from './row-selector';
import { namingSelectors, stableId } from './stable';

/** What one picked value says about the page, and the elements that it is taken to mean. */
export interface Generalised {
  readonly rules: ReadingRules;
  readonly meant: readonly Element[];
}

const MAX_LABEL = 40;

/** From one value of a line to its column in all lines. Null where the value stands in nothing like a line. */
export function generaliseLine(
  picked: Element,
  field: LineField,
  reader: Reader,
  known: string | null,
): Generalised | null {
  const isQuantity = field === 'packages' || field === 'shipped' || field === 'received';
  const taught = rowOf(picked, isQuantity, known);
  if (!taught) return null;
  const { row, others } = taught;
  const path = pathIn(row, picked, others);
  const { cells, headers } = createRowColumns()(row);
  const index = cells.findIndex((cell) => cell?.contains(picked));
  const isLine = (one: Element) => {
    const [value] = path === null ? [] : selectAll(one, path);
    return value !== undefined && hasShape(field, value, reader);
  };
  return {
    rules: {
      lines: {
        row: known !== null && row.matches(known) ? known : rowSelector(taught, isLine),
        columns: {
          [field]: { header: headers?.[index] || null, path, index: index === -1 ? null : index },
        },
      },
    },
    meant: [picked, ...others.flatMap((one) => (path === null ? [] : selectAll(one, path).slice(0, 1)))],
  };
}

/** From one value of the page to where it stands: beside its label, and in the element that has a name. */
export function generalisePage(picked: Element, field: PageField, reader: Reader): Generalised {
  const label = labelBefore(picked, reader);
  const named = [stableId(picked), ...namingSelectors(picked).map((one) => `${picked.localName}${one}`)];
  const root = picked.getRootNode() as Document | ShadowRoot;
  const own = named.find((selector) => selector !== null && selectAll(root, selector).length === 1) ?? null;
  return {
    rules: { page: { [field]: { label, selector: own ?? (label === null ? pathFromRoot(picked) : null) } } },
    meant: [picked],
  };
}

function hasShape(field: LineField, value: Element, reader: Reader): boolean {
  const text = reader
    .segments(value)
    .map((segment) => segment.text)
    .join(' ');
  if (field === 'cut' || field === 'unit' || field === 'suggested') return true;
  return text === '' || fit(field, text) >= 0.5;
}

/** The words right before a value, where they are a label's. */
function labelBefore(picked: Element, reader: Reader): string | null {
  let around: Element | null = picked.parentElement;
  for (let level = 0; level < 4 && around; level++, around = around.parentElement) {
    const segments = reader.segments(around);
    const at = segments.findIndex(({ element }) => element === picked || picked.contains(element));
    const before = segments[at - 1];
    if (at < 1 || !before) continue;
    const { text, editable } = before;
    return !editable && text.length <= MAX_LABEL && /\p{L}{2}/u.test(text) && !/\d{3}/.test(text)
      ? normalLabel(text)
      : null;
  }
  return null;
}

function pathFromRoot(element: Element): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at && at.localName !== 'html'; at = at.parentElement) {
    const id = at === element ? null : stableId(at);
    steps.unshift(id ?? step(at));
    if (id !== null) break;
  }
  return steps.join(' > ');
}
