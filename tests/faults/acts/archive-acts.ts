import { openArchive, writeBackup, type Envelope } from '@/lib/archive';
import { fixedClock } from '@/lib/base';
import { START } from '../../desk/desk-pki';
import { signed } from '../../support/orders';
import {
  day,
  DAY_MS,
  order,
  received,
  submitted,
  unless,
  type MortalAct,
  type MortalWorld,
} from './mortal-act';

const CSV =
  'Date,Supplier,NDC,Product,Package size,Packages\n2026-03-04,meridian,00406-8552-01,OXYCODONE HCL 10MG TAB,100,3\n';
/** More than one record holds. */
const LONG_CSV = CSV + CSV.slice(CSV.indexOf('\n') + 1).repeat(500);
const PASSWORD = 'a password for backups';

/** The archive of another computer, with an order that is nowhere else. */
async function otherArchive({ name }: MortalWorld) {
  const other = await openArchive({ name: `${name}-other`, clock: fixedClock('2026-11-22T15:00:00Z') });
  const event = { type: 'order.signed', payload: { ...signed(order), requestId: 'order-7' } } as const;
  const by = { who: 'person-7', orderId: 'order-7' };
  await other.append({ commandId: 'sign-7', ...by, events: [event, submitted] });
  await other.append({ commandId: 'came-7', ...by, events: [received] });
  return other;
}

/** Acts on the archive as a whole. */
export const archiveActs: readonly MortalAct[] = [
  {
    name: 'merge another archive’s records',
    of: [],
    async begin(mortal) {
      const other = await otherArchive(mortal);
      const records: Envelope[] = [];
      for await (const batch of other.exportEvents()) records.push(...batch);
      other.close();
      return (archive) =>
        archive.merge(
          (async function* () {
            for (const record of records) yield await Promise.resolve([record]);
          })(),
        );
    },
  },
  {
    name: 'restore from a backup',
    of: ['restore'],
    async begin(mortal) {
      const { ports, actor, pageOn } = mortal;
      const other = await otherArchive(mortal);
      const stream = await writeBackup(other, {
        ...{ password: PASSWORD, clock: ports.clock, onProgress: () => undefined },
      });
      const bytes = await new Response(stream).arrayBuffer();
      other.close();
      return async (archive) => {
        const file = new Response(bytes.slice(0)).body;
        if (!file) throw new Error('no file');
        await pageOn(archive).restore(file, {
          ...{ password: PASSWORD, act: actor, onProgress: () => undefined },
        });
      };
    },
  },
  {
    name: 'purge',
    of: ['purge'],
    async begin({ ports, actor, sign, pageOn }) {
      await sign(submitted, {
        type: 'order.received',
        payload: {
          ...{ countedBy: 'person-1', date: day('2026-11-23'), note: null },
          lines: [1, 2].map((lineNumber) => ({ lineNumber, packages: lineNumber === 1 ? 12 : 3 })),
        },
      });
      // Nobody compares the clock here: what was recorded all the year vouches for it.
      for (let month = 12; month >= 0; month--) {
        ports.now = START + (4 * 365 - month * 30) * DAY_MS;
        await ports.archive.append({
          ...{ commandId: `month-${String(month)}`, who: 'system', orderId: null },
          events: [{ type: 'settings.set', payload: { settings: { retentionYears: 2 } } }],
        });
      }
      return (archive) => pageOn(archive).purge({ ...actor, onProgress: () => undefined });
    },
  },
  {
    name: 'import history of several records',
    of: ['importHistory'],
    begin: ({ pageOn }) =>
      Promise.resolve((archive) => {
        const isThere = archive.directory().then(({ imports }) => imports.some(({ lines }) => lines > 500));
        return unless(isThere, () => pageOn(archive).importHistory('x.csv', LONG_CSV, () => undefined));
      }),
  },
  {
    name: 'withdraw an import',
    of: ['withdrawHistory'],
    async begin({ desk, actor, pageOn }) {
      await desk.importHistory('x.csv', CSV, () => undefined);
      const importId = (await desk.historyImports())[0]?.id ?? '';
      const back = { commandId: 'back', ...actor, importId, reason: 'Another pharmacy’s file' };
      return (archive) => pageOn(archive).withdrawHistory(back);
    },
  },
  {
    name: 'make an inspection pack',
    of: ['inspectionPack'],
    async begin({ desk, actor, sign, pageOn }) {
      await sign(submitted);
      const registrant = (await desk.registrant())?.deaNumber;
      if (!registrant) throw new Error('no registrant');
      const wish = {
        ...{ commandId: 'pack', ...actor, registrant, withSom: false, withStaff: false },
        ...{ from: day('2026-11-16'), to: day('2026-11-23') },
      };
      return async (archive) => {
        const signal = new AbortController().signal;
        const { stream } = await pageOn(archive).inspectionPack(wish, () => undefined, signal);
        await new Response(stream).arrayBuffer();
      };
    },
  },
];
