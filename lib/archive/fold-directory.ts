import type { Directory } from './directory';
import type { Envelope } from './envelope';

export const emptyDirectory: Directory = {
  registrant: null,
  people: [],
  suppliers: [],
  roots: [],
  certificates: [],
  honesty: [],
};

/** The list with `item` in the place of the one it replaces, or at the end. */
function put<T>(list: readonly T[], item: T, same: (other: T) => boolean): readonly T[] {
  const at = list.findIndex(same);
  return at < 0 ? [...list, item] : list.with(at, item);
}

/** The directory after an event; the very same object where the event doesn't concern it. */
export function foldDirectory(before: Directory, event: Envelope): Directory {
  switch (event.type) {
    case 'registrant.set':
      return { ...before, registrant: event.payload.registrant };
    case 'person.set': {
      const { person } = event.payload;
      return { ...before, people: put(before.people, person, ({ id }) => id === person.id) };
    }
    case 'supplier.set': {
      const { supplier } = event.payload;
      return { ...before, suppliers: put(before.suppliers, supplier, ({ id }) => id === supplier.id) };
    }
    case 'root.trusted': {
      const { root } = event.payload;
      return { ...before, roots: put(before.roots, root, ({ sha256 }) => sha256 === root.sha256) };
    }
    case 'root.removed': {
      const kept = before.roots.filter(({ sha256 }) => sha256 !== event.payload.sha256);
      return { ...before, roots: kept };
    }
    case 'certificate.added': {
      const { certificate } = event.payload;
      const same = ({ sha256 }: { readonly sha256: string }) => sha256 === certificate.sha256;
      // Brought in again, from the same file or another, it is no less revoked.
      const revokedOn = before.certificates.find(same)?.revokedOn;
      const marked = revokedOn === undefined ? certificate : { ...certificate, revokedOn };
      return { ...before, certificates: put(before.certificates, marked, same) };
    }
    case 'certificate.revoked': {
      const { sha256, revokedOn } = event.payload;
      const marked = before.certificates.map((known) =>
        known.sha256 === sha256 ? { ...known, revokedOn } : known,
      );
      return { ...before, certificates: marked };
    }
    case 'key.removed': {
      const { sha256 } = event.payload;
      const marked = before.certificates.map((known) =>
        known.sha256 === sha256 ? { ...known, keyRemoved: true as const } : known,
      );
      return { ...before, certificates: marked };
    }
    case 'certificate.removed': {
      const kept = before.certificates.filter(({ sha256 }) => sha256 !== event.payload.sha256);
      return { ...before, certificates: kept };
    }
    case 'honesty.accepted':
      return { ...before, honesty: [...before.honesty, event.payload.acceptance] };
    default:
      return before;
  }
}
