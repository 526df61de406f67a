/** What stands at a path, links not followed. */
export interface Entry {
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  /** Permission bits, 0o7777. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

/** The few things that installing does with files. Each throws Node's own errors, such as EACCES. */
export interface Files {
  /** Null: nothing is there. */
  read(path: string): string | null;
  /** The whole text or nothing; missing folders are made. All may read the result, its owner alone may write it. */
  write(path: string, text: string): void;
  remove(path: string): void;
  look(path: string): Entry | null;
  /** The path without links; null: nothing is there. */
  real(path: string): string | null;
}

/** The default value of a key, such as `HKCU\Software\Mozilla\NativeMessagingHosts\countersign.host`. */
export interface Registry {
  /** Null: no such key or no default value. */
  read(key: string): string | null;
  write(key: string, value: string): void;
  remove(key: string): void;
}

export type Platform = 'linux' | 'darwin' | 'win32';

/** The computer on which the host is installed; handed in, so that Windows and macOS are tested anywhere. */
export interface Machine {
  readonly platform: Platform;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Null: Windows, which has none. */
  readonly uid: number | null;
  /** What manifests name: the host's executable, as a real path. */
  readonly executable: string;
  /** All of the host's own files, as real paths: whoever may change one of them may be the host. */
  readonly own: readonly string[];
  /** Stands before the paths of all users; empty outside tests. */
  readonly root: string;
  readonly files: Files;
  /** Null: not Windows. */
  readonly registry: Registry | null;
}
