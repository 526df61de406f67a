import type { KnownCertificate, NewEvent } from '@/lib/archive';
import { CountersignError, legalDay, limits, parseDeaNumber, toBase64, type Finding } from '@/lib/base';
import { keyAlgorithm, SeveralKeysError, type OpenedPfx } from '@/lib/pki';
import { portalProfileSchema, type PortalProfile } from '@/lib/portal';
import * as v from 'valibot';
import { choiceOf } from './certificates';
import { situation } from './context';
import type { Desk } from './desk';
import { requireOwn } from './profiles/require-own';
import { supplierSet } from './profiles/supplier-set';
import { requireNoKey } from './keys/require-no-key';
import { KEY_TURN } from './keys/turn';
import type { CrlStore } from './lists/crl-store';
import type { PagePorts } from './ports';
import { setupMissing } from './set-up-missing';
import { registrantOfCertificate } from './registrants';
import { requireWholeParty } from './require-whole-party';
import { requireUsable, standingAtImport } from './standing-at-import';

type SetUpCases = Pick<
  Desk,
  | 'setupMissing'
  | 'registrant'
  | 'saveRegistrant'
  | 'suppliers'
  | 'saveSupplier'
  | 'certificates'
  | 'importPfx'
>;

export function setUpCases(ports: PagePorts, crls: CrlStore): SetUpCases {
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
      // The form of the first run speaks of the location in force, also where its number was typed wrong.
      const replaces = (await ports.archive.directory()).registrant?.deaNumber ?? null;
      await record({
        type: 'registrant.set',
        payload: { registrant: { ...registrant, deaNumber }, replaces },
      });
    },

    async suppliers() {
      return (await ports.archive.directory()).suppliers;
    },

    async saveSupplier(supplier) {
      requireSupplier(supplier);
      const directory = await ports.archive.directory();
      requireOwn(
        directory.suppliers.find(({ id }) => id === supplier.id),
        supplier,
      );
      await record(supplierSet(directory, supplier));
    },

    async certificates() {
      const { directory, zone } = await situation(ports);
      const here = await ports.vault.certificates();
      return directory.certificates.map((known) => choiceOf(known, here, zone));
    },

    async importPfx(file) {
      const { password, signal } = file;
      const { directory, person, zone } = await situation(ports);
      if (!person) throw new CountersignError('people/nobody-signed-in');
      if (password.length < limits.vaultPasswordMinLength)
        throw new CountersignError('vault/password-too-short', { min: limits.vaultPasswordMinLength });
      const { pkcs8, certificate, chain } = await openFile(ports, file, zone);
      const registrant = registrantOfCertificate(directory, certificate);
      const known: KnownCertificate = {
        sha256: certificate.sha256,
        der: toBase64(certificate.der),
        chain: chain.map(({ der }) => toBase64(der)),
        personId: person.id,
        addedAt: ports.clock.now(),
        ...(registrant === null ? {} : { registrant }),
      };
      let findings: readonly Finding[];
      try {
        requireUsable(certificate, ports.clock.now(), zone);
        findings = await standingAtImport({ ports, directory, crls }, known);
        // A kind of key that no order can be signed with is refused now, not when it is to sign.
        const algorithm = keyAlgorithm(certificate);
        await ports.listHosts.inTurn(KEY_TURN, async () => {
          await requireNoKey(ports, certificate);
          if (signal?.aborted === true) throw new CountersignError('pfx/cancelled');
          await ports.vault.store({ certificate: certificate.sha256, pkcs8, algorithm, password });
          await record({ type: 'certificate.added', payload: { certificate: known } }, person.id);
        });
      } finally {
        pkcs8.fill(0);
      }
      return { ...choiceOf(known, new Set([known.sha256]), zone), findings };
    },
  };
}

async function openFile(
  { openPfx }: PagePorts,
  { bytes, filePassword, acceptWithoutMac, ...file }: Parameters<Desk['importPfx']>[0],
  zone: string,
): Promise<OpenedPfx> {
  const { certificate, onRounds, signal } = file;
  const chosen = certificate === undefined ? {} : { certificate };
  const told = onRounds === undefined ? {} : { onRounds };
  try {
    return await openPfx(bytes, filePassword, { acceptWithoutMac, ...chosen, ...told }, signal);
  } catch (error) {
    if (error instanceof SeveralKeysError)
      file.onSeveral?.(
        error.candidates.map(({ sha256, commonName, dea, notAfter }) => ({
          sha256,
          commonName,
          registrantName: dea?.registrantName ?? null,
          validUntil: legalDay(notAfter, zone),
        })),
      );
    throw error;
  }
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
