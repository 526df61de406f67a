import type { ElementHandle, JSHandle, Page } from 'puppeteer-core';

type Kind = 'field' | 'choice' | 'button' | 'text';

/** What users do on a page by the words they see, as Playwright's locators do in Chromium; each waits up to 15 s. */
export interface Form {
  fill(label: string, text: string): Promise<void>;
  choose(label: string, value: string): Promise<void>;
  upload(label: string, file: string): Promise<void>;
  /** Checkboxes and radio buttons, by the beginning of their label. */
  tick(label: string): Promise<void>;
  press(name: string): Promise<void>;
  /** Waits until the page shows this. */
  shows(text: string): Promise<void>;
}

const WAIT_MS = 15_000;

export function formOn(page: Page): Form {
  const find = async (kind: Kind, words: string): Promise<ElementHandle> => {
    const found = await page
      .waitForFunction(inPage, { timeout: WAIT_MS }, kind, words)
      .catch((cause: unknown) => {
        throw new Error(`no ${kind} “${words}” on ${page.url()}`, { cause });
      });
    const element = (found as JSHandle).asElement() as ElementHandle | null;
    if (!element) throw new Error(`no ${kind} “${words}”`);
    return element;
  };
  return {
    async fill(label, text) {
      const field = await find('field', label);
      await field.focus();
      await page.keyboard.type(text);
    },
    async choose(label, value) {
      await (await find('field', label)).select(value);
    },
    async upload(label, file) {
      const field = (await find('field', label)) as ElementHandle<HTMLInputElement>;
      await field.uploadFile(file);
    },
    async tick(label) {
      await (await find('choice', label)).click();
    },
    async press(name) {
      await (await find('button', name)).click();
    },
    async shows(text) {
      await find('text', text);
    },
  };
}

/** Runs in the page. The first visible thing with these words; null while there is none. */
function inPage(kind: Kind, words: string): Element | null {
  const said = (element: Element | null | undefined) =>
    (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  if (kind === 'text') return said(document.body).includes(words) ? document.body : null;
  const shown = (element: Element) => element.getClientRects().length > 0;
  const all = (selector: string) => [...document.querySelectorAll(selector)];
  if (kind === 'button')
    return (
      all('button').find(
        (button) =>
          shown(button) &&
          !button.matches('[disabled], [aria-disabled=true]') &&
          (button.getAttribute('aria-label') ?? said(button)).startsWith(words),
      ) ?? null
    );
  const labelsOf = (field: Element) => {
    const ids = (field.getAttribute('aria-labelledby') ?? '').split(' ');
    const named = [
      ...((field as HTMLInputElement).labels ?? []),
      ...ids.map((id) => document.getElementById(id)),
    ];
    return [field.getAttribute('aria-label') ?? '', ...named.map(said)];
  };
  const isMeant = (label: string) => (kind === 'choice' ? label.startsWith(words) : label === words);
  return all('input, select, textarea').find((field) => labelsOf(field).some(isMeant)) ?? null;
}
