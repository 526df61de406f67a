import { Worker } from 'node:worker_threads';

/** Longer than any law allows one input, so a loop without end. */
const HANG_MS = 30_000;

/** Its own thread, because a loop without end lets no timer of the same thread run. */
const WATCH = `
const { workerData: { inputs, hangMs, label } } = require('node:worker_threads');
const { writeSync } = require('node:fs');
let seen = -1, since = Date.now();
setInterval(() => {
  const now = Atomics.load(inputs, 0);
  if (now !== seen) { seen = now; since = Date.now(); return; }
  if (Date.now() - since < hangMs) return;
  writeSync(2, '\\n' + label + ': input ' + now + ' does not end. Again: --runs ' + now + ', one more hangs\\n');
  process.kill(process.pid, 'SIGKILL');
}, 500);
`;

export interface Watchdog {
  /** Tells that the input of this number begins. */
  begins(input: number): void;
  stop(): Promise<void>;
}

/** Ends the whole process with a message when one input doesn't end. */
export function watchdog(label: string): Watchdog {
  const inputs = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(WATCH, { eval: true, workerData: { inputs, hangMs: HANG_MS, label } });
  worker.unref();
  return {
    begins: (input) => {
      Atomics.store(inputs, 0, input);
    },
    stop: async () => {
      await worker.terminate();
    },
  };
}
