import { normalLabel } from '../detect/label';
import type { ColumnRule } from '../profiles/rules';
import { selectAll } from '../profiles/select-all';
import { labelsOf } from './labels-of';
import type { Field } from './write-field';

const FIELDS = 'input,select';

/** Fields of a row that a profile's rule names: by their column's header, or else by the path inside the row, or else by the place of the cell. */
export function fieldsByRule(row: Element, rule: ColumnRule | undefined): readonly Field[] {
  if (!rule) return [];
  const all = [...row.querySelectorAll<Field>(FIELDS)];
  const headed = all.filter((field) => labelsOf(field).some((label) => normalLabel(label) === rule.header));
  if (rule.header !== null && headed.length > 0) return headed;
  const place = rule.path === null ? null : (selectAll(row, rule.path)[0] ?? null);
  const cell = place ?? (rule.index === null ? null : (row.children[rule.index] ?? null));
  return cell ? all.filter((field) => cell.contains(field)) : [];
}
