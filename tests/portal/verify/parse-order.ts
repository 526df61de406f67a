import { child, readXml, textAt, type Node } from './read-xml';

export interface ParsedLine {
  readonly lineNumber: string;
  readonly name: string;
  readonly ndc: string;
  readonly packageSize: string;
  readonly packages: string;
  readonly schedule: string;
  readonly itemNumber: string;
}

/** A CSOSOrder document as text; an absent field is the empty string. */
export interface ParsedOrder {
  readonly number: string;
  readonly date: string;
  readonly lineCount: string;
  readonly supplierName: string;
  readonly supplierAddress: Readonly<Record<'Address1' | 'City' | 'State' | 'PostalCode', string>>;
  readonly supplierDea: string;
  readonly buyerDea: string;
  readonly lines: readonly ParsedLine[];
}

/** Two elements of one name would let two readers see two orders. */
function refuseRepeats(node: Node): void {
  const names = node.children.map(({ name }) => name).filter((name) => name !== 'OrderItem');
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice) throw new Error(`${twice} occurs twice`);
  node.children.forEach(refuseRepeats);
}

/** Reads `CSOSOrderRequest/CSOSOrder` (csos.md 4). Throws Error where it isn't one such document. */
export function parseOrder(xml: string): ParsedOrder {
  const root = readXml(xml);
  const order = child(root, 'CSOSOrder');
  if (root.name !== 'CSOSOrderRequest' || root.children.length !== 1 || !order) {
    throw new Error('not a CSOSOrderRequest with one CSOSOrder');
  }
  refuseRepeats(order);
  const summary = child(order, 'OrderSummary');
  const supplier = (field: string): string => textAt(summary, 'Supplier', field);
  const items = child(order, 'Order')?.children.filter(({ name }) => name === 'OrderItem') ?? [];
  return {
    number: textAt(summary, 'UniqueTransactionNumber'),
    date: textAt(summary, 'PODate'),
    lineCount: textAt(summary, 'NoOfLines'),
    supplierName: supplier('Name'),
    supplierAddress: {
      Address1: supplier('Address1'),
      City: supplier('City'),
      State: supplier('State'),
      PostalCode: supplier('PostalCode'),
    },
    supplierDea: supplier('DEANumber'),
    buyerDea: textAt(summary, 'Buyer', 'DEANumber'),
    lines: items.map((item) => ({
      lineNumber: textAt(item, 'LineNumber'),
      name: textAt(item, 'NameOfItem'),
      ndc: textAt(item, 'NationalDrugCode'),
      packageSize: textAt(item, 'SizeOfPackages'),
      packages: textAt(item, 'QuantityOrdered'),
      schedule: textAt(item, 'Schedule'),
      itemNumber: textAt(item, 'SupplierItemNumber'),
    })),
  };
}
