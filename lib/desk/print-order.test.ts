import { expect, it } from 'vitest';
import type { DeaNumber, PlainDate } from '@/lib/base';
import { pageHash } from '@/lib/portal';
import { deskWorld, PIN } from '@/tests/desk/desk-world';
import { oxycodone, seenLine, seenPage } from '@/tests/desk/seen-page';
import { approveRequest, lookAtPage, openRequest } from './background';

const page = seenPage({ lines: [seenLine(oxycodone)] });

it('a printed order says what was signed, and who counted what came of it', async () => {
  const world = await deskWorld();
  const certificate = await world.importPfx('full');
  const { certificates } = await world.ports.archive.directory();
  await world.desk.acceptHonesty({ personId: certificates[0]?.personId ?? '', pin: PIN });
  const looked = await lookAtPage(world.ports, page, 'https://meridian.example/review');
  await openRequest(world.ports, {
    id: 'request-print',
    mode: 'now',
    draft: looked.draft,
    pageHash: pageHash(page),
    page: { origin: 'https://meridian.example', tabId: 1, frameId: 0, documentId: 'doc' },
    delivery: 'page-field',
    supplierId: 'meridian',
  });
  const edits = { certificate, lines: {}, supplier: {} };
  const { document, sha256 } = await world.desk.prepareDocument('request-print', edits);
  await world.unlock(certificate);
  await approveRequest(world.approvalPorts(page), world.crls, {
    requestId: 'request-print',
    document: document ?? '',
    edits,
    reason: { kind: 'hospice-ltc', detail: 'a new hospice nearby opened this month' },
  });
  const [dana] = await world.desk.people();
  const state = await world.ports.archive.order('request-print');
  await world.desk.recordReceipt({
    commandId: 'receipt-1',
    orderId: 'request-print',
    expectedVersion: state?.version ?? 0,
    lines: [{ lineNumber: 1, packages: 2 }],
    date: '2026-11-23' as PlainDate,
    note: 'one missing',
    personId: dana?.id ?? '',
    pin: PIN,
  });
  expect(await world.desk.printOrder('request-print')).toMatchObject({
    kind: 'signed',
    number: state?.number,
    signature: { documentSha256: sha256, certificateSha256: certificate },
    printedBy: 'Dana Okafor',
    lines: [
      { packages: 3, receipts: [{ packages: 2, countedBy: 'Dana Okafor', deliveryNote: 'one missing' }] },
    ],
  });
  expect(await world.desk.printOrder('no-such-order')).toBeNull();

  // Another location is chosen since, where it is tomorrow already: the order's days stay those of its own.
  const before = await world.desk.printOrder('request-print');
  const registrant = await world.desk.registrant();
  if (!registrant) throw new Error('no registrant');
  const deaNumber = 'MG1234563' as DeaNumber;
  const by = { personId: dana?.id ?? '', pin: PIN };
  const second = { ...registrant, deaNumber, zone: 'Pacific/Kiritimati' };
  await world.desk.saveLocation({ ...by, commandId: 'place', registrant: second, replaces: null });
  await world.desk.chooseRegistrant(deaNumber);
  expect((await world.desk.registrant())?.zone).toBe('Pacific/Kiritimati');
  expect(await world.desk.printOrder('request-print')).toEqual(before);
});
