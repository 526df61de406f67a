import { systemClock, type Clock } from '@/lib/base';
import { demoRegistrants } from '../pki/demo-registrants';
import { businessOf } from './book/business';
import { makeCatalogue } from './book/catalogue';
import { makeBook, type SupplierBook } from './book/supplier-book';
import { cascade } from './cascade/cascade';
import { harbor } from './harbor/harbor';
import { serve, type Served } from './http/serve';
import { meridian } from './meridian/meridian';
import { pkiHost, type PkiSwitches } from './pki-host/pki-host';
import { makeVerify } from './verify/verify-order';

export const portalNames = ['pki', 'meridian', 'harbor', 'cascade'] as const;
export type PortalName = (typeof portalNames)[number];

/** The ports of the demo; 0 takes a free one. The certificates' CRL addresses name the PKI host's port. */
export const defaultPorts: Readonly<Record<PortalName, number>> = {
  pki: 4100,
  meridian: 4101,
  harbor: 4102,
  cascade: 4103,
};

export interface PortalOptions {
  /** Made by tests/pki/make-demo-pki.ts. */
  readonly pkiDir: string;
  readonly ports?: Partial<Record<PortalName, number>>;
  readonly host?: string;
  readonly clock?: Clock;
}

export interface Portals {
  readonly urls: Readonly<Record<PortalName, string>>;
  /** The suppliers' books and the authority's switches, live: tests read and set them. */
  readonly state: {
    readonly meridian: SupplierBook;
    readonly harbor: SupplierBook;
    readonly cascade: SupplierBook;
    readonly pki: PkiSwitches;
  };
  stop(): Promise<void>;
}

/** Starts the three demo suppliers and the host of the revocation lists, on this machine only. */
export async function startPortals(options: PortalOptions): Promise<Portals> {
  const { pkiDir, host = 'localhost', clock = systemClock } = options;
  const ports = { ...defaultPorts, ...options.ports };
  const customer = businessOf(demoRegistrants.pharmacy);
  const { suppliers } = demoRegistrants;
  const state = {
    meridian: makeBook({
      supplier: businessOf(suppliers.meridian),
      customer,
      clock,
      catalogue: makeCatalogue(418_207, 37, 1),
      seedPrefix: 'MD',
    }),
    harbor: makeBook({
      supplier: businessOf(suppliers.harbor),
      customer,
      clock,
      catalogue: makeCatalogue(10_004_411, 113, 1.04),
      seedPrefix: 'HB',
    }),
    cascade: makeBook({
      supplier: businessOf(suppliers.cascade),
      customer,
      clock,
      catalogue: makeCatalogue(77_120, 9, 0.97),
      seedPrefix: 'CH',
    }),
    pki: { crlReachable: true, subCrl: null },
  };
  const verify = makeVerify({ pkiDir, clock });
  const handlers = {
    pki: pkiHost(pkiDir, state.pki),
    meridian: meridian(state.meridian, verify),
    harbor: await harbor(state.harbor, verify),
    cascade: cascade(state.cascade),
  };
  const served: Partial<Record<PortalName, Served>> = {};
  const stop = async (): Promise<void> => {
    await Promise.all(Object.values(served).map((one) => one.stop()));
  };
  try {
    for (const name of portalNames) served[name] = await serve(handlers[name], host, ports[name]);
  } catch (error) {
    await stop();
    throw error;
  }
  const url = (name: PortalName): string => served[name]?.url ?? '';
  return {
    urls: { pki: url('pki'), meridian: url('meridian'), harbor: url('harbor'), cascade: url('cascade') },
    state,
    stop,
  };
}
