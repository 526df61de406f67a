import type { SubstancePicture } from '@/lib/som';
import { say } from '@/lib/words';
import { VisibleText } from '../ui/visible-text';
import { figure } from './figures';
import type { Layer } from './layers';
import { fillOf } from './patterns';
import { topOf } from './top-of';

interface ChartKeyProps {
  readonly picture: SubstancePicture;
  readonly layers: readonly Layer[];
  readonly id: string;
}

/** What each mark is, with its figure where it has one: nothing has to be pointed at to be read. */
export function ChartKey({ picture, layers, id }: ChartKeyProps) {
  const { expected, limit, candidate } = picture;
  return (
    <ul className="chart-key">
      {layers.map(({ key, name, look }) => (
        <li key={key}>
          <Swatch {...fillOf(id, look)} />
          <VisibleText>{name}</VisibleText>
        </li>
      ))}
      {candidate && (
        <li>
          <Swatch className="chart-candidate" fill={`url(#${id}-candidate)`} />
          {say('chart.candidate', { units: figure(candidate.units) })}
        </li>
      )}
      {expected && (
        <li>
          <Swatch className="chart-band-key" />
          {say('chart.band', { low: figure(expected.low), high: figure(expected.high) })}
        </li>
      )}
      {limit !== null && (
        <li>
          <svg width="16" height="12" aria-hidden="true">
            <line className="chart-limit" x1="0" x2="16" y1="6" y2="6" />
          </svg>
          {say(limit > topOf(picture) ? 'chart.limit-above' : 'chart.limit', { units: figure(limit) })}
        </li>
      )}
    </ul>
  );
}

function Swatch(look: { readonly className: string; readonly fill?: string }) {
  return (
    <svg width="12" height="12" aria-hidden="true">
      <rect {...look} x="0.5" y="0.5" width="11" height="11" />
    </svg>
  );
}
