import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { fixedClock, schedules, type PlainDate } from '@/lib/base';
import { writeCsosOrder } from '@/lib/documents';
import { verifyOrder } from '@/lib/intake';
import type { Order } from '@/lib/order';
import { matchDeaNumber, parseCrl, type Certificate } from '@/lib/pki';
import { tags } from '@/lib/pki/der/values';
import { write, writeOid, writeSequence } from '@/lib/pki/der/writer';
import {
  caTestExtensions,
  makeCertificate,
  TEST_NOW,
  testKey,
  type TestExtension,
} from '@/lib/pki/testing/make-certificate';
import { makeCrl } from '@/lib/pki/testing/make-crl';
import { makeMessage } from '@/lib/pki/testing/make-message';
import { sampleOrder } from '../support/orders';

const DEA = '2.16.840.1.101.3.5';
const CSOS = '2.16.840.1.101.3.2.1.9.1';
const EPCS = '2.16.840.1.101.3.2.1.9.2';
const SERIAL = 'S-77';
const NUMBER = sampleOrder.purchaser.deaNumber;
const CONTROL = 'the same without the flaw passes';

const hash = (text: string, name = 'sha256') => new Uint8Array(createHash(name).update(text).digest());
const octets = (bytes: Uint8Array) => write(tags.octetString, bytes);
const bits = (...bytes: number[]) => write(tags.bitString, Uint8Array.from(bytes));
const policy = (...ids: string[]): TestExtension => ({
  oid: '2.5.29.32',
  value: writeSequence(...ids.map((id) => writeSequence(writeOid(id)))),
});
const deaHash = (value: Uint8Array): TestExtension => ({ oid: `${DEA}.3`, value });
const deaSchedules = (value: Uint8Array): TestExtension => ({ oid: `${DEA}.4`, value });

const good = {
  policy: policy(CSOS),
  hash: deaHash(octets(hash(NUMBER + SERIAL))),
  schedules: deaSchedules(bits(1, 0x7e)),
};
const order: Order = { ...sampleOrder, date: '2026-06-01' as PlainDate };

let key: CryptoKeyPair;
let root: Certificate;
let crl: Uint8Array;
beforeAll(async () => {
  key = await testKey();
  const ca = { subject: 'Root', issuer: 'Root', key, issuerKey: key, extensions: caTestExtensions() };
  root = await makeCertificate(ca);
  crl = await makeCrl({ issuer: 'Root', issuerKey: key });
});

const signer = (extensions: readonly TestExtension[], subjectSerial = SERIAL) =>
  makeCertificate({ subject: 'Signer', issuer: 'Root', key, issuerKey: key, extensions, subjectSerial });

/** What a supplier hears of an order signed with such a certificate: reasons that are not about lists, and the outcome. */
async function answer(extensions: readonly TestExtension[], of: Order = order, subjectSerial = SERIAL) {
  const certificate = await signer(extensions, subjectSerial);
  const content = writeCsosOrder(of);
  const { outcome, findings } = await verifyOrder({
    message: await makeMessage({ content, certificate, key }),
    roots: [root],
    authorities: [],
    crls: [parseCrl(crl)],
    clock: fixedClock(TEST_NOW + 60_000),
    receivedAt: null,
    supplierDea: null,
    seen: null,
  });
  return [outcome, ...findings.map(({ code }) => code)];
}

describe('the DEA profile', () => {
  it(CONTROL, async () => {
    expect(await answer(Object.values(good))).toEqual(['valid']);
  });

  it('attacks.md 63: a coordinator’s certificate signs no order', async () => {
    expect(await answer([good.policy])).toEqual(['invalid', 'certificate/coordinator']);
  });

  it.each<[string, TestExtension[]]>([
    ['missing', []],
    ['the one of e-prescriptions', [policy(EPCS)]],
  ])('attacks.md 64: the policy is %s', async (_, policies) => {
    const { hash: number, schedules: covered } = good;
    expect(await answer([...policies, number, covered])).toEqual(['invalid', 'certificate/not-csos']);
    // Beside others it counts.
    expect(await answer([policy(EPCS, CSOS), number, covered])).toEqual(['valid']);
  });

  it.each<[string, Uint8Array]>([
    ['no bit', bits(0, 0)],
    ['no octet', bits(0)],
    ['a second octet', bits(0, 0x7e, 0)],
    ['an unknown bit', bits(0, 0x7f)],
    ['bits that don’t count', bits(5, 0x7e)],
    ['trailing bytes', Uint8Array.of(3, 2, 1, 0x7e, 0)],
    ['an INTEGER', Uint8Array.of(2, 1, 0x7e)],
    ['text', write(tags.utf8String, Uint8Array.of(0x7e))],
    ['nothing', Uint8Array.of()],
  ])('attacks.md 65: schedule bits with %s cover no line', async (_, value) => {
    const [outcome, ...codes] = await answer([good.policy, good.hash, deaSchedules(value)]);
    expect(outcome).toBe('invalid');
    expect(new Set(codes)).toEqual(new Set(['certificate/schedule-not-allowed']));
  });

  it('attacks.md 65: one line that isn’t covered refuses the order', async () => {
    const onlyTwo = deaSchedules(bits(6, 0x40));
    expect(await answer([good.policy, good.hash, onlyTwo])).toEqual([
      'invalid',
      'certificate/schedule-not-allowed',
    ]);
    const covered = { ...order, lines: order.lines.slice(0, 1) };
    expect(await answer([good.policy, good.hash, onlyTwo], covered)).toEqual(['valid']);
  });

  it('attacks.md 66: the hash of another registrant', async () => {
    const other = deaHash(octets(hash(`FB7654329${SERIAL}`)));
    expect(await answer([good.policy, other, good.schedules])).toEqual([
      'invalid',
      'certificate/dea-number-differs',
    ]);
    // The same number under another subject serial number is another certificate's hash.
    expect(await answer(Object.values(good), order, 'S-78')).toEqual([
      'invalid',
      'certificate/dea-number-differs',
    ]);
  });

  it.each([19, 21, 31, 33, 64])('attacks.md 66: a hash of %i octets can’t be told', async (length) => {
    const value = deaHash(octets(new Uint8Array(length)));
    expect(await answer([good.policy, value, good.schedules])).toEqual([
      'undecided',
      'certificate/dea-number-undecidable',
    ]);
  });

  it.each([
    ['lower case', NUMBER.toLowerCase()],
    ['a trailing space', `${NUMBER} `],
    ['a leading space', ` ${NUMBER}`],
  ])('attacks.md 66: the hash of a number with %s', async (_, spelled) => {
    const value = deaHash(octets(hash(spelled + SERIAL)));
    expect(await answer([good.policy, value, good.schedules])).toEqual([
      'invalid',
      'certificate/dea-number-differs',
    ]);
  });

  it.each(['sha1', 'sha256'])('takes both orders of number and serial number under %s', async (name) => {
    for (const text of [NUMBER + SERIAL, SERIAL + NUMBER]) {
      const value = deaHash(octets(hash(text, name)));
      expect(await answer([good.policy, value, good.schedules])).toEqual(['valid']);
    }
  });

  it('attacks.md 67: a DEA extension that stands twice makes the certificate unreadable', async () => {
    const { policy: csos, hash: number, schedules: covered } = good;
    const narrow = deaSchedules(bits(6, 0x40));
    for (const twice of [
      [csos, number, narrow, covered],
      [csos, number, covered, narrow],
      [csos, number, covered, covered],
      [csos, deaHash(octets(hash(`FB7654329${SERIAL}`))), number, covered],
    ])
      await expect(signer(twice)).rejects.toThrow('certificate/malformed');
    await expect(signer(Object.values(good))).resolves.toBeDefined();
  });
});

/** Every accepted writing of an octet of schedule bits: alone in one wrapper, or that inside an OCTET STRING. */
function writingsOf(octet: number): string[] {
  const trailing = octet === 0 ? 7 : Math.min(7, 31 - Math.clz32(octet & -octet));
  const bitStrings = Array.from({ length: trailing + 1 }, (_, unused) => bits(unused, octet));
  const inner = [octets(Uint8Array.of(octet)), ...bitStrings];
  return [...inner, ...inner.map(octets)].map((value) => Buffer.from(value).toString('hex'));
}

describe('random bytes in DEA’s extensions', () => {
  const rights = new Map(
    Array.from({ length: 128 }, (_, i) => i * 2).flatMap((octet) =>
      writingsOf(octet).map(
        (text) => [text, schedules.filter((__, i) => (octet & (0x80 >> i)) !== 0)] as const,
      ),
    ),
  );
  // Short and tag-like octets, so that wrappers come up often.
  const octet = fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 2, 3, 4, 5, 0x0c, 0x30, 0x7e, 0x80));
  const value = fc.uint8Array({ maxLength: 60 });
  const likely = fc.array(octet, { maxLength: 8 }).map((list) => Uint8Array.from(list));

  it('never throw, and never give more than the one reading of their bits', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(value, likely), { minLength: 6, maxLength: 6 }),
        fc.option(likely, { nil: null }),
        async (values, bitsOnly) => {
          const extensions = values.map((one, i) => ({ oid: `${DEA}.${i + 1}`, value: one }));
          if (bitsOnly) extensions[3] = { oid: `${DEA}.4`, value: bitsOnly };
          const certificate = await signer(extensions);
          const written = Buffer.from(extensions[3]?.value ?? []).toString('hex');
          expect(certificate.dea?.schedules ?? []).toEqual(rights.get(written) ?? []);
          expect(matchDeaNumber(certificate, NUMBER)).not.toBe('match');
        },
      ),
      { numRuns: 1_500 },
    );
  });

  it('are read in every accepted writing', async () => {
    for (const octetOf of [0x02, 0x40, 0x7e, 0xfe]) {
      for (const text of writingsOf(octetOf)) {
        const { dea } = await signer([deaSchedules(new Uint8Array(Buffer.from(text, 'hex')))]);
        expect([text, dea?.schedules]).toEqual([text, rights.get(text)]);
      }
    }
  });
});
