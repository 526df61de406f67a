import { CountersignError } from '@/lib/base';
import type { ShipNotice, ShippedLine } from '../answers';
import { unexpected } from '../decode-text';
import { malformed } from '../exact';
import { visibleText } from '../visible-text';
import {
  atMostLines,
  dayOf,
  lineNumberOf,
  orderNumberOf,
  partiesOf,
  productOf,
  quantityOf,
  setsOf,
} from './foreign';
import type { Segment } from './interchange';

/** BSN01. Any other purpose would be a guess about goods, so it is refused. */
const PURPOSES: ReadonlyMap<string, ShipNotice['purpose']> = new Map(
  Object.entries({
    '00': 'original',
    '01': 'cancelled',
    '05': 'replaced',
  } as const),
);
/** DTM01, the better first: shipped; current schedule of shipping. */
const SHIPPED_ON = ['011', '068'] as const;

interface Level {
  readonly id: string;
  readonly parent: Level | null;
  /** HL03: S shipment, O order, I item; others, such as P and T for packing, lie between. */
  readonly code: string;
  readonly segments: Segment[];
}

/** Each level names one that stands before it, and no id is given twice: the tree that the figures hang on is one. */
function levelsOf(segments: readonly Segment[]): { readonly header: Segment[]; readonly levels: Level[] } {
  const header: Segment[] = [];
  const levels = new Map<string, Level>();
  let current = header;
  for (const segment of segments) {
    if (segment[0] === 'CTT') break;
    if (segment[0] !== 'HL') {
      current.push(segment);
      continue;
    }
    const [, id = '', above = '', code = ''] = segment;
    const parent = above === '' ? null : levels.get(above);
    if (id === '' || levels.has(id)) throw malformed('HL01', id);
    if (parent === undefined) throw malformed('HL02', above);
    levels.set(id, { id, parent, code, segments: (current = []) });
  }
  return { header, levels: [...levels.values()] };
}

function ancestor(level: Level, code: string): Level | null {
  for (let at: Level | null = level; at; at = at.parent) if (at.code === code) return at;
  return null;
}

function lineOf({ segments }: Level): ShippedLine {
  const only = (name: string) => {
    const [found, ...more] = segments.filter((segment) => segment[0] === name);
    if (more.length > 0) throw unexpected(`a second ${name} of an item`);
    return found;
  };
  const lin = only('LIN');
  const sn1 = only('SN1');
  const packages = quantityOf('SN102', sn1?.[2]);
  if (packages === null) throw new CountersignError('document/field-missing', { field: 'SN102' });
  return {
    lineNumber: lineNumberOf(lin?.[1]) ?? lineNumberOf(sn1?.[1]),
    ...productOf(lin?.slice(2) ?? []),
    packages,
  };
}

function shippedOn(...places: readonly (readonly Segment[])[]): ShipNotice['shipDate'] {
  for (const code of SHIPPED_ON)
    for (const segments of places) {
      const found = segments.find(([name, qualifier]) => name === 'DTM' && qualifier === code);
      if (found) return dayOf('DTM02', found[2]);
    }
  return null;
}

function readSet(segments: readonly Segment[]): ShipNotice[] {
  const { header, levels } = levelsOf(segments);
  const [bsn] = header;
  if (bsn?.[0] !== 'BSN') throw new CountersignError('document/field-missing', { field: 'BSN' });
  const purpose = PURPOSES.get(bsn[1] ?? '');
  if (!purpose) throw malformed('BSN01', bsn[1] ?? '');
  const shipment = visibleText('BSN02', bsn[2]);
  if (shipment === null) throw new CountersignError('document/field-missing', { field: 'BSN02' });
  const ctt = segments.filter(([name]) => name === 'CTT');
  const said = ctt[0] ? quantityOf('CTT01', ctt[0][1]) : null;
  if (said !== null && said !== levels.length)
    throw new CountersignError('document/line-count-differs', { said, found: levels.length });

  const lines = new Map<Level, ShippedLine[]>();
  const orders = levels.filter(({ code }) => code === 'O');
  for (const order of orders) lines.set(order, []);
  for (const item of levels.filter(({ code }) => code === 'I')) {
    const order = ancestor(item, 'O');
    if (!order) throw malformed('HL03', 'an item of no order');
    lines.get(order)?.push(lineOf(item));
  }
  return orders.map((order) => {
    const above = ancestor(order, 'S')?.segments ?? [];
    const prf = order.segments.find(([name]) => name === 'PRF');
    const reference = visibleText('PRF01', prf?.[1]) ?? '';
    const parties = [...order.segments, ...above, ...header];
    return {
      purpose,
      shipment,
      orderNumber: orderNumberOf(order.segments, reference),
      reference,
      ...partiesOf(parties),
      shipDate: shippedOn(order.segments, above, header),
      lines: atMostLines(lines.get(order) ?? []),
    };
  });
}

/**
 * What a supplier's X12 856 says was shipped, one notice for each order in it. The date of the notice itself (BSN03) isn't
 * taken for the day of shipping. Tolerant and strict as `readX12Acknowledgement`; figures must be whole packages.
 */
export function readX12ShipNotice(bytes: Uint8Array): ShipNotice[] {
  return setsOf(bytes, '856').flatMap(({ segments }) => readSet(segments));
}
