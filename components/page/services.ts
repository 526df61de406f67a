import { createContext, use } from 'react';
import type { Clock } from '@/lib/base';
import type { Desk } from '@/lib/desk';
import type { Send } from '@/lib/messages';
import type { UnlockKey } from '@/lib/signing';

/** Takes a file while it is made. Rejects as the stream does, and then leaves no file. */
export type FileSink = (bytes: ReadableStream<Uint8Array<ArrayBuffer>>) => Promise<void>;

/** What an extension page needs from outside: the desk, the background, the clock and the browser's doors. */
export interface Services {
  readonly desk: Desk;
  readonly send: Send;
  readonly clock: Clock;
  /**
   * Opens the key of a certificate for the background (`lib/signing`). The password never travels; a token's PIN goes once,
   * and is overwritten. Throws `vault/*`, `host/*`, `token/*`. Given up by the signal, it hands nothing over any more.
   */
  readonly unlock: (key: UnlockKey, signal?: AbortSignal) => Promise<void>;
  /** Calls back whenever the key that was open is locked, whoever did it; answers what ends the listening. */
  readonly onLocked: (heard: () => void) => () => void;
  readonly saveFile: (name: string, bytes: Uint8Array<ArrayBuffer>) => void;
  /** Asks where a long file goes; must be the first thing in a click. Null: the user decided otherwise. */
  readonly chooseFile: (name: string) => Promise<FileSink | null>;
  readonly sites: {
    /** Asks the browser's own question; must be the first thing in a click. */
    readonly request: (patterns: readonly string[]) => Promise<boolean>;
    readonly granted: (patterns: readonly string[]) => Promise<boolean>;
  };
  readonly tokenHelper: {
    /** Asks the browser's own question, whether this extension may talk to native programs; must be the first thing in a click. */
    readonly allow: () => Promise<boolean>;
  };
}

const ServicesContext = createContext<Services | null>(null);
export const ServicesProvider = ServicesContext.Provider;

export function useServices(): Services {
  const services = use(ServicesContext);
  if (!services) throw new Error('ServicesProvider is missing above this component');
  return services;
}
