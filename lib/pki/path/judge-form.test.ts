import { describe, expect, it } from 'vitest';
import { writeInteger, writeSequence } from '../der/writer';
import type { TestExtension } from '../testing/make-certificate';
import { judgeChain, keyOf, makeChain, refusals, type TestLink } from '../testing/test-chain';
import { generalName, testExtensions } from '../testing/test-extensions';

const { altNames, authorityKeyId, basicConstraints, keyUsage, nameConstraints, purposes, subjectKeyId } =
  testExtensions;
const { dns, ip, other } = generalName;
const EMPTY = writeSequence();
const SIGNING = [0, 1] as const;
const [CERT_SIGN, CRL_SIGN] = [5, 6] as const;

const judge = async (links: readonly TestLink[], more: Parameters<typeof judgeChain>[1] = {}) =>
  refusals(await judgeChain(await makeChain(links), more));
const leafWith = (...adds: readonly TestExtension[]) => judge([{}, {}, { adds }]);
const caWith = (...extensions: readonly TestExtension[]) => judge([{}, { extensions }, {}]);
const critical = (extension: TestExtension): TestExtension => ({ ...extension, critical: true });

describe('the form of certificates', () => {
  it('is no reason where all is well', async () => {
    expect(await judge([{}, {}, {}])).toEqual([]);
    expect(await leafWith(keyUsage(...SIGNING), basicConstraints(false), altNames(dns('a.b')))).toEqual([]);
  });

  it('attacks.md 60: an unknown critical extension refuses, in each place of the path', async () => {
    const unknown: TestExtension = { oid: '1.2.3.4', critical: true, value: writeInteger(1) };
    for (let place = 0; place < 3; place++) {
      const links = (adds: readonly TestExtension[]) => [0, 1, 2].map((i) => (i === place ? { adds } : {}));
      expect(await judge(links([unknown]))).toEqual(['certificate/unknown-extension']);
      expect(await judge(links([{ ...unknown, critical: false }]))).toEqual([]);
    }
  });

  it('attacks.md 61: who isn’t marked as a CA, may not sign certificates, or is of an older form signs none', async () => {
    const may = keyUsage(CERT_SIGN, CRL_SIGN);
    expect(await caWith(basicConstraints(true), may)).toEqual([]);
    expect(await caWith(basicConstraints(true), keyUsage(CRL_SIGN))).toEqual(['certificate/key-usage']);
    expect(await caWith(basicConstraints(false), keyUsage(...SIGNING))).toContain('certificate/not-a-ca');
    expect(await caWith(keyUsage(...SIGNING))).toContain('certificate/not-a-ca');
    expect(await caWith()).toEqual(['certificate/not-a-ca']);
    expect(await judge([{}, { extensions: [], version: 1 }, {}])).toEqual(['certificate/not-a-ca']);
    expect(await judge([{}, { extensions: [], version: 2 }, {}])).toEqual(['certificate/not-a-ca']);
    // A trust anchor may be as old as it is.
    expect(await judge([{ extensions: [], version: 1 }, {}, {}])).toEqual([]);
    expect(await judge([{ extensions: [] }, {}, {}])).toEqual(['certificate/not-a-ca']);
  });

  it('attacks.md 62: an extension twice can’t be read', async () => {
    await expect(leafWith(keyUsage(...SIGNING), keyUsage(...SIGNING))).rejects.toThrow(
      'certificate/malformed',
    );
    expect(await leafWith(keyUsage(...SIGNING))).toEqual([]);
  });

  it('names its CAs and its subject', async () => {
    expect(await judge([{ subjectName: EMPTY, issuerName: EMPTY }, { issuerName: EMPTY }])).toEqual([
      'certificate/malformed',
    ]);
    expect(await judge([{}, { subjectName: EMPTY, adds: [critical(altNames(dns('a.b')))] }])).toEqual([]);
    expect(await judge([{}, { subjectName: EMPTY, adds: [altNames(dns('a.b'))] }])).toEqual([
      'certificate/malformed',
    ]);
    expect(await judge([{}, { subjectName: EMPTY }])).toEqual(['certificate/malformed']);
  });

  it.each<[string, TestExtension]>([
    ['keyCertSign without a CA', keyUsage(0, CERT_SIGN)],
    ['a path length without a CA', basicConstraints(false, 1)],
    ['name constraints without a CA', nameConstraints([dns('a.b')])],
    ['alternative names that are none', altNames()],
    ['an address and mask as a name', altNames(ip(10, 0, 0, 0, 255, 0, 0, 0))],
    ['a name of an unknown form', altNames(Uint8Array.of(0x8f, 0))],
    ['a purpose that is none', purposes()],
  ])('refuses what contradicts itself: %s', async (_, extension) => {
    expect(await leafWith(extension)).toEqual(['certificate/malformed']);
  });

  it('takes key identifiers, or none, unless they are critical', async () => {
    expect(await leafWith(authorityKeyId(1), subjectKeyId(2))).toEqual([]);
    expect(await leafWith(critical(authorityKeyId(1)))).toEqual(['certificate/unknown-extension']);
    expect(await leafWith(critical(subjectKeyId(1)))).toEqual(['certificate/unknown-extension']);
    expect(await leafWith(altNames(other()))).toEqual([]);
  });

  it('takes serial numbers of one to twenty octets, and negative ones as PKITS asks', async () => {
    const serial = (...octets: readonly number[]) => judge([{}, { serialOctets: Uint8Array.from(octets) }]);
    expect(await serial(1)).toEqual([]);
    expect(await serial(0xff)).toEqual([]);
    expect(await serial(...Array.from({ length: 20 }, () => 0x7f))).toEqual([]);
    expect(await serial(...Array.from({ length: 21 }, () => 0x7f))).toEqual(['certificate/malformed']);
    const ones = (count: number) => Array.from({ length: count }, () => 0xff);
    expect(await serial(0, ...ones(20))).toEqual([]);
    expect(await serial(0, ...ones(21))).toEqual(['certificate/malformed']);
    expect(await serial(0)).toEqual(['certificate/malformed']);
  });

  it('lets a CA go without a critical mark, as PKITS asks', async () => {
    const mark = { ...basicConstraints(true), critical: false };
    const may = keyUsage(CERT_SIGN, CRL_SIGN);
    expect(await judge([{}, { extensions: [mark, may] }, {}])).toEqual([]);
    expect(await judge([{ extensions: [mark, may] }, {}, {}])).toEqual([]);
    expect(await judge([{ extensions: [may] }, {}, {}])).toContain('certificate/not-a-ca');
    expect(await judge([{ serialOctets: Uint8Array.of(0) }, {}])).toEqual([]);
  });
});

describe('purposes', () => {
  const [SIGN, OTHER, ANY_PURPOSE] = ['1.3.6.1.5.5.7.3.4', '1.3.6.1.5.5.7.3.1', '2.5.29.37.0'] as const;
  const asked = { purposes: [SIGN] };

  it('are those of the end entity and of every CA that names any', async () => {
    expect(await judge([{}, {}, {}], asked)).toEqual([]);
    expect(await judge([{}, {}, { adds: [purposes(OTHER, SIGN)] }], asked)).toEqual([]);
    expect(await judge([{}, {}, { adds: [purposes(ANY_PURPOSE)] }], asked)).toEqual([]);
    const refused = ['certificate/extended-key-usage'];
    expect(await judge([{}, {}, { adds: [purposes(OTHER)] }], asked)).toEqual(refused);
    expect(await judge([{}, { adds: [purposes(OTHER)] }, { adds: [purposes(SIGN)] }], asked)).toEqual(
      refused,
    );
    expect(await judge([{}, {}, { adds: [critical(purposes(OTHER))] }])).toEqual([]);
  });

  it('of the key are to sign, unless something else is asked', async () => {
    const leaf = { adds: [keyUsage(2)], key: await keyOf(7) };
    expect(await judge([{}, leaf])).toEqual(['certificate/key-usage']);
    expect(await judge([{}, leaf], { leafUse: 'any' })).toEqual([]);
  });
});
