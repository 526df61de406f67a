import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CountersignError, limits } from '@/lib/base';
import { tags } from '../der/values';
import { DER_NULL, write, writeInteger, writeOctets, writeOid, writeSequence } from '../der/writer';
import { passwordForms } from './password';
import { readPfx } from './read-pfx';

const DATA = writeOid('1.2.840.113549.1.7.1');
const SHA256 = writeSequence(writeOid('2.16.840.1.101.3.4.2.1'), DER_NULL);
const EMPTY_SAFE = writeSequence();

/** A PFX without parts whose MAC, a wrong one, asks for the given rounds. */
function pfx(iterations: Uint8Array | null): Uint8Array<ArrayBuffer> {
  const mac =
    iterations === null
      ? []
      : [
          writeSequence(
            writeSequence(SHA256, writeOctets(new Uint8Array(32))),
            writeOctets(new Uint8Array(8)),
            iterations,
          ),
        ];
  return writeSequence(writeInteger(3), writeSequence(DATA, write(0xa0, writeOctets(EMPTY_SAFE))), ...mac);
}

async function codeOf(bytes: Uint8Array, acceptWithoutMac = false): Promise<string> {
  try {
    await readPfx(bytes, 'secret', { acceptWithoutMac });
    return 'opened';
  } catch (error) {
    if (error instanceof CountersignError) return error.code;
    throw error;
  }
}

describe('readPfx', () => {
  it.each([
    ['0', writeInteger(0), 'pfx/damaged'],
    ['−1', write(tags.integer, Uint8Array.of(0xff)), 'pfx/damaged'],
    ['2³¹', writeInteger(2 ** 31), 'pfx/too-many-iterations'],
    ['10⁹', writeInteger(1e9), 'pfx/too-many-iterations'],
    ['2⁶⁴', write(tags.integer, Uint8Array.of(1, ...new Uint8Array(8))), 'pfx/too-many-iterations'],
  ])('refuses %s rounds before doing any', async (_, iterations, code) => {
    const start = performance.now();
    expect(await codeOf(pfx(iterations))).toBe(code);
    expect(performance.now() - start).toBeLessThan(200);
  });

  it('refuses a wrong MAC, which few rounds show', async () => {
    expect(await codeOf(pfx(writeInteger(1)))).toBe('pfx/wrong-password');
  });

  it('opens a file without MAC only where that was accepted', async () => {
    expect(await codeOf(pfx(null))).toBe('pfx/no-mac');
    expect(await codeOf(pfx(null), true)).toBe('opened');
  });

  it('says what is no PFX, and what is too large', async () => {
    expect(await codeOf(new TextEncoder().encode('-----BEGIN CERTIFICATE-----'))).toBe('pfx/not-a-pfx');
    expect(await codeOf(new Uint8Array(0))).toBe('pfx/not-a-pfx');
    expect(await codeOf(new Uint8Array(limits.pfxMaxBytes + 1))).toBe('pfx/too-large');
  });

  it('answers any mutation with a code of its own', async () => {
    const good = pfx(writeInteger(1));
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        expect(
          await codeOf(
            good.map((byte, i) => (i === at ? byte ^ flip : byte)),
            true,
          ),
        ).toMatch(/^pfx\/|^opened$/);
      }),
      { numRuns: 200 },
    );
  });
});

describe('passwordForms', () => {
  it('tries an empty password as absent too, and a composed one decomposed', () => {
    expect(passwordForms('').map(({ bmp }) => bmp.length)).toEqual([2, 0]);
    expect(passwordForms('abc')).toHaveLength(1);
    expect(passwordForms('é').length).toBeGreaterThan(2);
    expect(passwordForms('😀')[0]?.bmp).toEqual(Uint8Array.of(0xd8, 0x3d, 0xde, 0x00, 0, 0));
  });
});
