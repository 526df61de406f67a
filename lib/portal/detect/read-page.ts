import type { SeenPage } from '../evidence';
import type { PortalProfile } from '../profiles/profile';
import { facesOf } from './faces';
import { evidence, found } from './found';
import type { Found } from './found';
import { gather } from './gather';
import { labelledValues } from './inline';
import type { Labelled } from './inline';
import { kindOf } from './kind';
import type { KindFacts } from './kind';
import type { Field } from './label';
import { quantityOf } from './lines';
import type { LineValues } from './lines';
import { missingOf } from './missing';
import { orderNumberOf } from './numbers';
import { orderOver } from './open-dialog';
import { partiesOf, supplierNameOf } from './parties';
import { profiledLines } from './profiled';
import { profiledPage } from './profiled-page';
import { createReader } from './reader';
import type { Reader } from './reader';
import { openRoots } from './roots';
import { withoutRepeats } from './same-lines';
import { elementsOf, toSeenLine } from './seen-line';
import type { LineElements } from './seen-line';
import { fit } from './shape';
import { standOf } from './state';

/** More controls than any order has: a spreadsheet, a survey. It isn't read at all. */
const MAX_CONTROLS = 4_000;
/** Texts beside the lists in which facts of the order are looked for. */
const MAX_FREE = 6_000;

export interface ReadPage {
  readonly page: SeenPage;
  readonly lines: readonly LineElements[];
}

/** Reads a page step by step; whoever drives this may leave the page to itself wherever it yields. */
export function* readPage(document: Document, profile: PortalProfile | undefined): Generator<void, ReadPage> {
  if (isWall(document)) return { page: emptyPage(document), lines: [] };
  const reader = createReader(document);
  const roots = openRoots(document, { visible: (element) => reader.legible(element) });
  yield;
  const gathered = yield* gather(roots, reader);
  const { orders, historyRows, everything } = gathered;
  const free = gathered.free.slice(0, MAX_FREE);
  const over = orderOver(roots, gathered.lists, reader, plainFacts);
  const lists = withoutRepeats(over?.lists ?? gathered.lists);
  const rules = profile?.reading ?? {};
  const { lines, isByRules } = profiledLines(
    lists.flatMap((list) => list.lines),
    roots,
    rules,
    reader,
  );
  const stated = profiledPage(roots, everything, rules, reader);
  yield;
  const labelled = [...gathered.outside, ...labelledValues(free)];
  yield;
  const parties = partiesOf(everything, reader);
  yield;
  const orderNumber = orderNumberOf(labelled, orders.length > 0 ? [] : everything, reader);
  yield;
  const faces = over?.faces ?? facesOf(document.title, roots, free, reader);
  yield;
  const facts = plainFacts(lines);
  const real = facts.lines;
  const kind = kindOf(faces, {
    ...facts,
    historyRows: over ? 0 : historyRows,
    hasOrderNumber: orderNumber !== null,
    hasDea: parties.supplierDea !== null || parties.purchaserDea !== null,
    isByRules,
    hasInvoice: labelled.some(({ field, element }) => /^invoice/.test(field) && reader.legible(element)),
  });
  yield;
  const stand = standOf(labelled, free, reader);
  yield;
  const isOne = kind === 'order-form' || kind === 'shipment';
  /** A result page names the order and its state, and no lines. */
  const isAbout =
    isOne || (orders.length === 0 && typeof orderNumber?.label === 'string' && stand.state !== null);
  /** Who sells and who buys is only asked of a page about orders: any other page has names enough. */
  const hasParties = isAbout || kind === 'order-history';
  const orderDate = kind === 'shipment' ? evidence(statedIn(labelled, reader, ['date'])) : null;
  const page: SeenPage = {
    ...emptyPage(document),
    ...(orderDate && { orderDate }),
    kind,
    orderNumber: isAbout ? evidence(stated.orderNumber ?? orderNumber ?? undefined) : null,
    supplierName: hasParties
      ? evidence(
          stated.supplierName ?? supplierNameOf(document, labelled, everything, reader, profile) ?? undefined,
        )
      : null,
    supplierDea: hasParties ? evidence(stated.supplierDea ?? parties.supplierDea ?? undefined) : null,
    purchaserDea: hasParties ? evidence(stated.purchaserDea ?? parties.purchaserDea ?? undefined) : null,
    state: isAbout ? evidence(stated.state ?? stand.state ?? undefined) : null,
    statement: isAbout ? evidence(stated.statement ?? stand.statement ?? undefined) : null,
    shipDate:
      kind === 'shipment'
        ? evidence(stated.shipDate ?? statedIn(labelled, reader, ['shipDate', 'invoiceDate']))
        : null,
    invoiceNumber: isOne
      ? evidence(stated.invoiceNumber ?? statedIn(labelled, reader, ['invoiceNumber']))
      : null,
    missing: isOne
      ? missingOf(
          lists.map(({ element }) => element),
          labelled,
          free,
          reader,
          {
            rows: lists.reduce((sum, list) => sum + list.rows, 0),
            packages: real.reduce((sum, line) => sum + (quantityOf(line) ?? 0), 0),
          },
        )
      : null,
    lines: isOne ? real.map(toSeenLine) : [],
    orders: kind === 'order-history' ? orders : [],
  };
  return { page, lines: isOne ? real.map(elementsOf) : [] };
}

function emptyPage(document: Document): SeenPage {
  return {
    kind: 'none',
    url: document.location?.href ?? document.URL,
    orderNumber: null,
    supplierName: null,
    supplierDea: null,
    purchaserDea: null,
    state: null,
    statement: null,
    shipDate: null,
    invoiceNumber: null,
    missing: null,
    lines: [],
    orders: [],
  };
}

/** What lines alone say of the page that they are on. */
function plainFacts(lines: readonly LineValues[]): KindFacts {
  const hasReceiving = isReceiving(lines);
  const real = lines.filter((line) => isOrdered(line, hasReceiving));
  return {
    lines: real,
    hasReceiving: hasReceiving && real.length > 0,
    ...{ historyRows: 0, hasOrderNumber: false, hasDea: false, isByRules: false, hasInvoice: false },
  };
}

function isWall(document: Document): boolean {
  return (
    document.getElementsByTagName('input').length + document.getElementsByTagName('select').length >
    MAX_CONTROLS
  );
}

/** Shipped or received amounts stand there, or are asked for; an empty column says nothing yet. */
function isReceiving(lines: readonly LineValues[]): boolean {
  return lines.some(({ values }) =>
    [values.get('shipped'), values.get('received')].some(
      (value) => value && (value.text !== '' || value.editable),
    ),
  );
}

/** Lines with nothing ordered are not part of an order; one that was cut on the way is part of a shipment. */
function isOrdered(line: LineValues, hasReceiving: boolean): boolean {
  const quantity = quantityOf(line);
  if (quantity !== null) return quantity > 0;
  const packages = line.values.get('packages');
  if (packages && packages.text !== '' && !/^[-–—]+$/.test(packages.text)) return true;
  if (!hasReceiving || packages) return false;
  return line.values.has('shipped') || line.values.has('received');
}

function statedIn(
  labelled: readonly Labelled[],
  reader: Reader,
  fields: readonly Field[],
): Found | undefined {
  for (const [rank, field] of fields.entries()) {
    const value = labelled.find(
      (candidate) =>
        candidate.field === field && fit(field, candidate.text) === 1 && reader.legible(candidate.element),
    );
    if (value) return found(value.text, value.label, rank === 0 ? 0.95 : 0.8, { element: value.element });
  }
  return undefined;
}
