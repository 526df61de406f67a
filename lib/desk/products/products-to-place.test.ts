import { expect, it } from 'vitest';
import { deskWorld } from '@/tests/desk/desk-world';
import { seenLine, seenPage } from '@/tests/desk/seen-page';
import { lookAtPage, trackOrder } from '../background';

it('a history of purchases doesn’t hide what may be controlled among hundreds of others', async () => {
  const { desk, ports } = await deskWorld();
  const others = Array.from({ length: 300 }, (_, n) => `2026-10-02,meridian,,ZYLOMEP ${n} UG TAB,9`);
  const csv = ['Date,Supplier,NDC,Product,Packages', '2026-01-02,meridian,,ALPRZ TB,1', ...others, ''].join(
    '\n',
  );
  await desk.importHistory('all.csv', csv, () => undefined);
  const before = await desk.productsToPlace();
  expect(before.unknown.map(({ text }) => text)).toEqual(['ALPRZ TB']);
  expect(before.others).toHaveLength(300);
  // Whatever a text says: an order line that states its schedule stands with those that matter.
  const line = seenLine({ ndc: '', description: 'ZYLOMEP 7 UG TAB', packages: '2', schedule: 'C-II' });
  const page = await lookAtPage(ports, seenPage({ lines: [line] }), 'https://cascade.example/cart');
  await trackOrder(ports, page, 'https://cascade.example');
  const after = await desk.productsToPlace();
  expect(after.unknown.map(({ text }) => text).sort()).toEqual(['ALPRZ TB', 'ZYLOMEP 7 UG TAB']);
  expect(after.others).toHaveLength(299);
});
