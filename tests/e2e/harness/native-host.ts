import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EXTENSION_IDS, HOST_NAME } from '@/lib/host';
import { processesWith } from './processes';

const built = fileURLToPath(new URL('../../../dist/host', import.meta.url));
const BUNDLE = 'countersign-host.mjs';

/** What the browser finds when it looks for the host. */
export type Installed =
  | 'real'
  /** The real one, but its manifest names another extension. */
  | 'for-another'
  /** A program that speaks a protocol from before the first. */
  | 'too-old'
  /** A manifest whose program is gone. */
  | 'dangling'
  | 'missing';

export interface NativeHost {
  /** From the next connection on. */
  become(installed: Installed): void;
  /** Hosts that run now, without their children. */
  hosts(): number[];
  /** Children that loaded a PKCS #11 module. */
  children(): number[];
  /** Ends all of the hosts at once with SIGKILL; answers how many there were. */
  kill(): number;
}

interface Place {
  readonly browser: 'chromium' | 'firefox';
  /** The folder where this browser looks for manifests. */
  readonly manifests: string;
  /** Where programs for the test are put. */
  readonly scratch: string;
  readonly softhsmConf: string;
  /** How long a token may take for a signature, in milliseconds, where nobody wants to wait for what is built. */
  readonly signMs?: number;
}

/** Installs the native host for one test profile, in each state that a computer can have it in. */
export function nativeHost({ browser, manifests, scratch, softhsmConf, signMs }: Place): NativeHost {
  if (!existsSync(join(built, BUNDLE)))
    throw new Error('The native host is not built: run `npm run build:host` first.');
  const folder = signMs === undefined ? built : impatient(join(scratch, 'host'), signMs);
  const bundle = join(folder, BUNDLE);
  const started = join(folder, 'countersign-host');
  const setting = `SOFTHSM2_CONF=${softhsmConf}`;
  const manifest = join(manifests, `${HOST_NAME}.json`);
  const launcher = script(join(scratch, 'host.sh'), `exec '${started}' "$@"`, setting);
  const old = join(scratch, 'old-host.mjs');
  writeFileSync(old, OLD_HOST);
  const oldLauncher = script(join(scratch, 'old-host.sh'), `exec '${process.execPath}' '${old}'`, setting);

  const write = (path: string, callers: readonly string[]) => {
    const said = { name: HOST_NAME, description: 'Countersign Host', path, type: 'stdio' };
    const whom =
      browser === 'firefox'
        ? { allowed_extensions: callers }
        : { allowed_origins: callers.map((id) => `chrome-extension://${id}/`) };
    mkdirSync(manifests, { recursive: true });
    writeFileSync(manifest, JSON.stringify({ ...said, ...whom }));
  };
  const own = [EXTENSION_IDS[browser]];
  const another = [browser === 'firefox' ? 'another@extension.example' : 'abcdefghijklmnopabcdefghijklmnop'];
  const states: Readonly<Record<Installed, () => void>> = {
    real: () => write(launcher, own),
    'for-another': () => write(launcher, another),
    'too-old': () => write(oldLauncher, own),
    dangling: () => write(join(scratch, 'nowhere'), own),
    missing: () => rmSync(manifest, { force: true }),
  };
  const running = (isChild: boolean) =>
    processesWith(setting)
      .filter(({ args }) => args.includes(bundle) && args.includes('pkcs11-child') === isChild)
      .map(({ pid }) => pid);
  const hosts = () => running(false);
  return {
    become: (installed) => states[installed](),
    hosts,
    children: () => running(true),
    kill() {
      const pids = hosts();
      for (const pid of pids) process.kill(pid, 'SIGKILL');
      return pids.length;
    },
  };
}

/** A copy of the built host in which one time limit differs. */
function impatient(copy: string, signMs: number): string {
  cpSync(built, copy, { recursive: true });
  const bundle = readFileSync(join(copy, BUNDLE), 'utf8');
  const limit = /hostSignMs: 15e3/g;
  if (bundle.match(limit)?.length !== 1)
    throw new Error('the built host doesn’t name its time for a signature');
  writeFileSync(join(copy, BUNDLE), bundle.replace(limit, `hostSignMs: ${signMs}`));
  return copy;
}

function script(path: string, command: string, setting: string): string {
  const [name = '', value = ''] = setting.split('=');
  writeFileSync(path, `#!/bin/sh\nexport ${name}='${value}'\n${command}\n`);
  chmodSync(path, 0o755);
  return path;
}

/** Speaks first as a host does, then waits until the browser ends it. */
const OLD_HOST = `
const hello = { hello: 'countersign-host', protocol: 0, version: '0.0.9', platform: process.platform, arch: process.arch };
const text = Buffer.from(JSON.stringify(hello));
const length = Buffer.alloc(4);
length.writeUInt32LE(text.length);
process.stdout.write(Buffer.concat([length, text]));
process.stdin.on('end', () => process.exit(0));
process.stdin.resume();
`;
