import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256Hex, type DeaNumber, type PlainDate } from '@/lib/base';
import { PIN } from '../desk/desk-world';
import { checked as checkedBy } from './checked';
import { zipFolder } from './reseal';
import { pharmacyDea, twoYears, type PackWorld } from './pack-world';

let world: PackWorld;
let dir: string;
let pack: Awaited<ReturnType<PackWorld['pack']>>;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'countersign-pack-'));
  world = await twoYears();
  pack = await world.pack();
  writeFileSync(join(dir, 'pack.zip'), pack.bytes);
  execFileSync('openssl', ['x509', '-inform', 'DER', '-in', world.pki.root, '-out', join(dir, 'root.pem')]);
  execFileSync('python3', ['-m', 'zipfile', '-e', join(dir, 'pack.zip'), join(dir, 'pack')]);
});
afterAll(() => rmSync(dir, { recursive: true }));

const read = (path: string) => readFileSync(join(dir, 'pack', path));

const checked = (zip = 'pack.zip', root = 'root.pem') => checkedBy(join(dir, zip), join(dir, root));

/** The pack with one file bent, packed anew. */
function bent(name: string, path: string, bend: (bytes: Buffer) => Buffer): string {
  const folder = join(dir, name);
  execFileSync('cp', ['-r', join(dir, 'pack'), folder]);
  writeFileSync(join(folder, path), bend(readFileSync(join(folder, path))));
  zipFolder(folder);
  return `${name}.zip`;
}

const allFiles = () =>
  (JSON.parse(read('manifest.json').toString()) as { files: { path: string }[] }).files.map(
    ({ path }) => path,
  );

describe('an inspection pack', () => {
  it('is found right by OpenSSL and Python alone, commands of its own page included', () => {
    expect(checked()).toMatchObject({
      ...{ wrong: [], orders: 4, signed: 4, notRevoked: 4, lists: 2, records: 3, steps: 5 },
      // The mixed order's lines stand one in each part; so do its receipts.
      ...{ lines: 6, receipts: 4 },
    });
  });

  it('is found wrong once an order, a list or the root differs', () => {
    const signed = allFiles().find((path) => /^schedule-ii\/.*\.p7m$/.test(path)) ?? '';
    const zip = bent('bent', signed, (bytes) => {
      bytes.writeUInt8(bytes.readUInt8(bytes.length - 9) ^ 1, bytes.length - 9);
      return bytes;
    });
    expect(checked(zip).wrong.join('\n')).toMatch(/isn't what the manifest says[^]*Verification failure/i);
    const gone = bent('gone', 'schedule-ii/lines.csv', (bytes) =>
      Buffer.from(bytes.toString().split('\r\n').slice(0, -2).join('\r\n') + '\r\n'),
    );
    expect(checked(gone).wrong.join('\n')).toMatch(/lines, not/);
    execFileSync(
      'openssl',
      [
        ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', join(dir, 'other.key')],
        ...['-subj', '/CN=Another Root', '-days', '3', '-out', join(dir, 'other.pem')],
      ],
      { stdio: 'ignore' },
    );
    expect(checked('pack.zip', 'other.pem').wrong.length).toBeGreaterThan(3);
  });

  it('keeps schedule II apart: an order with both stands in each part by its lines', () => {
    const index = read('index.html').toString();
    const [, ii = '', rest = ''] = index.split(/<h2 id="(?:ii|iii-v)">/);
    expect(ii).toContain('OXYCODONE');
    expect(ii).not.toContain('KETAMINE');
    expect(rest).toContain('KETAMINE &lt;b&gt;50MG&lt;/b&gt;');
    expect(rest.split('<h2 id="poa">')[0]).not.toContain('OXYCODONE');
    const both = allFiles()
      .filter((path) => path.endsWith('.p7m'))
      .map((path) => path.split('/')[2] ?? '');
    expect(new Set(both).size).toBe(both.length - 1);
  });

  it('says of a tracked order where its original is', () => {
    const page = allFiles().find((path) => /tracked.*html$/.test(path)) ?? '';
    expect(read(page).toString()).toContain('signed in the supplier’s portal at https://cascade.example');
  });

  it('neutralises formulas, and keeps files in their folders', () => {
    expect(read('schedule-iii-v/lines.csv').toString()).toContain(`"'=KETAMINE`);
    expect(allFiles()).toContain('powers-of-attorney/Dana-Okafor-letter-letter-of-attorney.pdf');
  });

  it('holds no notes on unusual orders, no staff data, no key and no PIN unless chosen, and the first two then', async () => {
    const text = pack.bytes.toString('latin1');
    const { people } = await world.ports.archive.directory();
    for (const { pin } of people) expect(text).not.toContain(pin.hash);
    expect(text).not.toMatch(/"sentences"|hospice|PRIVATE KEY/);
    expect(allFiles()).not.toContain('staff.csv');
    const all = (await world.pack({ withSom: true, withStaff: true })).bytes.toString('latin1');
    for (const { pin } of people) expect(all).not.toContain(pin.hash);
    expect(all).toContain('staff.csv');
    expect(all).toContain('hospice');
  });

  it('is on record with who made it, once it is whole', async () => {
    const made = async () => {
      const found = [];
      for await (const batch of world.ports.archive.exportEvents())
        found.push(...batch.filter(({ type }) => type === 'pack.made'));
      return found;
    };
    const [first] = await made();
    const manifestSha256 = sha256Hex(read('manifest.json'));
    expect(first).toMatchObject({
      who: world.personId,
      payload: { registrant: pharmacyDea, orders: 4, records: 3, manifestSha256 },
    });
    expect(pack.told.at(-1)).toMatchObject({ done: 737, total: 737, orders: 4, records: 3, manifestSha256 });
    const before = (await made()).length;
    const given = new AbortController();
    const { stream, fault } = await world.desk.inspectionPack(
      world.wish(),
      () => given.abort(),
      given.signal,
    );
    await expect(new Response(stream).arrayBuffer()).rejects.toMatchObject({ code: 'pack/cancelled' });
    expect(fault()).toEqual({ code: 'pack/cancelled', params: {} });
    expect(await made()).toHaveLength(before);
    expect(await world.ports.archive.verify()).toMatchObject({ ok: true });
  });

  it('holds nothing of other days or locations, and is refused to who may not make it', async () => {
    const day = '2026-11-24' as PlainDate;
    const early = await world.pack({ from: '2025-01-01' as PlainDate, to: '2025-12-31' as PlainDate });
    expect(early.told.at(-1)).toMatchObject({ orders: 0, records: 0 });
    // Ordered the day before, received on this one.
    const received = await world.pack({ from: day, to: day });
    expect(received.told.at(-1)).toMatchObject({ orders: 2, records: 2 });
    const none = () => {};
    const { signal } = new AbortController();
    const ask = (more: Parameters<PackWorld['wish']>[0]) =>
      world.desk.inspectionPack(world.wish(more), none, signal);
    await expect(ask({ from: day, to: '2026-11-23' as PlainDate })).rejects.toMatchObject({
      code: 'pack/period',
    });
    await expect(
      ask({ from: '2027-01-01' as PlainDate, to: '2027-01-02' as PlainDate }),
    ).rejects.toMatchObject({
      code: 'pack/period',
    });
    await expect(ask({ registrant: 'FB7654329' as DeaNumber })).rejects.toMatchObject({
      code: 'registrant/unknown',
    });
    await expect(ask({ pin: '0000' })).rejects.toMatchObject({ code: 'people/wrong-pin' });
    const tess = await world.desk.addPerson({ name: 'Tess Lind', role: 'technician', pin: PIN });
    await expect(ask({ personId: tess.id })).rejects.toMatchObject({ code: 'people/not-allowed' });
  });
});
