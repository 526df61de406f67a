import { CountersignError } from '@/lib/base';
import { actAs } from '../act-as';
import { situation } from '../context';
import type { DeskPorts } from '../ports';
import { registrantNow } from '../registrants';
import { requireMay } from '../require-may';
import { requireWholeParty } from '../require-whole-party';
import type { PharmacyCases } from './views';

type LocationCases = Pick<
  PharmacyCases,
  'registrants' | 'chooseRegistrant' | 'saveLocation' | 'supplierRegistrants' | 'saveSupplierRegistrants'
>;

/** The registered locations of the pharmacy: one certificate per signer and location (21 CFR 1311.35). */
export function locationCases(ports: DeskPorts): LocationCases {
  const { archive } = ports;
  return {
    async registrants() {
      const directory = await archive.directory();
      return directory.registrants.map((location) => {
        const { deaNumber } = location;
        const isIts = ({ registrant }: { readonly registrant?: string }) => registrant === deaNumber;
        return {
          ...location,
          isChosen: directory.registrant?.deaNumber === deaNumber,
          certificates: directory.certificates.filter(isIts).length,
          suppliers: directory.suppliers.filter(
            ({ id }) => directory.supplierRegistrants[id]?.includes(deaNumber) ?? true,
          ).length,
        };
      });
    },

    async chooseRegistrant(deaNumber) {
      const { directory, person } = await situation(ports);
      if (!person) throw new CountersignError('people/nobody-signed-in');
      if (!registrantNow(directory, deaNumber))
        throw new CountersignError('registrant/unknown', { number: deaNumber });
      if (directory.registrant?.deaNumber === deaNumber) return;
      await archive.append({
        commandId: crypto.randomUUID(),
        who: person.id,
        orderId: null,
        events: [{ type: 'registrant.chosen', payload: { deaNumber } }],
      });
    },

    async saveLocation({ commandId, registrant, replaces, ...actor }) {
      const person = await actAs(ports, actor, 'change-setup');
      if (await archive.isWritten(commandId)) return;
      const directory = await archive.directory();
      const deaNumber = requireWholeParty(registrant);
      if (replaces !== null && !registrantNow(directory, replaces))
        throw new CountersignError('registrant/unknown', { number: replaces });
      // Two registrations under one number would be one: what is meant is a change of the other.
      if (deaNumber !== replaces && registrantNow(directory, deaNumber))
        throw new CountersignError('registrant/known', { number: deaNumber });
      await archive.append({
        commandId,
        who: person.id,
        orderId: null,
        events: [{ type: 'registrant.set', payload: { registrant: { ...registrant, deaNumber }, replaces } }],
      });
    },

    async supplierRegistrants() {
      return (await archive.directory()).supplierRegistrants;
    },

    async saveSupplierRegistrants(supplier, registrants) {
      const { person } = await situation(ports);
      if (!person) throw new CountersignError('people/nobody-signed-in');
      requireMay(person, 'change-setup');
      await archive.append({
        commandId: crypto.randomUUID(),
        who: person.id,
        orderId: null,
        events: [{ type: 'supplier.set', payload: { supplier, ...(registrants ? { registrants } : {}) } }],
      });
    },
  };
}
