import { CountersignError } from '@/lib/base';
import { hasHiddenCharacters } from '@/lib/order';
import { unexpected } from '../decode-text';
import { expectText } from '../exact';
import type { Segment } from './interchange';

/** One segment's elements by their position, counted from 1 as the standard does. */
export interface ElementsOf {
  /** Never empty, nothing hidden. */
  text(position: number): string;
  optional(position: number): string | null;
  /** The element is this code, or nothing where `code` is empty. */
  is(position: number, code: string): void;
  readonly length: number;
}

/** Takes segments one by one, in the order that the format prescribes. */
export interface SegmentReader {
  /** The next segment has this name; with `code`, this first element too. */
  nextIs(name: string, code?: string): boolean;
  /** The next segment, which must have this name and at most `elements` elements. `prefix` tells loops apart in errors. */
  segment(name: string, elements: number, prefix?: string): ElementsOf;
  end(): void;
}

function elementsOf(segment: Segment, prefix: string): ElementsOf {
  const name = (position: number) => `${prefix}${segment[0]}${String(position).padStart(2, '0')}`;
  const at = (position: number) => segment[position] ?? '';
  function text(position: number): string {
    const value = at(position);
    const field = name(position);
    if (hasHiddenCharacters(value)) throw new CountersignError('document/hidden-characters', { field });
    if (value === '') throw new CountersignError('document/field-missing', { field });
    return value;
  }
  return {
    text,
    optional: (position) => (at(position) === '' ? null : text(position)),
    is: (position, code) => expectText(name(position), at(position), code),
    length: segment.length - 1,
  };
}

export function segmentReader(segments: readonly Segment[]): SegmentReader {
  let next = 0;
  return {
    nextIs: (name, code) =>
      segments[next]?.[0] === name && (code === undefined || segments[next]?.[1] === code),
    segment(name, elements, prefix = '') {
      const found = segments[next];
      if (found?.[0] !== name) {
        const later = segments.slice(next).some(([other]) => other === name);
        if (found && later) throw unexpected(`${found[0]} before ${prefix}${name}`);
        throw new CountersignError('document/field-missing', { field: `${prefix}${name}` });
      }
      if (found.length - 1 > elements) throw unexpected(`${prefix}${name} of ${found.length - 1} elements`);
      next++;
      return elementsOf(found, prefix);
    },
    end() {
      const left = segments[next];
      if (left) throw unexpected(left[0]);
    },
  };
}
