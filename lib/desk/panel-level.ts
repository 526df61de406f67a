import type { PlainDate } from '@/lib/base';
import type { OrderDraft, OrderState } from '@/lib/order';
import { highestLevel, type SomLevel } from '@/lib/som';
import { assessDraft } from './assess';
import type { DeskPorts } from './ports';
import { productOf } from './product-of';
import { knownProducts } from './products/known-products';
import { somLine } from './som-line';
import { judgeLast } from './som/judge-last';

/**
 * The level of an order that is being composed. Once it is tracked it is part of its day, and that day is compared with those
 * before; what was signed here was judged then.
 */
export async function panelLevel(
  ports: DeskPorts,
  {
    draft,
    about,
    today,
  }: { readonly draft: OrderDraft; readonly about: OrderState | null; readonly today: PlainDate },
): Promise<SomLevel> {
  if (about?.kind === 'signed' || draft.lines.every(({ schedule }) => schedule === 'none')) return 'none';
  if (about === null) return (await assessDraft(ports, draft, today)).level;
  const known = await knownProducts(ports, draft.lines);
  const lines = draft.lines.flatMap((line) => somLine(line, productOf(line, known)));
  const codes = new Set(lines.flatMap(({ substanceCode }) => substanceCode ?? []));
  const judged = await judgeLast(
    ports.archive,
    [...codes].map((code) => ({ code, last: about.orderedOn })),
  );
  return highestLevel([...judged.values()].map(({ substance }) => substance.level));
}
