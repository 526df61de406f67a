import type { Browser } from 'puppeteer-core';

interface Evaluated {
  readonly type: 'success' | 'exception';
  readonly result?: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string };
}

/** The part of puppeteer's BiDi connection that isn't in its types: raw commands. */
interface Raw {
  send<T>(method: string, params: object): Promise<{ readonly result: T }>;
}

/** Runs in the browser's own process with its rights; answers text and numbers. Needs `--remote-allow-system-access`. */
export async function privileged<T extends string | number>(
  browser: Browser,
  expression: string,
): Promise<T> {
  const { connection } = browser as unknown as { readonly connection: Raw };
  const { result: tree } = await connection.send<{
    readonly contexts: readonly { readonly context: string }[];
  }>('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { result } = await connection.send<Evaluated>('script.evaluate', {
    expression,
    awaitPromise: true,
    target: { context: tree.contexts[0]?.context },
  });
  if (result.type !== 'success') throw new Error(`in Firefox: ${result.exceptionDetails?.text}`);
  return result.result?.value as T;
}

/**
 * Collects garbage in the process that holds the extension's pages and its background, and gives free memory back. Answers
 * that process's number.
 */
export function collectGarbage(browser: Browser): Promise<number> {
  const inChild = `if (Services.appinfo.remoteType === 'extension') {
    for (let round = 0; round < 3; round += 1) { Cu.forceGC(); Cu.forceCC(); }
    Cu.schedulePreciseShrinkingGC(() => {
      Services.obs.notifyObservers(null, 'memory-pressure', 'heap-minimize');
      Cu.forceGC();
      sendAsyncMessage('collected', Services.appinfo.processID);
    });
  }`;
  const script = `data:,${encodeURIComponent(inChild)}`;
  return privileged(
    browser,
    `new Promise((resolve) => {
      Cu.forceGC(); Cu.forceCC();
      Services.obs.notifyObservers(null, 'memory-pressure', 'heap-minimize');
      const heard = ({ data }) => { Services.ppmm.removeMessageListener('collected', heard); resolve(data); };
      Services.ppmm.addMessageListener('collected', heard);
      Services.ppmm.loadProcessScript(${JSON.stringify(script)}, false);
    })`,
  );
}

/** Tells the browser that nobody has touched the computer for eleven minutes; its own idle service does the rest. */
export async function becomeIdle(browser: Browser): Promise<void> {
  await privileged(
    browser,
    `Cc['@mozilla.org/widget/useridleservice;1'].getService(Ci.nsIUserIdleServiceInternal).resetIdleTimeOut(660_000), 0`,
  );
}
