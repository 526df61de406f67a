import type { Directory, Registrant } from '@/lib/archive';
import {
  addDays,
  formatNdc,
  formatOrderNumber,
  formatSchedule,
  limits,
  needsSignedOrder,
  parseOrderNumber,
  type Finding,
  type PlainDate,
} from '@/lib/base';
import { checkOrder, type DraftLine, type OrderDraft, type OrderState } from '@/lib/order';
import { receiptDue } from '@/lib/reminders';
import { matchesHost, type PortalProfile, type SeenPage } from '@/lib/portal';
import { say } from '@/lib/words';
import { companionView } from './companion-view';
import { situation } from './context';
import { draftFromPage } from './draft';
import { holdOf, type Held } from './hold';
import { knownOrder } from './known-order';
import { panelLevel } from './panel-level';
import type { DeskPorts } from './ports';
import { readBack } from './read-back';
import { isSameBuyer } from './same-buyer';
import { sameLines } from './same-lines';
import { registrantNamed, suppliersOf, todayAt } from './registrants';
import type { PanelAction, PanelLine, PanelView } from './views';

/** The supplier whose portal this address is, by the profiles' exact hosts; null for a site nobody has described. */
function supplierOf(suppliers: readonly PortalProfile[], url: string): PortalProfile | null {
  return suppliers.find(({ hosts }) => hosts.some((host) => matchesHost(host, url))) ?? null;
}

/**
 * Who a page is about: the location whose DEA number it shows, where that is one of ours; or else the one this station works
 * for; or else the only one that orders from the supplier whose portal it is. And that supplier.
 */
export function partiesOf(
  directory: Directory,
  { purchaserDea, url }: { readonly purchaserDea: string | null; readonly url: string },
): { readonly registrant: Registrant | null; readonly supplier: PortalProfile | null } {
  const named = registrantNamed(directory, purchaserDea);
  const registrant = named ?? directory.registrant;
  const supplier = supplierOf(suppliersOf(directory, registrant), url);
  if (named || supplier) return { registrant, supplier };
  const other = supplierOf(directory.suppliers, url);
  const [only, ...more] = (other && directory.supplierRegistrants[other.id]) ?? [];
  const place = more.length === 0 && only !== undefined ? registrantNamed(directory, only) : null;
  return place ? { registrant: place, supplier: other } : { registrant, supplier };
}

const NOBODY = {
  name: null,
  deaNumber: null,
  address: { street: null, street2: null, city: null, state: null, postalCode: null },
} as const;

/** A page that was looked at: what to show, and what the acts on it go on with. */
export interface LookedAt {
  readonly view: PanelView | null;
  /** Something that the page says of known orders was recorded: badge and reminders change. */
  readonly recorded: boolean;
  readonly draft: OrderDraft;
  readonly supplier: PortalProfile | null;
  /** The order that the page is about, when it is known here. */
  readonly about: OrderState | null;
  /** Why a press on the page's own submit is held, with its level; null: it isn't. */
  readonly held: Held | null;
}

/**
 * What the panel says about a page: its lines with their gaps, the SOM level alone (no figures of other suppliers leave
 * the extension's own windows), what is unreceived from this supplier, and what can be done. Records what the page says of
 * known orders first. The view is null where there is nothing to say.
 */
export async function lookAtPage(ports: DeskPorts, page: SeenPage, url: string): Promise<LookedAt> {
  const here = await situation(ports);
  const { directory } = here;
  const { registrant, supplier } = partiesOf(directory, {
    purchaserDea: page.purchaserDea?.text ?? null,
    url,
  });
  const today = todayAt(ports, here, registrant?.deaNumber ?? null);
  const back = supplier && (await readBack(ports, { page, origin: new URL(url).origin, supplier }));
  const recorded = back?.changed ?? false;
  const draft = draftFromPage(page, supplier, registrant ?? NOBODY);
  const open = supplier
    ? (await ports.archive.openOrders()).filter(({ supplierId }) => supplierId === supplier.id)
    : [];
  // The banner says what badge and popup say: both ask the same.
  const unreceived = open.flatMap((order) =>
    receiptDue(order, { today, settings: directory.settings }).map(({ params }) =>
      unreceivedRow(order, Number(params.count)),
    ),
  );
  const about = await orderOf(ports, { page, draft, open, supplier, directory, today });
  const composing = page.kind === 'order-form' && page.lines.length > 0 && !about?.number;
  const companion =
    supplier && back
      ? await companionView(
          ports,
          { page, supplier, purchaser: registrant ?? NOBODY, today, directory },
          { about, back },
        )
      : null;
  if (!composing && !about && unreceived.length === 0 && !companion?.notices.length)
    return { view: null, recorded, draft, supplier, about, held: null };

  const level = composing ? await panelLevel(ports, { draft, about, today }) : 'none';
  const separateCii = directory.settings.separateCii || supplier?.separateCii === true;
  const findings = registrant
    ? checkOrder({ ...draft, date: today }, { today, registrantDea: registrant.deaNumber, separateCii })
    : [];
  const { origin } = new URL(url);
  const hold =
    composing && registrant && directory.settings.intercept
      ? holdOf({ page, origin, today, registrant, supplier, draft, about, level, findings })
      : null;
  const view: PanelView = {
    kind: page.kind,
    supplierName: supplier?.supplier.name ?? new URL(url).host,
    title: composing ? say('panel.title.order', { count: draft.lines.length }) : say('panel.title.watching'),
    lines: composing ? draft.lines.map((line) => panelLine(line, findings)) : [],
    missing: page.missing && say('panel.missing', page.missing),
    level,
    levelWord: say(`level.${level}`),
    actions: [
      ...actionsFor({ composing, supplier, draft, about }).filter(
        (action) => action !== 'track' || !companion?.isInHistory,
      ),
      ...(companion?.actions ?? []),
      ...(composing && isTeachable(supplier) ? (['teach'] as const) : []),
    ],
    unreceived,
    order: about && {
      number: about.number && formatOrderNumber(about.number),
      state: say(`state.${about.phase}`),
    },
    notice:
      [noticeFor({ registrant: registrant !== null, supplier, about }), ...(companion?.notices ?? [])]
        .filter((notice) => notice !== null)
        .join(' ') || null,
    hold: hold && { keys: hold.keys, reasons: hold.reasons, unsignedOnly: hold.unsignedOnly },
  };
  return { view, recorded, draft, supplier, about, held: hold };
}

function unreceivedRow(
  { orderId, number, orderedOn, lines }: OrderState,
  count: number,
): PanelView['unreceived'][number] {
  const hasShipped = lines.some(({ shipped }) => (shipped ?? 0) > 0);
  const name = number ? formatOrderNumber(number) : say('panel.no-number');
  return {
    orderId,
    number: name,
    since: orderedOn,
    sentence: hasShipped
      ? say('panel.unreceived', { count, number: name })
      : say('panel.expected', { number: name, date: orderedOn }),
  };
}

async function orderOf(
  ports: DeskPorts,
  on: {
    readonly page: SeenPage;
    readonly draft: OrderDraft;
    readonly open: readonly OrderState[];
    readonly supplier: PortalProfile | null;
    readonly directory: Directory;
    readonly today: PlainDate;
  },
): Promise<OrderState | null> {
  const { page, draft, open, supplier, directory } = on;
  const { number } = draft;
  // Another supplier's order is nobody's business on this page, even when it bears the same number.
  if (number !== null && parseOrderNumber(number))
    return supplier && knownOrder(ports, directory, { number, purchaserDea: page.purchaserDea, supplier });
  return (
    open.find(
      (order) =>
        isUnderWay(order, on.today) &&
        isSameBuyer(directory, order.draft, draft) &&
        sameLines(order.draft.lines, draft.lines),
    ) ?? null
  );
}

/** What is taught is kept with a supplier; one whose reading the organisation set isn't taught over. */
function isTeachable(supplier: PortalProfile | null): boolean {
  return supplier !== null && !(supplier.origin === 'policy' && supplier.reading !== undefined);
}

/**
 * Signed here or tracked, and no page has shown yet that the supplier has it: the same lines are that order, not a second. What
 * was tracked some days ago and never got its number isn't the cart of today.
 */
function isUnderWay({ kind, number, phase, orderedOn }: OrderState, today: PlainDate): boolean {
  if (kind !== 'tracked') return phase === 'signed';
  return number === null && phase === 'tracked' && orderedOn >= addDays(today, -limits.repeatedOrderDays);
}

function actionsFor(page: {
  readonly composing: boolean;
  readonly supplier: PortalProfile | null;
  readonly draft: OrderDraft;
  readonly about: OrderState | null;
}): PanelAction[] {
  if (page.about?.phase === 'signed') return page.supplier?.deliverTo ? ['place'] : [];
  if (page.about) return page.about.receiptOpen ? ['receive'] : [];
  const trackable = page.draft.number !== null && page.draft.lines.length > 0;
  if (page.supplier?.mode === 'companion') return page.composing || trackable ? ['track'] : [];
  if (
    !page.composing ||
    !page.draft.lines.some(({ schedule }) => schedule === null || needsSignedOrder(schedule))
  )
    return [];
  return ['review', 'prepare'];
}

function noticeFor(page: {
  readonly registrant: boolean;
  readonly supplier: PortalProfile | null;
  readonly about: OrderState | null;
}): string | null {
  if (!page.registrant) return say('panel.notice.setup');
  if (!page.supplier) return say('panel.notice.unknown-supplier');
  if (page.about?.phase !== 'signed') return null;
  return say(page.supplier.deliverTo ? 'panel.notice.signed' : 'panel.notice.signed-file');
}

function panelLine(line: DraftLine, findings: readonly Finding[]): PanelLine {
  return {
    name: line.name,
    ndc: line.ndc11 && formatNdc(line.ndc11),
    packageSize: line.packageSize,
    packages: line.packages,
    schedule: line.schedule === null || line.schedule === 'none' ? null : formatSchedule(line.schedule),
    gaps: findings
      .filter(({ field, code }) => field?.startsWith(`lines.${line.lineNumber}.`) && code !== DOUBT)
      .map(({ code, params }) => say.loose(code, params)),
    doubts: line.doubtful.map((field) => upperFirst(say('panel.doubt', { field: say(`field.${field}`) }))),
  };
}

/** Said as a doubt, in fewer words. */
const DOUBT = 'order/line-doubtful';

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
