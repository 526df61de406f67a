import { SaxesParser } from 'saxes';

export interface Node {
  readonly name: string;
  readonly children: Node[];
  text: string;
}

/** Reads well-formed XML without a document type; throws Error otherwise. */
export function readXml(text: string): Node {
  const top: Node = { name: '', children: [], text: '' };
  const open: Node[] = [top];
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('a document type is not allowed');
  });
  parser.on('opentag', ({ name }) => {
    const node: Node = { name, children: [], text: '' };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('text', (piece) => {
    const node = open.at(-1);
    if (node) node.text += piece;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(text).close();
  const root = top.children[0];
  if (!root) throw new Error('no root element');
  return root;
}

export function child(node: Node | undefined, ...path: readonly string[]): Node | undefined {
  return path.reduce<Node | undefined>((at, name) => at?.children.find((one) => one.name === name), node);
}

/** Text at a path, trimmed; the empty string where it is absent. */
export function textAt(node: Node | undefined, ...path: readonly string[]): string {
  return child(node, ...path)?.text.trim() ?? '';
}
