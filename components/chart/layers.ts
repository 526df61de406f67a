import type { PictureMonth, SubstancePicture } from '@/lib/som';
import { say } from '@/lib/words';

/** One part of every bar: a supplier, or those beyond the looks that can be told apart. */
export interface Layer {
  readonly key: string;
  readonly name: string;
  /** Which of the patterns; told apart by lightness and by texture. */
  readonly look: number;
  readonly unitsIn: (month: PictureMonth) => number;
}

const LOOKS = 4;

/** The suppliers of a picture in its own order: those with most units stand at the foot of the bars. */
export function layersOf(
  { suppliers }: Pick<SubstancePicture, 'suppliers'>,
  nameOf: (supplierId: string) => string,
): readonly Layer[] {
  const ids = suppliers.map(({ supplierId }) => supplierId);
  const own = ids.length > LOOKS ? ids.slice(0, LOOKS - 1) : ids;
  const rest = ids.slice(own.length);
  const layers = own.map((id, look) => ({ key: id, name: nameOf(id), look, unitsIn: unitsOf([id]) }));
  if (rest.length === 0) return layers;
  return [...layers, { key: 'others', name: say('chart.others'), look: LOOKS - 1, unitsIn: unitsOf(rest) }];
}

function unitsOf(ids: readonly string[]): (month: PictureMonth) => number {
  return ({ suppliers }) =>
    suppliers.filter(({ supplierId }) => ids.includes(supplierId)).reduce((sum, { units }) => sum + units, 0);
}
