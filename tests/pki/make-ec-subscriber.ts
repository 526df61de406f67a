import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { days, issue, subscriberExtensions } from './demo-ca';
import { demoPassword, demoSubscribers } from './demo-subscribers';
import type { DemoPki } from './make-demo-pki';
import { openssl } from './openssl';

export interface EcSubscriber {
  /** DER. */
  readonly certificate: string;
  /** PKCS #8, PEM, without password. */
  readonly key: string;
  /** With the password of every demo PFX. */
  readonly pfx: string;
}

/** A signer of the demo's CA like `full`, but with a key on this curve (as OpenSSL names it); files in a folder below `dir`. */
export function makeEcSubscriber(
  pki: DemoPki,
  { dir, curve, now }: { readonly dir: string; readonly curve: string; readonly now: number },
): EcSubscriber {
  const work = mkdtempSync(join(dir, 'ec-'));
  for (const file of ['sub.pem', 'sub.key', 'root.pem']) copyFileSync(join(pki.dir, file), join(work, file));
  const { commonName, subjectSerial } = demoSubscribers.full;
  issue({
    dir: work,
    name: 'ec',
    issuer: 'sub',
    subject: `/C=US/O=Countersign Demo, not DEA/CN=${commonName}/serialNumber=${subjectSerial}`,
    extensions: subscriberExtensions(demoSubscribers.full, 'http://localhost:4100/sub.crl'),
    from: days(now, -30),
    until: days(now, 700),
    key: ['-newkey', 'ec', '-pkeyopt', `ec_paramgen_curve:${curve}`],
  });
  const chain = ['sub.pem', 'root.pem'].map((file) =>
    openssl(['x509', '-in', file], { cwd: work }).toString(),
  );
  writeFileSync(join(work, 'chain.pem'), chain.join('\n'));
  const files = ['-inkey', 'ec.key', '-in', 'ec.pem', '-certfile', 'chain.pem', '-out', 'ec.pfx'];
  openssl(['pkcs12', '-export', ...files, '-passout', `pass:${demoPassword}`], { cwd: work });
  return { certificate: join(work, 'ec.der'), key: join(work, 'ec.key'), pfx: join(work, 'ec.pfx') };
}
