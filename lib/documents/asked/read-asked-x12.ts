import { CountersignError } from '@/lib/base';
import type { DraftParty, OrderLine } from '@/lib/order';
import { unexpected } from '../decode-text';
import { malformed } from '../exact';
import { atMostLines, orderNumberOf, quantityOf } from '../x12/foreign';
import type { Segment } from '../x12/interchange';
import { X12_ORDER as X } from '../x12/order-format';
import { readInterchange } from '../x12/read-interchange';
import { asOrderNumber, askedNdc, askedPackages, askedSize, askedText, required } from './asked-fields';
import type { AskedLine, AskedOrder } from './asked-order';

/** Segments for which a signed order has no place: currency, contacts, terms, carriers, prices, messages. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  ...['CUR', 'PER', 'FOB', 'SAC', 'ITD', 'DTM', 'TD5', 'N9', 'MSG', 'N2', 'CTP', 'AMT'],
]);
/** N101 of the supplier and of the registered location that goods go to, the plainest first. */
const SUPPLIERS = ['SU', 'SE', 'VN', 'SF'];
const PURCHASERS = ['ST', 'BY'];
/** PO103 that may mean packages or something larger or smaller: a person confirms the quantity. */
const UNSURE_UNITS: ReadonlySet<string> = new Set(['EA', 'BO', 'BT', 'BX', 'VI', 'KT']);
/** BEG01 and BEG02 of a new order that stands alone: a change or a cancellation is no order to sign. */
const NEW_ORDER = ['00'];
const STANDS_ALONE = ['SA', 'NE'];

interface Loop {
  readonly n1: Segment;
  readonly more: Segment[];
}

interface Parted {
  readonly header: readonly Segment[];
  readonly parties: readonly Loop[];
  readonly items: readonly (readonly Segment[])[];
  readonly end: readonly Segment[];
}

function parted(segments: readonly Segment[]): Parted {
  const header: Segment[] = [];
  const parties: Loop[] = [];
  const items: Segment[][] = [];
  const end: Segment[] = [];
  let current = header;
  for (const segment of segments) {
    const [name] = segment;
    if (name === 'N1' && items.length === 0) {
      parties.push({ n1: segment, more: (current = []) });
      continue;
    }
    if (name === 'PO1') items.push((current = []));
    if (name === 'CTT') current = end;
    current.push(segment);
  }
  return { header, parties, items, end };
}

/** The segments of `taken` by name, each at most once unless `many`; of the others, those without a place are told. */
function pick(
  segments: readonly Segment[],
  { taken, many = [], within = '' }: { taken: readonly string[]; many?: readonly string[]; within?: string },
  leftOut: Set<string>,
): (name: string) => readonly Segment[] {
  const found = new Map<string, Segment[]>();
  for (const segment of segments) {
    const [name] = segment;
    if (taken.includes(name) || many.includes(name)) {
      const same = found.get(name);
      if (same && !many.includes(name)) throw unexpected(`a second ${within}${name}`);
      found.set(name, [...(same ?? []), segment]);
    } else if (LEFT_OUT.has(name)) leftOut.add(`${within}${name}`);
    else throw unexpected(`${within}${name}`);
  }
  return (name) => found.get(name) ?? [];
}

function partyOf(loop: Loop | undefined, leftOut: Set<string>): DraftParty {
  const within = `N1*${loop?.n1[1] ?? ''}/`;
  const of = pick(loop?.more ?? [], { taken: ['N3', 'N4'], within }, leftOut);
  const [n3, n4] = [of('N3')[0], of('N4')[0]];
  const text = (field: string, value: string | undefined) => askedText(`${within}${field}`, value);
  const hasDea = loop?.n1[3] === X.byDeaNumber;
  if (loop?.n1[4] && !hasDea) leftOut.add(`${within}N104`);
  return {
    name: text('N102', loop?.n1[2]),
    deaNumber: hasDea ? text('N104', loop.n1[4]) : null,
    address: {
      street: text('N301', n3?.[1]),
      street2: text('N302', n3?.[2]),
      city: text('N401', n4?.[1]),
      state: text('N402', n4?.[2]),
      postalCode: text('N403', n4?.[3]),
    },
  };
}

/** The party of the first code that is there, and the DEA numbers of all: they are one party, or the order says two things. */
function oneOf(codes: readonly string[], loops: readonly Loop[], leftOut: Set<string>): DraftParty {
  const found = codes.flatMap((code) => {
    const same = loops.filter(({ n1 }) => n1[1] === code);
    if (same.length > 1) throw unexpected(`a second N1*${code}`);
    return same;
  });
  const parties = (found.length === 0 ? [undefined] : found).map((loop) => partyOf(loop, leftOut));
  const numbers = new Set(parties.flatMap(({ deaNumber }) => deaNumber ?? []));
  if (numbers.size > 1) throw malformed('N104', [...numbers].join(', '));
  for (const { n1 } of found.slice(1)) leftOut.add(`N1*${n1[1]}`);
  return { ...(parties[0] as DraftParty), deaNumber: [...numbers][0] ?? null };
}

/** Pairs of qualifier and number behind PO105. */
function numbersOf(po1: Segment, leftOut: Set<string>): { ndc: string | null; itemNumber: string | null } {
  const pairs = new Map<string, string>();
  for (let at = 6; at < po1.length; at += 2) {
    const qualifier = po1[at] ?? '';
    if (qualifier === '' && !po1[at + 1]) continue;
    if (pairs.has(qualifier)) throw unexpected(`a second ${qualifier} in PO1`);
    pairs.set(qualifier, po1[at + 1] ?? '');
    if (qualifier !== X.ndc && qualifier !== X.supplierItem) leftOut.add(`PO1/${qualifier}`);
  }
  return {
    ndc: askedNdc('PO107', askedText('PO107', pairs.get(X.ndc))),
    itemNumber: askedText('PO109', pairs.get(X.supplierItem)),
  };
}

/** The product's name among free texts: the one said to be its description, else the first. */
function nameOf(texts: readonly Segment[], leftOut: Set<string>): string {
  const described = texts.find(([, kind, what]) => kind === X.freeText && what === X.description) ?? texts[0];
  if (texts.length > 1) leftOut.add('PO1/PID');
  return required('PID05', askedText('PID05', described?.[5]));
}

/** REF in a line: what we write there ourselves is read, everything else has no place. */
function detailsOf(refs: readonly Segment[], leftOut: Set<string>): (what: string) => string | null {
  const details = new Map<string, string>();
  for (const [, qualifier, what = '', text = ''] of refs) {
    const isOurs =
      qualifier === X.lineQualifier && [X.schedule, X.strength, X.form].some((one) => one === what);
    if (!isOurs) leftOut.add('PO1/REF');
    else if (details.has(what)) throw unexpected(`a second ${what}`);
    else details.set(what, text);
  }
  return (what) => askedText(`REF*${what}`, details.get(what));
}

function lineOf(
  item: readonly Segment[],
  leftOut: Set<string>,
): { readonly line: AskedLine; readonly doubtful: readonly (keyof OrderLine)[] } {
  const of = pick(item, { taken: ['PO1', 'PO4'], many: ['PID', 'REF'], within: 'PO1/' }, leftOut);
  const po1 = item[0] ?? ['PO1'];
  const unit = po1[3] ?? '';
  if (unit !== X.packages && !UNSURE_UNITS.has(unit)) throw malformed('PO103', unit.slice(0, 20));
  if (po1[4]) leftOut.add('PO1/PO104');
  const po4 = of('PO4')[0];
  // Packs within a pack: which of them is ordered, PO1 doesn't say.
  if (po4?.[1] && po4[1] !== '1') throw malformed('PO401', po4[1].slice(0, 20));
  const detail = detailsOf(of('REF'), leftOut);
  return {
    line: {
      ...numbersOf(po1, leftOut),
      name: nameOf(of('PID'), leftOut),
      strength: detail(X.strength),
      form: detail(X.form),
      packageSize: askedSize('PO402', askedText('PO402', po4?.[2])),
      packages: askedPackages('PO102', askedText('PO102', po1[2])),
      schedule: detail(X.schedule),
    },
    doubtful: unit === X.packages ? [] : ['packages'],
  };
}

/**
 * What a site's X12 850 (004010) asks for, one order in one interchange. Envelopes and counts must hold. Segments that carry
 * nothing of a signed order are told; unknown ones are refused, since they might change what is ordered. Throws `document/*`.
 */
export function readAskedX12(bytes: Uint8Array): AskedOrder {
  const [set, ...more] = readInterchange(bytes);
  if (!set || more.length > 0) throw unexpected(`${set ? more.length + 1 : 0} transaction sets`);
  if (set.type !== '850') throw unexpected(`transaction set ${set.type.slice(0, 3)}`);
  const leftOut = new Set<string>();
  const { header, parties, items, end } = parted(set.segments);
  const of = pick(header, { taken: ['BEG'], many: ['REF'] }, leftOut);
  const beg = of('BEG')[0];
  if (!beg || header[0] !== beg) throw new CountersignError('document/field-missing', { field: 'BEG' });
  if (!NEW_ORDER.includes(beg[1] ?? '')) throw malformed('BEG01', beg[1] ?? '');
  if (!STANDS_ALONE.includes(beg[2] ?? '')) throw malformed('BEG02', beg[2] ?? '');
  const number = orderNumberOf(of('REF'), beg[3] ?? '');
  if (beg[3] && asOrderNumber(beg[3]) === null) leftOut.add('BEG03');
  if (of('REF').some(([, , text = '']) => asOrderNumber(text) === null)) leftOut.add('REF');
  if (beg[5]) leftOut.add('BEG05');
  for (const { n1 } of parties)
    if (![...SUPPLIERS, ...PURCHASERS].includes(n1[1] ?? '')) leftOut.add(`N1*${(n1[1] ?? '').slice(0, 3)}`);
  const read = atMostLines(items).map((item) => lineOf(item, leftOut));
  if (read.length === 0) throw new CountersignError('document/field-missing', { field: 'PO1' });
  const ctt = pick(end, { taken: ['CTT'] }, leftOut)('CTT')[0];
  const said = quantityOf('CTT01', ctt?.[1]);
  if (said !== null && said !== read.length)
    throw new CountersignError('document/line-count-differs', { said, found: read.length });
  const purchaser = oneOf(PURCHASERS, parties, leftOut);
  // Who the purchaser is beyond its number, the registration here says.
  if (purchaser.name !== null) leftOut.add('N1*ST/N102');
  if (purchaser.address.street !== null) leftOut.add('N1*ST/N3');
  return {
    number,
    supplier: oneOf(SUPPLIERS, parties, leftOut),
    purchaser: { deaNumber: required('N1*ST/N104', purchaser.deaNumber) },
    lines: read.map(({ line }) => line),
    doubtful: read.map(({ doubtful }) => doubtful),
    leftOut: [...leftOut],
  };
}
