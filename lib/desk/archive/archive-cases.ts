import {
  readBackup,
  retentionOf,
  writeBackup,
  type Merged,
  type Purgeable,
  type Standing,
} from '@/lib/archive';
import { CountersignError, type OrderNumber } from '@/lib/base';
import type { OrderState } from '@/lib/order';
import { actAs, type Actor } from '../act-as';
import { situation } from '../context';
import type { DeskPorts } from '../ports';
import { requireRightClock } from './require-right-clock';

type Progress = (done: number, total: number) => void;
export type BackupStream = ReadableStream<Uint8Array<ArrayBuffer>>;

export interface ArchiveCases {
  /** By number, NDC, product or supplier, newest first. */
  search(text: string, limit: number): Promise<readonly OrderState[]>;
  /**
   * All records, encrypted under a password that is nowhere kept, as a file that is made while it is read. No private key is
   * in it. Throws `backup/password-too-short`, `people/wrong-pin`, `people/not-allowed`.
   */
  backup(
    act: Actor & { readonly password: string; readonly onProgress: Progress },
  ): Promise<{ readonly name: string; readonly bytes: BackupStream }>;
  /**
   * Takes a backup in, whole or not at all; `onProgress` counts records. While nobody is known here (a new computer), anyone
   * may: `act` is null. Throws `backup/*`, `archive/record-*`, `archive/chain-forked`, `archive/time-ahead`, `people/*`.
   */
  restore(
    file: BackupStream,
    restore: {
      readonly password: string;
      readonly act: Actor | null;
      readonly onProgress: (done: number) => void;
    },
  ): Promise<Merged>;
  /** What is past retention today. */
  purgeable(): Promise<
    Purgeable & {
      readonly years: number;
      /** Locations that keep their records for years of their own. */
      readonly locations: readonly { readonly name: string; readonly years: number }[];
    }
  >;
  /** Whether the overview could be made anew by this version, and which numbers two orders carry. */
  archiveStanding(): Promise<Standing & { readonly sameNumbers: readonly OrderNumber[] }>;
  /** Orders that carry the same number as this one: two computers gave it out, against 1305.21(b)(1). */
  twinsOf(orderId: string): Promise<readonly OrderState[]>;
  /** Makes the overview anew from the records. Throws `people/nobody-signed-in`, `archive/read-only`, `archive/storage-full`. */
  remakeOverview(): Promise<void>;
  /** Answers how many records went. Throws `archive/legal-hold`, `archive/clock-off`, `archive/clock-leapt`, `people/*`. */
  purge(act: Actor & { readonly onProgress: Progress }): Promise<number>;
}

/** Backup, restore and purge take turns: none may meet the records of another half-way. */
const TURN = 'archive-whole';

export function archiveCases(ports: DeskPorts): ArchiveCases {
  const { archive, clock, listHosts } = ports;

  return {
    search: (text, limit) => archive.search(text, limit),

    async backup({ password, onProgress, ...actor }) {
      await actAs(ports, actor, 'backup-archive');
      const { today } = await situation(ports);
      const bytes = await writeBackup(archive, { password, clock, onProgress });
      return { name: `countersign-${today}.csbackup`, bytes };
    },

    async restore(file, { password, act, onProgress }) {
      const { directory } = await situation(ports);
      if (act) await actAs(ports, act, 'restore-archive');
      else if (directory.people.length > 0) throw new CountersignError('people/nobody-signed-in');
      return listHosts.inTurn(TURN, async () => archive.merge(await readBackup(file, password), onProgress));
    },

    async purgeable() {
      const { directory, today } = await situation(ports);
      const { settings, registrants, retentionYears } = directory;
      const locations = registrants.flatMap(({ name, deaNumber }) => {
        const years = retentionYears[deaNumber];
        return years === undefined ? [] : [{ name, years }];
      });
      const found = await archive.purgeable(today, retentionOf(directory));
      return { ...found, years: settings.retentionYears, locations };
    },

    async archiveStanding() {
      const [standing, sameNumbers] = await Promise.all([archive.standing(), archive.sameNumbers()]);
      return { ...standing, sameNumbers };
    },

    async twinsOf(orderId) {
      const number = (await archive.order(orderId))?.number ?? null;
      const all = number === null ? [] : await archive.ordersOfNumber(number);
      return all.filter((order) => order.orderId !== orderId);
    },

    async remakeOverview() {
      const { directory, person } = await situation(ports);
      // It changes no record, so whoever works here may; on a new computer there is nobody to ask.
      if (!person && directory.people.length > 0) throw new CountersignError('people/nobody-signed-in');
      await listHosts.inTurn(TURN, () => archive.rebuild());
    },

    async purge({ onProgress, ...actor }) {
      const person = await actAs(ports, actor, 'change-settings');
      const { directory, today } = await situation(ports);
      const kept = retentionOf(directory);
      if (!kept.legalHold) await requireRightClock(ports);
      return listHosts.inTurn(TURN, () => archive.purge(today, person.id, kept, onProgress));
    },
  };
}
