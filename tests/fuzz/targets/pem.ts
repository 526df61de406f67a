import { parseCertificate, parsePemOrDer } from '../../../lib/pki';
import type { DemoPki } from '../../pki/make-demo-pki';
import { readBytes } from '../seed-files';
import { guarded, law, type Target } from '../target';

const CODES = /^certificate\//;

/** PEM, bare base64 and DER, as people save certificates: bodies or a refusal, and each body a certificate or a refusal. */
export function pemTarget(pki: DemoPki): Target {
  const ders = [pki.root, pki.sub, pki.certificate.full, pki.certificate.low].map((file) => readBytes(file));
  const pems = ders.map((der) => pemOf(der, '\n'));
  const texts = [
    ...pems,
    pems.join(''),
    pemOf(ders[0] as Uint8Array, '\r\n'),
    `Bag Attributes\n    localKeyID: 01\n${pems.join('subject=CN\n')}`,
    Buffer.from(ders[1] as Uint8Array).toString('base64'),
  ];
  return {
    name: 'pem',
    seeds: [...texts.map((text) => new TextEncoder().encode(text)), ...ders],
    share: 1,
    async attack(mutant) {
      const outcome = await guarded(mutant, CODES, () => parsePemOrDer(mutant));
      if ('refused' in outcome) return 'refused';
      law(outcome.value.length > 0, 'no body and no refusal');
      let certificates = 0;
      for (const body of outcome.value) {
        law(body.length <= mutant.length, 'a body larger than its file');
        if ('value' in (await guarded(body, CODES, () => parseCertificate(body)))) certificates++;
      }
      return `${certificates === outcome.value.length ? 'all' : 'not all'} bodies are certificates`;
    },
  };
}

function pemOf(der: Uint8Array, newline: string): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join(newline);
}
