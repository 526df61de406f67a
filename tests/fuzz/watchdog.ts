import { Worker } from 'node:worker_threads';

/** Processor time longer than any law allows one input, so a loop without end. */
const HANG_MS = 30_000;
/** A wait without end: far longer than a busy machine keeps a process from running. */
const STALL_MS = 600_000;

/** Its own thread, because a loop without end lets no timer of the same thread run. */
const WATCH = `
const { workerData: { inputs, hangMs, stallMs, label } } = require('node:worker_threads');
const { writeSync } = require('node:fs');
const used = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
let seen = -1, cpu = 0, since = 0;
setInterval(() => {
  const now = Atomics.load(inputs, 0);
  if (now !== seen) { seen = now; cpu = used(); since = Date.now(); return; }
  if (used() - cpu < hangMs && Date.now() - since < stallMs) return;
  writeSync(2, '\\n' + label + ': input ' + now + ' does not end\\n');
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
  const worker = new Worker(WATCH, {
    eval: true,
    workerData: { inputs, hangMs: HANG_MS, stallMs: STALL_MS, label },
  });
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
