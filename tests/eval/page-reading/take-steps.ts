import type { Page } from '@playwright/test';

/**
 * Does what a case says is done on its page before it is read: `click SELECTOR`, `wait MS`, `scroll`. `onScreen` is told of
 * each screen that was scrolled to.
 */
export async function takeSteps(
  page: Page,
  steps: readonly string[],
  onScreen: () => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  for (const step of steps) {
    const [, verb, rest = ''] = /^(click|wait|scroll)\b\s*(.*)$/.exec(step) ?? [];
    if (verb === 'click') await page.locator(rest).first().click({ timeout: 5_000 });
    else if (verb === 'wait') await page.waitForTimeout(Math.min(Number(rest) || 0, 30_000));
    else if (verb === 'scroll') await scrollThrough(page, onScreen);
    else throw new Error(`“${step}” is no step`);
  }
}

/** Screens scrolled at most, and what a list that mounts rows while scrolling gets after each. */
const SCREENS = 60;
const MOUNT_MS = 120;

/** To the end, screen by screen, as a reader does: first each list that scrolls by itself, then the window. */
async function scrollThrough(page: Page, onScreen: () => Promise<unknown>): Promise<void> {
  for (let i = 0; i < SCREENS; i++) {
    const isEnd = await page.evaluate(() => {
      const inner = [...document.querySelectorAll<HTMLElement>('body *')].find(
        (element) =>
          element.clientHeight > 60 &&
          element.scrollTop + element.clientHeight < element.scrollHeight - 2 &&
          /auto|scroll/.test(getComputedStyle(element).overflowY) &&
          element.tagName !== 'TEXTAREA',
      );
      if (inner) {
        inner.scrollTop += inner.clientHeight * 0.9;
        return false;
      }
      window.scrollBy(0, window.innerHeight * 0.9);
      return window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 2;
    });
    // Scrolling is told to the page with its next frame, which a busy machine draws late.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
    await page.waitForTimeout(MOUNT_MS);
    await onScreen();
    if (isEnd) return;
  }
}
