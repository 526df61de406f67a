import { CountersignError } from '@/lib/base';
import type { DeskPorts } from '@/lib/desk';
import { countOnce, toldCounts, toldUndone } from '@/lib/desk/background';
import type { OrderState, PageBinding } from '@/lib/order';
import { countsUndoneSchema, countsWrittenSchema } from '@/lib/portal';
import * as v from 'valibot';
import { askPage } from './page-tab';

/** Puts what was counted of an order into the supplier's form, in the very document that asked. Answers what came of it. */
export async function writeCounts(
  ports: DeskPorts,
  order: OrderState | null,
  page: PageBinding,
): Promise<string> {
  if (!order) throw new CountersignError('order/unknown', { number: '' });
  const counted = await countOnce(ports, order);
  const written = v.safeParse(
    countsWrittenSchema,
    await askPage(page, 'content.count', { lines: counted.lines }),
  );
  if (!written.success) throw new CountersignError('signing/page-gone');
  return toldCounts(written.output, counted);
}

/** Puts back what the form showed before. */
export async function undoCounts(page: PageBinding): Promise<string> {
  const undone = v.safeParse(countsUndoneSchema, await askPage(page, 'content.uncount', {}));
  if (!undone.success) throw new CountersignError('signing/page-gone');
  return toldUndone(undone.output);
}
