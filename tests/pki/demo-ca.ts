import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoSubscriber } from './demo-subscribers';
import { openssl } from './openssl';
import { rememberedKey } from './remembered-key';

const DAY_MS = 86_400_000;
const DEA = '2.16.840.1.101.3.5';
const CSOS_POLICY = '2.16.840.1.101.3.2.1.9.1';

/** Sections of an OpenSSL configuration that lets `openssl ca` sign whatever its extension file says. */
const CONFIG = `
[ca]
default_ca = demo
[demo]
dir = .
database = index.txt
crlnumber = crlnumber.txt
new_certs_dir = .
rand_serial = yes
default_md = sha256
policy = any
unique_subject = no
copy_extensions = none
crl_extensions = crl
[any]
countryName = optional
organizationName = optional
commonName = supplied
serialNumber = optional
[crl]
authorityKeyIdentifier = keyid
[req]
distinguished_name = dn
string_mask = utf8only
[dn]
`;

export interface IssueOptions {
  readonly dir: string;
  readonly name: string;
  /** File name stem of the issuer; the name itself for a self-signed certificate. */
  readonly issuer: string;
  readonly subject: string;
  readonly extensions: string;
  readonly from: number;
  readonly until: number;
  /** Arguments of OpenSSL's `req` that say which kind of new key; the remembered RSA key of that name where they aren't given. */
  readonly key?: readonly string[];
}

/** OpenSSL's `YYYYMMDDHHMMSSZ`. */
function opensslTime(ms: number): string {
  return `${new Date(ms).toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`;
}

export function days(now: number, count: number): number {
  return now + count * DAY_MS;
}

/** Makes a certificate, and its key where none is remembered: `NAME.key`, `NAME.pem`, `NAME.der`. */
export function issue(options: IssueOptions): void {
  const { dir, name, issuer, subject, extensions, from, until, key } = options;
  writeFileSync(join(dir, 'ca.cnf'), CONFIG);
  writeFileSync(join(dir, 'index.txt'), '');
  writeFileSync(join(dir, `${name}.ext`), extensions);
  if (key === undefined) rememberedKey(dir, name);
  const keyFile = `${name}.key`;
  openssl(
    [
      'req',
      '-new',
      ...(key === undefined ? ['-key', keyFile] : [...key, '-nodes', '-keyout', keyFile]),
      '-config',
      'ca.cnf',
      '-out',
      `${name}.csr`,
      '-subj',
      subject,
      '-utf8',
    ],
    { cwd: dir },
  );
  const by = name === issuer ? ['-selfsign'] : ['-cert', `${issuer}.pem`];
  openssl(
    [
      'ca',
      '-batch',
      '-config',
      'ca.cnf',
      '-preserveDN',
      '-notext',
      '-in',
      `${name}.csr`,
      '-out',
      `${name}.pem`,
      '-keyfile',
      `${issuer}.key`,
      ...by,
      '-startdate',
      opensslTime(from),
      '-enddate',
      opensslTime(until),
      '-extfile',
      `${name}.ext`,
    ],
    { cwd: dir },
  );
  openssl(['x509', '-in', `${name}.pem`, '-outform', 'DER', '-out', `${name}.der`], { cwd: dir });
}

export interface CrlOptions {
  readonly dir: string;
  /** File name stem of the CA whose list it is: `NAME.pem`, `NAME.key`. */
  readonly name: string;
  /** File name stems of the certificates that it names. */
  readonly revoked: readonly string[];
  readonly now: number;
  readonly number?: number;
  readonly from?: number;
  readonly until?: number;
  /** File name stem of the list; the CA's where it isn't given. */
  readonly out?: string;
  /** As OpenSSL names it; keyCompromise by default. */
  readonly reason?: 'keyCompromise' | 'certificateHold';
}

/** Writes `OUT.crl` (DER), a revocation list of the CA `name`. */
export function issueCrl(options: CrlOptions): void {
  const { dir, name, revoked, now, out = name, reason = 'keyCompromise' } = options;
  // Grows with time, so that a set made later never looks like a roll-back to who cached the former one.
  const { number = Math.floor(now / 1000), from = now - 3_600_000, until = days(now, 30) } = options;
  const lines = revoked.map((file) => {
    const serial = openssl(['x509', '-in', `${file}.pem`, '-noout', '-serial'], { cwd: dir })
      .toString()
      .trim()
      .slice('serial='.length);
    const date = opensslTime(days(now, -5)).slice(2);
    return `R\t${opensslTime(days(now, 700)).slice(2)}\t${date},${reason}\t${serial}\tunknown\t/CN=${file}\n`;
  });
  writeFileSync(join(dir, 'index.txt'), lines.join(''));
  writeFileSync(join(dir, 'crlnumber.txt'), number.toString(16).padStart(10, '0'));
  writeFileSync(join(dir, 'ca.cnf'), CONFIG);
  openssl(
    [
      'ca',
      '-batch',
      '-config',
      'ca.cnf',
      '-gencrl',
      '-cert',
      `${name}.pem`,
      '-keyfile',
      `${name}.key`,
      '-crl_lastupdate',
      opensslTime(from),
      '-crl_nextupdate',
      opensslTime(until),
      '-out',
      `${out}.crl.pem`,
    ],
    { cwd: dir },
  );
  openssl(['crl', '-in', `${out}.crl.pem`, '-outform', 'DER', '-out', `${out}.crl`], { cwd: dir });
}

export function caExtensions(crlUrl: string | null, pathLength: number | null): string {
  return [
    `basicConstraints = critical, CA:TRUE${pathLength === null ? '' : `, pathlen:${pathLength}`}`,
    'keyUsage = critical, keyCertSign, cRLSign',
    'subjectKeyIdentifier = hash',
    ...(crlUrl === null
      ? []
      : [
          'authorityKeyIdentifier = keyid',
          `crlDistributionPoints = URI:${crlUrl}`,
          `certificatePolicies = ${CSOS_POLICY}`,
        ]),
  ].join('\n');
}

/** A subscriber's extensions, with DEA's own where the certificate is one that signs orders (csos.md 3). */
export function subscriberExtensions(subscriber: DemoSubscriber, crlUrl: string): string {
  const { name, deaNumber, address } = subscriber.registrant;
  const hash = createHash('sha256')
    .update(deaNumber + subscriber.subjectSerial, 'ascii')
    .digest('hex');
  const dea = [
    `${DEA}.1 = ASN1:INTEGER:1`,
    `${DEA}.2 = ASN1:UTF8String:${name}`,
    `${DEA}.3 = ASN1:FORMAT:HEX,OCTETSTRING:${hash}`,
    `${DEA}.4 = ASN1:FORMAT:HEX,BITSTRING:${subscriber.scheduleBits}`,
    `${DEA}.5 = ASN1:UTF8String:Retail pharmacy`,
    `${DEA}.6 = ASN1:UTF8String:${[name, address.street, address.city, address.state, address.zip].join('\\$')}`,
  ];
  return [
    'basicConstraints = critical, CA:FALSE',
    'keyUsage = critical, digitalSignature, nonRepudiation',
    'subjectKeyIdentifier = hash',
    'authorityKeyIdentifier = keyid',
    `crlDistributionPoints = URI:${crlUrl}`,
    `certificatePolicies = ${CSOS_POLICY}`,
    ...(subscriber.scheduleBits === null ? [] : dea),
  ].join('\n');
}
