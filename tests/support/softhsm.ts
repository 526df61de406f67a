import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openssl } from '../pki/openssl';
import { demoPki } from '../pki/demo-pki';
import { demoPassword, type DemoSubscriberId } from '../pki/demo-subscribers';

/** A certificate with its key, to be put into a token; absolute paths. */
export interface SoftKey {
  readonly label: string;
  /** CKA_ID, hex. */
  readonly id: string;
  /** PKCS #8, PEM, without password. Null: the certificate alone. */
  readonly key: string | null;
  /** DER. */
  readonly certificate: string;
}

export interface SoftTokenOptions {
  /** Holds softhsm2.conf and the token's objects; several tokens may lie in one. */
  readonly dir: string;
  readonly label?: string;
  readonly pin?: string;
  /** Demo subscribers, or keys of one's own. The issuing CA's certificate goes in as well where a subscriber does. */
  readonly keys?: readonly (DemoSubscriberId | SoftKey)[];
}

export interface SoftToken {
  /** The value of SOFTHSM2_CONF for whoever loads `module`. */
  readonly conf: string;
  readonly module: string;
  readonly label: string;
  readonly pin: string;
  /** As the token reports it; of two tokens with one label, this differs. */
  readonly serial: string;
  /** The number of its slot. */
  readonly slot: string;
}

const modules = [
  '/usr/lib/softhsm/libsofthsm2.so',
  '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so',
  '/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so',
  '/usr/lib64/pkcs11/libsofthsm2.so',
];

/** Where SoftHSM2 lies on this machine; null: it isn't installed (npm run setup). */
export function softHsmModule(): string | null {
  return modules.find((path) => existsSync(path)) ?? null;
}

/** Makes a SoftHSM2 token and puts keys and certificates of the demo PKI into it. */
export function makeSoftToken({
  dir,
  label = 'Countersign Demo',
  pin = '246810',
  keys = ['full'],
}: SoftTokenOptions): SoftToken {
  const module = softHsmModule();
  if (module === null) throw new Error('SoftHSM2 is not installed. Run "npm run setup", then try again.');
  const conf = confIn(resolve(dir));
  const env = { ...process.env, SOFTHSM2_CONF: conf };
  const run = (program: string, args: readonly string[]) =>
    execFileSync(program, args, { env, stdio: 'pipe', encoding: 'utf8' });

  const said = run('softhsm2-util', [
    ...['--init-token', '--free', '--label', label, '--pin', pin, '--so-pin', '13579135'],
  ]);
  const slot = /slot (\d+)/.exec(said)?.[1];
  if (slot === undefined) throw new Error(`softhsm2-util answered: ${said}`);
  const serial = serialOf(run('softhsm2-util', ['--show-slots']), slot);

  const work = mkdtempSync(join(resolve(dir), '.keys-'));
  for (const [index, one] of keys.entries()) {
    const entry = typeof one === 'string' ? ofSubscriber(one, index, work) : one;
    if (entry.key !== null) {
      const named = ['--label', entry.label, '--id', entry.id];
      run('softhsm2-util', ['--import', entry.key, '--slot', slot, '--pin', pin, ...named]);
    }
    writeCertificate(entry.certificate, entry.label, entry.id);
  }
  if (keys.some((one) => typeof one === 'string')) writeCertificate(demoPki().sub, 'Issuing CA', 'ca');
  rmSync(work, { recursive: true });
  return { conf, module, label, pin, serial, slot };

  function writeCertificate(file: string, name: string, id: string): void {
    const at = ['--module', module ?? '', '--slot', slot ?? '', '--login', '--pin', pin];
    run('pkcs11-tool', [...at, '--write-object', file, '--type', 'cert', '--label', name, '--id', id]);
  }
}

/** What a driver keeps beside its tokens: here all of them at once, as when they are pulled out. */
export function removeSoftTokens(dir: string): void {
  rmSync(join(resolve(dir), 'tokens'), { recursive: true, force: true });
}

function confIn(dir: string): string {
  const conf = join(dir, 'softhsm2.conf');
  const tokens = join(dir, 'tokens');
  mkdirSync(tokens, { recursive: true });
  writeFileSync(conf, `directories.tokendir = ${tokens}\nobjectstore.backend = file\nlog.level = ERROR\n`);
  return conf;
}

function serialOf(slots: string, slot: string): string {
  const part = slots.split(/^Slot /m).find((text) => text.startsWith(slot));
  const serial = /Serial number:\s*(\S+)/.exec(part ?? '')?.[1];
  if (serial === undefined) throw new Error(`softhsm2-util shows no slot ${slot}: ${slots}`);
  return serial;
}

function ofSubscriber(id: DemoSubscriberId, index: number, work: string): SoftKey {
  const pki = demoPki();
  const key = join(work, `${id}.key`);
  const open = ['-in', pki.pfx[id], '-passin', `pass:${demoPassword}`];
  const pem = openssl(['pkcs12', ...open, '-nocerts', '-nodes']);
  writeFileSync(key, openssl(['pkcs8', '-topk8', '-nocrypt'], { input: pem }), { mode: 0o600 });
  return {
    label: id,
    id: (index + 1).toString(16).padStart(2, '0'),
    key,
    certificate: pki.certificate[id],
  };
}
