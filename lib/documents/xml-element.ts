import { SaxesParser } from 'saxes';
import { CountersignError } from '@/lib/base';
import { decodeText, unexpected } from './decode-text';

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

/**
 * Reads XML that consists of elements and text alone: comments, DTD, processing instructions, CDATA, attributes and text
 * beside elements are refused, since each can say something that another reader doesn't see. Throws `document/*`.
 */
export function readXml(bytes: Uint8Array): XmlElement {
  const text = decodeText(bytes);
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
