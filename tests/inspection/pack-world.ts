import { addDays, legalDay, limits, type DeaNumber, type Ndc11, type PlainDate } from '@/lib/base';
import { approveRequest, lookAtPage, openRequest, trackOrder } from '@/lib/desk/background';
import type { PackProgress, PackWish } from '@/lib/desk';
import type { BesideRecord } from '@/lib/order';
import { pageHash } from '@/lib/portal';
import { deskWorld, PIN, type DeskWorld } from '../desk/desk-world';
import { methylphenidate, oxycodone, seenLine, seenPage, type LineText } from '../desk/seen-page';
import { demoRegistrants } from '../pki/demo-registrants';

const MERIDIAN = { origin: 'https://meridian.example', tabId: 1, frameId: 0, documentId: 'doc' };
const DAY_MS = 86_400_000;

/** Its name would be a formula in a spreadsheet, and markup in a page. */
export const ketamine: LineText = {
  ndc: '99901-0130-01',
  description: '=KETAMINE <b>50MG</b> VIAL',
  packageSize: '10',
  packages: '4',
  schedule: 'C-III',
};

export const pharmacyDea = demoRegistrants.pharmacy.deaNumber as DeaNumber;

export interface PackWorld extends DeskWorld {
  readonly personId: string;
  sign(lines: readonly LineText[]): Promise<string>;
  track(lines: readonly LineText[]): Promise<string>;
  receive(orderId: string, packages: readonly number[], date: string): Promise<void>;
  enter(record: Partial<BesideRecord>): Promise<string>;
  wish(more?: Partial<PackWish>): PackWish;
  /** The whole pack, and what was told on the way. */
  pack(more?: Partial<PackWish>): Promise<{ name: string; bytes: Buffer; told: readonly PackProgress[] }>;
}

/** A pharmacy whose orders, receipts and other records can be packed. */
export async function packWorld(): Promise<PackWorld> {
  const world = await deskWorld();
  const certificate = await world.importPfx('full');
  const [dana] = await world.desk.people();
  const personId = dana?.id ?? '';
  await world.desk.acceptHonesty({ personId, pin: PIN });
  let request = 0;
  const by = () => ({ commandId: crypto.randomUUID(), personId, pin: PIN });
  const wish = (more: Partial<PackWish> = {}): PackWish => ({
    ...by(),
    registrant: pharmacyDea,
    from: '2024-11-24' as PlainDate,
    to: '2026-11-30' as PlainDate,
    withSom: false,
    withStaff: false,
    ...more,
  });
  return {
    ...world,
    personId,
    wish,
    async sign(texts) {
      const page = seenPage({ lines: texts.map(seenLine) });
      const url = 'https://meridian.example/review';
      const looked = await lookAtPage(world.ports, page, url);
      const { request: opened } = await openRequest(world.ports, {
        ...{ id: `request-${(request += 1)}`, mode: 'now', draft: looked.draft, pageHash: pageHash(page) },
        ...{ page: MERIDIAN, delivery: 'page-field', supplierId: looked.supplier?.id ?? null },
      });
      const edits = { certificate, lines: {}, supplier: {} };
      const { document, findings } = await world.desk.prepareDocument(opened.id, edits);
      if (document === null) throw new Error(`nothing to sign: ${JSON.stringify(findings)}`);
      await world.unlock(certificate);
      const reason = { kind: 'hospice-ltc', detail: 'a new hospice nearby opened this month' } as const;
      await approveRequest(world.approvalPorts(page), world.crls, {
        ...{ requestId: opened.id, document, edits, reason },
      });
      world.ports.now += limits.clockFreshMs;
      return opened.id;
    },
    async track(texts) {
      const page = seenPage({ lines: texts.map(seenLine) });
      const looked = await lookAtPage(world.ports, page, 'https://cascade.example/orders');
      const { orderId } = await trackOrder(world.ports, looked, 'https://cascade.example');
      return orderId;
    },
    async receive(orderId, packages, date) {
      const state = await world.ports.archive.order(orderId);
      await world.desk.recordReceipt({
        ...{ ...by(), orderId, expectedVersion: state?.version ?? 0, date: date as PlainDate, note: null },
        lines: packages.map((count, at) => ({ lineNumber: at + 1, packages: count })),
      });
    },
    enter: (record) =>
      world.desk.enterRecord({
        ...by(),
        record: {
          kind: 'paper-222',
          date: '2026-11-20' as PlainDate,
          other: { name: 'Meridian Drug', deaNumber: 'RM1111119' },
          reference: '231234567',
          note: null,
          files: [],
          ...record,
          lines: record.lines ?? [
            {
              ...{
                lineNumber: 1,
                name: 'MORPHINE SULF TAB 15MG',
                ndc11: '99901014001' as Ndc11,
                strength: null,
              },
              ...{ schedule: '2', packageSize: 100, packages: 5, looseUnits: 0 },
            },
          ],
        },
      }),
    async pack(more) {
      const told: PackProgress[] = [];
      const { name, stream } = await world.desk.inspectionPack(
        wish(more),
        (progress) => told.push(progress),
        new AbortController().signal,
      );
      return { name, bytes: Buffer.from(await new Response(stream).arrayBuffer()), told };
    },
  };
}

/** Ten tablets a week, half a year long: what is ordered afterwards is far from usual, and its signer says why. */
async function bought({ ports }: PackWorld, line: LineText): Promise<void> {
  const lines = Array.from({ length: 26 }, (_, week) => ({
    date: addDays(legalDay(ports.clock.now(), 'UTC'), -7 * (week + 1)),
    supplierId: 'meridian',
    ndc: line.ndc,
    product: line.description,
    packageSize: 10,
    packages: 1,
  }));
  await ports.archive.append({
    ...{ commandId: 'earlier-orders', who: 'person-1', orderId: null },
    events: [{ type: 'history.imported', payload: { file: 'earlier.csv', lines } }],
  });
}

/** Signed, mixed, tracked; received wholly, partly and not; forms, invoices, returns, losses; a letter of attorney. */
export async function twoYears(): Promise<PackWorld> {
  const world = await packWorld();
  const morning = (date: string) => {
    world.ports.now = Math.max(world.ports.now + limits.clockFreshMs, Date.parse(`${date}T16:00:00Z`));
  };
  await bought(world, oxycodone);
  const first = await world.sign([oxycodone]);
  const mixed = await world.sign([methylphenidate, ketamine]);
  await world.sign([{ ...ketamine, packages: '9' }]);
  await world.track([oxycodone, methylphenidate]);
  morning('2026-11-24');
  await world.receive(first, [2], '2026-11-24');
  await world.receive(first, [1], '2026-11-24');
  await world.receive(mixed, [2, 3], '2026-11-24');
  await world.enter({ date: '2026-11-24' as PlainDate });
  await world.enter({ kind: 'return', reference: '26X700001', date: '2026-11-24' as PlainDate });
  await world.enter({
    kind: 'loss',
    other: null,
    reference: null,
    note: 'A bottle is missing after the count.',
  });
  await world.desk.grantPoa({
    ...{ commandId: crypto.randomUUID(), personId: world.personId, pin: PIN },
    letter: {
      ...{ personId: world.personId, registrant: pharmacyDea, schedules: ['2', '2N', '3', '4', '5'] },
      ...{ since: '2026-01-02' as PlainDate, until: null },
    },
    file: {
      name: '../../letter of attorney.pdf',
      type: 'application/pdf',
      bytes: new TextEncoder().encode('%PDF-1.4 a letter'),
    },
  });
  world.ports.now += DAY_MS;
  return world;
}
