import type { Browser } from 'puppeteer-core';

/** The part of puppeteer's BiDi connection that isn't in its types: raw commands. */
interface Raw {
  send(
    method: string,
    params: object,
  ): Promise<{ readonly result: { readonly contexts?: readonly Context[] } }>;
}
interface Context {
  readonly context: string;
  readonly url: string;
}

/** Closes the window or tab whose address has this part; answers its address, null where there is none. */
export async function closeWindow(browser: Browser, part: string): Promise<string | null> {
  const { connection } = browser as unknown as { readonly connection: Raw };
  const { result } = await connection.send('browsingContext.getTree', {});
  const found = result.contexts?.find(({ url }) => url.includes(part));
  if (!found) return null;
  await connection.send('browsingContext.close', { context: found.context });
  return found.url;
}
