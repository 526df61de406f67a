import type { Page } from '@playwright/test';
import { say } from '@/lib/words';

/** Picks a reason and writes its specific, where the comparison with the usual orders wants one; and why it is less than before. */
export async function giveReason(
  window: Page,
  specific = 'Two new hospice patients since last week',
): Promise<void> {
  const lowered = window.getByLabel(say('sign-som.lowered.why'));
  if (await lowered.isVisible()) await lowered.fill('A zero too many was typed before');
  const reason = window.getByRole('combobox', { name: say('sign.reason') });
  if (!(await reason.isVisible())) return;
  await reason.selectOption('hospice-ltc');
  await window.getByLabel(say('som-reason.hospice-ltc.ask')).fill(specific);
}
