import { readBackup, writeBackup, type Merged, type Purgeable, type Retention } from '@/lib/archive';
import { CountersignError } from '@/lib/base';
import type { OrderState } from '@/lib/order';
import { actAs, type Actor } from '../act-as';
import { situation } from '../context';
import type { DeskPorts } from '../ports';

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
  purgeable(): Promise<Purgeable & { readonly years: number }>;
  /** Answers how many records went. Throws `archive/legal-hold`, `people/*`. */
  purge(act: Actor & { readonly onProgress: Progress }): Promise<number>;
}

/** Backup, restore and purge take turns: none may meet the records of another half-way. */
const TURN = 'archive-whole';

export function archiveCases(ports: DeskPorts): ArchiveCases {
  const { archive, clock, listHosts } = ports;

  async function retention(): Promise<
    Retention & { readonly today: Parameters<typeof archive.purgeable>[0] }
  > {
    const { directory, today } = await situation(ports);
    const { retentionYears: years, legalHold } = directory.settings;
    return { years, legalHold, today };
  }

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
      const { today, ...kept } = await retention();
      return { ...(await archive.purgeable(today, kept)), years: kept.years };
    },

    async purge({ onProgress, ...actor }) {
      const person = await actAs(ports, actor, 'change-settings');
      const { today, ...kept } = await retention();
      return listHosts.inTurn(TURN, () => archive.purge(today, person.id, kept, onProgress));
    },
  };
}
