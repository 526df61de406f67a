import { beforeAll, describe, expect, it } from 'vitest';
import { concat, tags } from '../der/values';
import { write, writeOctets } from '../der/writer';
import { attribute, DATA } from '../testing/make-message';
import { CONTENT, OTHER_CONTENT, refusal, testSigner, type TestSigner } from '../testing/test-signer';
import { verifyCms } from './verify-cms';

let signer: TestSigner;
beforeAll(async () => {
  signer = await testSigner();
});

const octets = writeOctets(CONTENT);
const split = (...parts: readonly Uint8Array[]) => write(0x24, ...parts.map((part) => writeOctets(part)));

describe('content', () => {
  it('attacks.md 1: changed', async () => {
    expect(await signer.codeOf({ eContent: [writeOctets(OTHER_CONTENT)] })).toBe('cms/content-changed');
    expect(await signer.codeOf({ eContent: [octets] })).toBeNull();
  });

  it('attacks.md 2: any bit of the signature flipped', async () => {
    const message = await signer.message();
    expect(await refusal(message)).toBeNull();
    // The signature stands last: 70 to 72 octets.
    for (let bit = 0; bit < 68 * 8; bit++) {
      const bent = message.slice();
      const at = message.length - 1 - (bit >> 3);
      bent[at] = (bent[at] as number) ^ (1 << (bit & 7));
      expect(await refusal(bent)).toMatch(/^cms\/(?:signature-invalid|malformed)$/);
    }
  });

  it('attacks.md 12: another content type', async () => {
    expect(await signer.codeOf({ eContentType: '1.2.840.113549.1.9.16.1.4' })).toBe('cms/attributes-invalid');
    expect(await signer.codeOf({ eContentType: DATA })).toBeNull();
  });

  it('attacks.md 19: trailing bytes, or a second message', async () => {
    const message = await signer.message();
    for (const tail of [Uint8Array.of(0), Uint8Array.of(0, 0), message])
      expect(await refusal(concat(message, tail))).toBe('cms/malformed');
    expect(await refusal(message)).toBeNull();
  });

  it('attacks.md 20: not SignedData', async () => {
    expect(await signer.codeOf({ outerType: DATA })).toBe('cms/not-signed-data');
    expect(await signer.codeOf({ outerType: '1.2.840.113549.1.7.2' })).toBeNull();
  });

  it.each([
    ['two OCTET STRINGs', [octets, octets]],
    ['text', [write(tags.utf8String, CONTENT)]],
    ['a sequence', [write(tags.sequence, octets)]],
    ['parts that are no OCTET STRINGs', [write(0x24, write(tags.utf8String, CONTENT))]],
  ])('attacks.md 22: %s as content', async (_, eContent) => {
    expect(await signer.codeOf({ eContent })).toBe('cms/malformed');
    expect(await signer.codeOf({ eContent: [octets] })).toBeNull();
  });

  it('attacks.md 23: split content is shown as it is hashed', async () => {
    const parts = [CONTENT.subarray(0, 5), new Uint8Array(0), CONTENT.subarray(5)];
    const verdict = await verifyCms(await signer.message({ eContent: [split(...parts)] }));
    expect(verdict).toMatchObject({ valid: true, content: CONTENT });
    expect(await signer.codeOf({ eContent: [split(...parts.reverse())] })).toBe('cms/content-changed');
  });

  it('attacks.md 25: detached without its content, or with another', async () => {
    const message = await signer.message({ eContent: [] });
    expect(await refusal(message)).toBe('cms/content-missing');
    expect(await refusal(message, { content: OTHER_CONTENT })).toBe('cms/content-changed');
    expect(await refusal(message, { content: CONTENT })).toBeNull();
  });

  it('attached content must be the same as what a caller believes was signed', async () => {
    const message = await signer.message();
    expect(await refusal(message, { content: OTHER_CONTENT })).toBe('cms/content-changed');
    expect(await refusal(message, { content: CONTENT })).toBeNull();
  });

  it('attacks.md 26: unsigned attributes are never shown as signed', async () => {
    const unsigned = write(0xa1, attribute('1.2.3', writeOctets(OTHER_CONTENT)));
    const [with_, without] = [await signer.message({ unsigned }), await signer.message()];
    const shown = JSON.stringify(await verifyCms(with_));
    expect(shown).toBe(JSON.stringify(await verifyCms(without)));
    expect(shown).not.toContain([...OTHER_CONTENT].join());
  });

  it('is not looked at in a file larger than any order', async () => {
    expect(await refusal(new Uint8Array(3_000_001))).toBe('cms/too-large');
    expect(await refusal(new Uint8Array(3_000_000))).toBe('cms/malformed');
  });
});
