import { finding, formatSchedule, schedules, type Finding, type Schedule } from '@/lib/base';
import { recogniseProduct } from '@/lib/drugs';
import type { Order, OrderLine } from '@/lib/order';
import { matchDeaNumber, type Certificate } from '@/lib/pki';
import type { Judged } from './types';

/** Whether the certificate was issued for the registration that orders (21 CFR 1311.55(c)(5)). */
export function judgeRegistration(signer: Certificate, { purchaser }: Order): Judged {
  const more = {
    params: { number: purchaser.deaNumber },
    field: 'purchaser.deaNumber',
    rule: '21 CFR 1311.55(c)(5)',
  };
  switch (matchDeaNumber(signer, purchaser.deaNumber)) {
    case 'match':
      return { result: 'held', findings: [] };
    case 'no-match':
      return { result: 'failed', findings: [finding('blocks', 'certificate/dea-number-differs', more)] };
    case 'undecidable':
      return {
        result: 'not-checked',
        findings: [finding('warns', 'certificate/dea-number-undecidable', more)],
      };
  }
}

/** Whether every line is of a schedule that the certificate covers (21 CFR 1311.55(c)(9)). */
export function judgeSchedules(signer: Certificate, { lines }: Order): Judged {
  const allowed = signer.dea?.schedules ?? [];
  const findings = lines.flatMap((line) => scheduleOf(line, allowed));
  const failed = findings.some(({ severity }) => severity === 'blocks');
  return { result: failed ? 'failed' : findings.length > 0 ? 'not-checked' : 'held', findings };
}

function scheduleOf(line: OrderLine, allowed: readonly Schedule[]): Finding[] {
  const { lineNumber, schedule } = line;
  const more = { field: `lines.${lineNumber}.schedule`, rule: '21 CFR 1311.55(c)(9)' };
  if (schedule !== 'none' && !allowed.includes(schedule)) {
    const words = allowed.map(formatSchedule).join(', ') || '–';
    const params = { line: lineNumber, schedule: formatSchedule(schedule), allowed: words };
    return [finding('blocks', 'certificate/schedule-not-allowed', { params, ...more })];
  }
  const known = stricterByName(line);
  if (known === null || allowed.includes(known)) return [];
  const params = { line: lineNumber, schedule: formatSchedule(known) };
  return [finding('warns', 'order/line-schedule-doubtful', { params, ...more })];
}

/**
 * The rule compares substances, not what the purchaser calls them: the schedule that a line's name tells, where the line
 * states another one. Null: they agree, or the name tells none.
 */
function stricterByName(line: OrderLine): Schedule | null {
  const text = {
    description: line.name,
    ndc: line.ndc11,
    strength: line.strength,
    form: line.form,
    packageSize: null,
  };
  if (!recogniseProduct({ ...text, schedule: line.schedule }).contradictions.includes('schedule'))
    return null;
  const { schedule } = recogniseProduct({ ...text, schedule: null });
  return schedules.find((known) => known === schedule) ?? null;
}
