import type { Registrant } from '@/lib/archive';
import {
  fixedClock,
  parseDeaNumber,
  parseNdc,
  parsePlainDate,
  type DeaNumber,
  type Ndc11,
  type OrderNumber,
  type PlainDate,
} from '@/lib/base';
import type { CertificateChoice, PlaceView, Who } from '@/lib/desk';
import type { DraftLine, Order, OrderDraft, OrderLine } from '@/lib/order';
import type { PortalProfile } from '@/lib/portal';

/** Invented people, places and numbers: whoever looks at a gallery must not meet a real registration. */
export const clock = fixedClock('2026-11-24T16:05:00Z');
export const day = (text: string) => parsePlainDate(text) as PlainDate;
export const today = day('2026-11-24');
const dea = (text: string) => parseDeaNumber(text) as DeaNumber;
const ndc = (text: string) => parseNdc(text) as Ndc11;
export const number = (text: string) => text as OrderNumber;

export const ana: Who = { id: 'ana', name: 'Ana Ruiz, PharmD', role: 'signer' };
export const ben: Who = { id: 'ben', name: 'Ben Okafor', role: 'technician' };

export const registrant: Registrant = {
  name: 'Juniper Street Pharmacy',
  deaNumber: dea('FJ1234563'),
  address: { street: '412 Juniper Street', street2: null, city: 'Duluth', state: 'MN', postalCode: '55802' },
  zone: 'America/Chicago',
};

/** Where the orders and records of the gallery belong. */
export const placeHere: PlaceView = {
  name: registrant.name,
  deaNumber: registrant.deaNumber,
  zone: registrant.zone,
  isOther: false,
};

export const supplier = {
  name: 'Meridian Drug Supply',
  deaNumber: dea('RM0123454'),
  address: { street: '9 Wharf Road', street2: 'Dock 4', city: 'Chicago', state: 'IL', postalCode: '60607' },
};

export const lines: readonly OrderLine[] = [
  {
    lineNumber: 1,
    name: 'Oxycodone HCl 10 mg tablets',
    ndc11: ndc('00406-0552-01'),
    strength: '10 mg',
    form: 'tablet',
    packageSize: 100,
    packages: 12,
    schedule: '2',
    itemNumber: '4471203',
  },
  {
    lineNumber: 2,
    name: 'Methylphenidate ER 36 mg tablets',
    ndc11: ndc('10147-0687-01'),
    strength: '36 mg',
    form: 'tablet',
    packageSize: 100,
    packages: 2,
    schedule: '2N',
    itemNumber: '5510087',
  },
  {
    lineNumber: 3,
    name: 'Fentanyl 25 mcg/h transdermal system',
    ndc11: ndc('00378-9121-98'),
    strength: '25 mcg/h',
    form: 'patch',
    packageSize: 5,
    packages: 4,
    schedule: '2',
    itemNumber: '2290134',
  },
];

export const order: Order = {
  number: number('26X100208'),
  date: today,
  supplier,
  purchaser: registrant,
  lines,
};

export const draftLine = (line: OrderLine, changes: Partial<DraftLine> = {}): DraftLine => ({
  ...line,
  doubtful: [],
  ...changes,
});

export const draft: OrderDraft = { ...order, lines: lines.map((line) => draftLine(line)) };

export const gappyDraft: OrderDraft = {
  ...draft,
  supplier: { ...draft.supplier, deaNumber: null, address: { ...draft.supplier.address, postalCode: null } },
  lines: lines.map((line, index) =>
    index === 0
      ? draftLine(line, { packageSize: null })
      : index === 1
        ? draftLine(line, { schedule: null })
        : draftLine(line, { doubtful: ['ndc11', 'packages'] }),
  ),
};

export const certificate: CertificateChoice = {
  sha256: 'aa'.repeat(32),
  commonName: 'Ana Ruiz',
  registrantName: 'Juniper Street Pharmacy',
  schedules: ['2', '2N', '3', '3N', '4', '5'],
  validUntil: day('2028-03-31'),
  hasKey: true,
  protection: 'protection.software',
  token: null,
  personId: 'ana',
  registrant: null,
};
export const secondCertificate: CertificateChoice = {
  ...certificate,
  sha256: 'bb'.repeat(32),
  commonName: 'Miriam Holt',
  personId: 'miriam',
  validUntil: day('2027-01-05'),
};

export const suppliers: readonly PortalProfile[] = [
  {
    id: 'meridian',
    hosts: ['orders.meridian.example'],
    supplier,
    mode: 'integrated',
    deliverTo: { selector: '#signed-order', encoding: 'base64' },
    verified: true,
  },
  {
    id: 'cascade',
    hosts: ['portal.cascade.example'],
    supplier: { ...supplier, name: 'Cascade Health Distribution' },
    mode: 'companion',
    verified: true,
  },
];
