import type { SeenOrder } from '../evidence';
import { anchorsIn, drawnGrids, recordsOf } from './anchors';
import { cardLine, cardOf, onlyCard, runsIn } from './cards';
import { columnsOf } from './columns';
import { gridsOf } from './grid';
import type { Divided, Grid } from './grid';
import { headingOf, isAside } from './heading';
import { isAccount, listsOrders, orderCards, ordersOf } from './history';
import { parentOf } from './ink';
import type { Labelled } from './inline';
import { fieldsOfLabel } from './label';
import { ariaLayout, tableLayout, turned } from './layouts';
import { mayList } from './may-list';
import { linesOf } from './lines';
import type { LineValues } from './lines';
import type { Reader, Segment } from './reader';
import type { Column } from './sampled';
import { streamOf } from './stream';
import { drawnTexts, textGrids } from './text-grid';

type Root = Document | ShadowRoot;

/** Lines that stand together on the page. */
export interface List {
  readonly element: Element;
  readonly lines: readonly LineValues[];
  /** Rows that are or were lines, ordered or not. */
  readonly rows: number;
}

/** All that a page lists, and what stands beside it. */
export interface Gathered {
  readonly lists: readonly List[];
  readonly orders: readonly SeenOrder[];
  readonly historyRows: number;
  /** Values of small tables whose header names facts of the order. */
  readonly outside: readonly Labelled[];
  /** Every short text of the page; `free`: those that are part of no list. */
  readonly everything: readonly Segment[];
  readonly free: readonly Segment[];
}

const MAX_TABLES = 300;
const MAX_PRES = 20;
const YIELD_EVERY = 500;
const TABLES = 'table,[role="grid"],[role="table"],[role="treegrid"]';

/** Reads all lists of a page; a caller may go away for a while wherever this yields. */
export function* gather(roots: readonly Root[], reader: Reader): Generator<void, Gathered> {
  const lists: List[] = [];
  const orders: SeenOrder[] = [];
  const outside: Labelled[] = [];
  const read = new Set<Element>();
  /** A listing of one order: a history with one row, or the head of the order whose lines are on this page. */
  const single: Grid[] = [];
  let historyRows = 0;
  /** What is known of the boxes around texts, until another list is read. */
  const within = new Map<Element, boolean>();
  const covered = (element: Element) => {
    if (read.size === 0) return false;
    const asked: Element[] = [];
    let answer = false;
    for (let up: Element | null = element; up; up = parentOf(up)) {
      const known = within.get(up) ?? (read.has(up) || undefined);
      if (known !== undefined) {
        answer = known;
        break;
      }
      asked.push(up);
    }
    for (const one of asked) within.set(one, answer);
    return answer;
  };
  const cover = (grid: Grid) => {
    (grid.parts ?? [grid.element]).forEach((part) => read.add(part));
    within.clear();
  };

  function* take(grid: Grid): Generator<void, void> {
    const columns = columnsOf(grid);
    const { lines, struck } = yield* linesOf(grid, columns, reader);
    if (listsOrders(columns)) {
      const listed = isAccount(grid, columns) ? [] : ordersOf(grid, columns, reader, lines);
      if (listed.length === 1 && lines.length === 0) {
        single.push(grid);
        return;
      }
      if (listed.length > 1) {
        orders.push(...listed);
        historyRows += grid.rows.length;
        cover(grid);
        return;
      }
    }
    const hasProducts = lines.some(
      ({ values }) => values.has('ndc') || values.has('packages') || values.has('itemNumber'),
    );
    if (lines.length > 0 && hasProducts) {
      cover(grid);
      if (!isBeside(grid.element, reader))
        lists.push({ element: grid.element, lines, rows: lines.length + struck });
    } else if (grid.rows.length <= 3) outside.push(...headerValues(grid, columns, reader));
  }

  for (const root of roots) {
    let header: Grid['labels'] = [];
    const tables = [...root.querySelectorAll(TABLES)].slice(0, MAX_TABLES);
    for (const [at, element] of tables.entries()) {
      yield;
      if (!reader.visible(element)) continue;
      if (!mayList(element)) continue;
      const layout = layoutOf(element, reader);
      const width = Math.max(0, ...layout.map(({ cells }) => cells.length));
      if (width < 2) continue;
      const divided: Divided = yield* gridsOf(element, layout, reader, `table ${at + 1}`, header);
      for (const grid of divided.grids) yield* take(grid);
      // A header may be a table of its own, and each row under it another.
      header = divided.header ?? (header.length === width ? header : []);
    }
    for (const [at, pre] of drawnTexts(root, MAX_PRES).entries())
      for (const grid of textGrids(pre, reader, `text ${at + 1}`)) yield* take(grid);
  }

  const streams: (readonly Segment[])[] = [];
  for (const root of roots) streams.push(yield* streamOf(root));
  for (const stream of streams) {
    const around = ancestorsOf(read);
    const anchors = anchorsIn(stream, covered);
    yield;
    const records = recordsOf(anchors, reader, around);
    const { grids, cards } = yield* drawnGrids(records, reader);
    for (const grid of grids) yield* take(grid);
    const only = lists.length === 0 && records.length === 1 && grids.length === 0 ? records[0] : null;
    const whole = only && !runsIn(only, reader) && onlyCard(only, reader);
    for (const list of yield* cardLists(whole ? [whole] : cards, reader, around)) {
      list.lines.forEach(({ element }) => read.add(element));
      within.clear();
      const lines = list.lines.filter(({ element }) => !isBeside(element, reader));
      if (lines.length > 0) lists.push({ ...list, lines, rows: lines.length });
    }
  }
  for (const grid of single) {
    const columns = columnsOf(grid);
    if (lists.length > 0) outside.push(...headerValues(grid, columns, reader));
    else {
      orders.push(...ordersOf(grid, columns, reader));
      historyRows += grid.rows.length;
    }
  }
  const everything = streams.flat();
  if (lists.length === 0 && orders.length === 0) {
    orders.push(...orderCards(everything, covered, reader));
    historyRows += orders.length;
  }
  const free: Segment[] = [];
  for (const [at, segment] of everything.entries()) {
    if (at % YIELD_EVERY === 0) yield;
    if (!covered(segment.element)) free.push(segment);
  }
  return { lists, orders, historyRows, outside, everything, free };
}

/** Lists beside the order, and pictures of one in a text about orders. */
function isBeside(element: Element, reader: Reader): boolean {
  return isAside(headingOf(element, reader)) || element.closest('figure') !== null;
}

function layoutOf(element: Element, reader: Reader) {
  const isTable = element.tagName === 'TABLE' && (element as HTMLTableElement).rows.length > 0;
  if (!isTable) return ariaLayout(element);
  const layout = tableLayout(element as HTMLTableElement);
  return (
    turned(layout, (cell) =>
      fieldsOfLabel(
        reader
          .segments(cell)
          .map(({ text }) => text)
          .join(' '),
      ),
    ) ?? layout
  );
}

/** Cards by the box that holds them; lines that have no boxes of their own are told apart by their pattern. */
function* cardLists(
  cards: readonly Element[],
  reader: Reader,
  around: ReadonlySet<Element>,
): Generator<void, readonly List[]> {
  const byBox = new Map<Element, Set<Element>>();
  for (const card of cards) {
    const box = card.parentElement ?? card;
    const known = byBox.get(box);
    if (known) known.add(card);
    else byBox.set(box, new Set([card]));
  }
  const lists: List[] = [];
  for (const [box, own] of byBox) {
    const lines: LineValues[] = [];
    for (const [at, card] of [...own].entries()) {
      const runs = runsIn(card, reader);
      if (runs) lines.push(...fromRuns(card, runs, reader));
      else lines.push(cardLine(card, reader, `card ${at + 1}`));
      yield;
    }
    const isThin = lines.filter(isCounted).length < lines.length / 2;
    const whole = isThin && !around.has(box) ? runsIn(box, reader) : null;
    const better = whole && fromRuns(box, whole, reader);
    const best = better && better.filter(isCounted).length > lines.filter(isCounted).length ? better : lines;
    lists.push({ element: box, lines: best, rows: best.length });
  }
  return lists;
}

function ancestorsOf(elements: ReadonlySet<Element>): ReadonlySet<Element> {
  const all = new Set<Element>();
  for (const element of elements)
    for (let up = element.parentElement; up && !all.has(up); up = up.parentElement) all.add(up);
  return all;
}

function fromRuns(box: Element, runs: readonly (readonly Segment[])[], reader: Reader): LineValues[] {
  return runs.map((run, at) => cardOf(box, run, reader, `line ${at + 1}`));
}

function isCounted({ values }: LineValues): boolean {
  return values.has('packages') || values.has('shipped') || values.has('received');
}

/** A small table whose header names facts of the order: PO No, Vendor, Date, Lines. */
function headerValues(grid: Grid, columns: readonly Column[], reader: Reader): readonly Labelled[] {
  const [row] = grid.rows;
  if (!row || !reader.visible(row.element)) return [];
  return columns.flatMap(({ field, index, label }) => {
    const cell = row.cells[index];
    return cell?.text && label
      ? [{ label, field, text: cell.text, element: cell.element, editable: cell.editable }]
      : [];
  });
}
