import { CountersignError } from '@/lib/base';
import type { DeskPorts } from '@/lib/desk';
import { countOnce, toldCounts, toldUndone, type LookedAt } from '@/lib/desk/background';
import type { PageBinding } from '@/lib/order';
import { countsUndoneSchema, countsWrittenSchema } from '@/lib/portal';
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { askPage } from './page-tab';

/** Puts what was counted of an order into the supplier's form, in the very document that asked. Answers what came of it. */
export async function writeCounts(
  ports: DeskPorts,
  { about, supplier: profile }: LookedAt,
  page: PageBinding,
): Promise<string> {
  if (!about) throw new CountersignError('order/unknown', { number: '' });
  const counted = await countOnce(ports, about);
  await letIn(page);
  const answer = await askPage(page, 'content.count', { lines: counted.lines, profile });
  const written = v.safeParse(countsWrittenSchema, answer);
  if (!written.success) throw new CountersignError('signing/page-gone');
  return toldCounts(written.output, counted);
}

/** Puts back what the form showed before. */
export async function undoCounts(page: PageBinding): Promise<string> {
  await letIn(page);
  const undone = v.safeParse(countsUndoneSchema, await askPage(page, 'content.uncount', {}));
  if (!undone.success) throw new CountersignError('signing/page-gone');
  return toldUndone(undone.output);
}

/** Where it is already, it stays as it is. */
async function letIn({ tabId, documentId }: PageBinding): Promise<void> {
  try {
    await browser.scripting.executeScript({
      target: { tabId, documentIds: [documentId] },
      files: ['/count.js'],
    });
  } catch (cause) {
    throw new CountersignError('signing/page-gone', {}, { cause });
  }
}
