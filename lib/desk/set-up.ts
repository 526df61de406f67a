import type { KnownCertificate, NewEvent, Registrant } from '@/lib/archive';
import { CountersignError, legalDay, limits, parseDeaNumber, toBase64, type DeaNumber } from '@/lib/base';
import {
  keyAlgorithm,
  openPfx,
  parseCertificate,
  parsePemOrDer,
  type Certificate,
  type KeyAlgorithm,
} from '@/lib/pki';
import { portalProfileSchema, type PortalProfile } from '@/lib/portal';
import { say } from '@/lib/words';
import * as v from 'valibot';
import { certificateOf, chainOf, choiceOf, kindFindings } from './certificates';
import { situation } from './context';
import type { Desk } from './desk';
import type { DeskPorts } from './ports';
import { setupMissing } from './set-up-missing';

type SetUpCases = Pick<
  Desk,
  | 'setupMissing'
  | 'registrant'
  | 'saveRegistrant'
  | 'suppliers'
  | 'saveSupplier'
  | 'roots'
  | 'trustRoot'
  | 'certificates'
  | 'crlOrigins'
  | 'importPfx'
>;

export function setUpCases(ports: DeskPorts): SetUpCases {
  async function record(event: NewEvent, who?: string): Promise<void> {
    await ports.archive.append({
      commandId: crypto.randomUUID(),
      who: who ?? (await ports.session.read()) ?? 'system',
      orderId: null,
      events: [event],
    });
  }

  return {
    async setupMissing() {
      return setupMissing(await ports.archive.directory());
    },

    async registrant() {
      return (await ports.archive.directory()).registrant;
    },

    async saveRegistrant(registrant) {
      const deaNumber = requireWholeParty(registrant);
      await record({ type: 'registrant.set', payload: { registrant: { ...registrant, deaNumber } } });
    },

    async suppliers() {
      return (await ports.archive.directory()).suppliers;
    },

    async saveSupplier(supplier) {
      requireSupplier(supplier);
      await record({ type: 'supplier.set', payload: { supplier } });
    },

    async roots() {
      return (await ports.archive.directory()).roots.map(({ sha256, der }) => ({
        sha256,
        subject: certificateOf({ der }).subject,
      }));
    },

    async trustRoot(file) {
      const [der, ...more] = parsePemOrDer(file);
      if (!der || more.length > 0)
        throw new CountersignError('certificate/malformed', { detail: 'it is not one certificate' });
      const root = parseCertificate(der);
      if (!root.isCa || root.subject !== root.issuer)
        throw new CountersignError('certificate/malformed', { detail: 'it is not a root certificate' });
      await record({
        type: 'root.trusted',
        payload: { root: { sha256: root.sha256, der: toBase64(root.der), addedAt: ports.clock.now() } },
      });
      return { sha256: root.sha256, subject: root.subject };
    },

    async certificates() {
      const { directory, zone } = await situation(ports);
      const here = await ports.vault.certificates();
      return directory.certificates.map((known) => choiceOf(known, here, zone));
    },

    async crlOrigins() {
      const { certificates } = await ports.archive.directory();
      const urls = certificates
        .flatMap((known) => [certificateOf(known), ...chainOf(known)])
        .flatMap(({ crlUrls }) => crlUrls);
      return [...new Set(urls.filter((url) => URL.canParse(url)).map((url) => new URL(url).origin))];
    },

    async importPfx({ bytes, filePassword, password, acceptWithoutMac }) {
      const { person, zone } = await situation(ports);
      if (!person) throw new CountersignError('people/nobody-signed-in');
      if (password.length < limits.vaultPasswordMinLength)
        throw new CountersignError('vault/password-too-short', { min: limits.vaultPasswordMinLength });
      const { pkcs8, certificate, chain } = await openPfx(bytes, filePassword, { acceptWithoutMac });
      try {
        requireUsable(certificate, ports.clock.now(), zone);
        // Importing twice must not quietly put another password in the place of the one its holder knows.
        if ((await ports.vault.certificates()).has(certificate.sha256))
          throw new CountersignError('vault/key-present', { name: certificate.commonName });
        await ports.vault.store({
          certificate: certificate.sha256,
          pkcs8,
          algorithm: requireRsa(certificate),
          password,
        });
      } finally {
        pkcs8.fill(0);
      }
      const known: KnownCertificate = {
        sha256: certificate.sha256,
        der: toBase64(certificate.der),
        chain: chain.map(({ der }) => toBase64(der)),
        personId: person.id,
        addedAt: ports.clock.now(),
      };
      await record({ type: 'certificate.added', payload: { certificate: known } }, person.id);
      return choiceOf(known, new Set([known.sha256]), zone);
    },
  };
}

/** A certificate that could never sign an order is refused when it is brought in, not when the order is urgent. */
function requireUsable(certificate: Certificate, now: number, zone: string): void {
  const [unfit] = kindFindings(certificate);
  if (unfit) throw new CountersignError(unfit.code, unfit.params);
  if (certificate.notAfter < now)
    throw new CountersignError('certificate/expired', {
      subject: certificate.commonName,
      date: legalDay(certificate.notAfter, zone),
    });
}

/** CSOS keys are RSA (csos.md 3): one of another kind is refused now, not when it is to sign. */
function requireRsa(certificate: Certificate): KeyAlgorithm {
  const algorithm = keyAlgorithm(certificate);
  if (algorithm?.name !== 'RSASSA-PKCS1-v1_5')
    throw new CountersignError('pfx/unsupported-algorithm', { algorithm: say('key.not-rsa') });
  return algorithm;
}

/** The number as it is registered: a certificate's hash knows no lower case and no spaces. */
function requireWholeParty(party: Registrant): DeaNumber {
  const deaNumber = parseDeaNumber(party.deaNumber);
  if (deaNumber === null)
    throw new CountersignError('order/purchaser-dea-invalid', { value: party.deaNumber });
  for (const value of [
    party.name,
    party.address.street,
    party.address.city,
    party.address.state,
    party.address.postalCode,
  ])
    if (value.trim() === '')
      throw new CountersignError('input/malformed', { detail: 'a field of the registration is empty' });
  return deaNumber;
}

function requireSupplier(supplier: PortalProfile): void {
  const { deaNumber } = supplier.supplier;
  if (deaNumber !== null && parseDeaNumber(deaNumber) === null)
    throw new CountersignError('order/supplier-dea-invalid', { value: deaNumber });
  const checked = v.safeParse(portalProfileSchema, supplier);
  if (!checked.success)
    throw new CountersignError('input/malformed', {
      detail: v.flatten(checked.issues).root?.[0] ?? checked.issues[0].message,
    });
}
