import { say } from '@/lib/words';
import { orderState } from '../e2e/harness/archive-reader';
import { recordAct } from '../e2e/harness/record-act';
import type { Scene } from './scene';

/** The bottle that was short on line 1 stood there all the time. */
export async function correctReceipt({ extension, shots }: Scene, number: string): Promise<void> {
  const { orderId, lines } = await orderState(extension, number);
  const page = await extension.open(`workspace.html#/orders/${encodeURIComponent(orderId)}`);
  await page.getByRole('button', { name: /^Correct: 61 packages received/ }).click();
  const asked = page.getByRole('dialog');
  await asked.getByLabel(/^Packages of line 1/).fill(String(lines[0]?.ordered ?? ''));
  await asked.getByLabel(/^Problem with line 1/).selectOption('none');
  await asked.getByLabel(say('act.reason')).fill('The missing bottle stood behind the tote');
  await recordAct(asked, say('correct.yes'));
  await asked.waitFor({ state: 'hidden' });
  await shots.take('order-corrected', 'A count put right: what was recorded first stays in sight', page, {
    fullPage: true,
  });
  await page.close();
}
