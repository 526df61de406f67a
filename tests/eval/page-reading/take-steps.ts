import type { Page } from '@playwright/test';

export interface Pace {
  /** What somebody who scrolls looks at a screen before going on. */
  readonly screenMs: number;
  /** Told of each screen that was scrolled to. */
  readonly onScreen?: () => Promise<unknown>;
}

/** Does what a case says is done on its page before it is read: `click SELECTOR`, `wait MS`, `scroll`. */
export async function takeSteps(
  page: Page,
  steps: readonly string[],
  pace: Pace = { screenMs: 500 },
): Promise<void> {
  for (const step of steps) {
    const [, verb, rest = ''] = /^(click|wait|scroll)\b\s*(.*)$/.exec(step) ?? [];
    if (verb === 'click') await page.locator(rest).first().click({ timeout: 5_000 });
    else if (verb === 'wait') await page.waitForTimeout(Math.min(Number(rest) || 0, 30_000));
    else if (verb === 'scroll') await scrollThrough(page, pace);
    else throw new Error(`“${step}” is no step`);
  }
}

/** Screens scrolled at most. */
const SCREENS = 60;

/** To the end, screen by screen, as a reader does: first each list that scrolls by itself, then the window. */
async function scrollThrough(page: Page, { screenMs, onScreen }: Pace): Promise<void> {
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
    await page.waitForTimeout(screenMs);
    await onScreen?.();
    if (isEnd) return;
  }
}
