import { fieldsOfHeading } from './label';
import type { Cell, Grid, Row } from './grid';
import type { Reader } from './reader';
import { csosNumbersIn, plainNdcIn } from './shape';

const MAX_LINES = 2_000;

/** A word group of a text line with where it stands. */
interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Tables drawn with blanks, tabs or bars in preformatted text: confirmations, host screens, print files. */
export function textGrids(pre: Element, reader: Reader, name: string): readonly Grid[] {
  if (!reader.legible(pre)) return [];
  const lines = (pre.textContent ?? '').split('\n').slice(0, MAX_LINES).map(tokensOf);
  const grids: Grid[] = [];
  let header: readonly Token[] | null = null;
  let rows: Row[] = [];
  const close = () => {
    if (rows.length > 0)
      grids.push({ element: pre, name, labels: (header ?? []).map(({ text }) => [text]), rows });
    rows = [];
  };
  for (const tokens of lines) {
    if (isHeaderLine(tokens)) {
      close();
      header = tokens;
    } else if (tokens.length >= 2 && (header ? tokens.length >= header.length / 2 : isTelling(tokens)))
      rows.push({
        element: pre,
        cells: (header ? placed(tokens, header) : tokens.map(({ text }) => text)).map(cell),
      });
    else if (header && tokens.length === 0 && rows.length === 0) continue;
    else if (header && /^[-=_ ]*$/.test(tokens.map(({ text }) => text).join(''))) continue;
    else if (!tokens.length) {
      close();
      header = null;
    }
  }
  close();
  return grids;

  function cell(text: string): Cell {
    const segments = text ? [{ text, element: pre, editable: false }] : [];
    return { element: pre, segments, text, editable: false };
  }
}

function tokensOf(line: string): readonly Token[] {
  const divider = /\||\t/.test(line) ? /[^|\t]+/g : /\S+(?: \S+)*/g;
  return [...line.matchAll(divider)]
    .map((match) => {
      const text = match[0].trim();
      const from = match.index + match[0].indexOf(text);
      return { text, from, to: from + text.length };
    })
    .filter(({ text }) => text !== '' && !/^[-=_+]+$/.test(text));
}

function isHeaderLine(tokens: readonly Token[]): boolean {
  const known = tokens.filter(({ text }) => fieldsOfHeading(text).fields.length > 0);
  return known.length >= 3 && known.length >= tokens.length * 0.6 && !isTelling(tokens);
}

/** Shows a number that only orders have. */
function isTelling(tokens: readonly Token[]): boolean {
  return tokens.some(({ text }) => plainNdcIn(text) !== null || csosNumbersIn(text).length > 0);
}

/** Neighbours with a single blank between them are one token until a heading begins in its middle. */
function divided(token: Token, header: readonly Token[]): readonly Token[] {
  const start = header.find(
    ({ from }) => from > token.from && token.text[from - token.from - 1] === ' ',
  )?.from;
  if (start === undefined || start >= token.to) return [token];
  const at = start - token.from;
  const rest = { text: token.text.slice(at), from: start, to: token.to };
  return [
    { text: token.text.slice(0, at).trim(), from: token.from, to: start - 1 },
    ...divided(rest, header),
  ];
}

/** Each token under the heading it overlaps most, or stands nearest to; in order where there are as many as headings. */
function placed(tokens: readonly Token[], header: readonly Token[]): readonly string[] {
  if (tokens.length === header.length) return tokens.map(({ text }) => text);
  const cells = header.map(() => '');
  for (const token of tokens.flatMap((one) => divided(one, header))) {
    let best = 0;
    let least = Infinity;
    header.forEach(({ from, to }, i) => {
      const gap = Math.max(from - token.to, token.from - to);
      if (gap < least) {
        least = gap;
        best = i;
      }
    });
    cells[best] = cells[best] ? `${cells[best]} ${token.text}` : token.text;
  }
  return cells;
}
