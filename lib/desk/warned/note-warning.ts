import { CountersignError } from '@/lib/base';
import type { WarnedOf } from '@/lib/order';
import type { SomLevel, SubstanceAssessment } from '@/lib/som';
import { assessDraft } from '../assess';
import { situation } from '../context';
import { applyEdits } from '../edits';
import type { DeskPorts } from '../ports';
import { todayAt } from '../registrants';
import type { WarnedCases } from './views';

/** Kept in the request's own stream, whether it is signed, refused or void in the end (som.md 6). */
export function noteWarning(ports: DeskPorts): WarnedCases['noteWarning'] {
  return async (requestId, edits) => {
    const stored = await ports.archive.request(requestId);
    if (!stored) throw new CountersignError('signing/request-unknown');
    if (stored.state.phase !== 'open') return;
    const draft = applyEdits(stored.request.draft, edits);
    const today = todayAt(ports, await situation(ports), draft.purchaser.deaNumber);
    const { level, substances, ruleVersion } = await assessDraft(ports, draft, today);
    if (!isWarning(level)) return;
    const commandId = `warned-${requestId}-${level}`;
    if (await ports.archive.isWritten(commandId)) return;
    await ports.archive.append({
      commandId,
      who: (await ports.session.read()) ?? 'system',
      orderId: requestId,
      events: [
        { type: 'request.warned', payload: { level, ruleVersion, substances: substances.flatMap(warnedOf) } },
      ],
    });
  };
}

function isWarning(level: SomLevel): level is WarnedOf['level'] {
  return level === 'information' || level === 'caution' || level === 'stop';
}

function warnedOf({ substanceCode, substanceName, level, ordered }: SubstanceAssessment): WarnedOf[] {
  if (substanceCode === null || ordered === null || !isWarning(level)) return [];
  const { units, baseMg } = ordered;
  return [{ code: substanceCode, name: substanceName ?? substanceCode, units, baseMg, level }];
}
