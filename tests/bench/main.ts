import { parseArgs } from 'node:util';
import { benchInNode } from './in-node';
import { startChromium } from './in-chromium';
import type { Figure } from './figure';
import { pageFigures } from './pages/page-figures';
import { makeInputs } from './inputs';
import { startingWith, suiteNames } from './suites';
import { line } from './table';
import { tokenFigures } from './token';

/** What is measured in the browser alone, where its databases and the native host are. */
const browserOnly = ['age', 'approval', 'catalogue', 'pages', 'token'] as const;
/** Ten years of a busy pharmacy, and its first weeks. */
const LINES = 500_000;
const FEWER_LINES = 5_000;
const USAGE = `npm run bench -- [PREFIX] [--json] [--node | --chromium] [--lines N]
Figures whose name begins with PREFIX, which begins with one of: ${[...suiteNames, ...browserOnly].join(', ')}.`;

/** Figures, not tests: what is too slow is for people to judge, on a machine that does nothing else meanwhile. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      json: { type: 'boolean' },
      node: { type: 'boolean' },
      chromium: { type: 'boolean' },
      lines: { type: 'string' },
    },
    allowPositionals: true,
  });
  const prefix = positionals.join(' ');
  const chosen = startingWith(suiteNames, prefix);
  const alone = values.node ? [] : startingWith(browserOnly, prefix);
  if (chosen.length + alone.length === 0)
    throw new Error(`nothing to measure begins with "${prefix}"\n${USAGE}`);
  const print = (figures: readonly Figure[]) => {
    for (const figure of figures) process.stdout.write(`${values.json ? asJson(figure) : line(figure)}\n`);
  };

  const inputs = makeInputs();
  const isNeeded =
    !values.node && (chosen.length > 0 || alone.some((name) => name !== 'token' && name !== 'pages'));
  const browser = isNeeded ? await startChromium() : null;
  try {
    for (const suite of chosen) {
      process.stderr.write(`measuring ${suite}\n`);
      if (!values.chromium) print(await benchInNode(suite, inputs, prefix));
      if (browser) print(await browser.bench(suite, inputs, prefix));
    }
    if (browser && alone.includes('age'))
      print(only(await browser.age(Number(values.lines ?? LINES), FEWER_LINES, prefix), prefix));
    if (browser && alone.includes('catalogue')) print(only(await browser.catalogue(), prefix));
    if (browser && alone.includes('approval')) print(only(await browser.approval(inputs), prefix));
  } finally {
    await browser?.close();
  }
  if (alone.includes('pages')) print(only(await pageFigures(), prefix));
  if (alone.includes('token')) print(only(await tokenFigures(inputs), prefix));
}

function only(figures: readonly Figure[], prefix: string): Figure[] {
  return figures.filter(({ name }) => name.startsWith(prefix));
}

function asJson({ name, value, unit, ratio, against, n }: Figure): string {
  return JSON.stringify({ name, value, unit, ratio, against, n });
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
