import { execFileSync, spawn } from 'node:child_process';
import { existsSync, lstatSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXTENSION_IDS, HOST_NAME } from '@/lib/host';
import packageJson from '../../package.json';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const out = mkdtempSync(join(tmpdir(), 'countersign-package-'));
const installed = join(out, 'installed');
const host = join(installed, 'usr/lib/countersign-host/countersign-host');
const deb = () => join(out, readdirSync(out).find((name) => name.endsWith('.deb')) ?? 'no package');

/** Built once: Node's executable is copied, stripped, given the bundle, and packed. */
beforeAll(() => {
  execFileSync(process.execPath, ['scripts/build-host.mjs', '--deb', '--out', out], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, SOURCE_DATE_EPOCH: '1767225600' },
  });
  execFileSync('dpkg-deb', ['-x', deb(), installed]);
}, 300_000);
afterAll(() => {
  rmSync(out, { recursive: true, force: true });
});

/** Starts a program as a browser does; answers what the extension hears first, and ends it by closing its stdin. */
async function firstWord(program: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  const child = spawn(program, args, {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { PATH: '/usr/bin:/bin', ...environment },
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const heard: Buffer[] = [];
  for await (const chunk of child.stdout) {
    heard.push(chunk as Buffer);
    const all = Buffer.concat(heard);
    if (all.length >= 4 && all.length >= 4 + all.readUInt32LE()) child.stdin.end();
  }
  const all = Buffer.concat(heard);
  const said: unknown =
    all.length > 4 ? JSON.parse(all.subarray(4, 4 + all.readUInt32LE()).toString()) : null;
  return { said, code: await ended };
}
const hello = { hello: 'countersign-host', version: packageJson.version, platform: 'linux' };
const origin = `chrome-extension://${EXTENSION_IDS.chromium}/`;

const everything = () =>
  readdirSync(installed, { recursive: true, withFileTypes: true }).map((entry) =>
    join(entry.parentPath, entry.name),
  );

describe('the Debian package', () => {
  it('holds the executable, koffi’s file, a manifest for each browser, and papers; nothing else', () => {
    const files = everything().filter((path) => !lstatSync(path).isDirectory());
    expect(files.map((path) => relative(installed, path)).sort()).toEqual([
      'etc/chromium/native-messaging-hosts/countersign.host.json',
      'etc/opt/chrome/native-messaging-hosts/countersign.host.json',
      'etc/opt/edge/native-messaging-hosts/countersign.host.json',
      'usr/bin/countersign-host',
      'usr/lib/countersign-host/countersign-host',
      'usr/lib/countersign-host/koffi.node',
      'usr/lib/mozilla/native-messaging-hosts/countersign.host.json',
      'usr/share/doc/countersign-host/changelog.gz',
      'usr/share/doc/countersign-host/copyright',
      'usr/share/doc/countersign-host/token-helper.md',
      'usr/share/lintian/overrides/countersign-host',
    ]);
    expect(statSync(join(installed, 'usr/bin/countersign-host')).ino).toBe(statSync(host).ino);
  });

  it('belongs to root, and nobody else may write to any of it (attacks.md 96)', () => {
    const listing = execFileSync('dpkg-deb', ['-c', deb()], { encoding: 'utf8' }).trim().split('\n');
    expect(listing.filter((line) => !/ root\/root /.test(line))).toEqual([]);
    const writable = listing.filter((line) => !line.startsWith('l') && /^.(.{4}w|.{7}w)/.test(line));
    expect(writable).toEqual([]);
    for (const path of everything().filter((one) => !lstatSync(one).isSymbolicLink()))
      expect(statSync(path).mode & 0o7022, path).toBe(0);
    expect(statSync(host).mode & 0o777).toBe(0o755);
  });

  it('says what it is, in this version, and carries every licence', () => {
    const field = (name: string) =>
      execFileSync('dpkg-deb', ['-f', deb(), name], { encoding: 'utf8' }).trim();
    expect(field('Version')).toBe(packageJson.version);
    expect(field('Package')).toBe('countersign-host');
    const copyright = readFileSync(join(installed, 'usr/share/doc/countersign-host/copyright'), 'utf8');
    for (const name of ['License: Expat', 'koffi 3', 'valibot', 'Node.js']) expect(copyright).toContain(name);
  });

  it('names in its manifests the executable that it holds, and one extension', () => {
    const manifests = everything().filter((path) => path.endsWith(`${HOST_NAME}.json`));
    expect(manifests).toHaveLength(4);
    for (const path of manifests) {
      const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
      expect(manifest.path).toBe('/usr/lib/countersign-host/countersign-host');
      const isFirefox = path.includes('mozilla');
      expect(manifest.allowed_extensions).toEqual(isFirefox ? [EXTENSION_IDS.firefox] : undefined);
      expect(manifest.allowed_origins).toEqual(isFirefox ? undefined : [origin]);
    }
  });

  it('fits a small disk', () => {
    expect(statSync(deb()).size).toBeLessThan(40_000_000);
    expect(statSync(host).size).toBeLessThan(110_000_000);
  });
});

describe('the single executable', () => {
  it('speaks first when Chromium starts it, and ends with the browser', async () => {
    expect(await firstWord(host, [origin])).toMatchObject({ said: hello, code: 0 });
  });

  it('speaks first when Firefox starts it', async () => {
    const manifest = join(installed, 'usr/lib/mozilla/native-messaging-hosts', `${HOST_NAME}.json`);
    expect(await firstWord(host, [manifest, EXTENSION_IDS.firefox])).toMatchObject({ said: hello, code: 0 });
  });

  it('doesn’t speak to another extension', async () => {
    const { said, code } = await firstWord(host, ['chrome-extension://abcdefghijklmnopabcdefghijklmnop/']);
    expect(said).toBeNull();
    expect(code).not.toBe(0);
  });

  it('starts itself as the process that loads drivers, with koffi’s file from beside it', () => {
    const home = mkdtempSync(join(out, 'home-'));
    // Faults of this computer, such as a driver that is missing, are no fault of the package.
    const said = diagnose(host, home);
    expect(said.find(({ check }) => check === 'driver process')).toMatchObject({ ok: true });
    const files = said.find(({ check }) => check === 'files')?.detail ?? '';
    expect(files).toContain(join(installed, 'usr/lib/countersign-host/koffi.node'));
  });
});

describe('the folder with a launcher', () => {
  it('speaks first, wherever it was moved and through a link', async () => {
    const moved = join(out, 'moved here');
    execFileSync('cp', ['-r', join(out, 'host'), moved]);
    const link = join(out, 'link');
    execFileSync('ln', ['-s', join(moved, 'countersign-host'), link]);
    for (const program of [join(moved, 'countersign-host'), link])
      expect(await firstWord(program, [origin])).toMatchObject({ said: hello, code: 0 });
    expect(existsSync(join(moved, 'koffi.node'))).toBe(true);
  });

  it('loads nothing that NODE_OPTIONS names', async () => {
    const program = join(out, 'host', 'countersign-host');
    const options = { NODE_OPTIONS: '--require /nowhere/foreign.cjs' };
    expect(await firstWord(program, [origin], options)).toMatchObject({ said: hello, code: 0 });
  });
});

interface Check {
  readonly check: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** `diagnose` ends with 1 where it finds a fault; what it found is what counts here. */
function diagnose(program: string, home: string): readonly Check[] {
  const env = { PATH: '/usr/bin:/bin', HOME: home };
  const text = execFileSync('sh', ['-c', '"$0" diagnose --json || true', program], { encoding: 'utf8', env });
  return (JSON.parse(text) as { readonly checks: readonly Check[] }).checks;
}
