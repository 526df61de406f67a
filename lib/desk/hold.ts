import type { Registrant } from '@/lib/archive';
import {
  canonicalJson,
  needsSignedOrder,
  sha256Hex,
  utf8,
  type ErrorCode,
  type Finding,
  type PlainDate,
} from '@/lib/base';
import type { OrderDraft, OrderState } from '@/lib/order';
import { SURE, type PortalProfile, type SeenPage } from '@/lib/portal';
import type { SomLevel } from '@/lib/som';
import { say } from '@/lib/words';
import type { HoldCause, PanelHold } from './views';

/**
 * What makes the order itself wrong, whoever signs it (21 CFR 1305.21(b), 1305.23). What a page leaves out, or what was read of
 * it with doubt, is for the sign window to ask: it says nothing of what the supplier gets.
 */
const LAW: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'order/purchaser-differs',
  'order/purchaser-dea-invalid',
  'order/supplier-page-differs',
  'order/supplier-dea-invalid',
  'order/line-packages-invalid',
  'order/schedules-mixed',
]);

/** An order form as it stands, with all that is known of it. */
export interface Leaving {
  readonly page: SeenPage;
  readonly origin: string;
  readonly today: PlainDate;
  readonly registrant: Registrant;
  readonly supplier: PortalProfile | null;
  readonly draft: OrderDraft;
  /** The order it is, where it is known here. */
  readonly about: OrderState | null;
  readonly level: SomLevel;
  /** Of the draft, as for signing. */
  readonly findings: readonly Finding[];
}

/** A hold with what is recorded where the order is submitted in spite of it. */
export interface Held extends PanelHold {
  readonly causes: readonly HoldCause[];
  readonly level: SomLevel;
}

/**
 * Whether a press on the page's own submit is to be held, and why: an order far from the usual (21 CFR 1301.74(b)), one that the
 * rules don't allow, schedule II that would leave neither signed (1305.21(a)) nor tracked. Null: it may leave. What was signed
 * here went through all of it before.
 */
export function holdOf(leaving: Leaving): Held | null {
  const { origin, today, supplier, draft, about, level } = leaving;
  if (about?.kind === 'signed') return null;
  const law = lawProblems(leaving);
  const isUnknown = about === null && draft.lines.some(isScheduleII);
  const unknown = supplier?.mode === 'integrated' ? 'unsigned' : 'untracked';
  const causes: HoldCause[] = [
    ...(level === 'stop' ? (['stop'] as const) : []),
    ...(law.length > 0 ? (['law'] as const) : []),
    ...(isUnknown ? ([unknown] as const) : []),
  ];
  if (causes.length === 0) return null;
  const order = {
    supplier: supplier?.id ?? origin,
    today,
    level,
    lines: draft.lines.map(({ ndc11, name, packages }) => ({ what: ndc11 ?? name.toLowerCase(), packages })),
  };
  const codes = { law: law.map(({ code }) => code) } as Partial<Record<HoldCause, readonly ErrorCode[]>>;
  return {
    keys: causes.map((cause) =>
      sha256Hex(utf8(canonicalJson({ ...order, cause, codes: codes[cause] ?? [] }))),
    ),
    reasons: causes.flatMap((cause) =>
      cause === 'law' ? law.map(({ code, params }) => say.loose(code, params)) : [say(`panel.hold.${cause}`)],
    ),
    unsignedOnly: causes.length === 1 && causes[0] === 'unsigned',
    causes,
    level,
  };
}

/** Of what was read for sure; the rules are those of schedule I and II orders. */
function lawProblems({ page, draft, findings }: Leaving): readonly Finding[] {
  if (!draft.lines.some(isScheduleII)) return [];
  const isPurchaserSure = (page.purchaserDea?.confidence ?? 0) >= SURE;
  const doubtful = new Set(
    draft.lines.filter((line) => line.doubtful.includes('packages')).map(({ lineNumber }) => lineNumber),
  );
  return findings.filter(
    ({ severity, code, params }) =>
      severity === 'blocks' &&
      LAW.has(code) &&
      (!code.startsWith('order/purchaser') || isPurchaserSure) &&
      (code !== 'order/line-packages-invalid' || !doubtful.has(Number(params.line))),
  );
}

function isScheduleII({ schedule }: OrderDraft['lines'][number]): boolean {
  return schedule !== null && needsSignedOrder(schedule);
}
