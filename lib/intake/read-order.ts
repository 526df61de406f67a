import { CountersignError, finding, type Fault, type Finding } from '@/lib/base';
import { documentKind, readOrder as readDocument } from '@/lib/documents';
import type { Order } from '@/lib/order';

/** What a signed document says, or why it says nothing that can be judged. */
export type OrderReading =
  | { readonly kind: 'order'; readonly order: Order }
  /** It is an order, and one that lacks what the rule asks for. */
  | { readonly kind: 'defective'; readonly finding: Finding }
  /** It is written in a form that isn't read here: nothing is known of its fields. */
  | { readonly kind: 'unreadable'; readonly finding: Finding };

/** Elements that 21 CFR 1305.21(b) asks for, in XML and X12, and the paragraph. Ours alone are the other ones. */
const LEGAL_FIELDS: readonly (readonly [RegExp, number])[] = [
  [/^(OrderSummary\/)?(UniqueTransactionNumber|PONumber)$|^REF02$/, 1],
  [/^(Buyer\/DEANumber|(OrderSummary\/)?ShipToNumber|ST\/N104)$/, 2],
  [/^(Supplier\/Name|SU\/N102)$/, 3],
  [/^Supplier\/(Address[12]|City|State|PostalCode)$|^SU\/(N301|N302|N401|N402|N403)$/, 4],
  [/^(Supplier\/DEANumber|SU\/N104)$/, 5],
  [/^(OrderSummary\/)?PODate$|^DTM02$/, 6],
  [/^((OrderItem\/)?(NameOfItem|NationalDrugCode)|Order\/OrderItem|PO107|PID05)$/, 7],
  [/^(OrderItem\/)?SizeOfPackages$|^PO402$/, 8],
  [/^(OrderItem\/)?QuantityOrdered$|^PO102$/, 9],
];

/** Reads the signed bytes; never throws for what they hold. */
export function readOrder(content: Uint8Array): OrderReading {
  try {
    return { kind: 'order', order: readDocument(content) };
  } catch (error) {
    if (!(error instanceof CountersignError)) throw error;
    return whyNot(error.fault, content);
  }
}

function whyNot({ code, params }: Fault, content: Uint8Array): OrderReading {
  const field = params.field === undefined ? {} : { field: String(params.field) };
  const paragraph = LEGAL_FIELDS.find(([name]) => name.test(field.field ?? ''))?.[1];
  const ofLaw = paragraph !== undefined && /^document\/field-(missing|malformed)$/.test(code);
  const always = ['document/hidden-characters', 'document/line-count-differs'].includes(code);
  if (ofLaw || always || code.startsWith('order/')) {
    const rule = paragraph === undefined ? '21 CFR 1305.21(b)' : `21 CFR 1305.21(b)(${paragraph})`;
    return { kind: 'defective', finding: finding('blocks', code, { params, ...field, rule }) };
  }
  // An X12 order in another supplier's codes is no defective one: which element differs is said, none is judged.
  const form = documentKind(content).startsWith('x12') ? ['X12'] : [];
  const detail = [...form, code, ...Object.values(params)].join(' ');
  return { kind: 'unreadable', finding: finding('warns', 'document/form-unknown', { params: { detail } }) };
}
