import { fieldsOfHeading } from './label';
import type { Cell, Grid, Row } from './grid';
import type { Reader } from './reader';
import { csosNumbersIn, plainNdcIn } from './shape';

const MAX_LINES = 2_000;
const MAX_BOXES = 4_000;
const MAX_TEXT = 200_000;
/** Blanks that don't break, one after the other: a column of text. */
const RUN = /\u00a0{2}|(?:\u00a0 ){2}/;
const SILENT = /^(?:SCRIPT|STYLE|TEMPLATE|NOSCRIPT|BUTTON|SELECT|TEXTAREA)$/;

/** A word group of a text line with where it stands. */
interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Tables drawn with blanks, tabs or bars in preformatted text: confirmations, host screens, print files. */
export function textGrids(pre: Element, reader: Reader, name: string): readonly Grid[] {
  if (!reader.inked(pre)) return [];
  const lines = textOf(pre, reader).split('\n').slice(0, MAX_LINES).map(tokensOf);
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
    return { element: pre, segments, text, editable: false, isDrawn: true };
  }
}

/** Elements whose text is set in columns by blanks: preformatted, or lines with runs of blanks that don't break. */
export function drawnTexts(root: ParentNode, max: number): readonly Element[] {
  const found = new Set(root.querySelectorAll('pre,xmp,listing'));
  const breaks = [...root.querySelectorAll('br')].slice(0, MAX_LINES).map((line) => line.parentElement);
  const rows = [...root.querySelectorAll('p,div,li')]
    .slice(0, MAX_BOXES)
    .filter((row) => row.childElementCount === 0 && RUN.test(row.textContent ?? ''))
    .map((row) => row.parentElement);
  for (const box of new Set([...breaks, ...rows])) {
    if (!box || box.tagName === 'BODY' || box.closest('pre') || found.size >= max) continue;
    if (box.querySelector('table,input,select,textarea') || !RUN.test(box.textContent ?? '')) continue;
    if (/\d{4}-\d{3,4}-\d|\d{11}/.test(box.textContent ?? '')) found.add(box);
  }
  return [...found].slice(0, max);
}

/** Lines as they are drawn; what is hidden or crossed out is left out. */
function textOf(box: Element, reader: Reader): string {
  const isPre = /^(?:PRE|XMP|LISTING)$/.test(box.tagName);
  let text = '';
  const walk = (parent: Element) => {
    const isShown = reader.legible(parent);
    for (const node of parent.childNodes) {
      if (text.length > MAX_TEXT) return;
      if (node.nodeType === 3 && isShown)
        text += isPre ? node.nodeValue : (node.nodeValue ?? '').replace(/[\t\n\r ]+/g, ' ');
      if (node.nodeType !== 1) continue;
      const element = node as Element;
      if (element.tagName === 'BR') text += '\n';
      else if (!SILENT.test(element.tagName) && !reader.struck(element)) {
        const isBlock = /^(?:P|DIV|LI|UL|OL|H[1-6])$/.test(element.tagName);
        if (isBlock) text += '\n';
        walk(element);
        if (isBlock) text += '\n';
      }
    }
  };
  walk(box);
  return text.replace(/\u00a0/g, ' ');
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
