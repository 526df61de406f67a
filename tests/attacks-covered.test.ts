import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** The last attack on signed messages, PFX files, certificates and lists; those behind it are about pages and portals. */
const LAST = 67;
/** A number, or a range of numbers, at the beginning of a test's title. */
const TITLE = /['"`]attacks\.md (\d+)(?:–(\d+))?/g;

const testFiles = ['lib', 'tests'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(folder, name)),
);

it('every attack on files, attacks.md 1 to 67, has a test that bears its number', () => {
  const borne = new Set<number>();
  for (const file of testFiles) {
    for (const [, first, last = first] of readFileSync(file, 'utf8').matchAll(TITLE))
      for (let attack = Number(first); attack <= Number(last); attack++) borne.add(attack);
  }
  const attacks = Array.from({ length: LAST }, (_, i) => i + 1);
  expect(attacks.filter((attack) => !borne.has(attack))).toEqual([]);
});
