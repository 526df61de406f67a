import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** First and last: of those on signed messages, PFX files, certificates and lists; of those on host, storage and build. */
const RANGES = [
  [1, 67],
  [94, 98],
] as const;
/** A number, or a range of numbers, at the beginning of a test's title. */
const TITLE = /['"`]attacks\.md (\d+)(?:–(\d+))?/g;

const testFiles = ['lib', 'native-host', 'tests'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(folder, name)),
);

/** Those between, on pages and portals, are tried in browsers (tests/e2e). */
it('every attack on files, host and build, attacks.md 1 to 67 and 94 to 98, has a test that bears its number', () => {
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
