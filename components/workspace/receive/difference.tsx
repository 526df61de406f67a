import type { LineState } from '@/lib/order';
import { say } from '@/lib/words';
import { Mark } from '../../ui/mark';

/** What the entry differs by from what the supplier says it shipped; silent while there is nothing to compare. */
export function Difference({ state, text }: { readonly state: LineState; readonly text: string }) {
  const expected = state.shipped ?? state.ordered;
  if (!/^\d{1,9}$/.test(text.trim())) return null;
  const count = Number(text) + state.received - expected;
  const of = say(state.shipped === null ? 'receive.of-ordered' : 'receive.of-shipped');
  const tone = count === 0 ? 'good' : 'caution';
  return (
    <span className={`level small tone-${tone}`}>
      <Mark tone={tone} />
      {count === 0
        ? say('receive.same', { of })
        : say(count < 0 ? 'receive.fewer' : 'receive.more', { count: Math.abs(count), of })}
    </span>
  );
}
