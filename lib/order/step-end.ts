import { legalDay, type PlainDate } from '@/lib/base';
import type { OrderEvent, OrderEvents } from './events';
import { isKnownLine, shippedOf, type Life } from './life';

/** The earlier of two days: what ended twice ended the first time. */
function earlier(known: PlainDate | null | undefined, day: PlainDate): PlainDate {
  return known && known < day ? known : day;
}

function moved(life: Life, lineNumber: number): boolean {
  return (shippedOf(life, lineNumber) ?? 0) > 0 || (life.received.get(lineNumber) ?? 0) > 0;
}

/** 1305.28: of what the supplier voids nothing ships any more; what had shipped or come before is flagged. */
export function voidLines(life: Life, event: Extract<OrderEvent, { type: 'order.voided' }>): void {
  const { lines, date } = event.payload;
  const day = date ?? legalDay(event.time, 'UTC');
  const known = life.origin?.draft.lines.map(({ lineNumber }) => lineNumber) ?? [];
  const named = lines?.filter((line) => isKnownLine(life, line)) ?? known;
  if (named.some((line) => moved(life, line))) life.flags.add('voided-after-shipped');
  if (lines === null) life.voidedOn = earlier(life.voidedOn, day);
  else for (const line of named) life.voidedLines.set(line, earlier(life.voidedLines.get(line), day));
}

export function cancel(life: Life, { statement }: OrderEvents['order.cancelled']): void {
  life.cancelledOn = earlier(life.cancelledOn, statement.date);
}

export function lose(life: Life, { statement }: OrderEvents['order.lost']): void {
  const lines = life.origin?.draft.lines ?? [];
  if (lines.some(({ lineNumber }) => moved(life, lineNumber))) life.flags.add('lost-after-shipped');
  life.lostOn = earlier(life.lostOn, statement.date);
}

export function turnUp(life: Life, { date }: OrderEvents['order.turned-up']): void {
  if (life.lostOn === null) life.flags.add('turned-up-not-lost');
  life.turnedUpOn = earlier(life.turnedUpOn, date);
}

export function expire(life: Life, { on }: OrderEvents['order.expired']): void {
  life.expiredOn = earlier(life.expiredOn, on);
}
