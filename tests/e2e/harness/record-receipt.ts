import { expect, type Page } from '@playwright/test';
import { say } from '@/lib/words';
import { demoSignerName } from '../../pki/demo-subscribers';
import { orderState } from './archive-reader';
import type { Extension } from './extension';
import { demoPin } from './set-up-pharmacy';

/** Called at each state of the page, so that a tour can show it. */
type Look = (moment: 'counted' | 'review' | 'recorded', page: Page) => Promise<void>;

/** Counts what arrived on the receive page: packages by line number, today, by the signer, with their PIN. */
export async function recordReceipt(
  extension: Extension,
  number: string,
  packages: Readonly<Record<number, number>>,
  look?: Look,
): Promise<Page> {
  const { orderId, lines } = await orderState(extension, number);
  const page = await extension.open(`workspace.html#/receive/${encodeURIComponent(orderId)}`);
  for (const { line } of lines) {
    const count = packages[line.lineNumber];
    if (count === undefined) continue;
    await page
      .getByLabel(say('receive.quantity', { line: line.lineNumber, name: line.name }))
      .fill(String(count));
  }
  const countedBy = page.getByLabel(say('receive.counted-by'), { exact: true });
  await countedBy.selectOption({ label: `${demoSignerName} · ${say('role.signer')}` });
  await look?.('counted', page);
  await page.getByRole('button', { name: say('receive.review'), exact: true }).click();
  await page.getByLabel(say('ui.who.pin'), { exact: true }).fill(demoPin);
  await look?.('review', page);
  await page.getByRole('button', { name: say('ui.action.receipt'), exact: true }).click();
  await expect(page.getByText(say('receive.done'))).toBeVisible();
  await look?.('recorded', page);
  return page;
}
