import type { Archive } from '@/lib/archive';
import type { Clock } from '@/lib/base';
import type { Vault } from '@/lib/vault';

/** What the use cases need of the world; pages, background, tests and Node each bring their own. */
export interface DeskPorts {
  readonly archive: Archive;
  readonly vault: Vault;
  readonly clock: Clock;
  /** Who is at the keyboard, kept for as long as the browser runs. */
  readonly session: {
    read(): Promise<string | null>;
    write(personId: string | null): Promise<void>;
  };
  /** Fetches a revocation list; rejects when the host can't be reached or isn't permitted. */
  readonly fetchBytes: (url: string) => Promise<Uint8Array<ArrayBuffer>>;
}
