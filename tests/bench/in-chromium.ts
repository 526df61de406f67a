import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Worker } from '@playwright/test';
import { launchChromium } from '../e2e/harness/launch-chromium';
import { bareExtension } from '../support/bare-extension';
import type { Figure } from './figure';
import type { Inputs } from './inputs';
import type { WorkerBench } from './in-worker';
import type { SuiteName } from './suites';

const START_MS = 30_000;

export interface ChromiumBench {
  bench(suite: SuiteName, inputs: Inputs, prefix: string): Promise<Figure[]>;
  approval(inputs: Inputs): Promise<Figure[]>;
  age(lines: number, fewer: number, prefix: string): Promise<Figure[]>;
  catalogue(): Promise<Figure[]>;
  close(): Promise<void>;
}

/**
 * The real Chromium with an extension that is nothing but the bench: its service worker is where orders are signed. The
 * product's own build isn't needed, and its manifest gives no door through which a bench could come in.
 */
export async function startChromium(): Promise<ChromiumBench> {
  const dir = mkdtempSync(join(tmpdir(), 'countersign-bench-'));
  const extension = await bareExtension({
    dir: join(dir, 'extension'),
    worker: fileURLToPath(new URL('in-worker.ts', import.meta.url)),
  });
  const context = await launchChromium({ profileDir: join(dir, 'profile'), headless: true, extension });
  const close = async () => {
    await context.close();
    rmSync(dir, { recursive: true, maxRetries: 3 });
  };
  try {
    const worker: Worker =
      context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: START_MS }));
    return {
      close,
      bench: (suite, inputs, prefix) =>
        worker.evaluate(
          ({ suite, inputs, prefix }) => (globalThis as unknown as WorkerBench).bench(suite, inputs, prefix),
          { suite, inputs, prefix },
        ),
      approval: (inputs) =>
        worker.evaluate((inputs) => (globalThis as unknown as WorkerBench).approval(inputs), inputs),
      catalogue: () => worker.evaluate(() => (globalThis as unknown as WorkerBench).catalogue()),
      age: (lines, fewer, prefix) =>
        worker.evaluate(
          ([most, least, only]) => (globalThis as unknown as WorkerBench).age(most, least, only),
          [lines, fewer, prefix] as const,
        ),
    };
  } catch (error) {
    await close();
    throw error;
  }
}
