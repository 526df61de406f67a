import { beforeAll, describe, expect, it } from 'vitest';
import { makeCertificate, testKey } from '../testing/make-certificate';
import type { Certificate } from '../types';
import { parseCertificate } from './parse-certificate';
import { x509Of } from './x509';

let key: CryptoKeyPair;
let certificate: Certificate;
const another = (n: number) => makeCertificate({ subject: `S ${n}`, issuer: 'Sub', key, issuerKey: key });

beforeAll(async () => {
  key = await testKey();
  certificate = await another(0);
});

describe('a certificate that is read again', () => {
  it('is the one read before, also from a copy of its octets', () => {
    expect(parseCertificate(new Uint8Array(certificate.der))).toBe(certificate);
  });

  it('is another with one bit flipped anywhere, or none at all', () => {
    for (let bit = 0; bit < certificate.der.length * 8; bit += 7) {
      const der = new Uint8Array(certificate.der);
      der[bit >> 3] = (der[bit >> 3] as number) ^ (1 << (bit & 7));
      const read = (): Certificate | null => {
        try {
          return parseCertificate(der);
        } catch {
          return null;
        }
      };
      const flipped = read();
      expect(flipped).not.toBe(certificate);
      if (flipped) expect([flipped.sha256, flipped.der]).not.toEqual([certificate.sha256, certificate.der]);
    }
  });

  it('says what its octets said, whatever becomes of those that were handed in', async () => {
    const one = await another(1);
    const given = new Uint8Array(one.der);
    parseCertificate(given);
    given.fill(0);
    expect(parseCertificate(one.der).der).toEqual(one.der);
    expect(x509Of(parseCertificate(one.der)).subject.text).toBe('CN=S 1');
  });

  it('is read anew where the object that was given out has been changed', async () => {
    const one = await another(2);
    const octets = new Uint8Array(one.der);
    one.der[one.der.length - 1] = (one.der.at(-1) as number) ^ 1;
    const [good, changed] = [parseCertificate(octets), parseCertificate(one.der)];
    expect(good.der).toEqual(octets);
    expect(good).not.toBe(one);
    expect(changed).not.toBe(one);
    expect(changed.sha256).not.toBe(good.sha256);
  });

  it('is forgotten after enough others', async () => {
    const first = await another(3);
    for (let n = 0; n < 40; n++) await another(100 + n);
    const again = parseCertificate(first.der);
    expect(again).not.toBe(first);
    expect(again).toEqual(first);
  });
});
