import {
  CountersignError,
  limits,
  parseDeaNumber,
  parseNdc,
  parseOrderNumber,
  parsePlainDate,
} from '@/lib/base';
import type { AcknowledgedLine, OrderAcknowledgement } from './answers';
import { CSOS_RESPONSE, STATUS_WORDS } from './csos-response-format';
import { unexpected } from './decode-text';
import { malformed, numeral } from './exact';
import { visibleText } from './visible-text';
import { readXml, type XmlElement } from './xml-element';

/** Text of the one child that bears one of these names; unknown children are passed over, repeated ones refused. */
function textOf(parent: XmlElement, names: readonly string[]): string | null {
  const [found, ...more] = parent.children.filter(({ name }) => names.includes(name));
  if (more.length > 0) throw unexpected(`${parent.name}/${more[0]?.name ?? ''}`);
  return found ? visibleText(`${parent.name}/${found.name}`, found.text) : null;
}

function childOf(parent: XmlElement, name: string): XmlElement | null {
  const [found, ...more] = parent.children.filter((child) => child.name === name);
  if (more.length > 0) throw unexpected(`${parent.name}/${name}`);
  return found ?? null;
}

function answerOf(element: XmlElement): AcknowledgedLine['answer'] & OrderAcknowledgement['answer'] {
  const words = textOf(element, CSOS_RESPONSE.status) ?? '';
  return STATUS_WORDS.get(words.toLowerCase().replace(/[^a-z]/g, '')) ?? 'unknown';
}

function dateOf(element: XmlElement): OrderAcknowledgement['date'] {
  const text = textOf(element, CSOS_RESPONSE.date);
  const date = text === null ? null : parsePlainDate(text.slice(0, 10));
  if (text !== null && date === null) throw malformed('ResponseDate', text);
  return date;
}

function lineOf(item: XmlElement): AcknowledgedLine {
  const number = textOf(item, ['LineNumber']);
  const ndc = textOf(item, ['NationalDrugCode']);
  const packages = textOf(item, CSOS_RESPONSE.packages);
  if (packages !== null && Number(packages) > limits.packagesMax)
    throw malformed('QuantityAccepted', packages);
  return {
    lineNumber: number === null ? null : numeral('LineNumber', number, 'whole'),
    ndc11: ndc === null ? null : parseNdc(ndc),
    itemNumber: textOf(item, ['SupplierItemNumber']),
    answer: answerOf(item),
    packages:
      packages === null || packages === '0' ? packages && 0 : numeral('QuantityAccepted', packages, 'whole'),
    statement: textOf(item, CSOS_RESPONSE.statement),
  };
}

function readOrder(csosOrder: XmlElement): OrderAcknowledgement {
  const summary = childOf(csosOrder, 'OrderSummary');
  if (!summary) throw new CountersignError('document/field-missing', { field: 'CSOSOrder/OrderSummary' });
  const number = textOf(summary, ['UniqueTransactionNumber']);
  const reference = textOf(summary, ['PONumber']) ?? number;
  if (reference === null)
    throw new CountersignError('document/field-missing', { field: 'OrderSummary/PONumber' });
  const orderNumber = parseOrderNumber(number ?? reference);
  if (number !== null && orderNumber !== number) throw malformed('UniqueTransactionNumber', number);
  const deaOf = (side: string) => {
    const text = textOf(childOf(summary, side) ?? summary, ['DEANumber']);
    return text === null ? null : parseDeaNumber(text);
  };
  const items = childOf(csosOrder, 'Order')?.children.filter(({ name }) => name === 'OrderItem') ?? [];
  const said = textOf(summary, ['NoOfLines']);
  if (said !== null && Number(said) !== items.length)
    throw new CountersignError('document/line-count-differs', { said, found: items.length });
  if (items.length > limits.orderMaxLines) throw unexpected(`${items.length} lines`);
  return {
    orderNumber,
    reference,
    purchaserDea: deaOf('Buyer'),
    supplierDea: deaOf('Supplier'),
    answer: answerOf(summary),
    date: dateOf(summary),
    statement: textOf(summary, CSOS_RESPONSE.statement),
    lines: items.map(lineOf),
  };
}

/**
 * What a supplier answers to CSOSOrder requests, one for each order. The form is assumed (`csos-response-format`): what
 * isn't recognised there is `unknown`, for a person to read. Throws `document/*`.
 */
export function readCsosResponse(bytes: Uint8Array): OrderAcknowledgement[] {
  const root = readXml(bytes);
  if (!(CSOS_RESPONSE.roots as readonly string[]).includes(root.name)) throw unexpected(root.name);
  const orders = root.children.filter(({ name }) => name === 'CSOSOrder');
  if (orders.length === 0) throw new CountersignError('document/field-missing', { field: 'CSOSOrder' });
  return orders.map(readOrder);
}
