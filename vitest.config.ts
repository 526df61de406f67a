import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Vitest's reporter groups failures with `Map.groupBy`, which Node 20 lacks: without it a failing test ends the run in a
// TypeError, and nobody learns which one failed.
if (!('groupBy' in Map))
  Object.defineProperty(Map, 'groupBy', {
    value<K, T>(items: Iterable<T>, keyOf: (item: T, index: number) => K): Map<K, T[]> {
      const groups = new Map<K, T[]>();
      let index = 0;
      for (const item of items) {
        const key = keyOf(item, index++);
        const group = groups.get(key);
        if (group) group.push(item);
        else groups.set(key, [item]);
      }
      return groups;
    },
  });

const all = ['{lib,components}/**/*.test.{ts,tsx}'];
const never = ['node_modules/**', '.output/**'];
/** Files with a process of their own: those that start processes, and those that change what modules share (crypto, mocks). */
const alone = ['lib/desk/**/*.test.ts', '{native-host,tests}/**/*.test.{ts,tsx}'];

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  version: string;
};

export default defineConfig({
  // As scripts/build-verifier.mjs puts it in.
  define: { VERIFIER_VERSION: JSON.stringify(version) },
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    // A worker for each core: Vitest leaves one of them idle, and of two that is half.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: { name: 'shared', isolate: false, include: all, exclude: [...never, ...alone] },
      },
      // The archive looks for its database when it is loaded, whatever a test loads first.
      { extends: true, test: { name: 'alone', include: alone, setupFiles: ['fake-indexeddb/auto'] } },
    ],
    // Key derivation is slow on purpose, and slower on a machine that also builds and browses.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
