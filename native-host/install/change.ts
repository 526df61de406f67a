import { codeOf } from './code-of';
import { inspect, type Standing } from './inspect';
import type { Machine } from './machine';
import { manifestText } from './manifest';
import { allPlaces, type Place } from './places';
import { unsafePath, type Unsafe } from './unsafe-path';

/** What became of one place. */
export type Change =
  | { readonly done: 'installed' | 'updated' | 'unchanged' | 'removed' | 'nothing-there' }
  /** Another host's file, or another copy's entry when removing: left alone. */
  | { readonly done: 'left'; readonly standing: Standing }
  | { readonly done: 'unsafe'; readonly unsafe: Unsafe }
  | { readonly done: 'failed'; readonly detail: string };

export interface How {
  readonly machine: Machine;
  /** Only tells what would be done. */
  readonly dryRun: boolean;
}

/** Makes the browser know this host. Done twice, it changes nothing the second time. */
export function installAt(place: Place, { machine, dryRun }: How): Change {
  const standing = inspect(place, machine);
  if (standing.state === 'foreign' || standing.state === 'unreadable') return { done: 'left', standing };
  const unsafe = unsafePath(place.manifest, place.scope, machine);
  if (unsafe !== null) return { done: 'unsafe', unsafe };
  if (standing.state === 'installed') return { done: 'unchanged' };
  return attempt(() => {
    if (!dryRun) {
      machine.files.write(place.manifest, manifestText(place.browser.family, machine.executable));
      if (place.key !== null) machine.registry?.write(place.key, place.manifest);
    }
    return { done: standing.state === 'missing' ? 'installed' : 'updated' };
  });
}

/** Takes this host's own entry away, or one whose program is gone; never another's. */
export function uninstallAt(place: Place, { machine, dryRun }: How): Change {
  const standing = inspect(place, machine);
  if (standing.state === 'missing') return attempt(() => tidyKey(place, { machine, dryRun }));
  if (!['installed', 'other-extension', 'program-missing'].includes(standing.state))
    return { done: 'left', standing };
  return attempt(() => {
    if (!dryRun) {
      if (place.key !== null) machine.registry?.remove(place.key);
      if (!isShared(place, machine)) machine.files.remove(place.manifest);
    }
    return { done: 'removed' };
  });
}

/** A key may outlive the manifest that it names. */
function tidyKey({ key }: Place, { machine, dryRun }: How): Change {
  if (key === null || machine.registry === null || machine.registry.read(key) === null)
    return { done: 'nothing-there' };
  if (!dryRun) machine.registry.remove(key);
  return { done: 'removed' };
}

/** Windows: another browser's key may name the same manifest. */
function isShared({ key, manifest, scope }: Place, machine: Machine): boolean {
  if (key === null) return false;
  return allPlaces(scope, machine).some(
    (other) => other.key !== null && other.key !== key && machine.registry?.read(other.key) === manifest,
  );
}

function attempt(act: () => Change): Change {
  try {
    return act();
  } catch (error) {
    return { done: 'failed', detail: codeOf(error) };
  }
}
