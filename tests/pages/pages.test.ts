import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SeenPage } from '@/lib/portal';
import { barLines, barsOf, leastBars, type Part } from '../eval/page-reading/bars';
import { pageResult } from '../eval/page-reading/page-result';
import { differences } from './differences';
import { CHROMIUM, openReader, type Reader } from './reader';
import { pageNames, savedPages, type SavedPage } from './truth';

/** Another folder of the same form, to try pages that aren't kept. */
const folder = process.env.COUNTERSIGN_PAGES;
const pages = savedPages(folder);

/** Saved pages in a real browser: hidden, struck and off-screen text needs a layout. */
describe.skipIf(!CHROMIUM)('saved pages', () => {
  let reader: Reader;
  const readings = new Map<string, Promise<SeenPage>>();

  beforeAll(async () => {
    reader = await openReader();
  }, 60_000);
  afterAll(() => reader.close());

  function read(saved: SavedPage): Promise<SeenPage> {
    const reading = readings.get(saved.name) ?? reader.read(saved.html, saved.steps);
    readings.set(saved.name, reading);
    return reading;
  }

  test.concurrent.each(pages.map((page) => [page.name, page] as const))(
    '%s',
    { timeout: 30_000 },
    async (_, saved) => {
      const found = differences(await read(saved), saved.truth);
      const said = found.map(
        ({ field, is, should }) => `${field}: ${JSON.stringify(is)}, should be ${JSON.stringify(should)}`,
      );
      // Equal, so that what is read right after all must be taken off the list.
      expect(found.map(({ field }) => field).sort(), said.join('\n')).toEqual(
        [...saved.expectedFailures].sort(),
      );
    },
  );

  test('reach the bars', async () => {
    const judged = [];
    for (const saved of pages) {
      const result = pageResult(saved.name, await read(saved), { detectMs: null, longestTaskMs: null });
      judged.push({ result, truth: saved.truth });
    }
    const bars = barsOf(judged);
    const below = Object.entries(bars).filter(
      ([name, { right, of }]: [string, Part]) => right < of * leastBars[name as keyof typeof bars],
    );
    expect(below, barLines(bars).join('\n')).toEqual([]);
  });

  test('all have a truth, and are of many structures', () => {
    expect(pages.map(({ name }) => name)).toEqual(pageNames(folder));
    const structures = new Set(pages.map(({ structure }) => structure));
    expect(structures.has('')).toBe(false);
    expect(structures.size).toBeGreaterThanOrEqual(folder === undefined ? 40 : 1);
  });
});
