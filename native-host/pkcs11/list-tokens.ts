import { limits, toBase64 } from '@/lib/base';
import type { HostToken } from '@/lib/host';
import { findObjects } from './attributes';
import { certificatesIn } from './certificates';
import { CKA, CKO } from './ck';
import { CkrError } from './ckr-error';
import type { Cryptoki } from './cryptoki';
import { isGone } from './fault-of-ckr';
import { inSession } from './session';
import { pluggedTokens, type Plugged } from './slots';

/** Every token that is plugged in, with its certificates: what shows without a PIN. */
export async function listTokens(cryptoki: Cryptoki): Promise<HostToken[]> {
  const tokens: HostToken[] = [];
  for (const plugged of await pluggedTokens(cryptoki)) {
    try {
      tokens.push({ ...plugged.info, certificates: await certificatesOf(cryptoki, plugged) });
    } catch (error) {
      if (!(error instanceof CkrError) || !isGone(error)) throw error;
    }
  }
  return tokens;
}

async function certificatesOf(
  cryptoki: Cryptoki,
  { slot, info }: Plugged,
): Promise<HostToken['certificates']> {
  if (!info.flags.initialized) return [];
  return inSession(cryptoki, slot, async (session) => {
    const certificates: HostToken['certificates'] = [];
    for (const { der, sha256, label, id } of await certificatesIn(cryptoki, session)) {
      const keys = await findObjects(
        cryptoki,
        session,
        [
          { type: CKA.CLASS, value: CKO.PRIVATE_KEY },
          { type: CKA.ID, value: id },
        ],
        limits.tokenObjectsMax,
      );
      // Private keys hide until somebody is logged in.
      const unseen = info.flags.loginRequired ? null : false;
      certificates.push({ sha256, der: toBase64(der), label, hasKey: keys.length > 0 ? true : unseen });
    }
    return certificates;
  });
}
