import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageApiOrderSchema, type PageApiOrder } from '@/lib/portal';
import { readPageQuestion } from '@/lib/desk/background';
import * as v from 'valibot';
import { pageApiRoutes } from './harbor/page-api';
import { pageApiTable } from './page-api-table';

const root = fileURLToPath(new URL('../..', import.meta.url));
const guide = readFileSync(join(root, 'docs', 'for-suppliers.md'), 'utf8');
const section = guide.slice(guide.indexOf('## Asking for a signature'));
const dir = mkdtempSync(join(tmpdir(), 'page-api-'));
const built = join(dir, 'page-api');

beforeAll(
  () => void execFileSync('node', [join(root, 'scripts', 'build-page-api.mjs'), built], { stdio: 'pipe' }),
);
afterAll(() => rmSync(dir, { recursive: true }));

const about = { version: 1, nonce: 'a-nonce-of-this-test' } as const;
const typed = {
  ...{ supplierDea: 'RH2222228', purchaser: 'FM1234563', name: 'Oxycodone & more', ndc: '97104-0552-01' },
  ...{ packageSize: '100', packages: '2', schedule: '2' },
};

describe('the published module', () => {
  it('is what the demo portal serves, with the example', async () => {
    const routes = await pageApiRoutes();
    const served = async (path: string) =>
      Buffer.from((await routes[`GET /page-api/${path}`]?.({} as never))?.body ?? '').toString();
    for (const name of [
      'countersign-page-api.mjs',
      ...readdirSync(join(built, 'example')).map((n) => `example/${n}`),
    ])
      expect(await served(name)).toBe(readFileSync(join(built, name), 'utf8'));
  });

  it('loads nothing else and leaves nothing in the site’s scope', async () => {
    const text = readFileSync(join(built, 'countersign-page-api.mjs'), 'utf8');
    expect(text).not.toMatch(/\bimport\b\s*[({'"*]|globalThis|window\.[a-z]+ =/);
    const before = Object.keys(globalThis);
    const module = (await import(pathToFileURL(join(built, 'countersign-page-api.mjs')).href)) as object;
    expect(Object.keys(globalThis)).toEqual(before);
    expect(Object.keys(module).sort()).toEqual(['confirmSubmitted', 'isAvailable', 'requestSignature']);
  });

  it('has types under which the guide’s example holds, and which tell misuse', () => {
    const example = /```js\n([^]+?)```/.exec(section)?.[1] ?? '';
    writeFileSync(join(built, 'guide.mjs'), example);
    const use = `import { requestSignature, type PageApiOrder } from './countersign-page-api.mjs';
import { order } from './guide.mjs';
export const told: Promise<string | undefined> = order(async (cms: string) => cms !== '', { order: {} as PageApiOrder, signal: undefined });
// @ts-expect-error
void requestSignature({});
// @ts-expect-error
void requestSignature({ xml: 1 });
const answer = await requestSignature({ xml: '' });
// @ts-expect-error
if (answer.status === 'error') answer.code satisfies 'vault/locked';
`;
    writeFileSync(join(built, 'use.mts'), use);
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    const options = [
      '--noEmit',
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2023',
      '--lib',
      'es2023,dom',
      '--allowJs',
    ];
    const run = () => execFileSync('node', [tsc, ...options, 'use.mts'], { cwd: built }).toString();
    expect(run()).toBe('');
  });
});

describe('the example page', () => {
  it('makes orders that are taken, the same in all three forms', async () => {
    const forms = (await import(pathToFileURL(join(built, 'example', 'order-forms.mjs')).href)) as Record<
      'asJson' | 'asXml' | 'asX12',
      (order: object) => { order: PageApiOrder } | { xml: string } | { x12: string }
    >;
    const read = (name: keyof typeof forms) => readPageQuestion({ ...about, ...forms[name](typed) });
    const { order } = read('asJson');
    expect(v.is(pageApiOrderSchema, order)).toBe(true);
    expect(order.lines[0]).toMatchObject({ name: 'Oxycodone & more', packages: 2, packageSize: 100 });
    expect(read('asXml')).toEqual({ order, number: null, doubtful: [[]], leftOut: [] });
    expect(read('asX12')).toEqual({ order, number: null, doubtful: [[]], leftOut: ['BEG03', 'BEG05'] });
  });
});

describe('the guide for suppliers', () => {
  it('lists every code that a site can be answered with', () => {
    const told = /<!-- page-api-codes -->\n+([^]+?)\n+<!-- \/page-api-codes -->/.exec(section)?.[1];
    // After a change of words: print pageApiTable() and put it there.
    expect(told).toBe(pageApiTable());
  });

  it('names every function', () => {
    for (const name of ['isAvailable', 'requestSignature', 'confirmSubmitted'])
      expect(section).toContain(`\`${name}(`);
  });
});
