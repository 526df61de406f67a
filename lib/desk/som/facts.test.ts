import { expect, it } from 'vitest';
import { pageHash } from '@/lib/portal';
import { deskWorld, PIN } from '@/tests/desk/desk-world';
import { oxycodone, seenLine, seenPage } from '@/tests/desk/seen-page';
import { bringUsualHistory } from '@/tests/desk/usual-history';
import { approveRequest, lookAtPage, openRequest } from '../background';

const REASON = { kind: 'hospice-ltc', detail: 'Hill Country Hospice since June' } as const;
const ID = 'request-1';

it('a reason given with an order, and what its supplier cut of it, are facts of the substance', async () => {
  const world = await deskWorld();
  const { desk, ports } = world;
  await bringUsualHistory(desk);
  const certificate = await world.importPfx('full');
  const { certificates } = await ports.archive.directory();
  await desk.acceptHonesty({ personId: certificates[0]?.personId ?? '', pin: PIN });
  const page = seenPage({ lines: [seenLine({ ...oxycodone, packages: '30' })] });
  const { draft, supplier } = await lookAtPage(ports, page, 'https://meridian.example/review');
  await openRequest(ports, {
    ...{ id: ID, mode: 'now', draft, pageHash: pageHash(page), delivery: 'page-field' },
    page: { origin: 'https://meridian.example', tabId: 1, frameId: 0, documentId: ID },
    supplierId: supplier?.id ?? null,
  });
  const edits = { certificate, lines: {}, supplier: {} };
  const { document } = await desk.prepareDocument(ID, edits);
  await desk.noteWarning(ID, edits);
  await world.unlock(certificate);
  await approveRequest(world.approvalPorts(page), world.crls, {
    ...{ requestId: ID, document: document ?? '', edits, reason: REASON },
  });
  const { watch } = await desk.due();
  expect(watch).toMatchObject([{ substance: 'oxycodone', level: 'stop' }]);
  expect(watch[0]?.months?.at(-1)).toBe(3_600);

  const judged = (await desk.somSubstance('9143'))?.last;
  expect(judged?.level).toBe('stop');
  await ports.archive.append({
    ...{ commandId: 'shipped', who: 'system', orderId: ID },
    events: [
      {
        type: 'order.shipped',
        payload: { lines: [{ lineNumber: 1, packages: 10 }], date: null, seen: { origin: null } },
      },
    ],
  });
  // What may still ship is no cut.
  expect((await desk.somSubstance('9143'))?.cuts).toEqual([]);
  await ports.archive.append({
    ...{ commandId: 'voided', who: 'system', orderId: ID },
    events: [
      {
        type: 'order.voided',
        payload: { lines: [1], statement: 'no more of it', date: null, seen: { origin: null } },
      },
    ],
  });
  const shown = await desk.somSubstance('9143');
  // It was asked for all the same.
  expect(shown?.last).toEqual(judged);
  expect(shown?.reasons).toMatchObject([{ ...REASON, orderId: ID, whoName: 'Dana Okafor', level: 'stop' }]);
  expect(shown?.cuts).toMatchObject([
    {
      ...{ orderId: ID, supplierName: 'Meridian Drug', why: 'voided' },
      ...{ orderedUnits: 3_000, shippedUnits: 1_000 },
    },
  ]);
  expect(shown?.cuts[0]?.sentence).toMatch(
    /^Meridian Drug voided an order of 3,000 units of Nov \d+, 2026, and shipped 1,000\. With them the month stood at 3,600 units\.$/,
  );
  // It counts as what shipped from now on.
  expect(shown?.picture.months.at(-1)?.total).toBe(1_600);
  const wish = { code: '9143', supplierId: 'harbor', units: 4_000, reason: REASON };
  expect((await desk.increaseModel(wish)).cuts).toEqual([]);
  expect((await desk.increaseModel({ ...wish, supplierId: 'meridian' })).cuts).toHaveLength(1);
});
