import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { limits } from '../../lib/base';
import { single } from '../../lib/pki/der/reader';
import { hex } from '../../lib/pki/der/values';
import { DER_NULL, writeInteger, writeOctets, writeOid, writeSequence } from '../../lib/pki/der/writer';
import { decryptAesCbc } from '../../lib/pki/pfx/aes-cbc';
import { pbkdf2Derivation } from '../../lib/pki/pfx/derivation';
import { readProtection } from '../../lib/pki/pfx/protection';
import { sampleData } from './sample-data';

const data = sampleData('crypto');

interface Vector {
  readonly tcId: number;
  readonly result: 'valid' | 'invalid';
}

function vectors<T>(file: string): (T & Vector)[] {
  const path = join(data ?? '', 'wycheproof', `${file}_test.json`);
  const { testGroups } = JSON.parse(readFileSync(path, 'utf8')) as {
    testGroups: { tests: (T & Vector)[] }[];
  };
  return testGroups.flatMap(({ tests }) => tests);
}

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));
const form = (password: string) => ({ utf8: bytes(password), bmp: new Uint8Array(0) });

describe.skipIf(data === null)(
  'attacks.md 48: Wycheproof (skipped where the sample data is not there)',
  () => {
    it.each([
      ['pbkdf2_hmacsha1', 'sha1', 63],
      ['pbkdf2_hmacsha256', 'sha256', 60],
    ] as const)('%s', async (file, prf, count) => {
      interface Pbkdf2 {
        readonly password: string;
        readonly salt: string;
        readonly iterationCount: number;
        readonly dkLen: number;
        readonly dk: string;
      }
      // One vector asks for more rounds than any file is allowed.
      const all = vectors<Pbkdf2>(file).filter(
        ({ iterationCount }) => iterationCount <= limits.pfxMaxIterations,
      );
      for (const { tcId, password, salt, iterationCount: iterations, dkLen, dk } of all) {
        const params = { prf, salt: bytes(salt), iterations, keyLength: null };
        const derived = await pbkdf2Derivation(params, dkLen).derive(form(password));
        expect([tcId, hex(derived)]).toEqual([tcId, dk]);
      }
      expect(all).toHaveLength(count);
    });

    it('pbes2_hmacsha256_aes_256', async () => {
      interface Pbes2 {
        readonly password: string;
        readonly salt: string;
        readonly iterationCount: number;
        readonly iv: string;
        readonly msg: string;
        readonly ct: string;
      }
      const all = vectors<Pbes2>('pbes2_hmacsha256_aes_256');
      for (const { tcId, password, salt, iterationCount, iv, msg, ct } of all) {
        const prf = writeSequence(writeOid('1.2.840.113549.2.9'), DER_NULL);
        const params = writeSequence(writeOctets(bytes(salt)), writeInteger(iterationCount), prf);
        const algorithm = writeSequence(
          writeOid('1.2.840.113549.1.5.13'),
          writeSequence(
            writeSequence(writeOid('1.2.840.113549.1.5.12'), params),
            writeSequence(writeOid('2.16.840.1.101.3.4.1.42'), writeOctets(bytes(iv))),
          ),
        );
        const protection = readProtection(single(algorithm));
        const plain = protection.decrypt(await protection.derivation.derive(form(password)), bytes(ct));
        expect([tcId, hex(plain)]).toEqual([tcId, msg]);
      }
      expect(all).toHaveLength(84);
    });

    it('aes_cbc_pkcs5: bad padding is refused', () => {
      interface Aes {
        readonly key: string;
        readonly iv: string;
        readonly msg: string;
        readonly ct: string;
      }
      const all = vectors<Aes>('aes_cbc_pkcs5');
      for (const { tcId, result, key, iv, msg, ct } of all) {
        const decrypted = () => hex(decryptAesCbc(bytes(key), bytes(iv), bytes(ct)));
        if (result === 'valid') expect([tcId, decrypted()]).toEqual([tcId, msg]);
        else expect(decrypted, String(tcId)).toThrow(/whole blocks|wrong padding/);
      }
      expect(all.filter(({ result }) => result === 'invalid')).toHaveLength(144);
    });
  },
);
