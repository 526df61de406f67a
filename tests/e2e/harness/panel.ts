import { expect, type Page } from '@playwright/test';
import { inClosedShadows } from './closed-shadow';

/** The in-page panel as a user has it: its visible text, and clicks of the real mouse, so that events are trusted. */
export interface Panel {
  text(): Promise<string>;
  /** Waits until the panel says this. */
  says(what: string | RegExp): Promise<void>;
  isShown(): Promise<boolean>;
  buttons(): Promise<readonly string[]>;
  click(button: RegExp): Promise<void>;
}

/** Often: a panel comes half a second after its page, and everything after waits for it. */
const LOOK = { intervals: [100] };

const TEXT = `function () {
  const shown = [...this.children].filter((el) => el.localName !== 'style' && el.getClientRects().length > 0);
  return shown.map((el) => el.innerText).join('\\n');
}`;
const BUTTONS = `function () {
  return [...this.querySelectorAll('button')]
    .filter((b) => b.getClientRects().length > 0)
    .map((b) => b.getAttribute('aria-label') ?? b.innerText.trim());
}`;
const PLACE = `function (name) {
  const wanted = [...this.querySelectorAll('button')].find((b) => (b.getAttribute('aria-label') ?? b.innerText.trim()) === name);
  if (!wanted) return null;
  wanted.scrollIntoView({ block: 'center' });
  const { x, y, width, height } = wanted.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}`;

export function panelOf(page: Page): Panel {
  const text = async () => (await inClosedShadows<string>(page, TEXT, '')).join('\n').trim();
  const buttons = async () => (await inClosedShadows<string[]>(page, BUTTONS, '')).flat();
  return {
    text,
    buttons,
    isShown: async () => (await text()) !== '',
    says: (what) =>
      typeof what === 'string'
        ? expect.poll(text, { ...LOOK, message: `panel says ${what}` }).toContain(what)
        : expect.poll(text, { ...LOOK, message: `panel says ${what}` }).toMatch(what),
    async click(button) {
      await expect
        .poll(async () => (await buttons()).some((name) => button.test(name)), {
          ...LOOK,
          message: `panel has ${button}`,
        })
        .toBe(true);
      const name = (await buttons()).find((one) => button.test(one)) ?? '';
      const places = await inClosedShadows<{ x: number; y: number } | null>(page, PLACE, name);
      const place = places.find((one) => one !== null);
      if (!place) throw new Error(`panel button ${name} is gone`);
      await page.mouse.click(place.x, place.y);
    },
  };
}
