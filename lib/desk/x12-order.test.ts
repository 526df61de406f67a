import { expect, it } from 'vitest';
import { fromBase64 } from '@/lib/base';
import { documentKind, readX12Order } from '@/lib/documents';
import { pageHash } from '@/lib/portal';
import { demoProfile } from '@/tests/desk/demo-profile';
import { deskWorld, PIN } from '@/tests/desk/desk-world';
import { oxycodone, seenLine, seenPage } from '@/tests/desk/seen-page';
import { approveRequest, lookAtPage, openRequest } from './background';

const page = seenPage({ lines: [seenLine(oxycodone)] });

it('an order for a supplier that takes X12 is shown from those bytes, signed and archived as they are', async () => {
  const world = await deskWorld();
  await world.desk.saveSupplier({ ...demoProfile('meridian', 'integrated'), documentForm: 'x12-850' });
  const certificate = await world.importPfx('full');
  const { certificates } = await world.ports.archive.directory();
  await world.desk.acceptHonesty({ personId: certificates[0]?.personId ?? '', pin: PIN });
  const looked = await lookAtPage(world.ports, page, 'https://meridian.example/review');
  const { request } = await openRequest(world.ports, {
    id: 'request-x12',
    mode: 'now',
    draft: looked.draft,
    pageHash: pageHash(page),
    page: { origin: 'https://meridian.example', tabId: 1, frameId: 0, documentId: 'doc' },
    delivery: 'page-field',
    supplierId: 'meridian',
  });
  const edits = { certificate, lines: {}, supplier: {} };
  const shown = await world.desk.prepareDocument(request.id, edits);
  expect(shown.findings.filter(({ severity }) => severity === 'blocks')).toEqual([]);
  const bytes = fromBase64(shown.document ?? '');
  expect(documentKind(bytes)).toBe('x12-850');
  expect(shown.order).toEqual(readX12Order(bytes));
  expect(shown.order?.lines[0]).toMatchObject({ packages: 3, ndc11: expect.any(String) as string });

  await world.unlock(certificate);
  await approveRequest(world.approvalPorts(page), world.crls, {
    requestId: request.id,
    document: shown.document ?? '',
    edits,
    reason: { kind: 'hospice-ltc', detail: 'a new hospice nearby opened this month' },
  });
  const { name, bytes: signed } = await world.desk.signedFile(request.id);
  expect(name).toBe(`${shown.order?.number}.p7m`);
  expect(Buffer.from(signed).includes(Buffer.from(bytes))).toBe(true);
  expect(await world.ports.archive.order(request.id)).toMatchObject({
    number: shown.order?.number,
    phase: 'signed',
  });
});
