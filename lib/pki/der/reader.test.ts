import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cpuMs } from '@/tests/support/cpu-ms';
import { DerError } from './der-error';
import { DerReader, single, type Bytes, type Tlv } from './reader';
import { concat, readOid, tags } from './values';
import { write, writeOid } from './writer';

const bytes = (...octets: number[]) => Uint8Array.from(octets);

describe('DER', () => {
  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70_000 }), (content) => {
        expect(single(write(0x04, content), 0x04).content).toEqual(content);
      }),
      { numRuns: 30 },
    );
    for (const oid of [
      '1.2.840.113549.1.7.2',
      '2.5.29.15',
      '2.16.840.1.101.3.5.4',
      '2.25.340282366920938463463374607431768211455',
    ]) {
      expect(readOid(single(writeOid(oid)))).toBe(oid);
    }
  });

  it.each([
    ['a length that is not minimal', bytes(4, 0x81, 1, 0)],
    ['a length with a leading zero', bytes(4, 0x82, 0, 0x80, ...new Uint8Array(128))],
    ['an indefinite length', bytes(0x24, 0x80, 0, 0)],
    ['4 GiB', bytes(4, 0x84, 0xff, 0xff, 0xff, 0xff, 0)],
    ['a length of five octets', bytes(4, 0x85, 0, 0, 0, 0, 1, 0)],
    ['an end before its length', bytes(4, 2, 0)],
    ['a high tag number', bytes(0x1f, 0x81, 1, 0)],
    ['bytes afterwards', bytes(4, 0, 0)],
    ['nothing', bytes()],
    ['end-of-contents', bytes(0, 0)],
    ['a tag of nothing', bytes(0x20, 0)],
  ])('refuses %s', (_, der) => {
    expect(() => single(der)).toThrow(DerError);
  });

  it('has one spelling for each OID', () => {
    expect(() => readOid(single(bytes(6, 3, 0x2a, 0x80, 1)))).toThrow(DerError);
    expect(() => readOid(single(bytes(6, 2, 0x2a, 0x81)))).toThrow(DerError);
    // 2³² + 840 is not 840.
    expect(readOid(single(bytes(6, 6, 0x2a, 0x90, 0x80, 0x80, 0x86, 0x48)))).toBe('1.2.4294968136');
  });

  it.each([200, 5_000, 50_000])('refuses BER nested %d deep within 100 ms', (depth) => {
    const deep = new Uint8Array(depth * 4);
    for (let i = 0; i < depth; i++) deep.set([0x30, 0x80], i * 2);
    const start = cpuMs();
    expect(() => new DerReader(deep, 0, deep.length, true).next(tags.sequence)).toThrow(DerError);
    expect(cpuMs() - start).toBeLessThan(100);
  });

  it('finds no parts in a primitive element', () => {
    expect(() => single(write(0x04, write(0x30))).reader()).toThrow(DerError);
    expect(() => single(write(0x10, write(0x30))).reader()).toThrow(DerError);
    expect(
      single(write(0x24, write(0x04)), 0x24, true)
        .reader()
        .next(0x04).content,
    ).toHaveLength(0);
  });

  it('ends an indefinite length at two zero octets and nowhere else', () => {
    expect(ber(bytes(0x30, 0x80, 4, 1, 7, 0, 0)).content).toEqual(bytes(4, 1, 7));
    for (const end of [bytes(0, 0x81, 0), bytes(0, 0x80), bytes(0x20, 0), bytes(0), bytes()])
      expect(() => ber(concat(bytes(0x30, 0x80, 4, 1, 7), end))).toThrow(DerError);
    expect(() => ber(bytes(0x24, 0x80, 4, 5, 0, 0))).toThrow(DerError);
    // A definite length inside hides what it holds; one without end is found there only by who descends.
    const hidden = ber(bytes(0x30, 0x80, 0x30, 2, 0x30, 0x80, 0, 0));
    expect(() => hidden.reader().next().reader().next()).toThrow(DerError);
  });

  it('leaves indefinite lengths to BER, at every depth', () => {
    const inner = single(bytes(0x30, 4, 0x30, 0x80, 0, 0)).reader();
    expect(() => inner.next()).toThrow(DerError);
  });

  it('walks a megabyte of nested indefinite lengths within 100 ms', () => {
    const small = 500_000;
    const wide = new Uint8Array(small * 2 + 63 * 4);
    for (let i = 0; i < 63; i++) wide.set([0x30, 0x80], i * 2);
    for (let i = 0; i < small; i++) wide.set([5, 0], 126 + i * 2);
    const many = new Uint8Array(1_000_004);
    for (let at = 0; at + 4 <= many.length; at += 4) many.set([0x30, 0x80, 0, 0], at);
    many.set([0x30, 0x80, 5, 0]);
    many.set([5, 0, 0, 0], many.length - 4);
    for (const hostile of [wide, many]) {
      // The best of three: what is measured is the work, not what else the machine does meanwhile.
      const times = Array.from({ length: 3 }, () => {
        const start = cpuMs();
        let reader = new DerReader(hostile, 0, hostile.length, true);
        for (let depth = 0; depth < 63 && reader.tag === 0x30; depth++) reader = reader.next().reader();
        return cpuMs() - start;
      });
      expect(Math.min(...times)).toBeLessThan(100);
    }
  });
});

function ber(octets: Bytes): Tlv {
  return single(octets, undefined, true);
}

/** What is read of an element, all the way down. */
type Tree = { readonly tag: number; readonly content: readonly number[] | readonly Tree[] };
/** How an element's length is written. */
type Form = 'shortest' | 'padded' | 'indefinite';

const primitiveTag = fc.constantFrom(1, 2, 3, 4, 5, 6, 0x0c, 0x13, 0x17, 0x80, 0x81, 0x9e, 0x41, 0xc2);
const constructedTag = fc.constantFrom(0x30, 0x31, 0x24, 0xa0, 0xa3, 0x61, 0xbe, 0xe1);
const { tree } = fc.letrec<{ tree: Tree; leaf: Tree; branch: Tree }>((tie) => ({
  tree: fc.oneof({ maxDepth: 6, depthSize: 'medium' }, tie('leaf'), tie('branch')),
  leaf: fc.record({ tag: primitiveTag, content: fc.array(fc.nat(255), { maxLength: 300, size: 'medium' }) }),
  branch: fc.record({ tag: constructedTag, content: fc.array(tie('tree'), { maxLength: 5 }) }),
}));

function isLeaf(content: Tree['content']): content is readonly number[] {
  return typeof content[0] !== 'object';
}

function built({ tag, content }: Tree, form: () => Form): Bytes {
  const body =
    (tag & 0x20) === 0 || isLeaf(content)
      ? Uint8Array.from(content as readonly number[])
      : concat(...content.map((child) => built(child, form)));
  const chosen = form();
  if (chosen === 'indefinite' && (tag & 0x20) !== 0) return concat(bytes(tag, 0x80), body, bytes(0, 0));
  if (chosen === 'padded')
    return concat(bytes(tag, 0x83, body.length >> 16, (body.length >> 8) & 0xff, body.length & 0xff), body);
  return write(tag, body);
}

function walked(tlv: Tlv): Tree {
  expect(tlv.start).toBeLessThan(tlv.body);
  expect(tlv.end).toBeLessThanOrEqual(tlv.next);
  if ((tlv.tag & 0x20) === 0) return { tag: tlv.tag, content: [...tlv.content] };
  const reader = tlv.reader();
  const children = [...reader.rest()];
  reader.finish();
  // The parts fill the whole without gap or overlap.
  expect(children.at(0)?.start ?? tlv.body).toBe(tlv.body);
  children.forEach((child, i) => expect(child.next).toBe(children[i + 1]?.start ?? tlv.end));
  return { tag: tlv.tag, content: children.map(walked) };
}

describe('any tree of elements', () => {
  it('is read as it was written in DER', () => {
    fc.assert(
      fc.property(tree, (value) => {
        expect(walked(single(built(value, () => 'shortest')))).toEqual(value);
      }),
      { numRuns: 500 },
    );
  });

  it('is read the same from any form of BER, which DER refuses', () => {
    const forms = fc.infiniteStream(fc.constantFrom<Form>('shortest', 'padded', 'indefinite'));
    fc.assert(
      fc.property(tree, forms, (value, stream) => {
        let lax = 0;
        const octets = built(value, () => {
          const form = stream.next().value as Form;
          if (form !== 'shortest') lax++;
          return form;
        });
        expect(walked(ber(octets))).toEqual(value);
        if (lax === 0) expect(walked(single(octets))).toEqual(value);
      }),
      { numRuns: 500 },
    );
    expect(() => single(built({ tag: 0x30, content: [] }, () => 'padded'))).toThrow(DerError);
    expect(() => single(built({ tag: 0x30, content: [] }, () => 'indefinite'))).toThrow(DerError);
  });

  it('is read alike whatever stands around it', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 60 }),
          tree.map((value) => built(value, () => 'indefinite')),
        ),
        fc.nat(),
        fc.boolean(),
        (octets, cut, lax) => {
          const part = octets.subarray(0, octets.length - (cut % (octets.length + 1)));
          const outcomes = [0, 0xff, 0x30].map((filler) => {
            const around = new Uint8Array(part.length + 80).fill(filler);
            around.set(part, 40);
            return outcomeOf(new DerReader(around, 40, 40 + part.length, lax));
          });
          expect(new Set(outcomes).size).toBe(1);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

/** Everything a reader answers, down to the leaves, or its refusal. */
function outcomeOf(reader: DerReader): string {
  try {
    return JSON.stringify([...reader.rest()].map(walked));
  } catch (error) {
    if (error instanceof DerError) return error.message;
    throw error;
  }
}
