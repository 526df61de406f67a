import type { Directory, Registrant } from '@/lib/archive';
import { finding, formatSchedule, needsSignedOrder, type Finding, type PlainDate } from '@/lib/base';
import type { DraftLine } from '@/lib/order';
import { poaStanding } from '@/lib/people';
import { say } from '@/lib/words';
import { ownNumbers } from './registrants';

/**
 * Whether a signer's power of attorney covers the lines that only a signed order may hold. Only the registrant enforces it
 * (21 CFR 1311.15(b)): a letter that is over, or leaves a schedule out, blocks; that there is none on record warns, since the
 * registrant needs none and the letter may lie in a drawer.
 */
export function poaFindings(
  directory: Directory,
  {
    personId,
    registrant,
    lines,
    today,
  }: {
    readonly personId: string;
    readonly registrant: Registrant;
    readonly lines: readonly DraftLine[];
    readonly today: PlainDate;
  },
): Finding[] {
  const person = directory.people.find(({ id }) => id === personId);
  const asked = lines.filter(({ schedule }) => needsSignedOrder(schedule));
  if (!person || asked.length === 0) return [];
  const { name } = person;
  const standing = poaStanding(directory.poa, {
    ...{ personId, today, numbers: ownNumbers(directory, registrant) },
  });
  if (standing.state === 'none') {
    return person.role === 'pic'
      ? []
      : [finding('warns', 'poa/no-letter', { params: { name }, rule: '21 CFR 1305.05' })];
  }
  if (standing.state === 'ended') {
    const params = { name, why: whyNot(standing) };
    return [finding('blocks', 'poa/not-in-force', { params, rule: '21 CFR 1305.05' })];
  }
  const allowed = standing.schedules.map(formatSchedule).join(', ');
  return asked.flatMap(({ lineNumber, schedule }) =>
    schedule === null || schedule === 'none' || standing.schedules.includes(schedule)
      ? []
      : [
          finding('blocks', 'poa/schedule-not-covered', {
            params: { line: lineNumber, schedule: formatSchedule(schedule), name, allowed },
            field: `lines.${lineNumber}.schedule`,
            rule: '21 CFR 1311.15(b)',
          }),
        ],
  );
}

function whyNot({ letter, why }: Extract<ReturnType<typeof poaStanding>, { state: 'ended' }>): string {
  if (why === 'revoked') return say('poa.why.revoked', { date: letter.revoked?.on ?? letter.since });
  if (why === 'to-come') return say('poa.why.to-come', { date: letter.since });
  return say('poa.why.ended', { date: letter.until ?? letter.since });
}
