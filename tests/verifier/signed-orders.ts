import { readFileSync } from 'node:fs';
import { legalDay, type DeaNumber, type OrderNumber } from '@/lib/base';
import { writeCsosOrder } from '@/lib/documents';
import type { Order, OrderLine } from '@/lib/order';
import { openPfx, signCms } from '@/lib/pki';
import { demoRegistrants } from '../pki/demo-registrants';
import type { DemoSubscriberId } from '../pki/demo-subscribers';
import type { DemoPki } from '../pki/make-demo-pki';

const { pharmacy, suppliers } = demoRegistrants;

function party({ name, deaNumber, address }: typeof pharmacy | typeof suppliers.harbor): Order['supplier'] {
  const { street, city, state, zip } = address;
  return {
    name,
    deaNumber: deaNumber as DeaNumber,
    address: { street, street2: null, city, state, postalCode: zip },
  };
}

const line: OrderLine = {
  lineNumber: 1,
  name: 'Oxycodone HCl 10 mg tablets',
  ndc11: null,
  strength: '10 mg',
  form: 'tablet',
  packageSize: 100,
  packages: 12,
  schedule: '2',
  itemNumber: null,
};

/** An order of the demo pharmacy at Harbor Wholesale, dated the day of `at` in Illinois. */
export function demoOrder(at: number, more: Partial<Order> = {}): Order {
  const date = legalDay(at, 'America/Chicago');
  return {
    number: `${date.slice(2, 4)}X100208` as OrderNumber,
    date,
    supplier: party(suppliers.harbor),
    purchaser: party(pharmacy),
    lines: [
      line,
      { ...line, lineNumber: 2, name: 'Lorazepam 1 mg tablets', strength: '1 mg', schedule: '4' },
    ],
    ...more,
  };
}

export interface SignOptions {
  readonly by?: DemoSubscriberId;
  readonly at: number;
  readonly content?: Uint8Array;
  readonly detached?: boolean;
  readonly withoutChain?: boolean;
}

/** Signs a document (by default the demo order) with a subscriber of the demo PKI. */
export async function signedOrder(pki: DemoPki, options: SignOptions): Promise<Uint8Array> {
  const { by = 'full', at, content = writeCsosOrder(demoOrder(at)), detached = false } = options;
  const opened = await openPfx(new Uint8Array(readFileSync(pki.pfx[by])), pki.password);
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('pkcs8', opened.pkcs8, algorithm, false, ['sign']);
  return signCms({
    content,
    certificate: opened.certificate,
    chain: options.withoutChain ? [] : opened.chain,
    signingTime: at,
    detached,
    sign: async (bytes) => new Uint8Array(await crypto.subtle.sign(algorithm.name, key, bytes)),
  });
}
