import { SaxesParser } from 'saxes';
import { CountersignError, limits } from '@/lib/base';

/** An element of the plain kind that orders are made of: a name, and either text or children. */
export interface XmlElement {
  readonly name: string;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

interface Building extends XmlElement {
  text: string;
  readonly children: Building[];
}

/** Deeper than any order; a document built to exhaust the reader ends here. */
const MAX_DEPTH = 6;

const unexpected = (detail: string) => new CountersignError('document/unexpected-content', { detail });

/** Bytes as text. Throws `document/not-text` on a byte order mark, NUL, or anything but well-formed UTF-8 (attacks.md 88). */
function decode(bytes: Uint8Array): string {
  if (bytes.length > limits.documentMaxBytes) throw unexpected(`${bytes.length} bytes`);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new CountersignError('document/not-text', {}, { cause });
  }
  if (text.startsWith('\ufeff') || text.includes('\0')) throw new CountersignError('document/not-text');
  return text;
}

/**
 * Reads XML that consists of elements and text alone: comments, DTD, processing instructions, CDATA, attributes and text
 * beside elements are refused, since each can say something that another reader doesn't see. Throws `document/*`.
 */
export function readXml(bytes: Uint8Array): XmlElement {
  const text = decode(bytes);
  const parser = new SaxesParser();
  const open: Building[] = [];
  let root: Building | null = null;
  parser.on('comment', () => {
    throw unexpected('a comment');
  });
  parser.on('doctype', () => {
    throw unexpected('a document type');
  });
  parser.on('processinginstruction', () => {
    throw unexpected('a processing instruction');
  });
  parser.on('cdata', () => {
    throw unexpected('a CDATA section');
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (Object.keys(attributes).length > 0) throw unexpected(`attributes of ${name}`);
    if (open.length >= MAX_DEPTH) throw unexpected(`elements within elements down to ${name}`);
    const element: Building = { name, text: '', children: [] };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('text', (piece) => {
    const element = open.at(-1);
    if (element) element.text += piece;
  });
  parser.on('closetag', () => {
    const element = open.pop();
    if (element && element.children.length > 0 && element.text.trim() !== '') {
      throw unexpected(`text beside the elements of ${element.name}`);
    }
  });
  parser.on('error', (cause) => {
    throw new CountersignError('document/not-well-formed', { detail: cause.message }, { cause });
  });
  parser.write(text).close();
  if (!root) throw new CountersignError('document/not-well-formed', { detail: 'no element' });
  return root;
}
