import { beforeAll, describe, expect, it } from 'vitest';
import { tags } from '../der/values';
import { write, writeInteger, writeOctets, writeOid, writeSetOf, writeTime } from '../der/writer';
import { TEST_NOW } from '../testing/make-certificate';
import {
  attribute,
  CONTENT_TYPE,
  DATA,
  goodAttributes,
  MESSAGE_DIGEST,
  SIGNING_TIME,
  type MessageOptions,
} from '../testing/make-message';
import { CONTENT, OTHER_CONTENT, testSigner, type TestSigner } from '../testing/test-signer';

let signer: TestSigner;
beforeAll(async () => {
  signer = await testSigner();
});

const good = goodAttributes(CONTENT);
const [goodType, goodDigest, goodTime] = good as [Uint8Array, Uint8Array, Uint8Array];
const bad = goodAttributes(OTHER_CONTENT);
const otherDigest = bad[1] as Uint8Array;
const digestValue = goodDigest.slice(-34);

/** Title, the attributes with the flaw, and the same without it. */
const cases: readonly [string, readonly Uint8Array[], readonly Uint8Array[]][] = [
  ['attacks.md 4: no messageDigest', [goodType, goodTime], good],
  ['attacks.md 5: no contentType', [goodDigest, goodTime], good],
  [
    'attacks.md 6: contentType differs',
    [attribute(CONTENT_TYPE, writeOid('1.2.3')), goodDigest, goodTime],
    good,
  ],
  ['attacks.md 7: two messageDigest, the good one first', [...good, otherDigest], good],
  ['attacks.md 7: two messageDigest, both good', [...good, goodDigest], good],
  ['attacks.md 8: messageDigest without a value', [goodType, attribute(MESSAGE_DIGEST), goodTime], good],
  [
    'attacks.md 8: messageDigest with two values',
    [goodType, attribute(MESSAGE_DIGEST, digestValue, writeOctets(OTHER_CONTENT)), goodTime],
    [goodType, attribute(MESSAGE_DIGEST, digestValue), goodTime],
  ],
  ['attacks.md 9: two contentType', [...good, goodType], good],
  [
    'attacks.md 9: contentType with two values',
    [attribute(CONTENT_TYPE, writeOid(DATA), writeOid('1.2.3')), goodDigest],
    [goodType, goodDigest],
  ],
  ['attacks.md 10: attributes that are empty', [], good],
  ['attacks.md 33: two signing times', [...good, attribute(SIGNING_TIME, writeTime(0))], good],
  [
    'attacks.md 33: a signing time with two values',
    [goodType, goodDigest, attribute(SIGNING_TIME, writeTime(TEST_NOW), writeTime(0))],
    good,
  ],
  [
    'attacks.md 33: a malformed signing time',
    [goodType, goodDigest, attribute(SIGNING_TIME, write(tags.utcTime, CONTENT))],
    good,
  ],
  [
    'attacks.md 21: a padded OID',
    [...good, attributeOf(Uint8Array.of(0x2a, 0x80, 3))],
    [...good, attributeOf(Uint8Array.of(0x2a, 3))],
  ],
];

function attributeOf(oid: Uint8Array): Uint8Array {
  return write(tags.sequence, write(tags.oid, oid), writeSetOf([writeInteger(1)]));
}

describe('signed attributes', () => {
  it.each(cases)('%s', async (_, flawed, control) => {
    expect(await signer.codeOf({ attributes: flawed })).toBe('cms/attributes-invalid');
    expect(await signer.codeOf({ attributes: control })).toBeNull();
  });

  it('attacks.md 3: messageDigest of another content', async () => {
    expect(await signer.codeOf({ attributes: bad })).toBe('cms/content-changed');
    expect(await signer.codeOf({ attributes: bad, eContent: [writeOctets(OTHER_CONTENT)] })).toBeNull();
  });

  it('must be DER and sorted, whatever they hold', async () => {
    const sorted = writeSetOf(good, 0xa0);
    const inside = write(tags.sequence, Uint8Array.of(0x30, 0x80, 2, 1, 1, 0, 0));
    const padded = write(tags.sequence, Uint8Array.of(0x30, 0x81, 3, 2, 1, 1));
    const plain = write(tags.sequence, Uint8Array.of(0x30, 3, 2, 1, 1));
    const own = (value: Uint8Array) => ({ attributes: [...good, attribute('1.2.3', value)] });
    const unsorted = write(0xa0, ...[...good].sort((a, b) => b.length - a.length));
    expect(await signer.codeOf({ rawAttributes: sorted })).toBeNull();
    expect(await signer.codeOf({ rawAttributes: unsorted })).toBe('cms/attributes-invalid');
    expect(await signer.codeOf(own(inside))).toBe('cms/attributes-invalid');
    expect(await signer.codeOf(own(padded))).toBe('cms/attributes-invalid');
    expect(await signer.codeOf(own(plain))).toBeNull();
  });
});

describe('attacks.md 11: no signed attributes', () => {
  const bare = (content: Uint8Array): Partial<MessageOptions> => ({ attributes: null, content });
  const accept = { acceptWithoutAttributes: true };

  it('are refused, save by explicit setting', async () => {
    expect(await signer.codeOf(bare(CONTENT))).toBe('cms/attributes-invalid');
    expect(await signer.codeOf(bare(CONTENT), accept)).toBeNull();
    expect(await signer.codeOf({ ...bare(CONTENT), eContent: [writeOctets(OTHER_CONTENT)] }, accept)).toBe(
      'cms/signature-invalid',
    );
  });

  it.each([
    ['a set', writeSetOf(good)],
    ['a sequence', write(tags.sequence, ...good)],
    ['an implicit set', writeSetOf(good, 0xa0)],
    ['a set without order', write(tags.set, ...[...good].reverse())],
  ])('are never accepted where the content is %s of attributes', async (_, content) => {
    expect(await signer.codeOf(bare(content), accept)).toBe('cms/attributes-invalid');
    expect(await signer.codeOf({ content }, accept)).toBeNull();
  });

  it('takes no signature out of a message with attributes', async () => {
    // The very attack: the attributes of a good message, sent as the content of one without.
    const attributes = writeSetOf(good);
    const cut = await signer.message({ content: attributes, attributes: null });
    expect(Buffer.from(cut).includes(Buffer.from(attributes))).toBe(true);
    expect(await signer.codeOf(bare(attributes), accept)).toBe('cms/attributes-invalid');
  });
});
