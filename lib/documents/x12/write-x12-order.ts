import type { Order, OrderLine, Party } from '@/lib/order';
import { requireLegal } from '../require-legal';
import type { Segment } from './interchange';
import { controlNumberOf, X12_ORDER as X } from './order-format';
import { writeInterchange } from './write-interchange';

function party(code: string, { name, deaNumber, address }: Party): Segment[] {
  return [
    ['N1', code, name, X.byDeaNumber, deaNumber],
    ['N3', address.street, address.street2 ?? ''],
    ['N4', address.city, address.state, address.postalCode],
  ];
}

function detail(what: string, text: string | null): Segment[] {
  return text === null ? [] : [['REF', X.lineQualifier, what, text]];
}

function item(line: OrderLine): Segment[] {
  const ndc = line.ndc11 === null ? [] : [X.ndc, line.ndc11];
  const itemNumber = line.itemNumber === null ? [] : [X.supplierItem, line.itemNumber];
  return [
    ['PO1', String(line.lineNumber), String(line.packages), X.packages, '', '', ...ndc, ...itemNumber],
    ['PID', X.freeText, X.description, '', '', line.name],
    ['PO4', '', String(line.packageSize), X.units],
    ...detail(X.schedule, line.schedule),
    ...detail(X.strength, line.strength),
    ...detail(X.form, line.form),
  ];
}

/**
 * The bytes to sign: one order as an X12 850 in one interchange, UTF-8. One order has exactly one such document, and
 * `readX12Order` takes no other: delimiters, control numbers and dates follow from the order, times are 0000. Text is
 * written whole even where the standard's elements are shorter (`longerThanX12`): an order cut is another order.
 * Throws an `order/*` code on an order that could not be signed, `document/not-canonical` on untidy text.
 */
export function writeX12Order(order: Order): Uint8Array<ArrayBuffer> {
  requireLegal(order);
  const { number, supplier, purchaser, lines } = order;
  const day = order.date.replaceAll('-', '');
  const segments: Segment[] = [
    ['BEG', X.purpose, X.orderType, number, '', day],
    ['REF', X.numberQualifier, number],
    ['DTM', X.dateQualifier, day],
    ...party(X.supplier, supplier),
    ...party(X.shipTo, purchaser),
    ...lines.flatMap(item),
    ['CTT', String(lines.length)],
  ];
  return writeInterchange(
    {
      sender: purchaser.deaNumber,
      receiver: supplier.deaNumber,
      day,
      control: controlNumberOf(number),
      group: 'PO',
    },
    { type: '850', segments },
  );
}
