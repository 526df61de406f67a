import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runs } from '../support/runs';
import { differences } from './differences';
import { cards, generatedPage, grids } from './generated-page';
import { CHROMIUM, openReader, type Reader } from './reader';

/** Not from a list of pages that anyone could be fitted to: labels, columns, containers and numbers in any combination. */
describe.skipIf(!CHROMIUM)('generated pages', () => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await openReader();
  });
  afterAll(() => reader.close());

  test.each([
    ['an order form is read whole and right', 'order-form', fc.oneof(grids, cards('hyphens')), 30],
    ['an order of cards with eleven-digit NDCs is read', 'order-form', cards('digits'), 15],
    ['a shipment is read whole and right', 'shipment', grids, 15],
    ['search results with quantity boxes are no order', 'none', fc.oneof(grids, cards('hyphens')), 15],
  ] as const)('%s in every combination', async (_, purpose, layout, usual) => {
    await fc.assert(
      fc.asyncProperty(generatedPage(purpose, layout), async ({ html, truth }) => {
        expect(differences(await reader.read(html), truth), html).toEqual([]);
      }),
      { seed: 1305, numRuns: runs(usual) },
    );
  });

  // Known, as `expectedFailures` are: once they are read, this fails until they are taken in above.
  test.fails('not read yet: cards of a shipment, in some combinations', async () => {
    await fc.assert(
      fc.asyncProperty(generatedPage('shipment', cards('hyphens')), async ({ html, truth }) => {
        expect(differences(await reader.read(html), truth)).toEqual([]);
      }),
      { seed: 1305, numRuns: 30, endOnFailure: true },
    );
  });
});
