import { say } from '@/lib/words/host';
import type { Change } from './change';
import type { Standing } from './inspect';
import type { Place } from './places';

/** What a place holds, in words. */
export function standingText(standing: Standing, { manifest }: Place): string {
  switch (standing.state) {
    case 'installed':
    case 'missing':
    case 'other-extension':
      return say(`host.state.${standing.state}`);
    case 'foreign':
      return say('host.state.foreign', { path: manifest });
    case 'unreadable':
      return say('host.state.unreadable', { path: manifest, detail: standing.detail });
    case 'other-path':
    case 'program-missing':
      return say(`host.state.${standing.state}`, { path: standing.path });
  }
}

/** What became of a place, in words. */
export function changeText(change: Change, place: Place): string {
  const path = place.key ?? place.manifest;
  switch (change.done) {
    case 'nothing-there':
      return say('host.done.nothing-there');
    case 'failed':
      return say('host.done.failed', { path, detail: change.detail });
    case 'left':
      return say('host.left', { why: standingText(change.standing, place) });
    case 'unsafe':
      return say(`host.unsafe.${change.unsafe.why}`, { path: change.unsafe.path });
    case 'installed':
    case 'updated':
    case 'unchanged':
    case 'removed':
      return say(`host.done.${change.done}`, { path });
  }
}
