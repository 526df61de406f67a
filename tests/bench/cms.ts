import { verifyCms } from '@/lib/pki';
import { x509Of } from '@/lib/pki/certificate/x509';
import type { Contest } from './contest';
import { signWithForge } from './forge';
import type { Inputs } from './inputs';
import { signWithPkijs, verifyWithPkijs } from './pkijs-cms';
import { RSA, signerOf } from './signer';

/** Signing and verifying an order of 2 KB, beside the WebCrypto operations that can't be avoided. */
export async function cmsContests(inputs: Inputs): Promise<Contest[]> {
  const signer = await signerOf(inputs);
  const { key, order, certificate } = signer;
  const bareSign = () => crypto.subtle.sign(RSA.name, key, order);
  const signature = await bareSign();
  const { spki } = x509Of(certificate);
  const bareVerify = async () => {
    const publicKey = await crypto.subtle.importKey('spki', spki, RSA, false, ['verify']);
    return mustBeTrue(await crypto.subtle.verify(RSA.name, publicKey, signature, order));
  };
  const message = await signer.sign();
  return [
    {
      name: 'cms sign',
      ours: signer.sign,
      base: { name: 'bare RSA-2048 signature', work: bareSign },
      others: [
        { name: 'pkijs', work: () => signWithPkijs(signer) },
        { name: 'node-forge', work: signWithForge(signer) },
      ],
      budget: { leastRatio: 0.7 },
      rounds: 30,
    },
    {
      name: 'cms verify',
      ours: async () => mustBeTrue((await verifyCms(message)).valid),
      base: { name: 'key import and bare verification', work: bareVerify },
      others: [{ name: 'pkijs', work: async () => mustBeTrue(await verifyWithPkijs(message)) }],
      // A browser's WebCrypto answers from another thread sooner than Node's, which leaves less to hide behind.
      budget: { leastRatio: 'process' in globalThis ? 0.5 : 0.4 },
      rounds: 40,
    },
  ];
}

function mustBeTrue(valid: boolean): true {
  if (!valid) throw new Error('a good signature was refused');
  return true;
}
