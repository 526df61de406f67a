import { describe, expect, it } from 'vitest';
import { cpuMs } from '@/tests/support/cpu-ms';
import { parsePemOrDer } from './parse-pem-or-der';

const der = Uint8Array.from({ length: 300 }, (_, i) => (i === 0 ? 0x30 : i % 256));
const base64 = Buffer.from(der).toString('base64');
const pem = `-----BEGIN X509 CRL-----\r\n${base64.replace(/.{64}/g, '$&\r\n')}\r\n-----END X509 CRL-----\r\n`;
const octets = (text: string) => new TextEncoder().encode(text);

describe('PEM, base64 and DER', () => {
  it.each([
    ['DER', der],
    ['PEM', octets(pem)],
    ['PEM among other text', octets(`Bag Attributes\n friendlyName: ü\n${pem}`)],
    ['bare base64', octets(`\n${base64}\n`)],
    ['bare base64 that begins as DER does', octets(Buffer.from(der.subarray(1)).toString('base64'))],
  ])('%s is read', (kind, bytes) => {
    expect(parsePemOrDer(bytes)).toEqual([kind.includes('begins') ? der.subarray(1) : der]);
  });

  it('PEM of several bodies is all of them, and broken base64 is refused', () => {
    expect(parsePemOrDer(octets(pem + pem))).toEqual([der, der]);
    expect(() => parsePemOrDer(octets(pem.replace('MA', 'M=')))).toThrow('certificate/malformed');
  });

  it('a revocation list of many megabytes is told from text at once', () => {
    const list = new Uint8Array(20_000_000).fill(0x41);
    list.set([0x30, 0x84, 1, 0x31, 0x2c, 0xfa]);
    const start = cpuMs();
    expect(parsePemOrDer(list)[0]).toHaveLength(list.length);
    expect(cpuMs() - start).toBeLessThan(500);
  });
});
