import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import type { Bytes } from '@/lib/pki/der/reader';
import type { BenchSigner } from './signer';

const SIGNED_DATA = '1.2.840.113549.1.7.2';
const DATA = '1.2.840.113549.1.7.1';
const attribute = (type: string, value: object) => new pkijs.Attribute({ type, values: [value] });

/** The same message with the same attributes but signingCertificateV2, as pkijs' users make it. */
export async function signWithPkijs({ certificate, chain, key, order }: BenchSigner): Promise<ArrayBuffer> {
  const certificates = [certificate, ...chain].map(({ der }) => pkijs.Certificate.fromBER(der));
  const [own] = certificates;
  if (!own) throw new Error('no certificate');
  const digest = await crypto.subtle.digest('SHA-256', order);
  const signedAttrs = new pkijs.SignedAndUnsignedAttributes({
    type: 0,
    attributes: [
      attribute('1.2.840.113549.1.9.3', new asn1js.ObjectIdentifier({ value: DATA })),
      attribute('1.2.840.113549.1.9.5', new asn1js.UTCTime({ valueDate: new Date(certificate.notBefore) })),
      attribute('1.2.840.113549.1.9.4', new asn1js.OctetString({ valueHex: digest })),
    ],
  });
  const sid = new pkijs.IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber });
  const signedData = new pkijs.SignedData({
    encapContentInfo: new pkijs.EncapsulatedContentInfo({
      eContentType: DATA,
      eContent: new asn1js.OctetString({ valueHex: order.buffer }),
    }),
    signerInfos: [new pkijs.SignerInfo({ version: 1, sid, signedAttrs })],
    certificates,
  });
  await signedData.sign(key, 0, 'SHA-256');
  const envelope = new pkijs.ContentInfo({ contentType: SIGNED_DATA, content: signedData.toSchema(true) });
  return envelope.toSchema().toBER();
}

export async function verifyWithPkijs(message: Bytes): Promise<boolean> {
  const data = new pkijs.SignedData({ schema: pkijs.ContentInfo.fromBER(message).content });
  return data.verify({ signer: 0, checkChain: false });
}
