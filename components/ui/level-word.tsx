import type { SomLevel } from '@/lib/som';
import { say } from '@/lib/words/light';
import { Mark, type Tone } from './mark';

/** `unchecked` has a look of its own, never that of good: something needed for the comparison is unknown. */
export const toneOfLevel = {
  none: 'good',
  unchecked: 'unchecked',
  information: 'information',
  caution: 'caution',
  stop: 'stop',
} as const satisfies Record<SomLevel, Tone>;

/** A SOM level as shape, word and colour. */
export function LevelWord({ level }: { readonly level: SomLevel }) {
  const tone = toneOfLevel[level];
  return (
    <span className={`level tone-${tone}`}>
      <Mark tone={tone} />
      {say(`level.${level}`)}
    </span>
  );
}
