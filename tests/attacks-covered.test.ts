import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/**
 * First and last: of those on signed messages, PFX files, certificates and lists; on messages between contexts; on host,
 * storage and build.
 */
const RANGES = [
  [1, 67],
  [69, 70],
  [72, 72],
  [94, 98],
] as const;
/** A number, or a range of numbers, at the beginning of a test's title. */
const TITLE = /['"`]attacks\.md (\d+)(?:–(\d+))?/g;

const testFiles = ['lib', 'native-host', 'tests'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(folder, name)),
);

/** The others, on pages and portals, are tried in browsers (tests/hostile, tests/e2e). */
it('every attack on files, messages, host and build has a test that bears its number', () => {
  const borne = new Set<number>();
  for (const file of testFiles) {
    for (const [, first, last = first] of readFileSync(file, 'utf8').matchAll(TITLE))
      for (let attack = Number(first); attack <= Number(last); attack++) borne.add(attack);
  }
  const attacks = RANGES.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, i) => first + i),
  );
  expect(attacks.filter((attack) => !borne.has(attack))).toEqual([]);
});
