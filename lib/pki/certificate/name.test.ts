import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cpuMs } from '@/tests/support/cpu-ms';
import { single, type Bytes } from '../der/reader';
import { tags } from '../der/values';
import { write, writeOid, writeSequence, writeSetOf } from '../der/writer';
import { readName } from './name';

const utf8 = (text: string, tag: number = tags.utf8String) => write(tag, new TextEncoder().encode(text));
const bmp = (text: string) =>
  write(
    tags.bmpString,
    Uint8Array.from([...text].flatMap((c) => [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255])),
  );
const attribute = (value: Bytes, oid = '2.5.4.3') => writeSequence(writeOid(oid), value);
const rdn = (...attributes: readonly Bytes[]) => writeSetOf(attributes);
const nameOf = (...rdns: readonly Bytes[]) => readName(single(writeSequence(...rdns)));
const keyOf = (value: Bytes) => nameOf(rdn(attribute(value))).key;

describe('names by RFC 5280 7.1', () => {
  it.each<[string, Bytes, Bytes]>([
    ['case', utf8('Maple Street'), utf8('MAPLE street')],
    ['white space around and between', utf8('  Maple \t  Street '), utf8('Maple Street')],
    ['string types', utf8('Maple', tags.printableString), utf8('maple')],
    ['BMPString', bmp('Straße'), utf8('STRASSE')],
    ['TeletexString', write(tags.teletexString, Uint8Array.of(0x4d, 0xfc)), utf8('mÜ')],
    ['compatible characters', utf8('\uff2d\ufb01'), utf8('mfi')],
    ['composed or not', utf8('é'), utf8('e\u0301')],
    ['what is mapped to nothing', utf8('Ma\u00adp\u200ble'), utf8('Maple')],
    ['spaces of other kinds', utf8('Maple\u00a0\u2003Street'), utf8('Maple Street')],
  ])('are the same whatever their %s', (_, one, other) => {
    expect(keyOf(one)).toBe(keyOf(other));
  });

  it.each<[string, Bytes, Bytes]>([
    ['another letter', utf8('Maple'), utf8('Mapel')],
    ['a space within a word', utf8('Ma ple'), utf8('Maple')],
    ['an accent', utf8('e'), utf8('é')],
    ['what is no text', write(tags.octetString, Uint8Array.of(1)), write(tags.octetString, Uint8Array.of(2))],
    ['text that spells such octets', utf8('#0401'), write(tags.octetString, Uint8Array.of(1))],
    ['broken text', bmp('\ud800'), bmp('\ud801')],
  ])('differ by %s', (_, one, other) => {
    expect(keyOf(one)).not.toBe(keyOf(other));
  });

  it('hold their RDNs in order, and an RDN’s attributes in none', () => {
    const [a, b] = [attribute(utf8('a')), attribute(utf8('b'), '2.5.4.11')];
    expect(nameOf(rdn(a), rdn(b)).key).not.toBe(nameOf(rdn(b), rdn(a)).key);
    expect(nameOf(write(tags.set, a, b)).key).toBe(nameOf(write(tags.set, b, a)).key);
    expect(nameOf(rdn(a, b)).key).not.toBe(nameOf(rdn(a), rdn(b)).key);
    expect(nameOf(rdn(a), rdn(b)).rdns).toHaveLength(2);
  });

  it('aren’t read where an RDN is empty', () => {
    expect(() => nameOf(write(tags.set))).toThrow('name without RDNs');
  });

  it('never take one list of values for another', () => {
    const values = fc.array(fc.string({ unit: 'binary', maxLength: 4 }), { maxLength: 3 });
    const shape = (list: readonly string[]) => list.map((value) => keyOf(utf8(value)));
    fc.assert(
      fc.property(values, values, (one, other) => {
        const [a, b] = [one, other].map((list) =>
          nameOf(...list.map((value) => rdn(attribute(utf8(value))))),
        );
        expect(a?.key === b?.key).toBe(JSON.stringify(shape(one)) === JSON.stringify(shape(other)));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a name of ninety thousand parts', () => {
  it('costs no more than it is long', () => {
    const parts = Array.from({ length: 90_000 }, () => rdn(attribute(utf8(''))));
    const long = single(write(tags.sequence, new Uint8Array(Buffer.concat(parts))));
    const start = cpuMs();
    expect(readName(long).rdns).toHaveLength(90_000);
    // Two seconds on a busy machine; twenty where each part moved all before it.
    expect(cpuMs() - start).toBeLessThan(5_000);
  });

  it('is told from the last part to the first', () => {
    expect(nameOf(rdn(attribute(utf8('A'), '2.5.4.10')), rdn(attribute(utf8('B')))).text).toBe('CN=B,O=A');
  });
});
