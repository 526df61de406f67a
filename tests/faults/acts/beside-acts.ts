import type { BesideRecord } from '@/lib/order';
import { day, type MortalAct, type MortalWorld } from './mortal-act';

const date = day('2026-11-23');
const paper: Omit<BesideRecord, 'id' | 'registrant'> = {
  kind: 'paper-222',
  date: day('2026-11-20'),
  other: { name: 'Meridian Drug', deaNumber: 'RE1234563' },
  reference: '231234567',
  lines: [
    {
      ...{ lineNumber: 1, name: 'OXYCODONE HCL TAB 10MG 100', ndc11: null, strength: null, schedule: '2' },
      ...{ packageSize: 100, packages: 4, looseUnits: 0 },
    },
  ],
  note: null,
  files: [],
};
const loss = { ...paper, kind: 'loss', other: null, reference: null } as const;
const counted = { lines: [{ lineNumber: 1, packages: 4 }], date, verifiedBy: null, note: null };

/** A record that is there, and an act on it as it stands. */
async function entered({ desk, actor }: MortalWorld, record: typeof paper = paper) {
  const id = await desk.enterRecord({ commandId: 'enter', ...actor, record });
  return { commandId: 'act', id, expectedVersion: 1, ...actor };
}

/** What moves controlled substances beside electronic orders. */
export const besideActs: readonly MortalAct[] = [
  {
    name: 'enter a record',
    of: ['enterRecord'],
    begin: ({ actor, pageOn }) =>
      Promise.resolve((archive) =>
        pageOn(archive).enterRecord({ commandId: 'enter', ...actor, record: paper }),
      ),
  },
  {
    name: 'receive what a record is about',
    of: ['receiveRecord'],
    async begin(mortal) {
      const on = await entered(mortal);
      return (archive) => mortal.pageOn(archive).receiveRecord({ ...on, ...counted });
    },
  },
  {
    name: 'withdraw a record',
    of: ['withdrawRecord'],
    async begin(mortal) {
      const on = await entered(mortal);
      return (archive) =>
        mortal.pageOn(archive).withdrawRecord({ ...on, reason: 'Entered twice by two people' });
    },
  },
  {
    name: 'correct a record',
    of: ['correctRecord'],
    async begin(mortal) {
      const on = await entered(mortal);
      const record = { ...paper, reference: '231234568' };
      return (archive) =>
        mortal.pageOn(archive).correctRecord({ ...on, record, reason: 'Misread the serial' });
    },
  },
  {
    name: 'take back a count of a record',
    of: ['withdrawRecordEntry'],
    async begin(mortal) {
      const on = await entered(mortal);
      await mortal.desk.receiveRecord({ ...on, commandId: 'receive', ...counted });
      const entry = (await mortal.desk.besideRecord(on.id))?.timeline.at(-1)?.id ?? '';
      const back = { entry, reason: 'Typed 40 where 4 came' };
      return (archive) => mortal.pageOn(archive).withdrawRecordEntry({ ...on, expectedVersion: 2, ...back });
    },
  },
  {
    name: 'note that DEA was told of a loss',
    of: ['recordLossNotice'],
    async begin(mortal) {
      const on = await entered(mortal, loss);
      return (archive) => mortal.pageOn(archive).recordLossNotice({ ...on, date, how: 'letter' });
    },
  },
  {
    name: 'note that Form 106 was filed',
    of: ['recordForm106'],
    async begin(mortal) {
      const on = await entered(mortal, loss);
      return (archive) => mortal.pageOn(archive).recordForm106({ ...on, date, reference: '106-7' });
    },
  },
];
