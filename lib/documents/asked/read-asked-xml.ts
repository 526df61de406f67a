import { CountersignError, parseDeaNumber, type OrderNumber } from '@/lib/base';
import type { DraftParty } from '@/lib/order';
import { unexpected } from '../decode-text';
import { malformed } from '../exact';
import { quantityOf, atMostLines } from '../x12/foreign';
import { readXml, type XmlElement } from '../xml-element';
import { asOrderNumber, askedNdc, askedPackages, askedSize, askedText, required } from './asked-fields';
import type { AskedLine, AskedOrder } from './asked-order';

/** What an element may hold: what an order takes, and what it has no place for. Anything else is refused. */
const KNOWN = {
  CSOSOrderRequest: { taken: ['CSOSOrder'], leftOut: [] },
  CSOSOrder: { taken: ['OrderSummary', 'Order'], leftOut: [] },
  OrderSummary: {
    taken: ['NoOfLines', 'PONumber', 'ShipToNumber', 'UniqueTransactionNumber', 'Supplier', 'Buyer'],
    // The date of an order is the day of its signature (1305.21(b)).
    leftOut: ['BusinessUnit', 'OrderChannel', 'PODate'],
  },
  Supplier: {
    taken: ['Name', 'Address1', 'Address2', 'City', 'State', 'PostalCode', 'DEANumber'],
    leftOut: [],
  },
  // Who the purchaser is, the registration here says.
  Buyer: {
    taken: ['DEANumber'],
    leftOut: ['Name', 'Address1', 'Address2', 'City', 'State', 'PostalCode', 'DEASchedule'],
  },
  Order: { taken: ['OrderItem'], leftOut: [] },
  OrderItem: {
    taken: [
      ...['LineNumber', 'NameOfItem', 'NationalDrugCode', 'SizeOfPackages', 'QuantityOrdered'],
      ...['Strength', 'Form', 'Schedule', 'SupplierItemNumber'],
    ],
    leftOut: ['BuyerItemNumber'],
  },
} as const satisfies Record<
  string,
  { readonly taken: readonly string[]; readonly leftOut: readonly string[] }
>;

type Known = typeof KNOWN;
/** An element's parts by name. */
interface Parts<N extends keyof Known> {
  child(name: Known[N]['taken'][number]): XmlElement | undefined;
  text(name: Known[N]['taken'][number]): string | null;
}

/** Each part at most once, but lines: of two, readers would take either (attacks.md 88). */
function partsOf<N extends keyof Known>(element: XmlElement, name: N, leftOut: Set<string>): Parts<N> {
  const known: { readonly taken: readonly string[]; readonly leftOut: readonly string[] } = KNOWN[name];
  const found = new Map<string, XmlElement>();
  for (const child of element.children) {
    const path = `${name}/${child.name}`;
    if (found.has(child.name) && child.name !== 'OrderItem') throw unexpected(`a second ${path}`);
    found.set(child.name, child);
    if (known.leftOut.includes(child.name)) leftOut.add(path);
    else if (!known.taken.includes(child.name)) throw unexpected(path);
  }
  return {
    child: (part) => found.get(part),
    text(part) {
      const child = found.get(part);
      if (child && child.children.length > 0) throw unexpected(`elements within ${name}/${part}`);
      return askedText(`${name}/${part}`, child?.text);
    },
  };
}

function need(field: string, element: XmlElement | undefined): XmlElement {
  if (!element) throw new CountersignError('document/field-missing', { field });
  return element;
}

function partyOf(element: XmlElement | undefined, leftOut: Set<string>): DraftParty {
  const from = partsOf(element ?? { name: 'Supplier', text: '', children: [] }, 'Supplier', leftOut);
  return {
    name: from.text('Name'),
    deaNumber: from.text('DEANumber'),
    address: {
      street: from.text('Address1'),
      street2: from.text('Address2'),
      city: from.text('City'),
      state: from.text('State'),
      postalCode: from.text('PostalCode'),
    },
  };
}

/** The purchaser's DEA number, which ShipToNumber may repeat, or say alone. */
function purchaserOf(summary: Parts<'OrderSummary'>, leftOut: Set<string>): string {
  const buyer = summary.child('Buyer');
  const deaNumber = buyer ? partsOf(buyer, 'Buyer', leftOut).text('DEANumber') : null;
  const shipTo = summary.text('ShipToNumber');
  if (shipTo === null || parseDeaNumber(shipTo) === null) {
    if (shipTo !== null) leftOut.add('OrderSummary/ShipToNumber');
    return required('Buyer/DEANumber', deaNumber);
  }
  if (deaNumber !== null && deaNumber !== shipTo) throw malformed('OrderSummary/ShipToNumber', shipTo);
  return shipTo;
}

function numberOf(summary: Parts<'OrderSummary'>, leftOut: Set<string>): OrderNumber | null {
  const unique = summary.text('UniqueTransactionNumber');
  const number = asOrderNumber(unique);
  if (unique !== null && number === null) throw malformed('OrderSummary/UniqueTransactionNumber', unique);
  const ownWords = summary.text('PONumber');
  const repeated = asOrderNumber(ownWords);
  if (ownWords !== null && repeated === null) leftOut.add('OrderSummary/PONumber');
  if (number !== null && repeated !== null && repeated !== number)
    throw malformed('OrderSummary/PONumber', repeated);
  return number ?? repeated;
}

function lineOf(element: XmlElement, index: number, leftOut: Set<string>): AskedLine {
  const from = partsOf(element, 'OrderItem', leftOut);
  const at = (part: string) => `OrderItem ${index + 1}/${part}`;
  const lineNumber = from.text('LineNumber');
  if (lineNumber !== null && lineNumber !== String(index + 1)) leftOut.add('OrderItem/LineNumber');
  return {
    ndc: askedNdc(at('NationalDrugCode'), from.text('NationalDrugCode')),
    itemNumber: from.text('SupplierItemNumber'),
    name: required(at('NameOfItem'), from.text('NameOfItem')),
    strength: from.text('Strength'),
    form: from.text('Form'),
    packageSize: askedSize(at('SizeOfPackages'), from.text('SizeOfPackages')),
    packages: askedPackages(at('QuantityOrdered'), from.text('QuantityOrdered')),
    schedule: from.text('Schedule'),
  };
}

/**
 * What a site's CSOSOrderRequest asks for: its elements in any order, some left out, in any layout. Comments, attributes,
 * document types and unknown elements are refused (`readXml`), so that nothing is signed of which a part was passed over
 * unsaid. Throws `document/*`.
 */
export function readAskedXml(bytes: Uint8Array): AskedOrder {
  const leftOut = new Set<string>();
  const root = readXml(bytes);
  if (root.name !== 'CSOSOrderRequest') throw unexpected(root.name.slice(0, 60));
  const order = partsOf(
    need('CSOSOrder', partsOf(root, 'CSOSOrderRequest', leftOut).child('CSOSOrder')),
    'CSOSOrder',
    leftOut,
  );
  const summary = partsOf(need('OrderSummary', order.child('OrderSummary')), 'OrderSummary', leftOut);
  const items = need('Order', order.child('Order'));
  partsOf(items, 'Order', leftOut);
  const lines = atMostLines(items.children).map((item, index) => lineOf(item, index, leftOut));
  if (lines.length === 0) throw new CountersignError('document/field-missing', { field: 'Order/OrderItem' });
  const said = quantityOf('OrderSummary/NoOfLines', summary.text('NoOfLines') ?? undefined);
  if (said !== null && said !== lines.length)
    throw new CountersignError('document/line-count-differs', { said, found: lines.length });
  return {
    number: numberOf(summary, leftOut),
    supplier: partyOf(summary.child('Supplier'), leftOut),
    purchaser: { deaNumber: purchaserOf(summary, leftOut) },
    lines,
    doubtful: lines.map(() => []),
    leftOut: [...leftOut],
  };
}
