import type { DutyView, EnrolmentView, LocationView, PharmacyCases, PoaView, StaffMember } from '@/lib/desk';
import type { DeaNumber } from '@/lib/base';
import { defaultSettings, enrolmentSteps, renewalSteps } from '@/lib/people';
import { ana, ben, clock, day, registrant } from './fixtures';

const second: LocationView = {
  ...registrant,
  name: 'Juniper Street Pharmacy — Harbor clinic',
  deaNumber: 'BC1234563' as DeaNumber,
  isChosen: false,
  certificates: 0,
  suppliers: 2,
};
export const locations: readonly LocationView[] = [
  { ...registrant, isChosen: true, certificates: 2, suppliers: 3 },
  second,
];

export const staff: readonly StaffMember[] = [
  { ...ana, left: null, maySign: true },
  { ...ben, left: null, maySign: false },
  { id: 'miriam', name: 'Miriam Holt', role: 'signer', left: day('2026-11-20'), maySign: true },
];

export const letters: readonly PoaView[] = [
  {
    id: 'letter-1',
    personId: 'ana',
    personName: ana.name,
    registrant: registrant.deaNumber,
    registrantName: registrant.name,
    schedules: ['2', '2N', '3', '3N', '4', '5'],
    since: day('2025-02-01'),
    until: null,
    file: { name: 'letter-ruiz.pdf', type: 'application/pdf', sha256: 'ab'.repeat(32), base64: 'JVBERg==' },
    revoked: null,
    standing: 'in-force',
  },
  {
    id: 'letter-2',
    personId: 'miriam',
    personName: 'Miriam Holt',
    registrant: registrant.deaNumber,
    registrantName: registrant.name,
    schedules: ['2N'],
    since: day('2024-06-01'),
    until: day('2026-12-31'),
    file: null,
    revoked: { on: day('2026-11-20'), reason: 'left for another pharmacy', file: null },
    standing: 'revoked',
  },
];

const HOUR = 3_600_000;
export const duties: readonly DutyView[] = [
  {
    id: 'poa-departed:miriam:1',
    kind: 'poa-departed',
    since: clock.now() - 2 * HOUR,
    dueAt: clock.now() + 4 * HOUR,
    about: 'Miriam Holt',
    done: null,
    doneBy: null,
  },
  {
    id: 'key-compromised:aa',
    kind: 'key-compromised',
    since: clock.now() - 30 * HOUR,
    dueAt: clock.now() - 6 * HOUR,
    about: 'Ana Ruiz, PharmD',
    done: null,
    doneBy: null,
  },
];

export const enrolment: readonly EnrolmentView[] = [
  {
    kind: 'first',
    about: 'ben',
    personName: ben.name,
    registrantName: null,
    validUntil: null,
    steps: enrolmentSteps.map((step, at) => ({
      step,
      state: at < 3 ? 'done' : at === 3 ? 'next' : 'open',
      derived: at > 5,
      note: at < 3 ? { at: clock.now() - (4 - at) * 24 * HOUR, who: ben.name } : null,
    })),
  },
  {
    kind: 'renewal',
    about: 'aa'.repeat(32),
    personName: ana.name,
    registrantName: registrant.name,
    validUntil: day('2026-12-20'),
    steps: renewalSteps.map((step, at) => ({
      step,
      state: at === 0 ? 'next' : 'open',
      derived: at === 3,
      note: null,
    })),
  },
];

/** What the desk answers of a pharmacy with two locations. */
export const pharmacyDesk: PharmacyCases = {
  registrants: async () => locations.slice(0, 1),
  chooseRegistrant: async () => {},
  saveLocation: async () => {},
  supplierRegistrants: async () => ({}),
  saveSupplierRegistrants: async () => {},
  staff: async () => staff.slice(0, 2),
  removePerson: async () => {},
  changePin: async () => {},
  resetPin: async () => {},
  poaLetters: async () => [],
  grantPoa: async () => {},
  revokePoa: async () => {},
  reportKeyCompromised: async () => {},
  duties: async () => [],
  settleDuty: async () => {},
  settings: async () => defaultSettings,
  retention: async () => ({
    years: 2,
    locations: locations.map(({ name, deaNumber }, index) => ({
      ...{ name, deaNumber },
      years: index === 0 ? null : 5,
    })),
    holds: [],
  }),
  saveRetention: async () => {},
  placeHold: async () => {},
  liftHold: async () => {},
  saveSettings: async () => {},
  enrolment: async () => [],
  tickStep: async () => {},
};
