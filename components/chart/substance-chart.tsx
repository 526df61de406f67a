import './chart.css';
import { useId } from 'react';
import type { SubstancePicture } from '@/lib/som';
import { ChartKey } from './chart-key';
import { layersOf } from './layers';
import { MonthTable } from './month-table';
import { StackedMonths } from './stacked-months';

interface SubstanceChartProps {
  readonly picture: SubstancePicture;
  /** The sentence that the picture shows; also the name of its table. */
  readonly title: string;
  /** A supplier's name by its id, as the pharmacy knows it. */
  readonly nameOf: (supplierId: string) => string;
  /** Lower, for windows where it stands beside something else. */
  readonly compact?: boolean;
  /** Where the sentence stands beside the picture already. */
  readonly titleHidden?: boolean;
}

/**
 * Thirteen months of one substance in dosage units, stacked by supplier, with what is expected of a month, the pharmacy's
 * own limit and the order at hand (som.md 6). The same figures stand in a table below.
 */
export function SubstanceChart({
  picture,
  title,
  nameOf,
  compact = false,
  titleHidden = false,
}: SubstanceChartProps) {
  // Ids of React hold characters that a reference to a pattern may not.
  const id = `chart${useId().replaceAll(/\W/g, '')}`;
  const layers = layersOf(picture, nameOf);
  return (
    <figure className="chart">
      <figcaption className={titleHidden ? 'visually-hidden' : 'chart-title'}>{title}</figcaption>
      <ChartKey picture={picture} layers={layers} id={id} />
      <StackedMonths picture={picture} layers={layers} id={id} compact={compact} />
      <MonthTable picture={picture} layers={layers} caption={title} />
    </figure>
  );
}
