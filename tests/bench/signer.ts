import { fromBase64 } from '@/lib/base';
import { openPfx, signCms, type Certificate } from '@/lib/pki';
import type { Bytes } from '@/lib/pki/der/reader';
import type { Inputs } from './inputs';

export const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;

/** One registrant's key, wherever the contest runs, and an order that they signed. */
export interface BenchSigner {
  readonly pkcs8: Bytes;
  readonly key: CryptoKey;
  readonly certificate: Certificate;
  readonly chain: readonly Certificate[];
  readonly order: Bytes;
  readonly sign: () => Promise<Bytes>;
}

export async function signerOf(inputs: Inputs): Promise<BenchSigner> {
  const { pkcs8, certificate, chain } = await openPfx(fromBase64(inputs.pfx), inputs.password);
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, RSA, false, ['sign']);
  const order = fromBase64(inputs.order);
  const sign = () =>
    signCms({
      content: order,
      certificate,
      chain,
      signingTime: certificate.notBefore,
      sign: async (bytes) => new Uint8Array(await crypto.subtle.sign(RSA.name, key, bytes)),
    });
  return { pkcs8, key, certificate, chain, order, sign };
}
