import {
  CountersignError,
  parseDeaNumber,
  parseNdc,
  parseOrderNumber,
  parsePlainDate,
  equalBytes,
} from '@/lib/base';
import type { Order, OrderLine, Party } from '@/lib/order';
import { BUSINESS_UNIT, ORDER_CHANNEL, schedulesOf } from './csos-format';
import { elementReader, type ElementReader } from './element-reader';
import { exact, expectText, numeral, readSchedule } from './exact';
import { writeCsosOrder } from './write-csos-order';
import { readXml, type XmlElement } from './xml-element';

function readParty(from: ElementReader, side: string): Party {
  const name = from.text('Name');
  const address = {
    street: from.text('Address1'),
    street2: from.optional('Address2'),
    city: from.text('City'),
    state: from.text('State'),
    postalCode: from.text('PostalCode'),
  };
  return { name, deaNumber: exact(`${side}/DEANumber`, from.text('DEANumber'), parseDeaNumber), address };
}

function readItem(element: XmlElement): OrderLine {
  const from = elementReader(element);
  const lineNumber = numeral('LineNumber', from.text('LineNumber'), 'whole');
  const name = from.text('NameOfItem');
  const ndc = from.optional('NationalDrugCode');
  const packageSize = numeral('SizeOfPackages', from.text('SizeOfPackages'), 'decimal');
  const packages = numeral('QuantityOrdered', from.text('QuantityOrdered'), 'whole');
  const strength = from.optional('Strength');
  const form = from.optional('Form');
  const schedule = exact('Schedule', from.text('Schedule'), readSchedule);
  const itemNumber = from.optional('SupplierItemNumber');
  from.end();
  const ndc11 = ndc === null ? null : exact('NationalDrugCode', ndc, parseNdc);
  return { lineNumber, name, ndc11, packageSize, packages, strength, form, schedule, itemNumber };
}

function readDocument(root: XmlElement): Order {
  if (root.name !== 'CSOSOrderRequest') {
    throw new CountersignError('document/unexpected-content', { detail: root.name });
  }
  const request = elementReader(root);
  const csosOrder = elementReader(request.child('CSOSOrder'));
  const summary = elementReader(csosOrder.child('OrderSummary'));
  const items = elementReader(csosOrder.child('Order'));
  request.end();
  csosOrder.end();

  expectText('BusinessUnit', summary.text('BusinessUnit'), BUSINESS_UNIT);
  const count = numeral('NoOfLines', summary.text('NoOfLines'), 'whole');
  expectText('OrderChannel', summary.text('OrderChannel'), ORDER_CHANNEL);
  const date = exact('PODate', summary.text('PODate'), parsePlainDate);
  const poNumber = summary.text('PONumber');
  const shipTo = summary.text('ShipToNumber');
  const number = exact('UniqueTransactionNumber', summary.text('UniqueTransactionNumber'), parseOrderNumber);
  expectText('PONumber', poNumber, number);

  const from = elementReader(summary.child('Supplier'));
  const supplier = readParty(from, 'Supplier');
  from.end();
  const to = elementReader(summary.child('Buyer'));
  const purchaser = readParty(to, 'Buyer');
  const asked = to.text('DEASchedule');
  to.end();
  summary.end();
  expectText('ShipToNumber', shipTo, purchaser.deaNumber);

  const lines = items.all('OrderItem').map(readItem);
  items.end();
  if (lines.length !== count) {
    throw new CountersignError('document/line-count-differs', { said: count, found: lines.length });
  }
  expectText('DEASchedule', asked, schedulesOf(lines));
  return { number, date, supplier, purchaser, lines };
}

/**
 * What a CSOSOrder document says. Takes exactly what `writeCsosOrder` writes and nothing else, so that bytes signed and
 * order shown can't differ (attacks.md 87–92). Throws `document/*`, or the `order/*` code of a field that no order may have.
 */
export function readCsosOrder(bytes: Uint8Array): Order {
  const order = readDocument(readXml(bytes));
  if (!equalBytes(writeCsosOrder(order), bytes)) {
    throw new CountersignError('document/not-canonical', { detail: 'white space, references or line ends' });
  }
  return order;
}
