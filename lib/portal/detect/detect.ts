import type { SeenPage } from '../evidence';
import type { PortalProfile } from '../profiles/profile';
import { cardLine, drawnGrids, ndcElements, recordsOf } from './anchors';
import { columnsOf } from './columns';
import { evidence, found } from './found';
import type { Found } from './found';
import { gridsOf } from './grid';
import type { Grid } from './grid';
import { headingOf, isAside } from './heading';
import { listsOrders, ordersOf } from './history';
import { labelledValues } from './inline';
import type { Labelled } from './inline';
import { kindOf } from './kind';
import { ariaLayout, tableLayout } from './layouts';
import { linesOf, quantityOf, toSeenLine } from './lines';
import type { LineValues } from './lines';
import { orderNumberOf } from './numbers';
import { partiesOf, supplierNameOf } from './parties';
import { profiledLines } from './profiled';
import { profiledPage } from './profiled-page';
import { createReader } from './reader';
import type { Reader } from './reader';
import { openRoots } from './roots';
import { fit } from './shape';
import { standOf } from './state';
import { streamOf } from './stream';

export interface DetectOptions {
  readonly profile?: PortalProfile;
}

/**
 * What a page shows: text and evidence, no verdict on drugs. Reads only what is drawn; executes, clicks and changes
 * nothing. Frames are read by the detector that lives in them.
 */
export function detect(document: Document, options: DetectOptions = {}): SeenPage {
  const reader = createReader(document);
  const roots = openRoots(document);
  const lines: LineValues[] = [];
  const orders: SeenPage['orders'][number][] = [];
  const outside: Labelled[] = [];
  const read = new Set<Element>();
  const covered = (element: Element) => {
    if (read.size === 0) return false;
    for (let up: Element | null = element; up; up = up.parentElement) if (read.has(up)) return true;
    return false;
  };
  let hasReceiving = false;
  let historyRows = 0;
  /** A listing of one order: a history with one row, or the head of the order whose lines are on this page. */
  const single: Grid[] = [];

  const take = (grid: Grid) => {
    const columns = columnsOf(grid);
    const own = linesOf(grid, columns, reader);
    if (listsOrders(columns)) {
      const listed = ordersOf(grid, columns, reader);
      if (listed.length === 1 && own.length === 0) {
        single.push(grid);
        return;
      }
      if (listed.length > 1) {
        orders.push(...listed);
        historyRows += grid.rows.length;
        read.add(grid.element);
        return;
      }
    }
    const hasProducts = own.some(
      (line) => line.values.has('ndc') || line.values.has('packages') || line.values.has('itemNumber'),
    );
    if (own.length > 0 && hasProducts) {
      read.add(grid.element);
      if (isAside(headingOf(grid.element, reader))) return;
      lines.push(...own);
      hasReceiving ||= columns.some((column) => column.field === 'shipped' || column.field === 'received');
    } else if (grid.rows.length <= 3) outside.push(...headerValues(grid, reader));
  };

  for (const root of roots) for (const grid of structuredGrids(root, reader)) take(grid);
  const streams = roots.map((root) => streamOf(root));
  for (const stream of streams) {
    const records = recordsOf(ndcElements(stream, covered), reader);
    const { grids, cards } = drawnGrids(records, reader);
    grids.forEach(take);
    for (const card of cards) {
      const line = cardLine(card, reader);
      read.add(card);
      if (isAside(headingOf(card, reader))) continue;
      lines.push(line);
      hasReceiving ||= line.values.has('shipped') || line.values.has('received');
    }
  }

  for (const grid of single) {
    if (lines.length > 0) outside.push(...headerValues(grid, reader));
    else {
      orders.push(...ordersOf(grid, columnsOf(grid), reader));
      historyRows += grid.rows.length;
    }
  }

  const everything = streams.flat();
  const stream = read.size === 0 ? everything : everything.filter(({ element }) => !covered(element));
  const labelled = [...outside, ...labelledValues(stream)];
  const parties = partiesOf(everything, reader);
  const orderNumber = orderNumberOf(labelled, orders.length > 0 ? [] : everything, reader);
  const rules = options.profile?.reading ?? {};
  const profiled = profiledLines(lines, roots, rules, reader);
  const stated = profiledPage(roots, everything, rules, reader);
  const real = profiled.lines.filter((line) => isOrdered(line, hasReceiving));
  const kind = kindOf(document, reader, {
    lines: real,
    hasReceiving: hasReceiving && real.length > 0,
    historyRows,
    hasOrderNumber: orderNumber !== null,
    hasDea: parties.supplierDea !== null || parties.purchaserDea !== null,
    isByRules: profiled.isByRules,
  });
  const stand = standOf(labelled, stream, reader);
  const isOne = kind === 'order-form' || kind === 'shipment';
  /** A result page names the order and its state, and no lines. */
  const isAbout =
    isOne || (orders.length === 0 && typeof orderNumber?.label === 'string' && stand.state !== null);
  /** Who sells and who buys is only asked of a page about orders: any other page has names enough. */
  const hasParties = isAbout || kind === 'order-history';
  return {
    kind,
    url: document.location?.href ?? document.URL,
    orderNumber: isAbout ? evidence(stated.orderNumber ?? orderNumber ?? undefined) : null,
    supplierName: hasParties
      ? evidence(supplierNameOf(document, labelled, reader, options.profile) ?? undefined)
      : null,
    supplierDea: hasParties ? evidence(stated.supplierDea ?? parties.supplierDea ?? undefined) : null,
    purchaserDea: hasParties ? evidence(stated.purchaserDea ?? parties.purchaserDea ?? undefined) : null,
    state: isAbout ? evidence(stated.state ?? stand.state ?? undefined) : null,
    statement: isAbout ? evidence(stated.statement ?? stand.statement ?? undefined) : null,
    shipDate: kind === 'shipment' ? evidence(stated.shipDate ?? shipDateOf(labelled, reader)) : null,
    invoiceNumber: evidence(stated.invoiceNumber),
    missing: null,
    lines: isOne ? distinct(real).map(toSeenLine) : [],
    orders: kind === 'order-history' ? orders : [],
  };
}

function structuredGrids(root: Document | ShadowRoot, reader: Reader): readonly Grid[] {
  return [...root.querySelectorAll('table,[role="grid"],[role="table"],[role="treegrid"]')].flatMap(
    (element) => {
      if (!reader.visible(element)) return [];
      const isTable = element.tagName === 'TABLE' && (element as HTMLTableElement).rows.length > 0;
      return gridsOf(
        element,
        isTable ? tableLayout(element as HTMLTableElement) : ariaLayout(element),
        reader,
      );
    },
  );
}

/** A small table whose header names facts of the order: PO No, Vendor, Date, Lines. */
function headerValues(grid: Grid, reader: Reader): readonly Labelled[] {
  const [row] = grid.rows;
  if (!row || !reader.visible(row.element)) return [];
  return columnsOf(grid).flatMap(({ field, index, label }) => {
    const cell = row.cells[index];
    return cell?.text && label
      ? [{ label, field, text: cell.text, element: cell.element, editable: cell.editable }]
      : [];
  });
}

/** Lines with nothing ordered are not part of an order; one that was cut on the way is part of a shipment. */
function isOrdered(line: LineValues, hasReceiving: boolean): boolean {
  const quantity = quantityOf(line);
  if (quantity !== null) return quantity > 0;
  const packages = line.values.get('packages');
  if (packages && packages.text !== '' && !/^[-–—]+$/.test(packages.text)) return true;
  if (!hasReceiving || packages) return false;
  const moved = line.values.get('shipped') ?? line.values.get('received');
  return moved !== undefined;
}

/** A line shown twice, in the cart and in a mini cart beside it, is one line; within one list it is two. */
function distinct(lines: readonly LineValues[]): readonly LineValues[] {
  const key = (line: LineValues) =>
    `${line.values.get('ndc')?.text ?? line.values.get('description')?.text ?? ''} ${quantityOf(line) ?? ''}`;
  const firstParent = new Map<string, Element | null>();
  return lines.filter((line) => {
    const id = key(line);
    const parent = line.element.parentElement;
    if (!firstParent.has(id)) firstParent.set(id, parent);
    return firstParent.get(id) === parent;
  });
}

function shipDateOf(labelled: readonly Labelled[], reader: Reader): Found | undefined {
  for (const field of ['shipDate', 'invoiceDate'] as const) {
    const value = labelled.find(
      (candidate) =>
        candidate.field === field && fit(field, candidate.text) === 1 && reader.visible(candidate.element),
    );
    if (value) return found(value.text, value.label, field === 'shipDate' ? 0.95 : 0.8);
  }
  return undefined;
}
