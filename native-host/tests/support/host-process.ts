import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { FrameParser, frameOf, parseBody } from '../../frames';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const fakeChild = fileURLToPath(new URL('./fake-child.ts', import.meta.url));
export const CHROMIUM = 'chrome-extension://jmlcigkhofnmhncopmcmgjamdikaophc/';

export interface BuiltHost {
  readonly script: string;
  readonly remove: () => void;
}

/** The host as one script, with a pretended module process. */
export async function buildWithFakeChild(): Promise<BuiltHost> {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-host-'));
  const script = join(folder, 'host.mjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['native-host/main.ts'],
    outfile: script,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    alias: { '@': root },
    external: ['koffi'],
    tsconfigRaw: '{}',
    logLevel: 'warning',
    banner: {
      js: "import { createRequire as hostRequire } from 'node:module'; const require = hostRequire(import.meta.url);",
    },
    plugins: [
      {
        name: 'fake-child',
        setup: (bundler) => {
          bundler.onResolve({ filter: /\/pkcs11\/child$/ }, () => ({ path: fakeChild }));
          bundler.onResolve({ filter: /^koffi$/ }, () => ({
            path: join(root, 'node_modules', 'koffi', 'index.js'),
            external: true,
          }));
        },
      },
    ],
  });
  return {
    script,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A host as a browser starts it, over real pipes. */
export function startHost(script: string, args: readonly string[] = [CHROMIUM], env: NodeJS.ProcessEnv = {}) {
  const process_ = spawn(process.execPath, [script, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const parser = new FrameParser(2 ** 26);
  const said: unknown[] = [];
  let waiting: (() => void)[] = [];
  let stderr = '';
  let lastId = 100;
  const wake = () => {
    const all = waiting;
    waiting = [];
    for (const go of all) go();
  };
  process_.stdout.on('data', (chunk: Buffer) => {
    for (const frame of parser.push(chunk)) {
      if (frame.kind !== 'message') throw new Error(`The host said ${frame.kind}`);
      said.push(parseBody(frame.body));
    }
    wake();
  });
  process_.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  process_.stdin.on('error', wake);
  let over = false;
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    process_.once('close', (code, signal) => {
      over = true;
      resolve({ code, signal });
      wake();
    });
  });
  async function until<T>(look: () => T | undefined): Promise<T> {
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      if (over) throw new Error(`The host ended: ${stderr}`);
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  }
  const answerTo = (id: number | null) =>
    until(
      () =>
        said.find((one) => (one as { id?: unknown }).id === id) as
          { ok: boolean; fault?: { code: string } } | undefined,
    );
  return {
    pid: process_.pid as number,
    said,
    ended,
    get stderr() {
      return stderr;
    },
    until,
    answerTo,
    kill: (signal: NodeJS.Signals) => process_.kill(signal),
    write: (bytes: Uint8Array) => process_.stdin.write(bytes),
    close: () => process_.stdin.end(),
    ask: async (command: string, params: unknown = {}) => {
      const id = ++lastId;
      process_.stdin.write(frameOf({ id, command, params }));
      return answerTo(id);
    },
  };
}

export type RunningHost = ReturnType<typeof startHost>;

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
