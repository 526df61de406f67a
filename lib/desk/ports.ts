import type { Archive } from '@/lib/archive';
import type { Clock } from '@/lib/base';
import type { Catalogue } from '@/lib/catalogue';
import type { OpenedPfx, OpenPfxOptions } from '@/lib/pki';
import type { NativeDoor } from '@/lib/signing';
import type { Vault } from '@/lib/vault';
import type { KeptClock } from './clock/kept-clock';
import type { CopyPlaces, DiskPromise } from './copy/places';
import type { PinTries } from './pharmacy/pin-tries';

/** What the use cases need of the world; pages, background, tests and Node each bring their own. */
export interface DeskPorts {
  readonly archive: Archive;
  readonly catalogue: Catalogue;
  readonly vault: Vault;
  readonly clock: Clock;
  /** Who is at the keyboard, kept for as long as the browser runs. */
  readonly session: {
    read(): Promise<string | null>;
    write(personId: string | null): Promise<void>;
  };
  readonly listHosts: ListHosts;
  /** Where the daily copy goes. */
  readonly copies: CopyPlaces;
  readonly disk: DiskPromise;
  /** The token helper. */
  readonly nativeHost: NativeDoor;
  /** Wrong PINs, by person: kept over restarts, on this computer alone. */
  readonly pinTries: {
    read(): Promise<unknown>;
    write(tries: PinTries): Promise<void>;
  };
  /** How this computer's clock compared with others, and when nobody answered: kept over restarts. */
  readonly clockReadings: {
    read(): Promise<unknown>;
    write(kept: KeptClock): Promise<void>;
  };
}

/** What pages bring beside: keys are imported there and nowhere else. */
export interface PagePorts extends DeskPorts {
  /**
   * As `openPfx` of lib/pki, whose errors it keeps; where it can, beside the page and not on its thread. The signal ends
   * it with `pfx/cancelled`.
   */
  readonly openPfx: (
    bytes: Uint8Array,
    password: string,
    options?: OpenPfxOptions,
    signal?: AbortSignal,
  ) => Promise<OpenedPfx>;
}

/** The way to the hosts that publish revocation lists. */
export interface ListHosts {
  /** Whether the user allowed this address's host; asked before anything is sent to it. */
  mayFetch(url: string): Promise<boolean>;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** One work of a name at a time, over all windows and the background. */
  inTurn<T>(name: string, work: () => Promise<T>): Promise<T>;
}
