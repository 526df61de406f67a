import { CountersignError } from '@/lib/base';
import { hasHiddenCharacters } from '@/lib/order';
import type { XmlElement } from './xml-element';

/** Takes an element's children one by one, in the order that the format prescribes. */
export interface ElementReader {
  /** The next child, which must have this name. */
  child(name: string): XmlElement;
  /** Text of the next child, never empty, nothing hidden. */
  text(name: string): string;
  /** The same for a child that may be left out. */
  optional(name: string): string | null;
  /** All following children of this name. */
  all(name: string): XmlElement[];
  /** Nothing may be left. */
  end(): void;
}

export function elementReader(parent: XmlElement): ElementReader {
  let next = 0;
  const peek = () => parent.children[next];

  function child(name: string): XmlElement {
    const found = peek();
    if (found?.name === name) {
      next++;
      return found;
    }
    const elsewhere = parent.children.slice(next).some((sibling) => sibling.name === name);
    if (
      found &&
      (elsewhere || parent.children.slice(0, next).some((sibling) => sibling.name === found.name))
    ) {
      throw new CountersignError('document/unexpected-content', { detail: `${parent.name}/${found.name}` });
    }
    throw new CountersignError('document/field-missing', { field: `${parent.name}/${name}` });
  }

  function text(name: string): string {
    const field = `${parent.name}/${name}`;
    const found = child(name);
    if (found.children.length > 0) {
      throw new CountersignError('document/unexpected-content', { detail: `elements within ${field}` });
    }
    if (hasHiddenCharacters(found.text)) throw new CountersignError('document/hidden-characters', { field });
    if (found.text === '') throw new CountersignError('document/field-missing', { field });
    return found.text;
  }

  return {
    child,
    text,
    optional: (name) => (peek()?.name === name ? text(name) : null),
    all(name) {
      const found: XmlElement[] = [];
      while (peek()?.name === name) found.push(child(name));
      return found;
    },
    end() {
      const left = peek();
      if (left) {
        throw new CountersignError('document/unexpected-content', { detail: `${parent.name}/${left.name}` });
      }
    },
  };
}
