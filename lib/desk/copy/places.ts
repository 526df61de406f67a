/** Where daily copies can go. `folder`: one that the user chose; `downloads`: a ZIP of what is new each time. */
export type CopyKind = 'folder' | 'downloads';

export interface CopyPlace {
  /** Changes with every choice: another place holds nothing yet. */
  readonly id: string;
  readonly kind: CopyKind;
  /** As the user knows it: the folder's name. */
  readonly name: string;
  /** False where the browser has to be allowed once more, by a click. */
  readonly writable: boolean;
}

/** Takes the files of one copy. Paths have `/` and nothing that a file system refuses. */
export interface CopyTarget extends CopyPlace {
  /** Whether an earlier copy left this file; a ZIP never has one. Throws `archive/copy-folder-lost`. */
  has(path: string): Promise<boolean>;
  /** Throws `archive/copy-folder-lost`. */
  write(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Hands over what was written; only then is there a copy. */
  finish(): Promise<void>;
}

export interface CopyPlaces {
  /** What this browser can do, the better one first. */
  readonly kinds: readonly CopyKind[];
  current(): Promise<CopyPlace | null>;
  /** Null: nobody has chosen yet, or this context can't write there (`writable` says which). */
  open(): Promise<CopyTarget | null>;
  /** Only from a click. Null: the user decided otherwise. */
  choose(kind: CopyKind): Promise<CopyPlace | null>;
  /** Asks for the folder again, only from a click. */
  allow(): Promise<boolean>;
}

/** Whether the browser promised not to throw the archive away when the disk is short. */
export interface DiskPromise {
  persisted(): Promise<boolean>;
  persist(): Promise<boolean>;
}
