import 'fake-indexeddb/auto';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openArchive, type NewEvent } from '@/lib/archive';
import { CountersignError, type OrderNumber } from '@/lib/base';
import type { OrderState } from '@/lib/order';
import { pageHash } from '@/lib/portal';
import { deskWorld, PIN, type DeskWorld } from '@/tests/desk/desk-world';
import { methylphenidate, oxycodone, seenLine, seenPage } from '@/tests/desk/seen-page';
import { tempFolder } from '@/tests/support/temp-folder';
import { approveRequest, lookAtPage, openRequest, refreshCopy } from '../background';
import { openDesk } from '../open-desk';
import { pathOfSigned } from './copy-now';

const HOUR_MS = 3_600_000;
const PAGE = { origin: 'https://meridian.example', tabId: 1, frameId: 0, documentId: 'doc' };
const form = seenPage({ lines: [seenLine(oxycodone), seenLine(methylphenidate)] });

let world: DeskWorld;
let requests = 0;
beforeEach(async () => {
  world = await deskWorld();
});

async function ask(): Promise<string> {
  const looked = await lookAtPage(world.ports, form, 'https://meridian.example/review');
  const { request } = await openRequest(world.ports, {
    id: `copied-${String((requests += 1))}`,
    mode: 'now',
    draft: looked.draft,
    pageHash: pageHash(form),
    page: PAGE,
    delivery: 'page-field',
    supplierId: looked.supplier?.id ?? null,
  });
  return request.id;
}

async function sign(): Promise<string> {
  const certificate = await world.importPfx('full');
  const [dana] = await world.desk.people();
  await world.desk.acceptHonesty({ personId: dana?.id ?? '', pin: PIN });
  const id = await ask();
  const edits = { certificate, lines: {}, supplier: {} };
  const { document } = await world.desk.prepareDocument(id, edits);
  await world.unlock(certificate);
  const reason = { kind: 'hospice-ltc', detail: 'a new hospice nearby opened this month' } as const;
  const { orderNumber } = await approveRequest(world.approvalPorts(form), world.crls, {
    ...{ requestId: id, document: document ?? '', edits, reason },
  });
  return orderNumber;
}

/** The copy on a real disk, checked by a script that knows nothing of this program. */
function checked(folder = ''): Record<string, unknown> {
  const dir = tempFolder(onTestFinished);
  for (const [path, bytes] of world.ports.copies.files) {
    if (!path.startsWith(folder)) continue;
    const place = join(dir, path.slice(folder.length));
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, bytes);
  }
  const root = join(tempFolder(onTestFinished), 'root.pem');
  execFileSync('openssl', ['x509', '-inform', 'DER', '-in', world.pki.root, '-out', root]);
  const said = execFileSync('node', ['tests/desk/check-copy.mjs', dir, root], { encoding: 'utf8' });
  return JSON.parse(said) as Record<string, unknown>;
}

const read = (path: string) => new TextDecoder().decode(world.ports.copies.files.get(path));
const paths = () => [...world.ports.copies.files.keys()];

describe('the daily copy', () => {
  it('is read and verified with Node and OpenSSL alone, and then only what is new is written', async () => {
    const { desk, ports } = world;
    const number = await sign();
    await desk.chooseCopyPlace('folder');
    const told: (readonly number[])[] = [];
    await desk.copyNow((...at) => told.push(at));
    const { newEvents, lastAt, place, isStale } = await desk.copyView();
    expect({ newEvents, lastAt, place: place?.name, isStale }).toEqual({
      ...{ newEvents: 0, lastAt: ports.now, place: 'Copies', isStale: false },
    });
    const heads = await ports.archive.heads();
    const records = heads.reduce((sum, { seq }) => sum + seq, 0);
    expect(told.at(-1)).toEqual([records, records]);
    expect(checked()).toEqual({ ok: true, records, signed: 1 });
    expect(paths()).toContain(`signed/2026/${number}.p7m`);
    expect(read('orders-2026.csv')).toContain(number);
    expect(read('index.html')).toContain(`signed/2026/${number}.p7m`);
    expect(read('README.txt')).toContain('openssl cms -verify');

    ports.copies.files.delete(`signed/2026/${number}.p7m`);
    await ask();
    await desk.copyNow(() => undefined);
    expect(paths()).not.toContain(`signed/2026/${number}.p7m`);
    expect(checked()).toMatchObject({ ok: true, signed: 0 });

    ports.copies.files.clear();
    await desk.copyNow(() => undefined);
    expect(checked()).toMatchObject({ ok: true, signed: 1 });

    const events = paths().find((path) => path.startsWith('events/AP') || path.startsWith('events/')) ?? '';
    ports.copies.files.set(events, new TextEncoder().encode(read(events).replace('"who":"', '"who":"x')));
    expect(checked()).toMatchObject({ ok: false });
  });

  it('holds no PIN, not even as a hash, which is soon guessed', async () => {
    const [person] = (await world.ports.archive.directory()).people;
    if (!person) throw new Error('nobody works here');
    await world.desk.chooseCopyPlace('folder');
    await world.desk.copyNow(() => undefined);
    const all = [...world.ports.copies.files.values()]
      .map((bytes) => Buffer.from(bytes).toString('utf8'))
      .join('');
    expect(all).toContain(person.name);
    expect(all).not.toContain(person.pin.hash);
    expect(all).not.toContain(person.pin.salt);
  });

  it('leaves another computer’s copy in the same folder as it is', async () => {
    const { desk, ports } = world;
    await sign();
    await desk.chooseCopyPlace('folder');
    await desk.copyNow(() => undefined);
    const mine = new Map(ports.copies.files);
    const { clock } = ports;
    const archive = await openArchive({ name: crypto.randomUUID(), clock });
    const there = openDesk({ ...ports, archive });
    const { file } = await (async () => {
      const { bytes } = await desk.backup({
        ...{ personId: (await desk.people())[0]?.id ?? '', pin: PIN, password: 'kept in the safe' },
        onProgress: () => undefined,
      });
      return { file: await new Response(bytes).blob() };
    })();
    await there.restore(file.stream(), {
      password: 'kept in the safe',
      act: null,
      onProgress: () => undefined,
    });
    await there.copyNow(() => undefined);
    const own = `computer-${(await archive.station()).slice(0, 8)}/`;
    for (const [path, bytes] of mine) expect([path, ports.copies.files.get(path)]).toEqual([path, bytes]);
    const theirs = paths().filter((path) => path.startsWith(own));
    expect(theirs.map((path) => path.slice(own.length))).toEqual(
      expect.arrayContaining(['heads.json', 'orders-2026.csv', 'README.txt']),
    );
    expect(checked()).toMatchObject({ ok: true, signed: 1 });
    expect(checked(own)).toMatchObject({ ok: true, signed: 1 });
    // Each goes on where it was.
    const before = paths();
    await ask();
    await desk.copyNow(() => undefined);
    await there.copyNow(() => undefined);
    const added = paths().filter((path) => !before.includes(path));
    expect(added.every((path) => path.startsWith('events/') || path.startsWith(`${own}events/`))).toBe(true);
    archive.close();
  });

  it('keeps both orders of one number, each under its own computer', async () => {
    expect(pathOfSigned('2026', '26XAA0001')).toBe('signed/2026/26XAA0001.p7m');
    const both = ['a1b2c3d4-0000', 'e5f6a7b8-0000'].map((station) =>
      pathOfSigned('2026', '26XAA0001', station),
    );
    expect(both).toEqual(['signed/2026/26XAA0001-a1b2c3d4.p7m', 'signed/2026/26XAA0001-e5f6a7b8.p7m']);
    const { archive, copies } = world.ports;
    const number = await sign();
    const order = (await archive.orderByNumber(number as OrderNumber)) as OrderState;
    const other = await openArchive({ name: crypto.randomUUID(), clock: world.ports.clock });
    const events = (await archive.events(order.orderId)).filter(({ type }) => type === 'order.signed');
    await other.append({
      ...{ commandId: 'twin', who: 'x', orderId: 'twin-order' },
      events: events.map(({ type, payload }) => ({ type, payload }) as NewEvent),
    });
    await archive.merge(other.exportEvents());
    await world.desk.chooseCopyPlace('folder');
    await world.desk.copyNow(() => undefined);
    const signed = [...copies.files.keys()].filter((path) => path.startsWith('signed/'));
    expect(signed).toHaveLength(2);
    expect(checked()).toMatchObject({ ok: true, signed: 2 });
    expect(await world.desk.twinsOf(order.orderId)).toMatchObject([{ orderId: 'twin-order', number }]);
    other.close();
  });

  it('counts only when all of it is written, and again in another folder', async () => {
    const { desk, ports } = world;
    await desk.chooseCopyPlace('folder');
    ports.copies.failing = new CountersignError('archive/copy-folder-lost', {
      folder: 'Copies',
      detail: 'x',
    });
    await expect(desk.copyNow(() => undefined)).rejects.toMatchObject({ code: 'archive/copy-folder-lost' });
    expect(await desk.copyView()).toMatchObject({ lastAt: null });
    ports.copies.failing = null;
    await desk.copyNow(() => undefined);
    const before = paths();
    ports.copies.files.clear();
    await desk.chooseCopyPlace('folder');
    await desk.copyNow(() => undefined);
    expect(paths()).toEqual(before);
  });

  it('is made by itself when it is due, and only then', async () => {
    const { desk, ports } = world;
    await expect(desk.copyNow(() => undefined)).rejects.toMatchObject({
      code: 'archive/copy-target-missing',
    });
    expect(await refreshCopy(ports)).toBe(false);
    await desk.chooseCopyPlace('folder');
    expect(await refreshCopy(ports)).toBe(true);
    expect(await refreshCopy(ports)).toBe(false);
    await ask();
    expect(await refreshCopy(ports)).toBe(false);
    ports.now += 25 * HOUR_MS;
    expect(await refreshCopy(ports)).toBe(true);
    ports.now += 25 * HOUR_MS;
    expect(await refreshCopy(ports)).toBe(false);
  });

  it('warns at signing when records have waited too long, and not before', async () => {
    const { desk, ports } = world;
    const certificate = await world.importPfx('full');
    const id = await ask();
    const warned = async () => {
      const edits = { certificate, lines: {}, supplier: {} };
      const { findings } = await desk.prepareDocument(id, edits);
      return findings
        .filter(({ code }) => code.startsWith('archive/copy'))
        .map(({ code, severity }) => [code, severity]);
    };
    expect(await warned()).toEqual([]);
    ports.now += 37 * HOUR_MS;
    expect(await warned()).toEqual([['archive/copy-none', 'warns']]);
    expect(await desk.copyView()).toMatchObject({ isStale: true, place: null });
    await desk.chooseCopyPlace('folder');
    await desk.copyNow(() => undefined);
    expect(await warned()).toEqual([]);
    ports.now += 200 * HOUR_MS;
    expect(await warned()).toEqual([]);
    await desk.addPerson({ name: 'Ben Ito', role: 'technician', pin: PIN });
    ports.now += 37 * HOUR_MS;
    expect(await warned()).toEqual([['archive/copy-stale', 'warns']]);
  });
});
