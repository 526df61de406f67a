import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { caExtensions, days, issue, issueCrl, subscriberExtensions } from './demo-ca';
import { demoPassword, demoSubscribers, type DemoSubscriberId } from './demo-subscribers';
import { openssl } from './openssl';

/** Raise when what is made changes, so that sets of the former recipe are made anew. */
const RECIPE = 2;
/** Of what OpenSSL needs, this stays: with it a test makes lists of its own (make-test-lists.ts). */
const KEPT = ['root', 'sub', 'stranger-root'].flatMap((name) => [`${name}.pem`, `${name}.key`]);
/** A set whose revocation lists end sooner than this is made anew. */
const FRESH_DAYS = 7;
const CRL_DAYS = 30;

const ROOT_NAME = 'Countersign Demo E-Commerce Root CA';
const SUB_NAME = 'Countersign Demo CSOS Sub CA';
const STRANGER_NAME = 'Countersign Demo Stranger Root CA';

export interface DemoPkiOptions {
  readonly dir: string;
  /** Where the demo's revocation lists will be served: CRL_BASE/root.crl and CRL_BASE/sub.crl. */
  readonly crlBase?: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Absolute paths of the files of a demo PKI. Keys exist only here, made at set-up. */
export interface DemoPki {
  readonly dir: string;
  readonly password: string;
  readonly root: string;
  readonly sub: string;
  readonly rootCrl: string;
  readonly subCrl: string;
  /** A root that nobody trusts, and a PFX issued under it with DEA extensions like those of `full`. */
  readonly strangerRoot: string;
  readonly strangerPfx: string;
  /** Modern PFX (PBES2 with AES-256, SHA-256 MAC) of each subscriber. */
  readonly pfx: Readonly<Record<DemoSubscriberId, string>>;
  /** Certificates (DER) of the subscribers. */
  readonly certificate: Readonly<Record<DemoSubscriberId, string>>;
  /** `full` as old Windows exports are: RC2-40, 3DES, SHA-1 MAC. */
  readonly legacyPfx: string;
}

const ids = Object.keys(demoSubscribers) as DemoSubscriberId[];

/** Makes the demo's certificates, revocation lists and PFX files in `dir`, or leaves a fresh set of the same recipe as it is. */
export function makeDemoPki({ dir, crlBase = 'http://localhost:4100', now }: DemoPkiOptions): DemoPki {
  const target = resolve(dir);
  if (!isFresh(target, crlBase, now)) {
    mkdirSync(dirname(target), { recursive: true });
    const work = mkdtempSync(join(dirname(target), `.${basename(target)}-`));
    build(work, crlBase, now);
    // Several test runs may make the set at once, each in its own folder: the first one ready is kept.
    if (isFresh(target, crlBase, now)) {
      rmSync(work, { recursive: true });
    } else {
      rmSync(target, { recursive: true, force: true });
      renameSync(work, target);
    }
  }
  return pathsOf(target);
}

function build(dir: string, crlBase: string, now: number): void {
  const subject = (name: string, serial?: string) =>
    `/C=US/O=Countersign Demo, not DEA/CN=${name}${serial === undefined ? '' : `/serialNumber=${serial}`}`;
  const rootCrl = `${crlBase}/root.crl`;
  const subCrl = `${crlBase}/sub.crl`;
  const until = days(now, 3650);
  issue({
    dir,
    name: 'root',
    issuer: 'root',
    subject: subject(ROOT_NAME),
    extensions: caExtensions(null, null),
    from: days(now, -1800),
    until,
  });
  issue({
    dir,
    name: 'sub',
    issuer: 'root',
    subject: subject(SUB_NAME),
    extensions: caExtensions(rootCrl, 0),
    from: days(now, -900),
    until,
  });
  issue({
    dir,
    name: 'stranger-root',
    issuer: 'stranger-root',
    subject: subject(STRANGER_NAME),
    extensions: caExtensions(null, null),
    from: days(now, -900),
    until,
  });
  for (const id of ids) {
    const one = demoSubscribers[id];
    issue({
      dir,
      name: id,
      issuer: 'sub',
      subject: subject(one.commonName, one.subjectSerial),
      extensions: subscriberExtensions(one, subCrl),
      from: days(now, one.fromDays),
      until: days(now, one.untilDays),
    });
    exportPfx(dir, id, [join(dir, 'sub.pem'), join(dir, 'root.pem')]);
  }
  const full = demoSubscribers.full;
  issue({
    dir,
    name: 'stranger',
    issuer: 'stranger-root',
    subject: subject(full.commonName, full.subjectSerial),
    extensions: subscriberExtensions(full, subCrl),
    from: days(now, -30),
    until: days(now, 700),
  });
  exportPfx(dir, 'stranger', [join(dir, 'stranger-root.pem')]);
  openssl(
    [
      'pkcs12',
      '-export',
      '-legacy',
      '-certpbe',
      'PBE-SHA1-RC2-40',
      '-keypbe',
      'PBE-SHA1-3DES',
      '-macalg',
      'sha1',
      ...pfxArguments('full', 'full-legacy'),
      '-certfile',
      'full.chain.pem',
    ],
    { cwd: dir },
  );
  issueCrl({ dir, name: 'root', revoked: [], now });
  issueCrl({ dir, name: 'sub', revoked: ids.filter((id) => demoSubscribers[id].revoked), now });
  for (const file of readdirSync(dir)) {
    if (!/\.(der|pfx|crl)$/.test(file) && !KEPT.includes(file)) rmSync(join(dir, file));
  }
  writeFileSync(
    join(dir, 'set.json'),
    JSON.stringify({ recipe: RECIPE, crlBase, freshUntil: days(now, CRL_DAYS - FRESH_DAYS) }),
  );
}

function exportPfx(dir: string, name: string, chain: readonly string[]): void {
  writeFileSync(join(dir, `${name}.chain.pem`), chain.map((file) => readFileSync(file, 'utf8')).join('\n'));
  openssl(
    [
      'pkcs12',
      '-export',
      '-certpbe',
      'AES-256-CBC',
      '-keypbe',
      'AES-256-CBC',
      '-macalg',
      'sha256',
      ...pfxArguments(name, name),
      '-certfile',
      `${name}.chain.pem`,
    ],
    { cwd: dir },
  );
}

function pfxArguments(name: string, out: string): string[] {
  return [
    '-inkey',
    `${name}.key`,
    '-in',
    `${name}.pem`,
    '-name',
    name,
    '-out',
    `${out}.pfx`,
    '-passout',
    `pass:${demoPassword}`,
  ];
}

function isFresh(dir: string, crlBase: string, now: number): boolean {
  const file = join(dir, 'set.json');
  if (!existsSync(file)) return false;
  const set = JSON.parse(readFileSync(file, 'utf8')) as {
    recipe?: number;
    crlBase?: string;
    freshUntil?: number;
  };
  return set.recipe === RECIPE && set.crlBase === crlBase && now < (set.freshUntil ?? 0);
}

function pathsOf(dir: string): DemoPki {
  const of = (ending: string) =>
    Object.fromEntries(ids.map((id) => [id, join(dir, id + ending)])) as Record<DemoSubscriberId, string>;
  return {
    dir,
    password: demoPassword,
    root: join(dir, 'root.der'),
    sub: join(dir, 'sub.der'),
    rootCrl: join(dir, 'root.crl'),
    subCrl: join(dir, 'sub.crl'),
    strangerRoot: join(dir, 'stranger-root.der'),
    strangerPfx: join(dir, 'stranger.pfx'),
    pfx: of('.pfx'),
    certificate: of('.der'),
    legacyPfx: join(dir, 'full-legacy.pfx'),
  };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [dir, flag, base] = process.argv.slice(2);
  if (dir === undefined || (flag !== undefined && (flag !== '--crl-base' || base === undefined))) {
    process.stderr.write(
      'Usage: npx tsx tests/pki/make-demo-pki.ts OUTDIR [--crl-base http://localhost:4100]\n',
    );
    process.exit(2);
  }
  const pki = makeDemoPki({ dir, now: Date.now(), ...(base === undefined ? {} : { crlBase: base }) });
  process.stdout.write(`${pki.dir}\n`);
}
