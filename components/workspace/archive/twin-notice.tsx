import { useCallback } from 'react';
import { Link } from 'wouter';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { FaultNotice } from '../../ui/fault-notice';
import { formatDay } from '../../ui/format-day';
import { Notice } from '../../ui/notice';
import { useLoaded } from '../../ui/use-loaded';

/** On an order's page: another order carries its number too. */
export function TwinNotice({ orderId }: { readonly orderId: string }) {
  const { desk } = useServices();
  const found = useLoaded(useCallback(() => desk.twinsOf(orderId), [desk, orderId]));
  if (found.phase === 'loading') return null;
  if (found.phase === 'failed') return <FaultNotice fault={found.fault} />;
  const [first] = found.value;
  if (!first) return null;
  return (
    <Notice tone="caution">
      <p>{say('archive/same-number', { number: first.number ?? '' })}</p>
      <ul>
        {found.value.map((twin) => (
          <li key={twin.orderId}>
            <Link href={`/orders/${encodeURIComponent(twin.orderId)}`}>
              {say('archive.twin', { date: formatDay(twin.orderedOn) })}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
