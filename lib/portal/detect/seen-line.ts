import type { LineField, SeenLine } from '../evidence';
import { evidence } from './found';
import type { Found, Values } from './found';
import type { LineValues } from './lines';
import { fit } from './shape';

/** Where a line stands on the page, for teaching, counting and holding a press. In the page only. */
export interface LineElements {
  readonly element: Element;
  readonly values: Readonly<Partial<Record<LineField, Element>>>;
}

const FIELDS = [
  'ndc',
  'itemNumber',
  'description',
  'strength',
  'form',
  'packageSize',
  'packages',
  'schedule',
  'shipped',
  'received',
  'unit',
  'cut',
  'suggested',
] as const satisfies readonly LineField[];

export function toSeenLine({ values }: LineValues): SeenLine {
  const line = {} as Record<LineField, SeenLine[LineField]>;
  for (const field of FIELDS) line[field] = evidence(valueOf(values, field));
  return line;
}

export function elementsOf({ values, element }: LineValues): LineElements {
  const elements: Partial<Record<LineField, Element>> = {};
  for (const field of FIELDS) {
    // An empty quantity to be filled in is no evidence, but a place.
    const value = field === 'packages' || field === 'received' ? values.get(field) : valueOf(values, field);
    if (value?.element) elements[field] = value.element;
  }
  return { element, values: elements };
}

function valueOf(values: Values, field: LineField): Found | undefined {
  const value = field === 'cut' ? (values.get('reason') ?? values.get('state')) : values.get(field);
  if (!value || value.text === '') return undefined;
  return field === 'ndc' && fit('ndc', value.text) === 0 ? undefined : value;
}
