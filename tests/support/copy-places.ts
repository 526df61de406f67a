import type { CopyPlace, CopyPlaces, CopyTarget, DiskPromise } from '@/lib/desk';

/** A folder in memory, and a world in which someone may choose it. */
export interface TestPlaces extends CopyPlaces {
  /** Path → bytes, as they were written. */
  readonly files: Map<string, Uint8Array<ArrayBuffer>>;
  /** Set to make the next write fail. */
  failing: Error | null;
}

export function testPlaces(): TestPlaces {
  let chosen: CopyPlace | null = null;
  let choices = 0;
  const places: TestPlaces = {
    files: new Map(),
    failing: null,
    kinds: ['folder', 'downloads'],
    current: () => Promise.resolve(chosen),
    open: () =>
      Promise.resolve(
        chosen &&
          ({
            ...chosen,
            has: (path) => Promise.resolve(places.files.has(path)),
            write: (path, bytes) => {
              if (places.failing) return Promise.reject(places.failing);
              places.files.set(path, bytes);
              return Promise.resolve();
            },
            finish: () => Promise.resolve(),
          } satisfies CopyTarget | null),
      ),
    choose: (kind) => {
      choices += 1;
      chosen = { id: `${kind}-${String(choices)}`, kind, name: 'Copies', writable: true };
      return Promise.resolve(chosen);
    },
    allow: () => Promise.resolve(true),
  };
  return places;
}

export const testDisk: DiskPromise = {
  persisted: () => Promise.resolve(false),
  persist: () => Promise.resolve(true),
};
