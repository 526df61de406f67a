import { describe, expect, it } from 'vitest';
import type { Directory } from '@/lib/archive';
import type { DeaNumber, PlainDate, Schedule } from '@/lib/base';
import { draftOf } from '@/lib/order';
import type { PoaRecord, Role } from '@/lib/people';
import { sampleOrder } from '@/tests/support/orders';
import { poaFindings } from './poa-findings';

const day = (text: string) => text as PlainDate;
const today = day('2026-11-23');
const registrant = { ...sampleOrder.purchaser, zone: 'America/Chicago' };
const elsewhere = 'MG1234563' as DeaNumber;
/** A line of schedule II and one of II N. */
const { lines } = draftOf(sampleOrder);

const letter = (change: Partial<PoaRecord> = {}): PoaRecord => ({
  ...{ id: 'letter', personId: 'paul', registrant: registrant.deaNumber, schedules: ['2', '2N'] },
  ...{ since: day('2026-01-01'), until: null, file: null, revoked: null },
  ...change,
});
const found = (poa: readonly PoaRecord[], role: Role = 'signer', of = lines) => {
  const people = [{ id: 'paul', name: 'Paul', role }];
  const directory = { people, poa, registrants: [registrant], formerNumbers: {} } as unknown as Directory;
  return poaFindings(directory, { personId: 'paul', registrant, lines: of, today }).map(
    ({ severity, code, field, rule }) => [severity, code, field, rule],
  );
};
const revoked = { on: today, reason: 'left the pharmacy', file: null };
const blocks = [['blocks', 'poa/not-in-force', null, '21 CFR 1305.05']];
const warns = [['warns', 'poa/no-letter', null, '21 CFR 1305.05']];

/** Only the registrant enforces a power of attorney (1311.15(b)), so what is on record here is held to. */
describe('a signer’s power of attorney', () => {
  it.each<readonly [string, readonly PoaRecord[], readonly (readonly unknown[])[]]>([
    ['in force for all that is ordered lets it pass', [letter()], []],
    ['on its last day is in force', [letter({ until: today })], []],
    ['over since yesterday blocks', [letter({ until: day('2026-11-22') })], blocks],
    ['revoked today blocks', [letter({ revoked })], blocks],
    [
      'revoked from tomorrow on is in force',
      [letter({ revoked: { ...revoked, on: day('2026-11-24') } })],
      [],
    ],
    ['that begins tomorrow blocks', [letter({ since: day('2026-11-24') })], blocks],
    ['revoked and granted anew is in force', [letter({ revoked }), letter({ id: 'anew' })], []],
    [
      'granted before and revoked since is no help to one that is over',
      [letter({ revoked }), letter({ id: 'b', until: day('2026-02-01') })],
      blocks,
    ],
    ['that was never recorded is pointed out: it may lie in a drawer', [], warns],
    ['for another location says nothing of this one', [letter({ registrant: elsewhere })], warns],
    [
      'for another location doesn’t outweigh one revoked here',
      [letter({ registrant: elsewhere }), letter({ revoked })],
      blocks,
    ],
    ['of somebody else says nothing of this signer', [letter({ personId: 'eve' })], warns],
  ])('%s', (_, letters, expected) => {
    expect(found(letters)).toEqual(expected);
  });

  it('that leaves out a schedule blocks the lines of it alone', () => {
    const only: readonly Schedule[] = ['2'];
    expect(found([letter({ schedules: only })])).toEqual([
      ['blocks', 'poa/schedule-not-covered', 'lines.2.schedule', '21 CFR 1311.15(b)'],
    ]);
    // Two letters in force cover together what each covers.
    expect(found([letter({ schedules: only }), letter({ id: 'b', schedules: ['2N'] })])).toEqual([]);
  });

  it('isn’t asked of the pharmacist in charge who has none, nor for what needs no signed order', () => {
    expect(found([], 'pic')).toEqual([]);
    expect(found([letter({ revoked })], 'pic')).toEqual(blocks);
    expect(
      found(
        [letter({ revoked })],
        'signer',
        lines.map((line) => ({ ...line, schedule: '4' })),
      ),
    ).toEqual([]);
  });
});
