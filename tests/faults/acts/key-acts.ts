import { readFileSync } from 'node:fs';
import { sha256Hex, toBase64 } from '@/lib/base';
import { finishKeyActs } from '@/lib/desk/background';
import type { HostToken } from '@/lib/host';
import { KEY_PASSWORD, type DeskWorld } from '../../desk/desk-world';
import { flags, scriptedDoor, tokenName } from '../../support/scripted-host';
import { unless, type MortalAct, type MortalWorld } from './mortal-act';

const OTHER_PASSWORD = 'battery staple right';
export const MODULE = '/usr/lib/example-pkcs11.so';

function tokenWith(files: readonly string[]): HostToken {
  const certificates = files.map((file) => {
    const der = new Uint8Array(readFileSync(file));
    return { sha256: sha256Hex(der), der: toBase64(der), label: 'signing', hasKey: true };
  });
  const made = { hardware: '1.0', firmware: '2.0', claimsFips: false };
  return { ...tokenName, ...made, flags, certificates };
}

/** A door to a host with a token in which the certificate `full` lies. */
export const withToken = (world: () => DeskWorld) =>
  scriptedDoor({
    asked: (request, host) => {
      const { certificate, sub } = world().pki;
      host.answer(
        request,
        request.command === 'diagnose' ? { checks: [] } : { tokens: [tokenWith([certificate.full, sub])] },
      );
    },
  }).door;

/** A key lies here, or it doesn't; where it does, a certificate that says so is on record, and its password opens it. */
async function keyFitsRecord({ ports }: MortalWorld, passwords: readonly string[]): Promise<void> {
  await finishKeyActs(ports);
  const { certificates } = await ports.archive.directory();
  const here = await ports.vault.certificates();
  for (const { sha256, keyRemoved, token } of certificates) {
    const mustBeHere = keyRemoved !== true && !token;
    if (mustBeHere !== here.has(sha256)) throw new Error(`a key that no record speaks for: ${sha256}`);
    if (mustBeHere) await Promise.any(passwords.map((password) => ports.vault.unlock(sha256, password)));
  }
}

/** The certificate on that token, as it is added. */
export function tokenChoice({ pki }: DeskWorld) {
  const certificate = sha256Hex(new Uint8Array(readFileSync(pki.certificate.full)));
  return { module: MODULE, token: tokenName, certificate };
}

/** Keys and the certificates that they belong to: two databases, of which neither may say what the other doesn't. */
export const keyActs: readonly MortalAct[] = [
  {
    name: 'bring a key in',
    of: ['importPfx'],
    begin: ({ pki, pageOn }) => {
      const bytes = new Uint8Array(readFileSync(pki.pfx.full));
      const file = { bytes, filePassword: pki.password, password: KEY_PASSWORD, acceptWithoutMac: false };
      return Promise.resolve((archive) => {
        const isThere = archive.directory().then(({ certificates }) => certificates.length > 0);
        return unless(isThere, () => pageOn(archive).importPfx(file));
      });
    },
    holds: (mortal) => keyFitsRecord(mortal, [KEY_PASSWORD]),
  },
  {
    name: 'delete a key',
    of: ['removeKey', 'finishKeyActs'],
    async begin(mortal) {
      const { actor, pageOn } = mortal;
      const certificate = await mortal.importPfx('full');
      return (archive) => {
        const isThere = archive.directory().then(({ certificates }) => certificates[0]?.keyRemoved === true);
        return unless(isThere, () => pageOn(archive).removeKey({ certificate, ...actor }));
      };
    },
    holds: (mortal) => keyFitsRecord(mortal, [KEY_PASSWORD]),
  },
  {
    name: 'change a key’s password',
    of: ['changeKeyPassword'],
    async begin(mortal) {
      const { ports, pageOn } = mortal;
      const certificate = await mortal.importPfx('full');
      const change = { certificate, password: KEY_PASSWORD, newPassword: OTHER_PASSWORD };
      const opens = () =>
        ports.vault.unlock(certificate, OTHER_PASSWORD).then(
          () => true,
          () => false,
        );
      return (archive) => unless(opens(), () => pageOn(archive).changeKeyPassword(change));
    },
    async holds(mortal) {
      const { ports } = mortal;
      await keyFitsRecord(mortal, [KEY_PASSWORD, OTHER_PASSWORD]);
      const [change] = await ports.vault.changes();
      if (change && !(await ports.archive.isWritten(change.commandId)))
        throw new Error('a change of password that nobody said');
    },
  },
  {
    name: 'add a token’s certificate',
    of: ['addTokenCertificate'],
    nativeHost: withToken,
    begin: (mortal) => {
      const choice = tokenChoice(mortal);
      return Promise.resolve((archive) => {
        const isThere = archive.directory().then(({ certificates }) => certificates.length > 0);
        return unless(isThere, () => mortal.pageOn(archive).addTokenCertificate(choice));
      });
    },
    holds: (mortal) => keyFitsRecord(mortal, [KEY_PASSWORD]),
  },
];
