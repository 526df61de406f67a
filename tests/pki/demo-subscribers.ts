import { demoRegistrants, type DemoRegistrant } from './demo-registrants';

/** What a demo certificate says, and how its file is made. */
export interface DemoSubscriber {
  readonly commonName: string;
  /** Subject serialNumber attribute (2.5.4.5), the second half of what the DEA number's hash covers. */
  readonly subjectSerial: string;
  /** Schedule bits from the left, as two hex digits (csos.md 3); null: no DEA extensions at all. */
  readonly scheduleBits: string | null;
  readonly registrant: DemoRegistrant;
  readonly fromDays: number;
  readonly untilDays: number;
  readonly revoked: boolean;
}

/** The password of every demo PFX file. */
export const demoPassword = 'correct-horse-7';

export const demoSignerName = 'Dana Okafor';

const base: DemoSubscriber = {
  commonName: demoSignerName,
  subjectSerial: 'DEMO-0001',
  scheduleBits: '7E',
  registrant: demoRegistrants.pharmacy,
  fromDays: -30,
  untilDays: 700,
  revoked: false,
};

export const demoSubscribers = {
  /** Schedules 2, 2N, 3, 3N, 4, 5. */
  full: base,
  /** Schedules 3, 3N, 4, 5 only. */
  low: { ...base, commonName: 'Priya Raman', subjectSerial: 'DEMO-0002', scheduleBits: '1E' },
  expired: { ...base, subjectSerial: 'DEMO-0003', fromDays: -400, untilDays: -10 },
  revoked: { ...base, subjectSerial: 'DEMO-0004', revoked: true },
  /** An administrative certificate: no DEA extensions, so it can't sign orders. */
  coordinator: { ...base, commonName: 'Luis Ortega', subjectSerial: 'DEMO-0005', scheduleBits: null },
  'other-registrant': {
    ...base,
    commonName: 'Mara Lindqvist',
    subjectSerial: 'DEMO-0006',
    registrant: demoRegistrants.otherPharmacy,
  },
} as const satisfies Readonly<Record<string, DemoSubscriber>>;

export type DemoSubscriberId = keyof typeof demoSubscribers;
