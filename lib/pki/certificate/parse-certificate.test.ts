import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { CountersignError } from '@/lib/base';
import { concat, tags } from '../der/values';
import { write, writeOid, writeSequence } from '../der/writer';
import { makeCertificate, testKey, type TestExtension } from '../testing/make-certificate';
import { isCoordinator } from './is-coordinator';
import { matchDeaNumber } from './match-dea-number';
import { parseCertificate } from './parse-certificate';

const DEA = '2.16.840.1.101.3.5';
const NUMBER = 'FM1234563';
const SERIAL = 'S-77';
const ascii = (text: string) => new TextEncoder().encode(text);
const digest = (name: 'sha1' | 'sha256', text: string) =>
  new Uint8Array(createHash(name).update(text).digest());

let key: CryptoKeyPair;
beforeAll(async () => {
  key = await testKey();
});

function withExtensions(extensions: readonly TestExtension[], subjectSerial: string | null = SERIAL) {
  const more = subjectSerial === null ? {} : { subjectSerial };
  return makeCertificate({ subject: 'Signer', issuer: 'Sub', key, issuerKey: key, extensions, ...more });
}

const hashed = (value: Uint8Array) => withExtensions([{ oid: `${DEA}.3`, value }]);

describe('DEA’s extensions', () => {
  it.each<[string, (content: Uint8Array) => Uint8Array]>([
    ['OCTET STRING', (content) => write(tags.octetString, content)],
    ['OCTET STRING twice', (content) => write(tags.octetString, write(tags.octetString, content))],
    ['BIT STRING', (content) => write(tags.bitString, Uint8Array.of(0), content)],
  ])('read hash and schedules in %s', async (_, wrap) => {
    const certificate = await withExtensions([
      { oid: `${DEA}.3`, value: wrap(digest('sha256', NUMBER + SERIAL)) },
      { oid: `${DEA}.4`, value: wrap(Uint8Array.of(0x7e)) },
    ]);
    expect(matchDeaNumber(certificate, NUMBER)).toBe('match');
    expect(certificate.dea?.schedules).toEqual(['2', '2N', '3', '3N', '4', '5']);
  });

  it.each([tags.utf8String, tags.ia5String, tags.printableString, tags.octetString])(
    'read text under tag %i',
    async (tag) => {
      const { dea } = await withExtensions([
        { oid: `${DEA}.2`, value: write(tag, ascii('Maple Street Pharmacy')) },
        { oid: `${DEA}.6`, value: write(tag, ascii('412 Maple Street$Springfield$IL')) },
      ]);
      expect(dea?.registrantName).toBe('Maple Street Pharmacy');
      expect(dea?.address).toEqual(['412 Maple Street', 'Springfield', 'IL']);
    },
  );

  it.each([
    ['empty', [], []],
    ['one', [0x40], ['2']],
    ['all', [0xfe], ['1', '2', '2N', '3', '3N', '4', '5']],
    ['an unknown bit', [0x41], null],
    ['a second octet', [0x40, 0x00], null],
  ])('take schedule bits as they are: %s', async (_, octets, expected) => {
    const value = write(tags.bitString, Uint8Array.of(0, ...octets));
    const { dea } = await withExtensions([{ oid: `${DEA}.4`, value }]);
    expect(dea?.schedules).toEqual(octets.length === 0 ? null : expected);
  });

  it('never make a certificate unreadable, whatever they hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 80 }), fc.integer({ min: 1, max: 9 }), async (value, n) => {
        const { dea } = await withExtensions([{ oid: `${DEA}.${n}`, value }]);
        expect(dea).not.toBeNull();
      }),
      { numRuns: 200 },
    );
  });

  it('are absent on a coordinator’s certificate', async () => {
    const policy = {
      oid: '2.5.29.32',
      value: writeSequence(writeSequence(writeOid('2.16.840.1.101.3.2.1.9.1'))),
    };
    const hash = { oid: `${DEA}.3`, value: write(tags.octetString, digest('sha256', 'x')) };
    expect(isCoordinator(await withExtensions([policy]))).toBe(true);
    expect(isCoordinator(await withExtensions([policy, hash]))).toBe(false);
    expect(isCoordinator(await withExtensions([]))).toBe(false);
  });
});

describe('the DEA number', () => {
  it('matches in both orders and with both hashes', async () => {
    for (const name of ['sha1', 'sha256'] as const) {
      for (const text of [NUMBER + SERIAL, SERIAL + NUMBER]) {
        expect(matchDeaNumber(await hashed(write(tags.octetString, digest(name, text))), NUMBER)).toBe(
          'match',
        );
      }
    }
  });

  it('does not match another registrant, lower case or a trailing space', async () => {
    const certificate = await hashed(write(tags.octetString, digest('sha256', NUMBER + SERIAL)));
    for (const other of ['FB7654329', NUMBER.toLowerCase(), `${NUMBER} `])
      expect(matchDeaNumber(certificate, other)).toBe('no-match');
  });

  it('can’t be told without hash, of another length, or without the subject’s serial number', async () => {
    const hash = digest('sha256', NUMBER + SERIAL);
    const short = await hashed(write(tags.octetString, hash.subarray(1)));
    const anonymous = await withExtensions([{ oid: `${DEA}.3`, value: write(tags.octetString, hash) }], null);
    for (const certificate of [short, anonymous, await withExtensions([])]) {
      expect(matchDeaNumber(certificate, NUMBER)).toBe('undecidable');
    }
  });
});

describe('parseCertificate', () => {
  it('refuses an extension that stands twice', async () => {
    const twice = { oid: `${DEA}.4`, value: Uint8Array.of(4, 1, 0x40) };
    await expect(withExtensions([twice, { ...twice, value: Uint8Array.of(4, 1, 0x7e) }])).rejects.toThrow(
      'certificate/malformed',
    );
  });

  it('answers damaged bytes with its own code, and trailing ones too', async () => {
    const { der } = await hashed(write(tags.octetString, digest('sha256', NUMBER)));
    expect(() => parseCertificate(concat(der, Uint8Array.of(0)))).toThrow('certificate/malformed');
    fc.assert(
      fc.property(fc.nat(der.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        try {
          parseCertificate(der.map((byte, i) => (i === at ? byte ^ flip : byte)));
        } catch (error) {
          expect(error).toBeInstanceOf(CountersignError);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('shows names as inert text', async () => {
    const certificate = await makeCertificate({
      subject: 'a\u202eb,<b>\u0000',
      issuer: '__proto__',
      key,
      issuerKey: key,
    });
    expect(certificate.subject).toBe('CN=a\\e2\\80\\aeb\\,\\<b\\>\\00');
    expect(certificate.issuer).toBe('CN=__proto__');
  });
});
