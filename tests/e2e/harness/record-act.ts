import type { Locator, Page } from '@playwright/test';
import { say } from '@/lib/words';
import { demoPin } from './set-up-pharmacy';

/**
 * Says who acts, by PIN, and records it, in the one form for an act that is open: whoever is at work, or somebody else by the
 * beginning of a name.
 */
export async function recordAct(
  place: Page | Locator,
  button: string,
  { by, pin = demoPin }: { readonly by?: string; readonly pin?: string } = {},
): Promise<void> {
  const who = place.getByLabel(say('act.by'), { exact: true });
  if (by !== undefined) {
    const option = who.locator('option', { hasText: by });
    await who.selectOption(await option.getAttribute('value'));
  }
  await place.getByLabel(say('ui.who.pin'), { exact: true }).fill(pin);
  await place.getByRole('button', { name: button, exact: true }).click();
}
