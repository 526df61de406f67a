import { codeOf } from './code-of';
import type { Machine } from './machine';
import { allowsExtension, readManifest } from './manifest';
import type { Place } from './places';

/** What a browser finds at a place. */
export type Standing =
  | { readonly state: 'installed' | 'missing' | 'foreign' }
  /** Another copy of the host. */
  | { readonly state: 'other-path'; readonly path: string }
  /** A program that is gone. */
  | { readonly state: 'program-missing'; readonly path: string }
  /** This host, but for another extension or another way of calling. */
  | { readonly state: 'other-extension' }
  | { readonly state: 'unreadable'; readonly detail: string };

export function inspect(place: Place, machine: Machine): Standing {
  try {
    return judge(place, machine);
  } catch (error) {
    return { state: 'unreadable', detail: codeOf(error) };
  }
}

function judge({ browser, manifest, key }: Place, { files, registry, executable }: Machine): Standing {
  const at = key === null ? manifest : (registry?.read(key) ?? null);
  if (at === null) return { state: 'missing' };
  const entry = files.look(at);
  // A key that names a file that is gone is nobody's any more.
  if (entry === null) return { state: 'missing' };
  if (entry.kind !== 'file') return { state: 'foreign' };
  const found = readManifest(files.read(at) ?? '');
  if (found === null) return { state: 'foreign' };
  if (found.path !== executable) {
    const there = files.look(found.path) !== null;
    return { state: there ? 'other-path' : 'program-missing', path: found.path };
  }
  return { state: allowsExtension(found, browser.family) ? 'installed' : 'other-extension' };
}
