import type { Envelope } from '@/lib/archive';
import { legalDay, type PlainDate } from '@/lib/base';
import { PICTURE_MONTHS } from '@/lib/som';
import type { DeskPorts } from '../ports';
import { since } from './read-substance';
import type { ReasonOnRecord } from './views';

const DAY_MS = 86_400_000;

export interface ReasonsWanted {
  readonly code: string;
  readonly today: PlainDate;
  readonly zone: string;
  readonly nameOf: (who: string) => string;
}

/**
 * Reasons that were given for orders of a substance when they were signed, where this very substance asked for one; newest
 * first. By index of warned requests, not by scan.
 */
export async function reasonsOnRecord(
  { archive }: DeskPorts,
  { code, today, zone, nameOf }: ReasonsWanted,
): Promise<readonly ReasonOnRecord[]> {
  const from = since(today, PICTURE_MONTHS);
  // A day more: the zone may be west of UTC.
  const warned = await archive.warnedRequests(Date.parse(`${from}T00:00Z`) - DAY_MS);
  const meant = warned.filter(({ warned: told }) =>
    told?.substances.some((substance) => substance.code === code && substance.level === 'stop'),
  );
  const found: ReasonOnRecord[] = [];
  for (const { request } of meant) {
    const signed = (await archive.events(request.id)).find(
      (event): event is Envelope<'order.signed'> => event.type === 'order.signed',
    );
    const som = signed?.payload.circumstances.som;
    if (!signed || !som?.reasonGiven) continue;
    found.push({
      ...som.reasonGiven,
      orderId: request.id,
      number: signed.payload.order.number,
      date: legalDay(signed.time[0], zone),
      whoName: nameOf(signed.who),
      level: 'stop',
    });
  }
  return found.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
}
