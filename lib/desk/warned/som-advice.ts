import type { Directory } from '@/lib/archive';
import { CountersignError, formatOrderNumber, type OrderNumber, type PlainDate } from '@/lib/base';
import type { DraftLine, OrderDraft } from '@/lib/order';
import { confidenceOf, somSentence, type SubstanceAssessment } from '@/lib/som';
import { say } from '@/lib/words';
import { assessDraft } from '../assess';
import { situation } from '../context';
import { applyEdits } from '../edits';
import type { DeskPorts } from '../ports';
import { todayAt } from '../registrants';
import { isSameBuyer } from '../same-buyer';
import { earlierReason, requestsWithReason } from './earlier-reason';
import { slipSentence } from './slip-sentence';
import type { SomAdvice, WarnedCases } from './views';

const DAYS_A_MONTH = 30.4;

/** What else is known of substances that differ from the usual, or couldn't be compared; for the sign window alone. */
export function somAdvice(ports: DeskPorts): WarnedCases['somAdvice'] {
  return async (requestId, edits) => {
    const stored = await ports.archive.request(requestId);
    if (!stored) throw new CountersignError('signing/request-unknown');
    const here = await situation(ports);
    const draft = applyEdits(stored.request.draft, edits);
    const today = todayAt(ports, here, draft.purchaser.deaNumber);
    const { substances } = await assessDraft(ports, draft, today);
    const said = substances.filter(({ level }) => level !== 'none');
    if (said.length === 0) return [];
    const elsewhere = await openElsewhere(ports, here.directory, requestId, draft);
    const withReason = await requestsWithReason(ports);
    return Promise.all(
      said.map(async (substance): Promise<SomAdvice> => {
        const { substanceCode: code, lineNumbers, history } = substance;
        const lines = draft.lines.filter(({ lineNumber }) => lineNumbers.includes(lineNumber));
        return {
          ...{ substanceCode: code, name: substance.substanceName, level: substance.level, lineNumbers },
          sentence: somSentence(substance),
          history: {
            orders: history.orders,
            months: Math.ceil(history.days / DAYS_A_MONTH),
            suppliers: history.suppliers,
          },
          confidence: confidenceOf(history.orders),
          checks: checksOf(substance, lines, elsewhere),
          earlier:
            code === null || substance.level !== 'stop'
              ? null
              : await earlierReason(ports, here.directory, withReason, code),
        };
      }),
    );
  };
}

/** One product of an order that is under way, or waits for its signature. */
interface Elsewhere {
  readonly line: DraftLine;
  readonly packages: number;
  readonly number: string;
  readonly date: PlainDate | null;
}

function checksOf(
  { slip, level }: SubstanceAssessment,
  lines: readonly DraftLine[],
  elsewhere: readonly Elsewhere[],
): string[] {
  if (level === 'unchecked') return [];
  const open = lines.flatMap((line) =>
    elsewhere
      .filter((other) => isSameProduct(other.line, line))
      .map(({ packages, number, date }) =>
        date === null
          ? say('sign-som.check.waiting', { line: line.lineNumber, count: packages, number })
          : say('sign-som.check.open', { line: line.lineNumber, count: packages, number, date }),
      ),
  );
  return [...(slip ? [slipSentence(slip)] : []), ...open];
}

/** What is still to come of open orders, and what waits for a signature, of this location; both by an index. */
async function openElsewhere(
  { archive }: DeskPorts,
  directory: Directory,
  requestId: string,
  draft: OrderDraft,
): Promise<readonly Elsewhere[]> {
  const [orders, requests] = await Promise.all([archive.openOrders(), archive.openRequests()]);
  const nameOf = (number: string | null) =>
    number === null ? say('panel.no-number') : formatOrderNumber(number as OrderNumber);
  return [
    ...orders
      .filter((order) => order.orderId !== requestId && isSameBuyer(directory, order.draft, draft))
      .flatMap(({ lines, number, orderedOn: date }) =>
        lines
          .filter(({ balance }) => balance > 0)
          .map(({ line, balance: packages }) => ({ line, packages, number: nameOf(number), date })),
      ),
    ...requests
      .filter(({ request }) => request.id !== requestId && isSameBuyer(directory, request.draft, draft))
      .flatMap(({ request: { draft: other } }) =>
        other.lines.flatMap((line) =>
          line.packages === null
            ? []
            : [{ line, packages: line.packages, number: nameOf(other.number), date: null }],
        ),
      ),
  ];
}

function isSameProduct(a: DraftLine, b: DraftLine): boolean {
  return a.ndc11 !== null && b.ndc11 !== null ? a.ndc11 === b.ndc11 : a.name.trim() === b.name.trim();
}
