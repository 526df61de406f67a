import { utf8 } from '@/lib/base';

export interface ForeignInterchange {
  readonly type: string;
  /** Segments between ST and SE, with `*` between elements. */
  readonly segments: readonly string[];
  readonly delimiters?: { readonly element: string; readonly component: string; readonly segment: string };
}

/** An interchange as some supplier might send it; envelopes are counted right, everything else is the test's. */
export function foreignX12({ type, segments, delimiters }: ForeignInterchange): Uint8Array {
  const { element, component, segment } = delimiters ?? { element: '*', component: '>', segment: '~' };
  const all = [
    `ISA*00*          *00*          *ZZ*SUPPLIER       *ZZ*PHARMACY       *261120*1742*U*00401*000000907*0*P*${component}`,
    'GS*PR*SUPPLIER*PHARMACY*20261120*1742*907*X*004010',
    `ST*${type}*0001`,
    ...segments,
    `SE*${segments.length + 2}*0001`,
    'GE*1*907',
    'IEA*1*000000907',
  ];
  return utf8(all.map((one) => one.replaceAll('*', element) + segment).join(''));
}

export const acknowledgement855 = [
  'BAK*00*AC*PO-4711*20261120****S-99*20261121',
  'REF*ZZ*26X100208',
  'N1*ST*Corner Pharmacy*11*AP5836727',
  'N1*SU*Example Wholesale*11*RE1234563',
  'PO1*1*12*EA***N4*00406855201*VN*5551-01',
  'ACK*IQ*10*EA',
  'ACK*IB*2*EA',
  'PO1*2*3*EA***VN*777',
  'ACK*IR*0*EA',
  'MSG*Your certificate has no schedule 2N.',
  'CTT*2',
  'MSG*Line 2 was not accepted.',
] as const;

export const shipNotice856 = [
  'BSN*00*SHIP-7*20261121*0900',
  'HL*1**S',
  'DTM*011*20261122',
  'N1*ST*Corner Pharmacy*11*AP5836727',
  'N1*SF*Example Wholesale*11*RE1234563',
  'HL*2*1*O',
  'PRF*PO-4711',
  'REF*ZZ*26X100208',
  'HL*3*2*P',
  'MAN*GM*00100',
  'HL*4*3*I',
  'LIN*1*N4*00406855201*VN*5551-01',
  'SN1*1*10*EA',
  'HL*5*2*I',
  'LIN**VN*777',
  'SN1**3.0*EA',
  'CTT*5',
] as const;
