import { beforeAll, describe, expect, it } from 'vitest';
import { sha256Hex } from '@/lib/base';
import type { Bytes } from '../der/reader';
import { fixedEcdsa } from '../signature/public-key';
import { derEcdsa } from '../signature/der-ecdsa';
import { bigOf, fixedOctets, P256_ORDER } from '../testing/big-octets';
import { OTHER_CONTENT, testSigner, type TestSigner } from '../testing/test-signer';
import { verifyCms } from './verify-cms';

let signer: TestSigner;
beforeAll(async () => {
  signer = await testSigner();
});

/** (r, n − s): as good a signature as (r, s), which anyone can make from it. */
function twinOf(signature: Bytes): Bytes {
  const raw = fixedEcdsa(signature, 32);
  if (raw === null) throw new Error('not an ECDSA signature');
  const s = P256_ORDER - bigOf(raw.subarray(32));
  return derEcdsa(Uint8Array.of(...raw.subarray(0, 32), ...fixedOctets(s, 32)));
}

/** What replay is judged by: the hash of the content, with the order number inside it. */
async function contentHash(message: Uint8Array): Promise<string> {
  const { valid, content } = await verifyCms(message);
  if (!valid || content === null) throw new Error('not valid');
  return sha256Hex(content);
}

describe('replay is judged by what was signed, never by the bytes of the message', () => {
  it('attacks.md 28: the (r, n − s) twin of a signature is other bytes over the same content', async () => {
    const [one, twin] = [await signer.message(), await signer.message({ signature: twinOf })];
    expect(sha256Hex(twin)).not.toBe(sha256Hex(one));
    expect(await contentHash(twin)).toBe(await contentHash(one));
    const other = await signer.message({ content: OTHER_CONTENT, signature: twinOf });
    expect(await contentHash(other)).not.toBe(await contentHash(one));
  });

  it('attacks.md 34: a message sent again, or wrapped anew, names the same content', async () => {
    const one = await signer.message();
    const again = await signer.message({ version: 3 });
    expect(await contentHash(again)).toBe(await contentHash(one));
    expect(await contentHash(one)).toBe(await contentHash(one));
  });
});
