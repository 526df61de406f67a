import type { Browser, Page } from 'puppeteer-core';

interface RemoteNode {
  readonly value?: {
    readonly nodeType: number;
    readonly nodeValue?: string;
    readonly localName?: string;
    readonly children?: readonly RemoteNode[];
    readonly shadowRoot?: RemoteNode | null;
  };
}

/** The part of puppeteer's BiDi connection that isn't in its types: raw commands. */
interface Raw {
  send(method: string, params: object): Promise<{ readonly result: { readonly result: RemoteNode } }>;
}

function textIn(node: RemoteNode, inShadow: boolean): string {
  const { value } = node;
  if (!value || value.localName === 'style') return '';
  if (value.nodeType === 3) return inShadow ? (value.nodeValue ?? '') : '';
  const below = (value.children ?? []).map((child) => textIn(child, inShadow)).join(' ');
  return value.shadowRoot ? `${below} ${textIn(value.shadowRoot, true)}` : below;
}

/** All text inside closed shadow roots: only BiDi's own serialization sees them in Firefox. */
export async function closedShadowText(browser: Browser, page: Page): Promise<string> {
  const { connection } = browser as unknown as { readonly connection: Raw };
  const { _id: context } = page.mainFrame() as unknown as { readonly _id: string };
  const { result } = await connection.send('script.evaluate', {
    expression: 'document.documentElement',
    awaitPromise: false,
    target: { context },
    serializationOptions: { maxDomDepth: null, includeShadowTree: 'all' },
  });
  return textIn(result.result, false).replace(/\s+/g, ' ').trim();
}
