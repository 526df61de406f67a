import { CSOS_RESPONSE } from './csos-response-format';

export type DocumentKind = 'csos-order' | 'csos-response' | 'x12-850' | 'x12-855' | 'x12-856' | 'unknown';

/** Enough for an XML declaration and comments of a decent length, or ISA, GS and ST. */
const LOOKED_AT = 2_000;
const X12_KINDS: ReadonlyMap<string, DocumentKind> = new Map(
  Object.entries({
    '850': 'x12-850',
    '855': 'x12-855',
    '856': 'x12-856',
  } as const),
);

/** What a file seems to be, from its beginning alone: for choosing a reader, which then judges it. Never throws. */
export function documentKind(bytes: Uint8Array): DocumentKind {
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, LOOKED_AT));
  if (text.startsWith('ISA')) {
    const element = text.charAt(3);
    const set = text
      .slice(106)
      .split(text.charAt(105) || '~')
      .map((segment) => segment.trimStart().split(element))
      .find(([name]) => name === 'ST');
    return X12_KINDS.get(set?.[1] ?? '') ?? 'unknown';
  }
  const root = /^(?:\s|<\?[^>]*>|<!--(?:(?!-->)[^])*-->)*<([A-Za-z][\w.-]*)[\s/>]/.exec(text)?.[1];
  if (root === 'CSOSOrderRequest') return 'csos-order';
  return root !== undefined && (CSOS_RESPONSE.roots as readonly string[]).includes(root)
    ? 'csos-response'
    : 'unknown';
}
