import { beforeAll, describe, expect, it } from 'vitest';
import { cpuMs } from '@/tests/support/cpu-ms';
import { single, type Bytes } from '../der/reader';
import { concat, tags } from '../der/values';
import { writeInteger, writeOctets, writeOid, writeSequence } from '../der/writer';
import { CONTENT, refusal, testSigner, type TestSigner } from '../testing/test-signer';
import { verifyCms } from './verify-cms';

let signer: TestSigner;
beforeAll(async () => {
  signer = await testSigner();
});

const END = Uint8Array.of(0, 0);
const indefinite = (tag: number, ...parts: readonly Uint8Array[]) =>
  concat(Uint8Array.of(tag, 0x80), ...parts, END);

/** The same message with indefinite lengths down to `depth`; certificates stay DER, as their signatures need. */
function loosened(der: Bytes, depth: number, level = 0): Bytes {
  const tlv = single(der);
  if ((tlv.tag & 0x20) === 0 || depth === 0 || (level === 3 && tlv.tag === 0xa0)) return tlv.raw;
  return indefinite(
    tlv.tag,
    ...[...tlv.reader().rest()].map(({ raw }) => loosened(raw, depth - 1, level + 1)),
  );
}

describe('attacks.md 24: one verdict for an indefinite envelope and a definite one', () => {
  it.each([1, 2, 3, 4, 5])('%d levels of it', async (depth) => {
    const message = await signer.message();
    const loose = loosened(message, depth);
    expect(loose).not.toEqual(message);
    expect(await refusal(loose)).toBeNull();
    expect(await verifyCms(loose)).toEqual(await verifyCms(message));
    const bent = loose.with(Buffer.from(loose).indexOf(Buffer.from(CONTENT)), 0x33);
    expect(await refusal(bent)).toBe('cms/content-changed');
  });

  it('but the signed attributes stay DER', async () => {
    expect(await refusal(loosened(await signer.message(), 6))).toBe('cms/attributes-invalid');
  });

  it('and lengths in more octets than they need', async () => {
    const message = await signer.message();
    const inner = single(message).content;
    const long = concat(Uint8Array.of(0x30, 0x84, 0, 0, inner.length >> 8, inner.length & 0xff), inner);
    expect(await verifyCms(long)).toEqual(await verifyCms(message));
  });
});

/** `depth` elements inside each other, as definite lengths. */
function nested(tag: number, depth: number): Uint8Array {
  const headers: number[][] = [];
  let length = 0;
  for (let i = 0; i < depth; i++) {
    const header =
      length < 0x80 ? [tag, length] : [tag, 0x84, ...[24, 16, 8, 0].map((shift) => (length >> shift) & 0xff)];
    headers.push(header);
    length += header.length;
  }
  return Uint8Array.from(headers.reverse().flat());
}

function nestedIndefinite(tag: number, depth: number): Uint8Array {
  return concat(...Array.from({ length: depth }, () => Uint8Array.of(tag, 0x80)), new Uint8Array(depth * 2));
}

async function timed(message: Uint8Array): Promise<string | null> {
  const start = cpuMs();
  const code = await refusal(message);
  expect(cpuMs() - start).toBeLessThan(100);
  return code;
}

describe.each([200, 5_000, 50_000])('attacks.md 27: nesting %d deep is refused within 100 ms', (depth) => {
  it.each<[string, Uint8Array]>([
    ['sequences', nested(tags.sequence, depth)],
    ['sequences without length', nestedIndefinite(tags.sequence, depth)],
    ['sets', nested(tags.set, depth)],
    ['explicit tags', nestedIndefinite(0xa0, depth)],
    ['tags without end', Uint8Array.from({ length: depth * 2 }, (_, i) => (i % 2 ? 0x80 : 0x30))],
  ])('%s alone', async (_, message) => {
    expect(await timed(message)).toBe('cms/malformed');
  });

  it.each<[string, Uint8Array]>([
    ['definite', nested(0x24, depth)],
    ['indefinite', nestedIndefinite(0x24, depth)],
  ])('as content, %s', async (_, eContent) => {
    expect(await timed(await signer.message({ eContent: [eContent] }))).toBe('cms/malformed');
  });

  it('in the signer’s name, the attributes and the algorithm', async () => {
    const deep = nested(tags.sequence, depth);
    const flaws = [
      { signerId: writeSequence(deep, writeInteger(55)) },
      { attributes: [deep] },
      { signatureAlgorithm: writeSequence(writeOid('1.2.840.113549.1.1.10'), deep) },
    ];
    for (const flaw of flaws) expect(await timed(await signer.message(flaw))).not.toBeNull();
    expect(await timed(await signer.message())).toBeNull();
  });
});

describe('attacks.md 27: lengths of 4 GiB', () => {
  it.each([
    ['alone', Uint8Array.of(0x30, 0x84, 0xff, 0xff, 0xff, 0xff)],
    ['of five octets', Uint8Array.of(0x30, 0x85, 1, 0, 0, 0, 0)],
    ['of 126 octets', Uint8Array.of(0x30, 0xfe, ...new Uint8Array(126).fill(0xff))],
    [
      'inside',
      writeSequence(writeOid('1.2.840.113549.1.7.2'), Uint8Array.of(0xa0, 0x84, 0xff, 0xff, 0xff, 0xff)),
    ],
  ])('%s', async (_, message) => {
    expect(await timed(message)).toBe('cms/malformed');
  });

  it('of the content', async () => {
    const eContent = [Uint8Array.of(4, 0x84, 0xff, 0xff, 0xff, 0xff)];
    expect(await timed(await signer.message({ eContent }))).toBe('cms/malformed');
    expect(await timed(await signer.message({ eContent: [writeOctets(CONTENT)] }))).toBeNull();
  });
});
