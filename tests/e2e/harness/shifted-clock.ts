import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { processesWith } from './processes';

const source = fileURLToPath(new URL('shifted-clock/shift.c', import.meta.url));
const NAME = 'SHIFTED_CLOCK';

export const DAY_S = 86_400;

/** The wall clock of one browser, as somebody sets it; needs gcc and Linux. */
export interface ShiftedClock {
  /** For the environment of a browser that goes by it. */
  readonly env: Readonly<Record<string, string>>;
  /** So many seconds off the real one, from now on. */
  set(seconds: number): void;
  /** As a closed lid: none of the browser's processes runs for so long; the clock stands at `seconds` when it is opened. */
  sleep(ms: number, seconds: number): Promise<void>;
  remove(): void;
}

export function shiftedClock(): ShiftedClock {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-clock-'));
  const library = join(folder, 'shift.so');
  const file = join(folder, 'seconds');
  execFileSync('gcc', [
    ...['-Wall', '-Wextra', '-Werror', '-O1', '-shared', '-fPIC'],
    ...['-o', library, source],
  ]);
  const set = (seconds: number) => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64LE(BigInt(seconds));
    writeFileSync(file, bytes, { flag: 'r+' });
  };
  writeFileSync(file, Buffer.alloc(8));
  const all = (signal: 'SIGSTOP' | 'SIGCONT') => {
    const running = processesWith(`${NAME}=${file}`);
    if (running.length === 0) throw new Error('no browser goes by this clock');
    for (const { pid } of running) process.kill(pid, signal);
  };
  return {
    env: { LD_PRELOAD: library, [NAME]: file },
    set,
    async sleep(ms, seconds) {
      all('SIGSTOP');
      try {
        set(seconds);
        await new Promise((wait) => setTimeout(wait, ms));
      } finally {
        all('SIGCONT');
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
