import { expect, it } from 'vitest';
import { CountersignError, fromBase64, utf8 } from '@/lib/base';
import { writeCsosOrder, readOrder } from '@/lib/documents';
import type { PageApiAnswer } from '@/lib/portal';
import { demoProfile } from '@/tests/desk/demo-profile';
import { deskWorld, PIN } from '@/tests/desk/desk-world';
import { seenPage } from '@/tests/desk/seen-page';
import { sampleOrder } from '@/tests/support/orders';
import {
  answerOf,
  approveRequest,
  confirmSubmitted,
  draftFromApi,
  openRequest,
  pageError,
  partiesOf,
  readPageQuestion,
} from './background';

const about = { version: 1, nonce: 'a-nonce-of-this-test' } as const;
const page = { origin: 'https://harbor.example', tabId: 1, frameId: 0, documentId: 'doc' };
const harbor = demoProfile('harbor', 'integrated');
const xml = new TextDecoder().decode(writeCsosOrder(sampleOrder));
const codeOf = (document: { xml: string } | { x12: string }): PageApiAnswer | null => {
  try {
    readPageQuestion({ ...about, ...document });
    return null;
  } catch (error) {
    return error instanceof CountersignError ? pageError(error.fault) : null;
  }
};

it('an order in XML is signed as a document of our own, never as the bytes that came', async () => {
  const world = await deskWorld();
  await world.desk.saveSupplier(harbor);
  const certificate = await world.importPfx('full');
  const directory = await world.ports.archive.directory();
  await world.desk.acceptHonesty({ personId: directory.certificates[0]?.personId ?? '', pin: PIN });
  const purchaserDea = directory.registrant?.deaNumber ?? '';
  // Laid out otherwise, and dated otherwise: what is signed is ours to the byte.
  const theirs = xml
    .replaceAll(sampleOrder.purchaser.deaNumber, purchaserDea)
    .replaceAll(sampleOrder.supplier.deaNumber, harbor.supplier.deaNumber ?? '')
    .replace(sampleOrder.date, '2020-01-01')
    .replaceAll(/\n */g, '');
  const asked = readPageQuestion({ ...about, xml: theirs });
  const url = 'https://harbor.example/checkout';
  const { registrant, supplier } = partiesOf(directory, { purchaserDea, url });
  const { request } = await openRequest(world.ports, {
    id: 'api-1',
    mode: 'now',
    draft: draftFromApi(asked, supplier, registrant ?? asked.order.supplier),
    pageHash: null,
    page,
    delivery: 'page-api',
    supplierId: supplier?.id ?? null,
  });
  expect(request.draft.number).toBe(sampleOrder.number);
  await expect(confirmSubmitted(world.ports, 'api-1', page.origin)).rejects.toMatchObject({
    code: 'signing/request-unknown',
  });

  const edits = { certificate, lines: {}, supplier: {} };
  const shown = await world.desk.prepareDocument('api-1', edits);
  expect(shown.findings.filter(({ severity }) => severity === 'blocks')).toEqual([]);
  const bytes = fromBase64(shown.document ?? '');
  expect(bytes).not.toEqual(utf8(theirs));
  expect(readOrder(bytes)).toMatchObject({
    number: sampleOrder.number,
    lines: sampleOrder.lines.map(({ packages, ndc11 }) => ({ packages, ndc11 })),
  });
  await world.unlock(certificate);
  const reason = { kind: 'hospice-ltc', detail: 'a new hospice nearby opened this month' } as const;
  await approveRequest(world.approvalPorts(seenPage({})), world.crls, {
    ...{ requestId: 'api-1', document: shown.document ?? '', edits, reason },
  });
  expect(await answerOf(world.ports, 'api-1')).toMatchObject({
    status: 'signed',
    orderNumber: sampleOrder.number,
  });

  // Signed, not submitted, until somebody says otherwise; once is enough.
  const phase = async () => (await world.ports.archive.order('api-1'))?.phase;
  expect(await phase()).toBe('signed');
  await confirmSubmitted(world.ports, 'api-1', page.origin);
  await confirmSubmitted(world.ports, 'api-1', page.origin);
  expect(await phase()).toBe('submitted');
  const events = await world.ports.archive.events('api-1');
  expect(events.filter(({ type }) => type === 'order.submitted')).toMatchObject([
    { payload: { how: 'page-api', seen: { origin: page.origin } } },
  ]);
});

it('a document that can’t be taken is answered with its code, and what it is', () => {
  expect(codeOf({ xml })).toBeNull();
  expect(codeOf({ xml: xml.replace('<Order>', '<Order><Coupon/>') })).toMatchObject({
    code: 'document/unexpected-content',
    message: expect.stringContaining('Order/Coupon') as string,
  });
  expect(codeOf({ x12: 'ISA' })).toMatchObject({ code: 'document/not-well-formed' });
});

it('more lines than an order may have are refused before anything is recognised', () => {
  const [item = ''] = /<OrderItem>[^]*?<\/OrderItem>/.exec(xml) ?? [];
  const many = xml.replace(/<Order>[^]*<\/Order>/, `<Order>${item.repeat(1_001)}</Order>`);
  expect(codeOf({ xml: many })).toMatchObject({ code: 'document/unexpected-content' });
});

it('a pharmacy’s own troubles stay its own', () => {
  const told = pageError({ code: 'archive/storage-full', params: { detail: 'C:\\Users\\lee' } });
  expect(told).toMatchObject({ status: 'error', code: 'internal/unexpected' });
  expect(JSON.stringify(told)).not.toContain('lee');
});
