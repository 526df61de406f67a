import type { OrderNumber } from '@/lib/base';
import { say } from '@/lib/words';
import { Notice } from '../../ui/notice';

/** Two orders with one number: two computers gave it out, and only a supplier can say which is meant (21 CFR 1305.21). */
export function SameNumbers({ numbers }: { readonly numbers: readonly OrderNumber[] }) {
  if (numbers.length === 0) return null;
  return (
    <Notice tone="caution" title={say('archive.same-numbers')}>
      <p>{say('archive.same-numbers.explain', { numbers: numbers.join(', ') })}</p>
    </Notice>
  );
}
