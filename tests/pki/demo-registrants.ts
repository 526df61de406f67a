/** Fictitious registrants of the demo, the tests and the demo portals. Digits in a row mark the numbers as samples. */

export interface DemoAddress {
  readonly street: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
}

export interface DemoRegistrant {
  readonly name: string;
  readonly deaNumber: string;
  readonly address: DemoAddress;
}

export interface DemoSupplier extends DemoRegistrant {
  readonly id: 'meridian' | 'harbor' | 'cascade';
  /** Which demo portal is theirs. */
  readonly portal: 'a' | 'b' | 'c';
}

export const demoRegistrants = {
  pharmacy: {
    name: 'Maple Street Pharmacy',
    deaNumber: 'FM1234563',
    address: { street: '412 Maple Street', city: 'Springfield', state: 'IL', zip: '62701' },
  },
  otherPharmacy: {
    name: 'Birch Avenue Pharmacy',
    deaNumber: 'FB7654329',
    address: { street: '9 Birch Avenue', city: 'Springfield', state: 'IL', zip: '62704' },
  },
  suppliers: {
    meridian: {
      id: 'meridian',
      portal: 'a',
      name: 'Meridian Drug',
      deaNumber: 'RM1111119',
      address: { street: '1200 Commerce Parkway', city: 'Columbus', state: 'OH', zip: '43228' },
    },
    harbor: {
      id: 'harbor',
      portal: 'b',
      name: 'Harbor Wholesale',
      deaNumber: 'RH2222228',
      address: { street: '77 Dockside Road', city: 'Baltimore', state: 'MD', zip: '21224' },
    },
    cascade: {
      id: 'cascade',
      portal: 'c',
      name: 'Cascade Health Supply',
      deaNumber: 'RC3333337',
      address: { street: '3150 Cascade Avenue', city: 'Spokane', state: 'WA', zip: '99202' },
    },
  },
} as const satisfies {
  pharmacy: DemoRegistrant;
  otherPharmacy: DemoRegistrant;
  suppliers: Readonly<Record<DemoSupplier['id'], DemoSupplier>>;
};
