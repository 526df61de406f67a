import { CountersignError, limits } from '@/lib/base';
import { DerError, reading } from '../der/der-error';
import { single, type Bytes, type Tlv } from '../der/reader';
import { readNumber, readOctets, readOid, tags } from '../der/values';
import { oids } from '../oids';
import { Budget } from './budget';
import { checkMac } from './check-mac';
import { decryptPart } from './decrypt-part';
import { passwordForms, type PasswordForm } from './password';
import { readBags, type PfxContents } from './read-bags';

export interface PfxOptions {
  /** Opens a file that carries no MAC, so that nothing proves it whole: only after the user confirmed it. */
  readonly acceptWithoutMac?: boolean;
}

/**
 * Opens a PKCS #12 file (RFC 7292, 9579, 9879) and answers all keys and certificates in it, in their order. The MAC is
 * checked before anything is decrypted; a wrong password and a part that won't decrypt are the same `pfx/wrong-password`.
 * Throws `pfx/not-a-pfx`, `too-large`, `no-mac`, `damaged`, `unsupported-algorithm`, `too-many-iterations`.
 * The caller overwrites the keys.
 */
export async function readPfx(
  bytes: Uint8Array,
  password: string,
  options: PfxOptions = {},
): Promise<PfxContents> {
  if (bytes.length > limits.pfxMaxBytes) throw new CountersignError('pfx/too-large');
  const { safe, macData } = reading('pfx/not-a-pfx', () => readOuter(new Uint8Array(bytes)));
  if (macData === null && options.acceptWithoutMac !== true) throw new CountersignError('pfx/no-mac');
  try {
    const contents = await tryForms(safe, macData, passwordForms(password));
    if (contents) return contents;
  } catch (error) {
    if (error instanceof DerError)
      throw new CountersignError('pfx/damaged', { detail: error.message }, { cause: error });
    throw error;
  }
  throw new CountersignError('pfx/wrong-password');
}

function readOuter(bytes: Bytes): { safe: Bytes; macData: Tlv | null } {
  const pfx = single(bytes, tags.sequence, true).reader();
  if (readNumber(pfx.next(tags.integer)) !== 3) throw new DerError('another version');
  const contentInfo = pfx.next(tags.sequence).reader();
  const type = readOid(contentInfo.next(tags.oid));
  if (type === oids.signedData)
    throw new CountersignError('pfx/unsupported-algorithm', { algorithm: 'public-key integrity' });
  if (type !== oids.data) throw new DerError('content of another type');
  const safe = readOctets(contentInfo.next(0xa0).reader().next());
  const macData = pfx.optional(tags.sequence);
  pfx.finish();
  return { safe, macData };
}

async function tryForms(
  safe: Bytes,
  macData: Tlv | null,
  forms: readonly PasswordForm[],
): Promise<PfxContents | null> {
  const budget = new Budget();
  for (const form of forms) {
    try {
      if (macData === null || (await checkMac(macData, safe, form, budget))) {
        const contents = await readSafe(safe, form, budget);
        if (contents) return contents;
      }
    } finally {
      form.bmp.fill(0);
      form.utf8.fill(0);
    }
  }
  return null;
}

/** Everything inside, or null where a part doesn't decrypt to what it should. */
async function readSafe(safe: Bytes, password: PasswordForm, budget: Budget): Promise<PfxContents | null> {
  const contents: PfxContents = { keys: [], certificates: [], unread: [] };
  for (const part of single(safe, tags.sequence, true).reader().rest()) {
    const reader = part.reader();
    const type = readOid(reader.next(tags.oid));
    const body = reader.next(0xa0).reader().next();
    if (type === oids.data) {
      if (
        !(await readBags(readOctets(body), contents, (algorithm, data) =>
          decryptOrNull(algorithm, data, password, budget),
        ))
      )
        return null;
    } else if (type === oids.encryptedData) {
      const [algorithm, data] = readEncrypted(body);
      const plain = await decryptOrNull(algorithm, data, password, budget);
      if (plain === null) return null;
      if (!(await readBags(plain, contents, (inner, key) => decryptOrNull(inner, key, password, budget))))
        return null;
    } else {
      contents.unread.push('encryption to a public key');
    }
  }
  return contents;
}

async function decryptOrNull(
  algorithm: Tlv,
  data: Bytes,
  password: PasswordForm,
  budget: Budget,
): Promise<Bytes | null> {
  try {
    const plain = await decryptPart(algorithm, data, password, budget);
    // Padding alone lets one wrong password in 256 pass: the plain text must also be one whole SEQUENCE.
    single(plain, tags.sequence, true);
    return plain;
  } catch (error) {
    if (error instanceof DerError) return null;
    throw error;
  }
}

/** EncryptedData: algorithm and octets of its EncryptedContentInfo (RFC 5652 8). */
function readEncrypted(encryptedData: Tlv): [Tlv, Bytes] {
  const reader = encryptedData.reader();
  reader.next(tags.integer);
  const info = reader.next(tags.sequence).reader();
  info.next(tags.oid);
  return [info.next(tags.sequence), readOctets(info.next(), 0x80)];
}
