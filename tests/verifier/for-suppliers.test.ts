import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPki } from '../pki/demo-pki';
import { buildVerifier, type BuiltVerifier } from './build-verifier';
import { reasonsTable } from './reasons-table';
import { demoOrder, signedOrder } from './signed-orders';

const root = fileURLToPath(new URL('../..', import.meta.url));
const guide = readFileSync(join(root, 'docs', 'for-suppliers.md'), 'utf8');
const example = /```js\n([^]+?)```/.exec(guide)?.[1] ?? '';
const dir = mkdtempSync(join(tmpdir(), 'supplier-'));
let verifier: BuiltVerifier;

beforeAll(async () => {
  verifier = buildVerifier();
  const pki = demoPki();
  mkdirSync(join(dir, 'dist'));
  symlinkSync(verifier.dir, join(dir, 'dist', 'verifier'));
  copyFileSync(join(pki.dir, 'root.pem'), join(dir, 'root.pem'));
  copyFileSync(pki.rootCrl, join(dir, 'root.crl'));
  copyFileSync(pki.subCrl, join(dir, 'sub.crl'));
  writeFileSync(join(dir, 'order.p7m'), await signedOrder(pki, { at: Date.now() }));
  writeFileSync(join(dir, 'example.mjs'), example);
}, 180_000);

afterAll(() => {
  verifier.remove();
  rmSync(dir, { recursive: true });
});

const runExample = (file: string) => execFileSync('node', [file], { cwd: dir }).toString();

describe('the guide for suppliers', () => {
  it('has an example that runs as it stands', () => {
    expect(runExample('example.mjs')).toMatch(
      new RegExp(`^fill ${demoOrder(Date.now()).number}: \\d{3,} bytes were signed\\n$`),
    );
  });

  it('has an example that tells why not', () => {
    writeFileSync(join(dir, 'other.mjs'), example.replace('RH2222228', 'RM1111119'));
    expect(runExample('other.mjs')).toMatch(/^invalid: order\/supplier-differs: /);
  });

  it('has an example whose types hold', () => {
    writeFileSync(join(dir, 'package.json'), '{ "type": "module" }');
    const known = example.replace('.order.number', '.order!.number').replace('content.', 'content!.');
    const misuse = '// @ts-expect-error\nexport const wrong: number = verdict.outcome;\n';
    writeFileSync(join(dir, 'example.mts'), known + misuse);
    const options = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2023'];
    const types = ['--types', 'node', '--typeRoots', join(root, 'node_modules', '@types')];
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    const run = () =>
      execFileSync('node', [tsc, ...options, ...types, 'example.mts'], { cwd: dir }).toString();
    expect(run()).toBe('');
  });

  it('lists every reason with its sentence', () => {
    const told = /<!-- reasons -->\n+([^]+?)\n+<!-- \/reasons -->/.exec(guide)?.[1];
    // After a change of words: print reasonsTable() and put it there.
    expect(told).toBe(reasonsTable());
  });

  it('tells every option and exit code that the command knows', () => {
    const usage = verifier.run(['--help']).out;
    for (const [option] of usage.matchAll(/--(?!version|help)[a-z]+/g))
      expect(guide).toContain(`\`${option}`);
    for (const code of [0, 1, 2, 3]) expect(guide).toMatch(new RegExp(`^\\| ${code} +\\|`, 'm'));
  });
});
