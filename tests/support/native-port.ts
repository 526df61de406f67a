import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EXTENSION_IDS } from '@/lib/host';
import type { NativeDoor } from '@/lib/signing';
import { FrameParser, frameOf, parseBody } from '@/native-host/frames';

const root = fileURLToPath(new URL('../..', import.meta.url));
let built = '';

/** The host's bundle, built once a process from what lies in the repository. */
function builtHost(): string {
  if (built === '') {
    execFileSync(process.execPath, ['scripts/build-host.mjs'], { cwd: root, stdio: 'pipe' });
    built = join(root, 'dist', 'host', 'countersign-host.mjs');
  }
  return built;
}

interface NodeDoorOptions {
  /** Beside the test's own environment, such as SOFTHSM2_CONF. */
  readonly env?: NodeJS.ProcessEnv;
  /** The host's bundle; built anew where it isn't said. */
  readonly host?: string;
}

/** What browsers do for a native host, in Node: each connection is a process, spoken to in frames over its pipes. */
export function nodeDoor({ env = {}, host = builtHost() }: NodeDoorOptions = {}) {
  const processes: ChildProcess[] = [];
  const door: NativeDoor = {
    mayConnect: () => Promise.resolve(true),
    connect() {
      const child = spawn(process.execPath, [host, `chrome-extension://${EXTENSION_IDS.chromium}/`], {
        cwd: root,
        env: { ...process.env, ...env },
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      processes.push(child);
      // As browsers take them: any length that a host may answer with.
      const parser = new FrameParser(1024 * 1024);
      let hear: (message: unknown) => void = () => undefined;
      let ended: (reason: string | null) => void = () => undefined;
      child.stdout.on('data', (chunk: Uint8Array) => {
        for (const frame of parser.push(new Uint8Array(chunk)))
          if (frame.kind === 'message') hear(parseBody(frame.body));
          else child.kill('SIGKILL');
      });
      child.stdin.on('error', () => undefined);
      child.on('exit', () => ended('Native host has exited.'));
      return {
        post: (message) => void child.stdin.write(frameOf(message)),
        onMessage: (listener) => (hear = listener),
        onDisconnect: (listener) => (ended = listener),
        // Browsers close the pipes, and kill what doesn't end by that.
        close: () => {
          ended = () => undefined;
          child.stdin.end();
        },
      };
    },
  };
  return {
    door,
    processes,
    /** Ends whatever still runs. */
    killAll: () => {
      for (const child of processes) child.kill('SIGKILL');
    },
  };
}
