import { limits, sha256Hex } from '@/lib/base';
import { attribute, findObjects } from './attributes';
import { CKA, CKC, CKO } from './ck';
import type { Cryptoki } from './cryptoki';
import { trimmed } from './token-info';

export interface TokenCertificate {
  readonly object: bigint;
  readonly der: Buffer;
  /** Of the DER, hex. */
  readonly sha256: string;
  readonly label: string;
  /** CKA_ID, by which its key is found; may be empty. */
  readonly id: Buffer;
}

/** The X.509 certificates that show in a session; objects without DER, or with too much of it, are none. */
export async function certificatesIn(cryptoki: Cryptoki, session: bigint): Promise<TokenCertificate[]> {
  const objects = await findObjects(
    cryptoki,
    session,
    [
      { type: CKA.CLASS, value: CKO.CERTIFICATE },
      { type: CKA.CERTIFICATE_TYPE, value: CKC.X_509 },
    ],
    limits.tokenObjectsMax,
  );
  const certificates: TokenCertificate[] = [];
  for (const object of objects) {
    const der = await attribute(cryptoki, session, object, CKA.VALUE);
    if (der === null || der.length === 0) continue;
    const label = await attribute(cryptoki, session, object, CKA.LABEL);
    certificates.push({
      object,
      der,
      sha256: sha256Hex(der),
      label: trimmed(label ?? Buffer.alloc(0)).slice(0, LABEL_CHARACTERS),
      id: (await attribute(cryptoki, session, object, CKA.ID)) ?? Buffer.alloc(0),
    });
  }
  return certificates;
}

const LABEL_CHARACTERS = 200;
