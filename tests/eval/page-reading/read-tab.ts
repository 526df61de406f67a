import type { Page, Worker } from '@playwright/test';
import type { SeenPage } from '@/lib/portal';

export interface TabReading {
  readonly seen: SeenPage;
  /** Question to answer, message included. */
  readonly detectMs: number;
}

const SETTLE_MS = 5_000;
const QUIET_MS = 700;

/**
 * What the extension's own content script in the tab reads, asked for as the background does at an approval. Waits until
 * two readings agree on a quiet page; a page that shows nothing gets all of the five seconds. Null: the gate let no
 * detector in.
 */
export async function readTab(page: Page, worker: Worker): Promise<TabReading | null> {
  const until = Date.now() + SETTLE_MS;
  let before = '';
  let reading: TabReading | null = null;
  while (Date.now() < until) {
    await page.waitForTimeout(QUIET_MS);
    reading = await askTab(worker, page.url());
    const now = JSON.stringify(reading?.seen);
    if (reading && reading.seen.kind !== 'none' && now === before) return reading;
    before = now;
  }
  return reading;
}

/** All frames are asked; the one that shows most of an order counts. */
async function askTab(worker: Worker, url: string): Promise<TabReading | null> {
  const readings = await worker.evaluate(async (address): Promise<TabReading[]> => {
    const { tabs, scripting, runtime } = (globalThis as unknown as { chrome: ExtensionApi }).chrome;
    const tab = (await tabs.query({})).find((one) => one.url === address);
    if (tab === undefined) return [];
    // Out of an array, because the TypeScript runner wraps named functions in a helper that the worker doesn't have.
    const [nothing] = [() => 0];
    const frames = await scripting.executeScript({
      target: { tabId: tab.id, allFrames: true },
      func: nothing,
    });
    const wire = { countersign: runtime.getManifest().version, name: 'content.read', payload: {} };
    const answers: TabReading[] = [];
    for (const { frameId } of frames) {
      const from = performance.now();
      // A frame that the gate let no detector into answers nothing, which is a rejection.
      const [answer] = await Promise.allSettled([tabs.sendMessage(tab.id, wire, { frameId })]);
      if (answer?.status !== 'fulfilled' || !answer.value) continue;
      answers.push({ seen: answer.value, detectMs: performance.now() - from });
    }
    return answers;
  }, url);
  return readings.sort((a, b) => weightOf(b.seen) - weightOf(a.seen))[0] ?? null;
}

function weightOf({ kind, lines, orders }: SeenPage): number {
  return kind === 'none' ? 0 : 1 + lines.length + orders.length;
}

interface ExtensionApi {
  readonly runtime: { getManifest(): { readonly version: string } };
  readonly tabs: {
    query(filter: object): Promise<readonly { readonly id: number; readonly url?: string }[]>;
    sendMessage(tabId: number, message: object, options: { frameId: number }): Promise<SeenPage | null>;
  };
  readonly scripting: { executeScript(what: object): Promise<readonly { readonly frameId: number }[]> };
}
