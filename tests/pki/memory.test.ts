import { spawn, type ChildProcess } from 'node:child_process';
import { createPrivateKey } from 'node:crypto';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openssl } from './openssl';

/** Cyrillic letters tell PKCS #12's octets, high byte first, from the browser's own text, low byte first. */
const PASSWORD = 'Квокка-Зефир-31';
const dir = mkdtempSync(join(tmpdir(), 'pfx-memory-'));
const root = fileURLToPath(new URL('../..', import.meta.url));
const children: ChildProcess[] = [];
let secrets: Readonly<Record<string, Buffer>>;

/** Only Linux lets a parent read the memory of its child as a file. */
const canLook = existsSync('/proc/self/mem');

beforeAll(() => {
  const pair = [
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'key.pem',
    '-out',
    'cert.pem',
    '-subj',
    '/CN=m',
    '-addext',
    'basicConstraints=critical,CA:FALSE',
  ];
  openssl(['req', '-x509', ...pair], { cwd: dir });
  const into = ['-inkey', 'key.pem', '-in', 'cert.pem', '-passout', `pass:${PASSWORD}`];
  openssl(['pkcs12', '-export', ...into, '-out', 'modern.pfx'], { cwd: dir });
  openssl(['pkcs12', '-export', '-legacy', ...into, '-out', 'legacy.pfx'], { cwd: dir });
  const { d, p, q } = createPrivateKey(readFileSync(join(dir, 'key.pem'))).export({ format: 'jwk' });
  const half = (text: string | undefined) => Buffer.from(text ?? '', 'base64url').subarray(8, 72);
  const bmp = Buffer.from(PASSWORD, 'utf16le').swap16();
  secrets = { 'private exponent': half(d), 'first prime': half(p), 'second prime': half(q), password: bmp };
});

afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(dir, { recursive: true });
});

describe.skipIf(!canLook)(
  'attacks.md 47: memory after a file was opened (skipped where it can’t be read)',
  () => {
    it.each(['modern.pfx', 'legacy.pfx'])('%s: neither key nor password as octets', async (file) => {
      expect(found(await opened(file, 'open'))).toEqual([]);
    });

    it('refused for its password: the same', async () => {
      expect(found(await opened('modern.pfx', 'refuse'))).toEqual([]);
    });

    it('negative control: a key that is kept is found', async () => {
      expect(found(await opened('modern.pfx', 'keep'))).toEqual([
        'private exponent',
        'first prime',
        'second prime',
      ]);
    });
  },
);

/** Memory of a process that did it and waits. */
async function opened(file: string, mode: string): Promise<number> {
  const script = join(root, 'tests/pki/open-and-wait.ts');
  const child = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', script, join(dir, file), mode], {
    cwd: root,
    env: { ...process.env, PFX_PASSWORD: PASSWORD },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve());
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)));
  });
  return child.pid ?? 0;
}

/** Which secrets stand anywhere in the writable memory of a process. */
function found(pid: number): string[] {
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  const names = new Set<string>();
  try {
    for (const line of readFileSync(`/proc/${pid}/maps`, 'latin1').split('\n')) {
      const range = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line);
      if (!range || line.includes('[v')) continue;
      const [from, to] = [Number.parseInt(range[1] ?? '', 16), Number.parseInt(range[2] ?? '', 16)];
      for (const name of secretsIn(memory, from, to)) names.add(name);
    }
  } finally {
    closeSync(memory);
  }
  return Object.keys(secrets).filter((name) => names.has(name));
}

const WINDOW = 16_000_000;

function* secretsIn(memory: number, from: number, to: number): Generator<string> {
  const overlap = 128;
  for (let at = from; at < to; at += WINDOW - overlap) {
    const bytes = Buffer.alloc(Math.min(WINDOW, to - at));
    let length = 0;
    try {
      length = readSync(memory, bytes, 0, bytes.length, at);
    } catch (error) {
      // Some ranges are reserved and can't be read; they hold nothing.
      if (!(error instanceof Error && 'code' in error && error.code === 'EIO')) throw error;
    }
    for (const [name, secret] of Object.entries(secrets))
      if (bytes.subarray(0, length).includes(secret)) yield name;
  }
}
