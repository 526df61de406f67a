import { finding, type ErrorCode, type Finding, type Params, type PlainDate } from '@/lib/base';
import { say } from '@/lib/words';
import { rules } from './rules';
import type { LineState, OrderState } from './state';

/** What people declare about an order, each with what has to be known to judge it. */
export type LegalAct =
  /** It was given to the supplier, and no page says so. */
  | { readonly kind: 'submit' }
  /** The supplier took it. */
  | { readonly kind: 'accept' }
  /** The portal that holds the original shows the receipt, and no page was seen that says so (1305.22(g)). */
  | { readonly kind: 'portal-receive' }
  /** 1305.25: the supplier did not take it. */
  | { readonly kind: 'not-accept' }
  /** 1305.28, by the supplier: these lines, or all of it. */
  | { readonly kind: 'void'; readonly lines: readonly number[] | null; readonly date: PlainDate | null }
  /** By the purchaser's written notice. */
  | { readonly kind: 'cancel'; readonly date?: PlainDate }
  /** Signed, never given to the supplier, and not to be. */
  | { readonly kind: 'close-unsent' }
  /** 1305.26(a). */
  | { readonly kind: 'lose'; readonly date?: PlainDate }
  /** 1305.26(b). */
  | { readonly kind: 'replace' }
  /** 1305.26(c). */
  | { readonly kind: 'turn-up'; readonly date: PlainDate }
  /** 1305.25. */
  | { readonly kind: 'link-statement'; readonly statement: string };

interface Judged {
  readonly order: OrderState;
  readonly today: PlainDate;
}

const CLOSED: ReadonlySet<string> = new Set(['void', 'cancelled', 'lost', 'expired', 'not-accepted']);

function block(order: OrderState, code: ErrorCode, rule: string | null, params: Params = {}): Finding {
  const about = { number: order.number ?? say('act.no-number'), state: say(`state.${order.phase}`) };
  return finding('blocks', code, { ...(rule === null ? {} : { rule }), params: { ...about, ...params } });
}

function hasMoved({ shipped, received }: LineState): boolean {
  return (shipped ?? 0) > 0 || received > 0;
}

/** The day of an act: not ahead, and not before the order itself. */
function onDay({ order, today }: Judged, date: PlainDate | null, rule: string): Finding[] {
  if (date === null || (date <= today && date >= order.orderedOn)) return [];
  return [{ ...block(order, 'act/date', rule, { date, ordered: order.orderedOn }), field: 'date' }];
}

/** What is left for the supplier to ship on these lines; nothing left can't be taken back. */
function onBalance(order: OrderState, lines: readonly LineState[], rule: string): Finding[] {
  if (CLOSED.has(order.phase)) return [block(order, 'act/closed', rule)];
  if (lines.every(({ balance }) => balance === 0)) return [block(order, 'act/nothing-left', rule)];
  return lines.some(hasMoved) ? [finding('warns', 'act/after-shipped', { rule })] : [];
}

function judgeVoid(judged: Judged, act: Extract<LegalAct, { kind: 'void' }>): Finding[] {
  const { order } = judged;
  const known = new Set(order.lines.map(({ line }) => line.lineNumber));
  const stranger = act.lines?.find((line) => !known.has(line));
  if (stranger !== undefined)
    return [{ ...block(order, 'act/line-unknown', rules.void, { line: stranger }), field: 'lines' }];
  if (act.lines?.length === 0) return [block(order, 'act/nothing-left', rules.void)];
  if (order.phase === 'signed') return [block(order, 'act/never-sent', rules.void)];
  const lines = order.lines.filter(({ line }) => act.lines?.includes(line.lineNumber) ?? true);
  // A supplier's notice that confirms the purchaser's own is one to keep.
  const ofBalance = order.phase === 'cancelled' ? [] : onBalance(order, lines, rules.void);
  return [...ofBalance, ...onDay(judged, act.date, rules.void)];
}

const UNDECIDED: ReadonlySet<string> = new Set(['tracked', 'signed', 'submitted']);
/** Closed, though the supplier may never have said a word. */
const MAY_BE_ANSWERED: ReadonlySet<string> = new Set(['cancelled', 'expired']);

function judgeSubmission(order: OrderState): Finding[] {
  if (order.phase === 'tracked' || order.phase === 'signed') return [];
  return [block(order, CLOSED.has(order.phase) ? 'act/closed' : 'act/known-already', null)];
}

/** Shipped or still to come, and never counted. */
function uncounted({ ordered, shipped, received, voided }: LineState): number {
  return Math.max(0, Math.max(voided ? 0 : ordered, shipped ?? 0) - received);
}

/**
 * Where the portal signed, its record is the one that counts; here it is closed once both say that the goods came. With the
 * order every reminder of what didn't come yet ends, so that is said before.
 */
function judgePortalReceipt(order: OrderState): Finding[] {
  if (order.kind !== 'tracked') return [block(order, 'act/signed-here', rules.receipt)];
  if (order.lastReceivedOn === null) return [block(order, 'act/nothing-received', rules.receipt)];
  if (!order.portalReceiptOpen) return [block(order, 'act/known-already', rules.receipt)];
  const count = order.lines.reduce((sum, line) => sum + uncounted(line), 0);
  const number = order.number ?? say('act.no-number');
  return count === 0
    ? []
    : [finding('warns', 'act/more-open', { rule: rules.receipt, params: { count, number } })];
}

/**
 * The supplier's yes or no. It comes once: what was taken is voided or shipped, and what was not can't be mended (1305.25).
 * A lost order that came to light is marked "Not Accepted" by the supplier (1305.26(c)); should one take it, that is a fact.
 */
function judgeAnswer(order: OrderState, answer: 'accept' | 'not-accept'): Finding[] {
  const { phase, turnedUpOn } = order;
  const rule = answer === 'accept' ? null : rules.defective;
  if (UNDECIDED.has(phase)) return [];
  if (phase === 'lost') return turnedUpOn === null ? [block(order, 'act/not-turned-up', rules.lost)] : [];
  if (phase === 'not-accepted')
    return answer === 'accept'
      ? [block(order, 'act/refused-before', rules.defective)]
      : [block(order, 'act/known-already', rule)];
  // Its statement is linked also where it comes after the purchaser's own notice, or after day 60 (1305.25(c)).
  if (answer === 'not-accept' && MAY_BE_ANSWERED.has(phase) && !order.lines.some(hasMoved))
    return order.statement === null ? [] : [block(order, 'act/known-already', rule)];
  if (CLOSED.has(phase)) return [block(order, 'act/closed', rule)];
  return answer === 'accept'
    ? [block(order, 'act/known-already', rule)]
    : [block(order, 'act/taken', rules.void)];
}

function judgeLoss(order: OrderState): Finding[] {
  if (order.phase === 'tracked') return [block(order, 'act/not-signed', rules.lost)];
  if (order.phase === 'signed' || order.phase === 'submitted') return [];
  const ended = order.phase === 'not-accepted' ? false : CLOSED.has(order.phase);
  return [block(order, ended ? 'act/closed' : 'act/supplier-has-it', rules.lost)];
}

/**
 * Which of the acts that the law lets people do can't be done with this order as it stands; empty where it can. Each
 * finding has its sentence and cites the rule. Facts about goods aren't acts: they are always recorded, and flagged.
 */
export function judgeAct(order: OrderState, act: LegalAct, facts: { readonly today: PlainDate }): Finding[] {
  const judged: Judged = { order, today: facts.today };
  switch (act.kind) {
    case 'submit':
      return judgeSubmission(order);
    case 'accept':
    case 'not-accept':
      return judgeAnswer(order, act.kind);
    case 'portal-receive':
      return judgePortalReceipt(order);
    case 'void':
      return judgeVoid(judged, act);
    case 'cancel':
      if (order.phase === 'signed') return [block(order, 'act/never-sent', null)];
      return [...onBalance(order, order.lines, rules.void), ...onDay(judged, act.date ?? null, rules.void)];
    case 'close-unsent':
      if (CLOSED.has(order.phase)) return [block(order, 'act/closed', null)];
      return order.phase === 'signed' || order.phase === 'tracked'
        ? []
        : [block(order, 'act/was-sent', null)];
    case 'lose':
      return [...judgeLoss(order), ...onDay(judged, act.date ?? null, rules.lost)];
    case 'replace':
      if (order.replacedBy)
        return [block(order, 'act/already-replaced', rules.lost, { by: order.replacedBy.number })];
      return order.phase === 'lost' ? [] : [block(order, 'act/not-lost', rules.lost)];
    case 'turn-up':
      if (order.turnedUpOn !== null)
        return [block(order, 'act/already-turned-up', rules.lost, { date: order.turnedUpOn })];
      if (order.lostOn === null) return [block(order, 'act/not-lost', rules.lost)];
      return onDay(judged, act.date, rules.lost);
    case 'link-statement':
      if (act.statement.trim() === '')
        return [{ ...block(order, 'act/text-missing', rules.defective), field: 'statement' }];
      return order.statement === null ? [block(order, 'act/not-rejected', rules.defective)] : [];
  }
}
