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

/** Of those on pages and portals: the file that tries each, and a part of its test's title. */
const ELSEWHERE: Readonly<Record<number, readonly [file: string, title: string]>> = {
  71: ['tests/e2e/page-api.spec.ts', 'sites and frames that aren’t allowed hear nothing'],
  73: ['tests/e2e/bad-input.spec.ts', 'a page that navigates away'],
  75: ['lib/desk/signing.test.ts', 'is refused from one origin, whatever the worker forgot'],
  77: ['tests/hostile/hostile-page.test.ts', 'pollutes prototypes'],
  78: ['lib/portal/page-api/page-api.test.ts', 'is silent in an opaque origin'],
  79: ['tests/hostile/hostile-page.test.ts', 'replaces what is built in'],
  80: ['tests/e2e/page-cannot-sign.spec.ts', 'a page can ask, but no script of it can sign'],
  82: ['components/sign/sign-window.test.tsx', 'signs nothing for a script’s click'],
  83: ['components/sign/sign-window.test.tsx', 'puts the sign button below every line'],
  85: ['tests/e2e/page-cannot-sign.spec.ts', 'nothing there shows that the extension exists'],
  86: ['lib/portal/panel/panel.test.ts', 'what a page says is text, never markup'],
  93: ['tests/e2e/bad-input.spec.ts', 'a page that changes the order while the window is open'],
};

it.each(Object.entries(ELSEWHERE))('what pages do is tried elsewhere: %s', (_attack, [file, title]) => {
  expect(readFileSync(file, 'utf8')).toContain(title);
});

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
