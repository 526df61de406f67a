import type { DeaNumber, Ndc11, PlainDate } from '@/lib/base';
import type { BesideView } from '@/lib/desk';
import {
  foldBeside,
  type BesideEvent,
  type BesideKind,
  type BesideRecord,
  type BesideState,
} from '@/lib/order';
import { say } from '@/lib/words';
import { placeHere } from './fixtures';

/** Invented records beside electronic orders. */
export function besideOf(kind: BesideKind, change: Partial<BesideRecord> = {}): BesideState {
  const record: BesideRecord = {
    id: `record-${kind}`,
    kind,
    registrant: 'AP5836727' as DeaNumber,
    date: '2026-11-18' as PlainDate,
    other: kind === 'loss' ? null : { name: 'Meridian Drug Wholesale', deaNumber: 'RE1234563' },
    reference: kind === 'loss' ? null : '231234567',
    lines: [
      {
        lineNumber: 1,
        name: 'Oxycodone HCl 10 mg tablets',
        ndc11: '00406855201' as Ndc11,
        strength: '10 mg',
        schedule: '2',
        packageSize: 100,
        packages: 4,
        looseUnits: 0,
      },
      {
        lineNumber: 2,
        name: 'Methylphenidate ER 18 mg',
        ndc11: null,
        strength: null,
        schedule: '2N',
        packageSize: 100,
        packages: 0,
        looseUnits: 37,
      },
    ],
    note: kind === 'loss' ? 'Counted twice; the safe was open at closing.' : null,
    files: [],
    ...change,
  };
  const entered: BesideEvent = {
    id: 'x/1',
    type: 'record.entered',
    payload: { record },
    time: Date.parse('2026-11-18T15:04:00Z'),
    who: 'p1',
  };
  const state = foldBeside([entered]);
  if (!state) throw new Error('a record that was entered has a state');
  return state;
}

export function besideViewOf(state: BesideState): BesideView {
  return {
    state,
    place: placeHere,
    timeline: [
      {
        id: 'x/1',
        at: Date.parse('2026-11-18T15:04:00Z'),
        who: 'Ana Ruiz',
        sentence: say(`timeline.record.entered.${state.record.kind}`),
        mayBeTakenBack: false,
      },
      ...(state.record.kind === 'loss'
        ? []
        : [
            {
              id: 'x/2',
              at: Date.parse('2026-11-19T16:20:00Z'),
              who: 'Ben Ito',
              sentence: say('timeline.record.received', {
                count: 4,
                date: '2026-11-19',
                countedBy: 'Ben Ito',
              }),
              mayBeTakenBack: true,
            },
          ]),
    ],
  };
}
