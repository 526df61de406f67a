import koffi from 'koffi';
import { limits } from '@/lib/base';
import { absurd, type Cryptoki } from './cryptoki';
import { CkrError } from './ckr-error';
import { readULong, ulongs, unavailable, writePointer, writeULong } from './memory';

/** CKR_ATTRIBUTE_SENSITIVE, CKR_ATTRIBUTE_TYPE_INVALID: the object has no such attribute to show. */
const HIDDEN: readonly number[] = [0x11, 0x12];

/** An attribute's octets; null where the object has none that shows. A length of any size claims nothing here. */
export async function attribute(
  cryptoki: Cryptoki,
  session: bigint,
  object: bigint,
  type: bigint,
): Promise<Buffer | null> {
  const { layout, call } = cryptoki;
  const step = 'C_GetAttributeValue';
  const template = attributeTemplate(cryptoki, [{ type, value: null }]);
  const lengthAt = koffi.offsetof(layout.attribute, 'ulValueLen');
  const ask = async (): Promise<bigint | null> => {
    const rv = await call(step, session, object, template, 1n);
    if (HIDDEN.includes(rv)) return null;
    if (rv !== 0) throw new CkrError(step, rv);
    const length = readULong(layout, template, lengthAt);
    return length === unavailable(layout) ? null : length;
  };
  const claimed = await ask();
  if (claimed === null) return null;
  if (claimed > BigInt(limits.tokenAttributeMaxBytes)) throw absurd(step, claimed);
  if (claimed === 0n) return Buffer.alloc(0);
  const value = Buffer.alloc(Number(claimed));
  writePointer(template, koffi.address(value), koffi.offsetof(layout.attribute, 'pValue'));
  const filled = await ask();
  if (filled !== null && filled > claimed) throw absurd(step, filled);
  return filled === null ? null : value.subarray(0, Number(filled));
}

/**
 * CK_ATTRIBUTEs one after the other. The values' memory is pointed to: whoever passes the template holds on to them.
 */
export function attributeTemplate(
  { layout }: Cryptoki,
  attributes: readonly { type: bigint; value: Buffer | null }[],
): Buffer {
  const { size } = layout.attribute;
  const template = Buffer.alloc(size * attributes.length);
  for (const [index, { type, value }] of attributes.entries()) {
    const at = (member: string) => index * size + koffi.offsetof(layout.attribute, member);
    writeULong(layout, template, type, at('type'));
    if (value === null || value.length === 0) continue;
    writePointer(template, koffi.address(value), at('pValue'));
    writeULong(layout, template, BigInt(value.length), at('ulValueLen'));
  }
  return template;
}

/** Objects that have all of the given attributes, at most `most`. */
export async function findObjects(
  cryptoki: Cryptoki,
  session: bigint,
  wanted: readonly { type: bigint; value: bigint | Buffer }[],
  most: number,
): Promise<bigint[]> {
  const { layout, must } = cryptoki;
  const attributes = wanted.map(({ type, value }) => ({
    type,
    value: typeof value === 'bigint' ? ulongs(layout, value) : value,
  }));
  const template = attributeTemplate(cryptoki, attributes);
  await must('C_FindObjectsInit', session, template, BigInt(attributes.length));
  const found: bigint[] = [];
  try {
    const batch = Buffer.alloc(BATCH * layout.ulong);
    const count = ulongs(layout, 0n);
    while (found.length < most) {
      await must('C_FindObjects', session, batch, BigInt(BATCH), count);
      const got = readULong(layout, count);
      if (got > BigInt(BATCH)) throw absurd('C_FindObjects', got);
      for (let index = 0; index < Number(got); index++)
        found.push(readULong(layout, batch, index * layout.ulong));
      if (got === 0n) break;
    }
  } finally {
    await cryptoki.call('C_FindObjectsFinal', session);
    // Names the values once more: the template only points to them.
    attributes.length = 0;
  }
  return found.slice(0, most);
}

const BATCH = 32;
