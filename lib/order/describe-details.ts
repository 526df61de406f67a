import { describeDifference } from './describe-difference';
import type { Described } from './describe-event';
import type { OrderEvent } from './events';
import type { ReceivedLine } from './received-line';

function ofLine({ lineNumber: line, discrepancy, note, lots }: ReceivedLine): Described[] {
  const text = note?.trim() ?? '';
  const noted: Described[] = discrepancy
    ? [
        text === ''
          ? { sentence: `timeline.discrepancy.${discrepancy}`, params: { line } }
          : { sentence: `timeline.discrepancy.${discrepancy}.noted`, params: { line, note: text } },
      ]
    : text === ''
      ? []
      : [{ sentence: 'timeline.line-note', params: { line, note: text } }];
  const ofLots = (lots ?? []).map(({ lot, expiry, serial, packages: count }): Described => {
    const dash = '–';
    return {
      sentence: 'timeline.lot',
      params: { line, count, lot: lot ?? dash, expiry: expiry ?? dash, serial: serial ?? dash },
    };
  });
  return [...noted, ...ofLots];
}

/** What the sign window said of an order unlike the usual ones, and what the signer answered. */
function ofSom(event: Extract<OrderEvent, { type: 'order.signed' | 'request.warned' }>): Described[] {
  if (event.type === 'request.warned')
    return event.payload.substances.map(({ name, units, baseMg }) =>
      units === null
        ? { sentence: 'timeline.som.warned-mg', params: { name, amount: Math.round(baseMg) } }
        : { sentence: 'timeline.som.warned', params: { name, amount: units } },
    );
  const { reason, lowered = [] } = event.payload.circumstances.som;
  return [
    ...(reason === null ? [] : [{ sentence: 'timeline.som.reason' as const, params: { reason } }]),
    ...lowered.map(({ name, fromUnits: from, toUnits: to, reason: why }) => ({
      sentence: 'timeline.som.lowered' as const,
      params: { name, from, to, reason: why },
    })),
  ];
}

/** Whether something told of an order is about how unusual it was: an inspection pack holds that only where it was chosen. */
export function isOfSom({ sentence }: Described): boolean {
  return sentence.startsWith('timeline.som.') || sentence.startsWith('timeline.request.warned.');
}

/** What an event says beside its sentence, one line each; people are named by id. */
export function describeDetails(event: OrderEvent): readonly Described[] {
  switch (event.type) {
    case 'order.received': {
      const { verifiedBy, lines } = event.payload;
      const verified: Described[] = verifiedBy
        ? [{ sentence: 'timeline.verified', params: { verifiedBy } }]
        : [];
      return [...verified, ...lines.flatMap(ofLine)];
    }
    case 'order.signed':
    case 'request.warned':
      return ofSom(event);
    case 'order.lost':
    case 'order.cancelled':
      return event.type === 'order.cancelled' && event.payload.unsent === true
        ? []
        : [{ sentence: 'timeline.statement', params: { text: event.payload.statement.text } }];
    case 'order.statement-linked': {
      const { file } = event.payload;
      return file ? [{ sentence: 'timeline.file', params: { name: file.name, sha256: file.sha256 } }] : [];
    }
    case 'order.page-compared':
      return event.payload.differences.map(describeDifference);
    case 'order.cut':
      return event.payload.lines.map(({ lineNumber: line, words }) => ({
        sentence: 'timeline.line-cut',
        params: { line, words },
      }));
    case 'order.expired':
      return event.payload.balance.map(({ lineNumber: line, packages: count }) => ({
        sentence: 'timeline.balance',
        params: { line, count },
      }));
    default:
      return [];
  }
}
