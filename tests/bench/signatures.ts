import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { openPfx, signCms, verifyCms } from '@/lib/pki';
import { writeCsosOrder } from '@/lib/documents';
import { demoPki } from '../pki/demo-pki';
import { sampleOrder } from '../support/orders';
import { sideBySide, type Figure } from './side-by-side';

const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;
const RUNS = 200;

/** Signing and verifying an order, beside the bare WebCrypto operation that can't be avoided. */
export async function signatures(): Promise<Figure[]> {
  const pki = demoPki();
  const file = new Uint8Array(readFileSync(pki.pfx.full));
  const { pkcs8, certificate, chain } = await openPfx(file, pki.password);
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, RSA, false, ['sign']);
  const content = writeCsosOrder(sampleOrder);
  const bare = async () => new Uint8Array(await crypto.subtle.sign(RSA.name, key, content));
  const sign = () =>
    signCms({
      content,
      certificate,
      chain,
      signingTime: certificate.notBefore,
      sign: async (bytes) => new Uint8Array(await crypto.subtle.sign(RSA.name, key, bytes)),
    });
  const spki = new Uint8Array(
    new X509Certificate(certificate.der).publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = await bare();
  const bareVerify = async () => {
    const publicKey = await crypto.subtle.importKey('spki', spki, RSA, false, ['verify']);
    return crypto.subtle.verify(RSA.name, publicKey, signature, content);
  };
  const signed = await sign();
  return [
    await sideBySide('cms sign', sign, { name: 'bare RSA-2048 signature', work: bare }, RUNS),
    await sideBySide(
      'cms verify',
      () => verifyCms(signed),
      { name: 'key import and bare verification', work: bareVerify },
      RUNS,
    ),
    await sideBySide('pfx open', () => openPfx(file, pki.password), null, 10),
  ];
}
