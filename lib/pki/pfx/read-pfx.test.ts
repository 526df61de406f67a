import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { faultOf, limits } from '@/lib/base';
import { cpuMs } from '@/tests/support/cpu-ms';
import { tags } from '../der/values';
import { DER_NULL, write, writeInteger, writeOctets, writeOid, writeSequence } from '../der/writer';
import {
  encryptedPart,
  keyBag,
  localKeyId,
  makePfx,
  openPart,
  safeBag,
  TEST_PASSWORD,
  testAttribute,
  testBag,
  type PfxShape,
} from '../testing/make-pfx';
import { toBer } from '../testing/to-ber';
import { passwordForms } from './password';
import * as kdf from './pkcs12-kdf';
import { readPfx } from './read-pfx';

/** A PrivateKeyInfo in form; what key it is nobody asks here. */
const INFO = writeSequence(writeInteger(0), writeSequence(writeOid('1.2.3')), writeOctets(Uint8Array.of(1)));
const PART = openPart([keyBag(INFO)]);

async function codeOf(
  bytes: Uint8Array,
  { acceptWithoutMac = false, password = TEST_PASSWORD } = {},
): Promise<string> {
  try {
    await readPfx(bytes, password, { acceptWithoutMac });
    return 'opened';
  } catch (error) {
    return faultOf(error).code;
  }
}

/** How many derivations were begun, of both kinds. */
function countDerivations(): () => number {
  const own = vi.spyOn(kdf, 'pkcs12Kdf');
  const bits = vi.spyOn(crypto.subtle, 'deriveBits');
  return () => own.mock.calls.length + bits.mock.calls.length;
}

afterEach(() => {
  vi.restoreAllMocks();
});

const pbmac1 = (keyLength: Uint8Array | null, salt?: Uint8Array): PfxShape => ({
  mac: { pbmac1: salt === undefined ? { keyLength } : { keyLength, salt } },
});

describe('attacks.md 35: rounds of key derivation', () => {
  const counts = [
    ['0', writeInteger(0), 'pfx/damaged'],
    ['−1', write(tags.integer, Uint8Array.of(0xff)), 'pfx/damaged'],
    ['2³¹', writeInteger(2 ** 31), 'pfx/too-many-iterations'],
    ['10⁹', writeInteger(1e9), 'pfx/too-many-iterations'],
    ['2⁶⁴', write(tags.integer, Uint8Array.of(1, ...new Uint8Array(8))), 'pfx/too-many-iterations'],
    ['one too many', writeInteger(limits.pfxMaxIterations + 1), 'pfx/too-many-iterations'],
  ] as const;

  it.each(counts)('%s in the MAC: refused before any is done', async (_, count, code) => {
    const file = await makePfx([PART], { mac: { count } });
    await expectUndone(file, code);
  });

  it.each(counts)('%s in a PBMAC1', async (_, count, code) => {
    const file = await makePfx([PART], { mac: { count, pbmac1: { keyLength: writeInteger(32) } } });
    await expectUndone(file, code);
  });

  it.each(counts)('%s in a part, although the MAC is right', async (_, count, code) => {
    await expectUndone(await makePfx([await encryptedPart([keyBag(INFO)], { count })]), code);
  });

  it('adds up what many parts ask for', async () => {
    const part = await encryptedPart([], { count: writeInteger(limits.pfxMaxIterations / 2) });
    await expectUndone(await makePfx([part, part, part], { mac: null }), 'pfx/too-many-iterations', true);
  });

  it('negative control: two rounds are done, and told before', async () => {
    const told: number[] = [];
    const file = await makePfx([await encryptedPart([keyBag(INFO)])]);
    const { keys } = await readPfx(file, TEST_PASSWORD, { onRounds: (rounds) => told.push(rounds) });
    expect(keys).toHaveLength(1);
    expect(told).toEqual([4]);
  });

  async function expectUndone(file: Uint8Array, code: string, acceptWithoutMac = false): Promise<void> {
    const derivations = countDerivations();
    const start = cpuMs();
    expect(await codeOf(file, { acceptWithoutMac })).toBe(code);
    expect(derivations()).toBe(0);
    expect(cpuMs() - start).toBeLessThan(50);
  }
});

describe('the MAC', () => {
  it('attacks.md 36: none only after the user confirmed', async () => {
    const file = await makePfx([PART], { mac: null });
    expect(await codeOf(file)).toBe('pfx/no-mac');
    expect(await codeOf(file, { acceptWithoutMac: true })).toBe('opened');
  });

  it('attacks.md 37: a wrong one is refused before anything is decrypted', async () => {
    const part = await encryptedPart([keyBag(INFO)]);
    const read = vi.spyOn(await import('./open-parts'), 'openParts');
    expect(await codeOf(await makePfx([part], { mac: { password: 'another' } }))).toBe('pfx/wrong-password');
    expect(read).not.toHaveBeenCalled();
    expect(await codeOf(await makePfx([part]))).toBe('opened');
    expect(read).toHaveBeenCalledOnce();
  });

  it('attacks.md 37: any change of what it is over is refused, confirmed or not', async () => {
    const file = await makePfx([PART]);
    const at = file.indexOf(0x01, 60);
    const changed = file.with(at, 0x02);
    expect(await codeOf(changed, { acceptWithoutMac: true })).not.toBe('opened');
  });

  it.each<[string, PfxShape, string]>([
    ['no key length', pbmac1(null), 'pfx/damaged'],
    ['length zero', pbmac1(writeInteger(0)), 'pfx/damaged'],
    ['a negative length', pbmac1(write(tags.integer, Uint8Array.of(0xe0))), 'pfx/damaged'],
    ['a huge length', pbmac1(writeInteger(2 ** 31)), 'pfx/damaged'],
    ['a length beyond any hash', pbmac1(writeInteger(65)), 'pfx/damaged'],
    ['a short key', pbmac1(writeInteger(19)), 'pfx/damaged'],
    ['no salt', pbmac1(writeInteger(32), new Uint8Array(0)), 'pfx/damaged'],
    ['nothing wrong', pbmac1(writeInteger(20)), 'opened'],
  ])('attacks.md 38: PBMAC1 with %s', async (_, shape, code) => {
    expect(await codeOf(await makePfx([PART], shape))).toBe(code);
  });

  it('attacks.md 46: a bad MAC and a bad decryption have one code, after the same derivations', async () => {
    const derivations = countDerivations();
    const cost = async (file: Uint8Array, code: string) => {
      const before = derivations();
      expect(await codeOf(file)).toBe(code);
      return derivations() - before;
    };
    const part = await encryptedPart([keyBag(INFO)]);
    const badMac = await makePfx([part], { mac: { password: 'another' } });
    const badPart = await makePfx([await encryptedPart([keyBag(INFO)], { password: 'another' })]);
    const ofBadMac = await cost(badMac, 'pfx/wrong-password');
    expect(await cost(badPart, 'pfx/wrong-password')).toBe(ofBadMac);
    // Each form of the password costs what the right one does.
    const ofGood = await cost(await makePfx([part]), 'opened');
    expect(ofBadMac).toBe(ofGood * passwordForms(TEST_PASSWORD).length);
  });
});

describe('passwords', () => {
  it.each([
    ['empty', ''],
    ['composed', 'p\u00e4ss'.normalize('NFC')],
    ['decomposed', 'p\u00e4ss'.normalize('NFD')],
    ['astral', '\u{1f511}\u{10348}'],
    ['of 256 characters', 'x'.repeat(256)],
    ['with a NUL', 'a\0b'],
  ])('attacks.md 39: %s', async (_, password) => {
    const file = await makePfx([PART], { mac: { password } });
    expect(await codeOf(file, { password })).toBe('opened');
    expect(await codeOf(file, { password: `${password}x` })).toBe('pfx/wrong-password');
  });

  it('attacks.md 39: composed opens what was written decomposed, and the other way round', async () => {
    for (const [written, typed] of [
      ['NFC', 'NFD'],
      ['NFD', 'NFC'],
    ] as const) {
      const file = await makePfx([PART], { mac: { password: 'pä'.normalize(written) } });
      expect(await codeOf(file, { password: 'pä'.normalize(typed) })).toBe('opened');
    }
  });

  it('are tried empty as absent too, and as old programs took them', () => {
    expect(passwordForms('').map(({ bmp }) => bmp.length)).toEqual([2, 0]);
    expect(passwordForms('abc')).toHaveLength(1);
    expect(passwordForms('é').length).toBeGreaterThan(2);
    expect(passwordForms('😀')[0]?.bmp).toEqual(Uint8Array.of(0xd8, 0x3d, 0xde, 0x00, 0, 0));
  });
});

describe('forms', () => {
  it('attacks.md 43: BER opens the same, and too deep is refused at once', async () => {
    const part = openPart([keyBag(INFO)], true);
    expect(await codeOf(await makePfx([part], { ber: true }))).toBe('opened');
    let deep = keyBag(INFO);
    for (let i = 0; i < 3; i++) deep = safeBag([deep]);
    expect(await codeOf(await makePfx([openPart([deep])]))).toBe('opened');
    for (let i = 0; i < 10; i++) deep = safeBag([deep]);
    expect(await codeOf(await makePfx([openPart([deep])]))).toBe('pfx/damaged');
    for (const levels of [200, 5_000, 50_000]) {
      const nested = new Uint8Array(levels * 2).map((_, i) => (i % 2 === 0 ? tags.sequence : 0x80));
      const start = cpuMs();
      expect(await codeOf(nested)).toMatch(/^pfx\/(not-a-pfx|damaged)$/);
      expect(cpuMs() - start).toBeLessThan(100);
    }
  });

  it('attacks.md 45: what stands twice or trails is refused', async () => {
    const null_ = DER_NULL;
    const bad: readonly (readonly [string, Uint8Array])[] = [
      ['bytes after the file', Uint8Array.of(...(await makePfx([PART])), 0)],
      ['a second file after it', Uint8Array.of(...(await makePfx([PART])), ...(await makePfx([PART])))],
      ['an element after the MAC', await makePfx([PART], { extra: [null_] })],
      ['a second MAC', await makePfx([PART], { extra: [writeSequence()] })],
      ['two contents in one part', await makePfx([twice(PART)])],
      ['two values in one bag', await makePfx([openPart([testBag(1, concatOf(INFO, INFO))])])],
      [
        'an element after the attributes',
        await makePfx([openPart([trailing(keyBag(INFO, [localKeyId(1)]))])]),
      ],
      ['two localKeyIDs', await makePfx([openPart([keyBag(INFO, [localKeyId(1), localKeyId(2)])])])],
      [
        'a localKeyID of two values',
        await makePfx([
          openPart([
            keyBag(INFO, [
              testAttribute(
                '1.2.840.113549.1.9.21',
                writeOctets(Uint8Array.of(1)),
                writeOctets(Uint8Array.of(2)),
              ),
            ]),
          ]),
        ]),
      ],
    ];
    for (const [what, file] of bad) expect([what, await codeOf(file)]).toEqual([what, 'pfx/damaged']);
    const good = await makePfx([openPart([keyBag(INFO, [localKeyId(1)])])]);
    expect(await codeOf(good)).toBe('opened');
  });

  it('says what is no PFX, what is cut off, and what is too large', async () => {
    const good = await makePfx([PART]);
    expect(await codeOf(new TextEncoder().encode('-----BEGIN CERTIFICATE-----'))).toBe('pfx/not-a-pfx');
    expect(await codeOf(new Uint8Array(0))).toBe('pfx/not-a-pfx');
    expect(await codeOf(INFO)).toBe('pfx/not-a-pfx');
    expect(await codeOf(good.subarray(0, -20))).toBe('pfx/damaged');
    expect(await codeOf(toBer(good).subarray(0, -20))).toBe('pfx/damaged');
    expect(await codeOf(new Uint8Array(limits.pfxMaxBytes + 1))).toBe('pfx/too-large');
  });

  it('answers any mutation with a code of its own', async () => {
    const good = await makePfx([await encryptedPart([keyBag(INFO)]), PART]);
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const changed = good.map((byte, i) => (i === at ? byte ^ flip : byte));
        expect(await codeOf(changed)).toMatch(/^pfx\//);
      }),
      { numRuns: 200 },
    );
  });
});

/** A ContentInfo whose [0] holds its content twice. */
function twice(part: Uint8Array): Uint8Array {
  const oid = writeOid('1.2.840.113549.1.7.1');
  const content = part.subarray(part.indexOf(0xa0, oid.length) + 2);
  return writeSequence(oid, write(0xa0, content, content));
}

function trailing(bag: Uint8Array): Uint8Array {
  return writeSequence(bag.subarray(2), DER_NULL);
}

function concatOf(...all: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(all.flatMap((octets) => [...octets]));
}
