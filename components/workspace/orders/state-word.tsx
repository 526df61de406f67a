import type { OrderPhase } from '@/lib/order';
import { say } from '@/lib/words';
import { Mark, type Tone } from '../../ui/mark';

const toneOfPhase = {
  tracked: 'information',
  signed: 'caution',
  submitted: 'information',
  accepted: 'information',
  'not-accepted': 'stop',
  'partly-shipped': 'caution',
  shipped: 'caution',
  'partly-received': 'caution',
  received: 'good',
  void: 'stop',
  cancelled: 'stop',
  lost: 'stop',
  expired: 'information',
} as const satisfies Record<OrderPhase, Tone>;

/** An order's state; half-filled while something is left to do. */
export function StateWord({ phase }: { readonly phase: OrderPhase }) {
  return (
    <span className={`level tone-${toneOfPhase[phase]}`}>
      <Mark tone={toneOfPhase[phase]} />
      {say(`state.${phase}`)}
    </span>
  );
}
