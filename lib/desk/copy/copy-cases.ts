import { situation } from '../context';
import type { DeskPorts } from '../ports';
import { isCopyStale } from './copy-finding';
import { copyNow } from './copy-now';
import type { CopyKind } from './places';
import type { CopyView } from './views';

export interface CopyCases {
  copyView(): Promise<CopyView>;
  /** Only from a click. False: the user decided otherwise. */
  chooseCopyPlace(kind: CopyKind): Promise<boolean>;
  /** Asks the browser for the folder again; only from a click. */
  allowCopyPlace(): Promise<boolean>;
  /** Throws `archive/copy-target-missing`, `archive/copy-folder-lost`. */
  copyNow(onProgress: (done: number, total: number) => void): Promise<void>;
  /** Asks the browser to keep the archive when the disk is short; answers whether it will. */
  keepArchive(): Promise<boolean>;
}

export function copyCases(ports: DeskPorts): CopyCases {
  return {
    async copyView() {
      const [state, place, persisted, { directory }] = await Promise.all([
        ports.archive.copyState(),
        ports.copies.current(),
        ports.disk.persisted(),
        situation(ports),
      ]);
      const isStale = isCopyStale(state, ports.clock.now(), directory.settings.copyEveryHours);
      return { ...state, place, kinds: ports.copies.kinds, isStale, persisted };
    },

    chooseCopyPlace: async (kind) => (await ports.copies.choose(kind)) !== null,

    allowCopyPlace: () => ports.copies.allow(),

    copyNow: (onProgress) => copyNow(ports, onProgress),

    keepArchive: () => ports.disk.persist(),
  };
}
