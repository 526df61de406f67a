import { createContext, use } from 'react';
import type { Clock } from '@/lib/base';
import type { SignDesk } from '@/lib/desk';
import type { Send } from '@/lib/messages';
import type { UnlockKey } from '@/lib/signing';

/** What every extension page with an archive needs from outside: its part of the desk, the background, the clock, the key. */
export interface PageServices {
  readonly desk: SignDesk;
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
  readonly tokenHelper: {
    /** Asks the browser's own question, whether this extension may talk to native programs; must be the first thing in a click. */
    readonly allow: () => Promise<boolean>;
  };
}

const PageServicesContext = createContext<PageServices | null>(null);
export const PageServicesProvider = PageServicesContext.Provider;

export function usePageServices(): PageServices {
  const services = use(PageServicesContext);
  if (!services) throw new Error('PageServicesProvider is missing above this component');
  return services;
}
