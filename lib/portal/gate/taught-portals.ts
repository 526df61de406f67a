import { matchesHost } from '../profiles/matches-host';

/**
 * Where the background keeps, in the extension's own storage, what scripts in pages must know before they ask: on which
 * hosts a profile says where things are, and a stamp that is another one after any supplier changed.
 */
export const TAUGHT_PORTALS = 'taught-portals';

export interface TaughtPortals {
  /** Host patterns of profiles with rules of reading. */
  readonly hosts: readonly string[];
  readonly stamp: string;
}

/** Whether a profile says where things are on the page at this address; `kept`: what storage has. */
export function isTaught(kept: unknown, url: string): boolean {
  const hosts = (kept as Partial<TaughtPortals> | null | undefined)?.hosts;
  return (
    Array.isArray(hosts) && hosts.some((host: unknown) => typeof host === 'string' && matchesHost(host, url))
  );
}
