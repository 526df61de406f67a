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

/** Tells the browser that nobody has touched the computer for eleven minutes; its own idle service does the rest. */
export async function becomeIdle(browser: Browser): Promise<void> {
  await privileged(
    browser,
    `Cc['@mozilla.org/widget/useridleservice;1'].getService(Ci.nsIUserIdleServiceInternal).resetIdleTimeOut(660_000), 0`,
  );
}
