import { unless, type MortalAct } from './mortal-act';

/** Two months, which are two records. */
const DISPENSED =
  'Date Filled,Drug Name,Qty\n2026-09-04,OXYCODONE HCL 10MG TAB,30\n2026-10-05,LISINOPRIL 10MG TAB,90\n';
const wish = {
  code: '9143',
  supplierId: 'cascade',
  units: 4_000,
  reason: { kind: 'pharmacy-closed', detail: 'Elm Street Drugs closed on 1 November' },
} as const;

/** What a pharmacy sets for itself, asks of suppliers, and brings in of what it dispensed. */
export const monitoringActs: readonly MortalAct[] = [
  {
    name: 'set an own limit',
    of: ['setLimit'],
    begin: ({ actor, pageOn }) => {
      const act = { commandId: 'limit', ...actor, code: '9143', units: 3_000 };
      return Promise.resolve((archive) => pageOn(archive).setLimit(act));
    },
  },
  {
    name: 'ask a supplier for more',
    of: ['requestIncrease'],
    begin: ({ actor, pageOn }) =>
      Promise.resolve((archive) =>
        pageOn(archive).requestIncrease({ commandId: 'increase', ...actor, ...wish }),
      ),
  },
  {
    name: 'import what was dispensed in two months',
    of: ['importDispensing'],
    begin: ({ pageOn }) =>
      Promise.resolve((archive) => {
        const isThere = archive
          .directory()
          .then(({ dispensing }) => dispensing.some(({ parts }) => parts.length === 2));
        return unless(isThere, () => pageOn(archive).importDispensing('rx.csv', DISPENSED, () => undefined));
      }),
  },
  {
    name: 'withdraw what was dispensed',
    of: ['withdrawDispensing'],
    async begin({ desk, actor, pageOn }) {
      await desk.importDispensing('rx.csv', DISPENSED, () => undefined);
      const importId = (await desk.dispensingImports())[0]?.id ?? '';
      const back = { commandId: 'back', ...actor, importId, reason: 'Another pharmacy’s file' };
      return (archive) => pageOn(archive).withdrawDispensing(back);
    },
  },
];
