import { beforeAll, describe, expect, it } from 'vitest';
import { CountersignError, faultOf } from '@/lib/base';
import { cpuMs } from '@/tests/support/cpu-ms';
import { concat, tags } from '../der/values';
import { write, writeInteger, writeOctets, writeOid, writeSequence } from '../der/writer';
import { caTestExtensions, makeCertificate, testKey } from '../testing/make-certificate';
import {
  certificateBag,
  encryptedPart,
  friendlyName,
  keyBag,
  localKeyId,
  makePfx,
  openPart,
  safeBag,
  shroudedBag,
  TEST_PASSWORD,
  testAttribute,
  testBag,
} from '../testing/make-pfx';
import { toBer } from '../testing/to-ber';
import type { Certificate } from '../types';
import { openPfx, type OpenPfxOptions } from './open-pfx';
import { SeveralKeysError } from './several-keys-error';
import type { Bytes } from '../der/reader';

interface Holder {
  readonly key: CryptoKeyPair;
  readonly info: Bytes;
  readonly certificate: Certificate;
}

let signer: Holder;
let other: Holder;
let authority: Holder;

async function holder(subject: string, ca = false): Promise<Holder> {
  const key = await testKey();
  const info = new Uint8Array(await crypto.subtle.exportKey('pkcs8', key.privateKey));
  const extensions = ca ? caTestExtensions() : [];
  const certificate = await makeCertificate({ subject, issuer: subject, key, issuerKey: key, extensions });
  return { key, info, certificate };
}

beforeAll(async () => {
  [signer, other, authority] = await Promise.all([
    holder('signer'),
    holder('other'),
    holder('authority', true),
  ]);
});

const open = (file: Uint8Array, options: OpenPfxOptions = {}) => openPfx(file, TEST_PASSWORD, options);

async function codeOf(file: Uint8Array, options: OpenPfxOptions = {}, password = TEST_PASSWORD) {
  try {
    const { pkcs8 } = await openPfx(file, password, options);
    pkcs8.fill(0);
    return 'opened';
  } catch (error) {
    if (error instanceof CountersignError) return faultOf(error).code;
    throw error;
  }
}

/** Whether what was opened signs for the certificate it came with: the one thing that counts. */
async function signs({ pkcs8, certificate }: { pkcs8: Bytes; certificate: Certificate }): Promise<boolean> {
  const holders = [signer, other, authority];
  const { key } = holders.find((one) => one.certificate.sha256 === certificate.sha256) ?? signer;
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const secret = await crypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign']);
  const signature = await crypto.subtle.sign(algorithm, secret, pkcs8);
  return crypto.subtle.verify(algorithm, key.publicKey, signature, pkcs8);
}

/** The plainest file: certificate encrypted, key shrouded in the open, as most programs write it. */
async function plainFile(shape: Parameters<typeof makePfx>[1] = {}): Promise<Bytes> {
  const id = localKeyId(1);
  return makePfx(
    [
      await encryptedPart([certificateBag(signer.certificate.der, [id])], { ber: shape.ber === true }),
      openPart([await shroudedBag(signer.info, [id])], shape.ber),
    ],
    shape,
  );
}

describe('files as programs write them', () => {
  const JAVA_TRUSTED = testAttribute('2.16.840.1.113894.746875.1.1', writeOid('2.5.29.37.0'));
  const CSP_NAME = testAttribute('1.3.6.1.4.1.311.17.1', write(tags.bmpString, Uint8Array.of(0, 77, 0, 83)));
  const LOCAL_MACHINE = testAttribute('1.3.6.1.4.1.311.17.2');

  const files: readonly (readonly [string, () => Promise<Bytes>])[] = [
    ['OpenSSL 3', () => plainFile()],
    ['attacks.md 43: BER throughout, as macOS writes it', () => plainFile({ ber: true })],
    [
      'Java: key first, aliases without a name, trusted certificates, no public key in the key',
      async () =>
        makePfx([
          openPart([
            await shroudedBag(withoutPublicKey(signer.info), [friendlyName(''), localKeyId(84, 105)]),
          ]),
          await encryptedPart([
            certificateBag(authority.certificate.der, [friendlyName(''), JAVA_TRUSTED]),
            certificateBag(signer.certificate.der, [friendlyName('signer'), localKeyId(84, 105)]),
          ]),
        ]),
    ],
    [
      'Windows: CSP name, machine key, usage as an attribute of the key, chain first',
      async () =>
        makePfx([
          openPart([
            await shroudedBag(withAttributes(signer.info), [localKeyId(1, 0, 0, 0), CSP_NAME, LOCAL_MACHINE]),
          ]),
          await encryptedPart([
            certificateBag(authority.certificate.der),
            certificateBag(signer.certificate.der, [localKeyId(1, 0, 0, 0)]),
          ]),
        ]),
    ],
    [
      'safes in a safe, all encrypted',
      async () =>
        makePfx([
          await encryptedPart([
            safeBag([safeBag([certificateBag(signer.certificate.der)])]),
            safeBag([await shroudedBag(signer.info)]),
          ]),
        ]),
    ],
    [
      'a key in BER',
      async () => makePfx([openPart([keyBag(toBer(signer.info)), certificateBag(signer.certificate.der)])]),
    ],
    [
      'a shrouded key in BER',
      async () =>
        makePfx([openPart([await shroudedBag(toBer(signer.info)), certificateBag(signer.certificate.der)])]),
    ],
    [
      'a key of RFC 5958’s second version',
      async () =>
        makePfx([openPart([keyBag(secondVersion(signer.info)), certificateBag(signer.certificate.der)])]),
    ],
    [
      'secrets, lists and bags of unknown kinds beside it',
      async () =>
        makePfx([
          openPart([
            testBag(5, writeSequence(writeOid('1.2.3'), write(0xa0, writeOctets(new Uint8Array(3))))),
            testBag(99, writeSequence()),
            keyBag(signer.info),
            certificateBag(signer.certificate.der),
          ]),
        ]),
    ],
  ];

  it.each(files)('%s', async (_, make) => {
    const opened = await open(await make());
    expect(opened.certificate.sha256).toBe(signer.certificate.sha256);
    expect(await signs(opened)).toBe(true);
  });

  it.each(['sha1', 'sha224', 'sha256', 'sha384', 'sha512'] as const)('a MAC with %s', async (hash) => {
    expect(await codeOf(await plainFile({ mac: { hash } }))).toBe('opened');
    expect(await codeOf(await plainFile({ mac: { hash, count: null } }))).toBe('opened');
    expect(await codeOf(await plainFile({ mac: { hash, password: 'another' } }))).toBe('pfx/wrong-password');
  });

  it.each(['sha1', 'sha256', 'sha384', 'sha512'] as const)('PBES2 and PBMAC1 with %s', async (hash) => {
    const parts = [
      await encryptedPart([keyBag(signer.info), certificateBag(signer.certificate.der)], { prf: hash }),
    ];
    const mac = { hash, pbmac1: { keyLength: writeInteger(hash === 'sha1' ? 20 : 32) } };
    expect(await codeOf(await makePfx(parts, { mac }))).toBe('opened');
    expect(await codeOf(await makePfx(parts, { mac }), {}, 'another')).toBe('pfx/wrong-password');
  });
});

describe('which key signs', () => {
  const bagsOf = (one: Holder, id?: number) => {
    const attributes = id === undefined ? [] : [localKeyId(id)];
    return [keyBag(one.info, attributes), certificateBag(one.certificate.der, attributes)] as const;
  };
  const openFile = (bags: readonly Uint8Array[]) => makePfx([openPart(bags)]);

  it('is found by its public key, in any order and whatever the localKeyIDs say', async () => {
    const bags = [
      certificateBag(authority.certificate.der, [localKeyId(1)]),
      certificateBag(signer.certificate.der, [localKeyId(2)]),
      keyBag(signer.info, [localKeyId(1)]),
    ];
    for (const order of [bags, bags.toReversed(), [bags[1], bags[2], bags[0]] as Uint8Array[]])
      expect((await open(await openFile(order))).certificate.commonName).toBe('signer');
  });

  it('is that of localKeyID where a renewed certificate has the same key', async () => {
    const { key } = signer;
    const renewed = await makeCertificate({ subject: 'renewed', issuer: 'renewed', key, issuerKey: key });
    const bags = (id: number) => [
      certificateBag(signer.certificate.der, [localKeyId(1)]),
      certificateBag(renewed.der, [localKeyId(2)]),
      keyBag(signer.info, [localKeyId(id)]),
    ];
    expect((await open(await openFile(bags(1)))).certificate.commonName).toBe('signer');
    expect((await open(await openFile(bags(2)))).certificate.commonName).toBe('renewed');
    expect(await codeOf(await openFile(bags(3)))).toBe('pfx/several-keys');
  });

  it('attacks.md 41: two keys are for the user to choose from; each opens when it is named', async () => {
    const file = await openFile([...bagsOf(other, 1), ...bagsOf(signer, 2)]);
    const error = await open(file).then(
      () => null,
      (caught: unknown) => caught,
    );
    expect(error).toBeInstanceOf(SeveralKeysError);
    expect((error as SeveralKeysError).candidates.map(({ commonName }) => commonName)).toEqual([
      'other',
      'signer',
    ]);
    for (const { certificate } of [signer, other]) {
      const opened = await open(file, { certificate: certificate.sha256 });
      expect(opened.certificate.sha256).toBe(certificate.sha256);
      expect(await signs(opened)).toBe(true);
    }
    expect(await codeOf(file, { certificate: authority.certificate.sha256 })).toBe('pfx/several-keys');
  });

  it('attacks.md 41: the same key and certificate twice are one', async () => {
    expect(await codeOf(await openFile([...bagsOf(signer), ...bagsOf(signer)]))).toBe('opened');
  });

  it('attacks.md 40–42: no key, no certificate, another’s certificate, a CA’s key', async () => {
    expect(await codeOf(await openFile([certificateBag(signer.certificate.der)]))).toBe('pfx/no-key');
    expect(await codeOf(await openFile([keyBag(signer.info)]))).toBe('pfx/no-certificate');
    expect(await codeOf(await openFile([keyBag(signer.info), certificateBag(other.certificate.der)]))).toBe(
      'pfx/key-mismatch',
    );
    expect(await codeOf(await openFile(bagsOf(authority)))).toBe('pfx/ca-key');
    expect(await codeOf(await openFile(bagsOf(signer)))).toBe('opened');
  });

  it('an unreadable certificate stands in nobody’s way, but alone it is said', async () => {
    const broken = certificateBag(writeSequence(writeInteger(1)));
    expect(await codeOf(await openFile([broken, ...bagsOf(signer)]))).toBe('opened');
    expect(await codeOf(await openFile([broken, keyBag(signer.info)]))).toBe('certificate/malformed');
  });

  it('brings its issuers along, and nothing else that a store of certificates holds', async () => {
    const { key } = other;
    const made = (subject: string, issuer: string) =>
      makeCertificate({ subject, issuer, key, issuerKey: key, extensions: caTestExtensions() });
    const [above, rollover, root] = await Promise.all([
      made('above', 'root'),
      made('above', 'above'),
      made('root', 'root'),
    ]);
    const leaf = await makeCertificate({
      subject: 'leaf',
      issuer: 'above',
      key: signer.key,
      issuerKey: key,
    });
    const strangers = await Promise.all(Array.from({ length: 120 }, (_, i) => made(`CA ${i}`, `CA ${i}`)));
    const file = (more: readonly Certificate[]) =>
      openFile([keyBag(signer.info), ...[leaf, ...more].map(({ der }) => certificateBag(der))]);
    const names = async (more: readonly Certificate[]) =>
      (await open(await file(more))).chain.map(({ sha256 }) => sha256);
    const expected = [above, rollover, root].map(({ sha256 }) => sha256);
    expect(await names([...strangers, root, above, rollover])).toEqual(expected);
    // A hundred of one name would fill a message so that its own reader refuses it.
    const twins = await Promise.all(Array.from({ length: 120 }, () => made('above', 'above')));
    expect(await names(twins)).toHaveLength(20);
  });

  it('more keys and certificates than can be tried are refused at once', async () => {
    const keys = (count: number) => Array.from({ length: count }, () => keyBag(other.info));
    const certificates = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        makeCertificate({ subject: `${i}`, issuer: 'ca', key: signer.key, issuerKey: other.key }),
      ),
    );
    const file = (count: number) =>
      openFile([...keys(count), ...certificates.map(({ der }) => certificateBag(der))]);
    const start = cpuMs();
    expect(await codeOf(await file(41))).toBe('pfx/too-large');
    expect(cpuMs() - start).toBeLessThan(2_000);
    expect(await codeOf(await file(1))).toBe('pfx/key-mismatch');
  });

  it.each([
    ['key', (nulls: Bytes) => [writeOctets(write(tags.sequence, nulls))]],
    ['key’s algorithm', (nulls: Bytes) => [write(tags.sequence, nulls), writeOctets(nulls)]],
  ])('hundreds of thousands of numbers in a %s are damage, no exhausted stack', async (_, parts) => {
    const nulls = new Uint8Array(400_000).map((__, i) => (i % 2 === 0 ? tags.null : 0));
    const own = parts(nulls);
    const algorithm = own.length === 1 ? [writeSequence(writeOid('1.2.840.10045.2.1'))] : [];
    const info = writeSequence(writeInteger(0), ...algorithm, ...own);
    const bags = [keyBag(info), certificateBag(signer.certificate.der)];
    expect(await codeOf(await openFile(bags))).toBe('pfx/damaged');
  });

  it('attacks.md 44: names are inert', async () => {
    for (const name of ['__proto__', 'constructor', '<img src=x onerror=alert(1)>', '\u202egnp.exe', '']) {
      const bags = [
        keyBag(signer.info, [friendlyName(name)]),
        certificateBag(signer.certificate.der, [friendlyName(name)]),
      ];
      const opened = await open(await openFile(bags));
      expect(JSON.stringify(opened)).not.toContain('onerror');
      expect(Object.getPrototypeOf(opened)).toBe(Object.prototype);
    }
  });
});

/** The inner ECPrivateKey without its public half, as Java writes it. */
function withoutPublicKey(info: Bytes): Bytes {
  const { algorithm, scalar } = parts(info);
  const inner = writeSequence(writeInteger(1), writeOctets(scalar));
  return writeSequence(writeInteger(0), algorithm, writeOctets(inner));
}

function withAttributes(info: Bytes): Bytes {
  const { algorithm, key } = parts(info);
  const usage = testAttribute('2.5.29.15', Uint8Array.of(3, 2, 0, 0x80));
  return writeSequence(writeInteger(0), algorithm, writeOctets(key), write(0xa0, usage));
}

function secondVersion(info: Bytes): Bytes {
  const { algorithm, key } = parts(info);
  return writeSequence(writeInteger(1), algorithm, writeOctets(key), write(0x81, new Uint8Array(66)));
}

/** Where things stand in a P-256 key as WebCrypto exports it. */
function parts(info: Bytes) {
  return { algorithm: info.slice(6, 27), key: info.slice(29), scalar: concat(info.slice(36, 68)) };
}
