import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { oxycodone } from '../desk/seen-page';
import { demoPassword } from '../pki/demo-subscribers';
import { makeTestLists } from '../pki/make-test-lists';
import { openssl } from '../pki/openssl';
import { checked } from './checked';
import { ketamine, packWorld, type PackWorld } from './pack-world';
import { reseal, zipFolder } from './reseal';

const DAY_MS = 86_400_000;
/** Above the numbers of the demo's own lists. */
const NEXT_LIST = 2_000_000_000;

let world: PackWorld;
let dir: string;
let root: string;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'countersign-later-'));
  world = await packWorld();
  root = join(dir, 'root.pem');
  openssl(['x509', '-inform', 'DER', '-in', world.pki.root, '-out', root]);
  await world.sign([oxycodone]);
  // The next day other lists take the place of those that the first order rests on.
  world.ports.now += DAY_MS;
  const lists = makeTestLists(world.pki, dir, world.ports.now);
  for (const file of [lists.sub({ number: NEXT_LIST }), lists.root({ number: NEXT_LIST })])
    await world.desk.importList({ name: basename(file), bytes: new Uint8Array(readFileSync(file)) });
  await world.sign([ketamine]);
  world.ports.now += DAY_MS;
  const [trusted] = await world.desk.roots();
  await world.desk.removeRoot(trusted?.sha256 ?? '');
  writeFileSync(join(dir, 'pack.zip'), (await world.pack()).bytes);
  execFileSync('python3', ['-m', 'zipfile', '-e', join(dir, 'pack.zip'), join(dir, 'pack')]);
});
afterAll(() => rmSync(dir, { recursive: true }));

const read = (path: string) => readFileSync(join(dir, 'pack', path), 'utf8');
const folder = 'schedule-ii/orders';
const signed = () =>
  join(folder, readdirSync(join(dir, 'pack', folder)).find((name) => name.endsWith('.p7m')) ?? '');

/** What is said of a copy of the pack that somebody bent, and whose manifest and sums they made fit again. */
function saidOf(name: string, bend: (copy: string) => void): string {
  const copy = join(dir, name);
  cpSync(join(dir, 'pack'), copy, { recursive: true });
  bend(copy);
  reseal(copy);
  return checked(zipFolder(copy), root).wrong.join('\n');
}

describe('a pack of orders whose lists were replaced and whose root was removed since', () => {
  it('holds the lists that each signature rested on, and the root it was signed under: OpenSSL finds all of it good', () => {
    expect(checked(join(dir, 'pack.zip'), root)).toMatchObject({
      ...{ wrong: [], orders: 2, signed: 2, notRevoked: 2, lists: 4, steps: 5 },
    });
    const lines = read('certificates/signatures.txt').trim().split('\n');
    const [first = [], second = []] = lines.map((line) => line.split(' ').slice(2)).reverse();
    expect([first.length, second.length]).toEqual([2, 2]);
    expect(second.every((path) => path.includes(`-${NEXT_LIST}.crl.pem`))).toBe(true);
    expect(first.some((path) => second.includes(path))).toBe(false);
  });

  it('says that the root isn’t trusted any more, and since when', () => {
    expect(read('index.html')).toMatch(/until Nov 25, 2026[^<]*Dana Okafor took the trust back/);
    expect(read('certificates/trusted-roots.pem').match(/BEGIN CERTIFICATE/g)).toHaveLength(1);
  });

  it('names the list that isn’t kept here by its number (control)', async () => {
    const none = vi.spyOn(world.ports.archive.lists, 'kept').mockResolvedValue([]);
    const { bytes } = await world.pack();
    none.mockRestore();
    const zip = join(dir, 'without.zip');
    writeFileSync(zip, bytes);
    expect(checked(zip, root)).toMatchObject({ notRevoked: 1, lists: 2 });
    execFileSync('python3', ['-m', 'zipfile', '-e', zip, join(dir, 'without')]);
    const page = signed().replace('.p7m', '.html');
    expect(readFileSync(join(dir, 'without', page), 'utf8')).toContain('This list isn’t kept here');
    expect(read(page)).not.toContain('This list isn’t kept here');
  });
});

describe('a pack that was altered, with manifest and sums that fit', () => {
  it('is found wrong where a file is gone', () => {
    const said = saidOf('gone', (copy) => rmSync(join(copy, signed())));
    expect(said).toContain('signed files and rows differ');
    expect(said).toContain(`signatures.txt names ${signed()}`);
  });

  it('is found wrong where a signed order was altered', () => {
    const said = saidOf('altered', (copy) => {
      const bytes = readFileSync(join(copy, signed()));
      const at = bytes.indexOf('OXYCODONE');
      bytes.write('METHADONE', at);
      writeFileSync(join(copy, signed()), bytes);
    });
    expect(said).toMatch(/Verification failure/i);
  });

  it('is found wrong where another certificate of the same CA signed', () => {
    const said = saidOf('resigned', (copy) => {
      const path = join(copy, signed());
      const content = openssl(['cms', '-verify', '-noverify', '-inform', 'DER', '-in', path, '-binary']);
      const file = (name: string) => join(dir, name);
      const pkcs12 = ['pkcs12', '-in', world.pki.pfx.low, '-passin', `pass:${demoPassword}`, '-nodes'];
      writeFileSync(file('other.key'), openssl([...pkcs12, '-nocerts']));
      writeFileSync(file('other.pem'), openssl([...pkcs12, '-nokeys', '-clcerts']));
      writeFileSync(file('sub.pem'), openssl(['x509', '-inform', 'DER', '-in', world.pki.sub]));
      const by = ['-signer', file('other.pem'), '-inkey', file('other.key'), '-certfile', file('sub.pem')];
      writeFileSync(
        path,
        openssl(['cms', '-sign', '-nodetach', '-binary', '-outform', 'DER', ...by], { input: content }),
      );
    });
    expect(said).toContain('was signed with another certificate');
  });

  it('is found wrong where the index leaves an order out', () => {
    const said = saidOf('unlisted', (copy) => {
      const index = join(copy, 'index.html');
      const rows = readFileSync(index, 'utf8').split('<tbody class="o">');
      writeFileSync(index, rows.filter((row) => !row.includes(signed())).join('<tbody class="o">'));
    });
    expect(said).toContain(`index.html doesn't name ${signed()}`);
  });
});
