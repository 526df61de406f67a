import { browsers, type Browser } from './browsers';
import { inspect, type Standing } from './inspect';
import type { Machine } from './machine';
import { isThere, placesOf, type Place, type Scope } from './places';

export interface PlaceStatus {
  readonly place: Place;
  readonly standing: Standing;
}

export interface BrowserStatus {
  readonly browser: Browser;
  readonly there: boolean;
  readonly places: readonly PlaceStatus[];
  /** Whether this browser would start this host now. */
  readonly knows: boolean;
}

const scopes: readonly Scope[] = ['user', 'system'];

/** What each browser knows of this host. A user's own manifest goes before that of all users. */
export function statusOf(machine: Machine, asked: readonly Browser[] = browsers): BrowserStatus[] {
  return asked.map((browser) => {
    const places = scopes
      .flatMap((scope) => placesOf(browser, scope, machine))
      .map((place) => ({ place, standing: inspect(place, machine) }));
    const first = places.find(({ standing }) => standing.state !== 'missing');
    return {
      browser,
      there: isThere(browser, machine),
      places,
      knows: first?.standing.state === 'installed',
    };
  });
}
