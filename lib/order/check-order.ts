import {
  addDays,
  finding,
  isOfYear,
  needsSignedOrder,
  limits,
  parseOrderNumber,
  type Finding,
  type PlainDate,
} from '@/lib/base';
import { checkLine } from './check-line';
import { checkPurchaser, checkSeenSupplier, checkSupplier } from './check-party';
import { checkTexts } from './check-text';
import type { DraftLine, OrderDraft } from './order';
import { rules } from './rules';
import { tidy } from './tidy';

/** Field 1. Whether the number was used before, only the archive knows. */
function checkNumber(draft: OrderDraft): Finding[] {
  const at = { field: 'number', rule: rules.number };
  const text = tidy(draft.number);
  if (text === null) return [finding('blocks', 'order/number-missing', at)];
  const number = parseOrderNumber(text);
  if (!number) return [finding('blocks', 'order/number-malformed', { ...at, params: { value: text } })];
  if (draft.date === null || isOfYear(number, draft.date)) return [];
  const expected = `${draft.date.slice(2, 4)}X`;
  return [finding('blocks', 'order/number-year', { ...at, params: { number, date: draft.date, expected } })];
}

/** Field 6: an order carries the day on which it is signed. */
function checkDate(date: PlainDate | null, today: PlainDate): Finding[] {
  const at = { field: 'date', rule: rules.date };
  if (date === null) return [finding('blocks', 'order/date-missing', at)];
  if (date === today) return [];
  // Receiving systems refuse what is dated more than a day ahead (csos.md 4), whatever the zone.
  const code = date > addDays(today, 1) ? 'order/date-ahead' : 'order/date-not-today';
  return [finding('blocks', code, { ...at, params: { date, today } })];
}

function checkLines(lines: readonly DraftLine[]): Finding[] {
  if (lines.length === 0)
    return [finding('blocks', 'order/no-lines', { field: 'lines', rule: rules.packages })];
  const findings: Finding[] = [];
  if (lines.length > limits.orderMaxLines) {
    findings.push(
      finding('blocks', 'order/too-many-lines', {
        field: 'lines',
        rule: rules.form,
        params: { count: lines.length, max: limits.orderMaxLines },
      }),
    );
  }
  if (lines.some((line, index) => line.lineNumber !== index + 1)) {
    findings.push(finding('blocks', 'order/lines-misnumbered', { field: 'lines', rule: rules.form }));
  }
  const seen = new Map<string, number>();
  for (const line of lines) {
    findings.push(...checkLine(line));
    const first = line.ndc11 === null ? undefined : seen.get(line.ndc11);
    if (line.ndc11 !== null && first === undefined) seen.set(line.ndc11, line.lineNumber);
    if (first !== undefined) {
      // attacks.md 92: one product split over lines hides its total.
      findings.push(
        finding('warns', 'order/line-repeated', {
          field: `lines.${line.lineNumber}.ndc11`,
          rule: rules.packages,
          params: { line: line.lineNumber, first },
        }),
      );
    }
  }
  return findings;
}

/** A list that was read in part would be signed in part: what is missing is ordered by nobody, or unsigned by the portal. */
function checkMissing({ missing }: OrderDraft): Finding[] {
  if (!missing) return [];
  return [finding('blocks', 'order/lines-missing', { field: 'lines', rule: rules.form, params: missing })];
}

/** An order may carry other schedules beside II; some suppliers, and pharmacies, want schedule II in orders of its own. */
function checkApart(lines: readonly DraftLine[]): Finding[] {
  const signed = lines.filter(({ schedule }) => needsSignedOrder(schedule));
  const other = lines.find(({ schedule }) => schedule !== null && !needsSignedOrder(schedule));
  if (signed.length === 0 || !other) return [];
  return [
    finding('blocks', 'order/schedules-mixed', {
      field: 'lines',
      rule: rules.separation,
      params: { line: other.lineNumber },
    }),
  ];
}

/**
 * Everything that speaks against signing this draft: the nine fields of 21 CFR 1305.21(b), the numbering of lines, text
 * that hides something. Findings come in reading order, hidden characters first; `blocks` can't be bypassed.
 */
export function checkOrder(
  draft: OrderDraft,
  facts: { readonly today: PlainDate; readonly registrantDea: string; readonly separateCii?: boolean },
): Finding[] {
  return [
    ...checkTexts(draft),
    ...checkNumber(draft),
    ...checkDate(draft.date, facts.today),
    ...checkSupplier(draft.supplier),
    ...checkSeenSupplier(draft),
    ...checkPurchaser(draft.purchaser, facts.registrantDea),
    ...checkLines(draft.lines),
    ...checkMissing(draft),
    ...(facts.separateCii === true ? checkApart(draft.lines) : []),
  ];
}
