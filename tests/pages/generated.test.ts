import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runs } from '../support/runs';
import { differences } from './differences';
import { generatedPage } from './generated-page';
import { CHROMIUM, openReader, type Reader } from './reader';

/** Not from a list of pages that anyone could be fitted to: labels, columns, containers and numbers in any combination. */
describe.skipIf(!CHROMIUM)('generated pages', () => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await openReader();
  });
  afterAll(() => reader.close());

  test.each([
    ['an order form is read whole and right', 'order-form', 60],
    ['a shipment is read whole and right', 'shipment', 30],
    ['search results with quantity boxes are no order', 'none', 30],
  ] as const)('%s in every combination', async (_, purpose, usual) => {
    await fc.assert(
      fc.asyncProperty(generatedPage(purpose), async ({ html, truth }) => {
        expect(differences(await reader.read(html), truth), html).toEqual([]);
      }),
      { seed: 1305, numRuns: runs(usual) },
    );
  });
});
