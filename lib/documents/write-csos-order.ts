import { utf8 } from '@/lib/base';
import type { Order, OrderLine, Party } from '@/lib/order';
import { BUSINESS_UNIT, ORDER_CHANNEL, schedulesOf } from './csos-format';
import { requireLegal } from './require-legal';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

type Part = readonly [name: string, content: string | number | readonly Part[] | null];

function written(parts: readonly Part[], indent: string): string {
  return parts
    .map(([name, content]) => {
      if (content === null) return '';
      if (Array.isArray(content)) {
        return `${indent}<${name}>\n${written(content as readonly Part[], `${indent}  `)}${indent}</${name}>\n`;
      }
      const text = String(content).replace(/[&<>]/g, (character) => ENTITIES[character] as string);
      return `${indent}<${name}>${text}</${name}>\n`;
    })
    .join('');
}

function party({ name, deaNumber, address }: Party): Part[] {
  return [
    ['Name', name],
    ['Address1', address.street],
    ['Address2', address.street2],
    ['City', address.city],
    ['State', address.state],
    ['PostalCode', address.postalCode],
    ['DEANumber', deaNumber],
  ];
}

function item(line: OrderLine): Part {
  return [
    'OrderItem',
    [
      ['LineNumber', line.lineNumber],
      ['NameOfItem', line.name],
      ['NationalDrugCode', line.ndc11],
      ['SizeOfPackages', line.packageSize],
      ['QuantityOrdered', line.packages],
      ['Strength', line.strength],
      ['Form', line.form],
      ['Schedule', line.schedule],
      ['SupplierItemNumber', line.itemNumber],
    ],
  ];
}

/**
 * The bytes to sign: a CSOSOrder document (csos.md 4) in UTF-8 without byte order mark, two blanks per level, LF. One order
 * has exactly one such document, and `readCsosOrder` takes no other. Supplier/Name and Buyer/Name are ours: the format as it
 * was seen has none, but 21 CFR 1305.21(b)(3) wants the supplier's name in what is signed. PONumber repeats the tracking
 * number, which is UniqueTransactionNumber. Throws an `order/*` code on an order that could not be signed, and
 * `document/not-canonical` on one whose text isn't in the form that `completeOrder` gives it.
 */
export function writeCsosOrder(order: Order): Uint8Array<ArrayBuffer> {
  requireLegal(order);
  const summary: Part[] = [
    ['BusinessUnit', BUSINESS_UNIT],
    ['NoOfLines', order.lines.length],
    ['OrderChannel', ORDER_CHANNEL],
    ['PODate', order.date],
    ['PONumber', order.number],
    ['ShipToNumber', order.purchaser.deaNumber],
    ['UniqueTransactionNumber', order.number],
    ['Supplier', party(order.supplier)],
    ['Buyer', [...party(order.purchaser), ['DEASchedule', schedulesOf(order.lines)]]],
  ];
  const document: Part = [
    'CSOSOrderRequest',
    [
      [
        'CSOSOrder',
        [
          ['OrderSummary', summary],
          ['Order', order.lines.map(item)],
        ],
      ],
    ],
  ];
  return utf8(`<?xml version="1.0" encoding="UTF-8"?>\n${written([document], '')}`);
}
