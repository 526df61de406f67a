import type { Urgency } from '@/lib/reminders';
import { say } from '@/lib/words/light';
import { Mark, type Tone } from './mark';

export const toneOfUrgency = {
  overdue: 'stop',
  today: 'caution',
  soon: 'information',
} as const satisfies Record<Urgency, Tone>;

/** How urgent a duty is, as shape, word and colour. */
export function DueUrgency({ urgency }: { readonly urgency: Urgency }) {
  return (
    <span className={`level tone-${toneOfUrgency[urgency]}`}>
      <Mark tone={toneOfUrgency[urgency]} />
      {say(`ui.urgency.${urgency}`)}
    </span>
  );
}
