import { CountersignError, limits } from '@/lib/base';
import { parseCrl, parsePemOrDer, type ParsedCrl } from '@/lib/pki';

/** DER begins with a SEQUENCE whose length has the high bit set: no text does, so large lists needn't be looked at as text. */
const isDer = (bytes: Uint8Array) => bytes[0] === 0x30 && (bytes[1] ?? 0) >= 0x80;

/** One revocation list as DER or PEM. Throws `crl/malformed`, `crl/too-large`. */
export function readListFile(bytes: Uint8Array<ArrayBuffer>): ParsedCrl {
  if (bytes.length > limits.crlMaxBytes)
    throw new CountersignError('crl/too-large', { megabytes: limits.crlMaxBytes / 1_000_000 });
  return parseCrl(isDer(bytes) ? bytes : onlyBody(bytes));
}

function onlyBody(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const bodies = bodiesOf(bytes);
  const [der, ...more] = bodies;
  if (!der || more.length > 0)
    throw new CountersignError('crl/malformed', { detail: `${bodies.length} lists in one file` });
  return der;
}

function bodiesOf(bytes: Uint8Array<ArrayBuffer>): readonly Uint8Array<ArrayBuffer>[] {
  try {
    return parsePemOrDer(bytes);
  } catch (error) {
    throw new CountersignError('crl/malformed', { detail: 'PEM' }, { cause: error });
  }
}
