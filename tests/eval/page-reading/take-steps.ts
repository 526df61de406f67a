import type { Page } from '@playwright/test';

/** Does what a case says is done on its page before it is read: `click SELECTOR`, `wait MS`, `scroll`. */
export async function takeSteps(page: Page, steps: readonly string[]): Promise<void> {
  for (const step of steps) {
    const [, verb, rest = ''] = /^(click|wait|scroll)\b\s*(.*)$/.exec(step) ?? [];
    if (verb === 'click') await page.locator(rest).first().click({ timeout: 5_000 });
    else if (verb === 'wait') await page.waitForTimeout(Math.min(Number(rest) || 0, 30_000));
    else if (verb === 'scroll') await scrollThrough(page);
    else throw new Error(`“${step}” is no step`);
  }
}

/** To the end, screen by screen, as a reader does: lists that mount rows while scrolling get the time to. */
async function scrollThrough(page: Page): Promise<void> {
  for (let i = 0; i < 40; i++) {
    const isEnd = await page.evaluate(() => {
      window.scrollBy(0, window.innerHeight * 0.9);
      return window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 2;
    });
    await page.waitForTimeout(120);
    if (isEnd) return;
  }
}
