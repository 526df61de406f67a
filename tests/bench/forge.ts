import forge from 'node-forge';
import { latin1 } from '@/lib/pki/der/values';
import type { BenchSigner } from './signer';

/** Answers the work alone: key and certificates are read beforehand, as ours are. */
export function signWithForge({ pkcs8, certificate, chain, order }: BenchSigner): () => string {
  const key = forge.pki.privateKeyFromAsn1(forge.asn1.fromDer(latin1(pkcs8)));
  const [own, ...others] = [certificate, ...chain].map(({ der }) =>
    forge.pki.certificateFromAsn1(forge.asn1.fromDer(latin1(der))),
  );
  if (!own) throw new Error('no certificate');
  const content = latin1(order);
  const { data = '', contentType = '', signingTime = '', messageDigest = '' } = forge.pki.oids;
  const { sha256: digestAlgorithm = '' } = forge.pki.oids;
  return () => {
    const message = forge.pkcs7.createSignedData();
    message.content = forge.util.createBuffer(content);
    for (const each of [own, ...others]) message.addCertificate(each);
    message.addSigner({
      key,
      certificate: own,
      digestAlgorithm,
      authenticatedAttributes: [
        { type: contentType, value: data },
        { type: messageDigest },
        { type: signingTime },
      ],
    });
    message.sign();
    return forge.asn1.toDer(message.toAsn1()).getBytes();
  };
}

/** Opens a PFX with all its bags, as far as node-forge knows its algorithms. */
export function openWithForge(file: Uint8Array, password: string): () => unknown {
  const bytes = latin1(file);
  return () => {
    const pfx = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(bytes), password);
    const bags = pfx.getBags({ bagType: forge.pki.oids.pkcs8ShroudedKeyBag ?? '' });
    if (Object.values(bags).flat().length === 0) throw new Error('no key found');
    return bags;
  };
}
