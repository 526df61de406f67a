import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const panel = readFileSync(new URL('../../lib/portal/panel/style.ts', import.meta.url), 'utf8');

type Palette = Readonly<Record<string, string>>;
const colours = (text: string): Palette =>
  Object.fromEntries(
    [...text.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value]),
  );
const [light, dark] = css.split('@media screen and (prefers-color-scheme: dark)').map(colours) as [
  Palette,
  Palette,
];
const [panelLight, panelDark] = panel.split('@media (prefers-color-scheme: dark)').map(colours) as [
  Palette,
  Palette,
];

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const papers = ['desk', 'paper', 'sheet', 'well'];
const inks = ['ink', 'ink-2', 'accent', 'info', 'caution', 'stop', 'good'];
const pairs = [
  ...inks.flatMap((ink) => papers.map((paper) => [ink, paper] as const)),
  ['accent-ink', 'accent'],
  ['accent-ink', 'accent-hover'],
  ...['info', 'caution', 'stop'].flatMap((level) => [
    [level, `${level}-wash`] as const,
    ['ink', `${level}-wash`] as const,
  ]),
  ['ink', 'accent-wash'],
] as const;

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_name, palette) => {
  it.each(pairs)('%s on %s can be read: at least 4.5 : 1', (ink, paper) => {
    expect(contrast(palette[ink] as string, palette[paper] as string)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(papers)('edges of fields stand out from %s: at least 3 : 1', (paper) => {
    expect(contrast(palette['rule-strong'] as string, palette[paper] as string)).toBeGreaterThanOrEqual(3);
  });
});

it.each([
  ['light', light, panelLight],
  ['dark', dark, panelDark],
])('the in-page panel has the same %s colours', (_name, tokens, shown) => {
  const named = {
    paper: 'paper',
    ink: 'ink',
    soft: 'ink-2',
    line: 'rule',
    accent: 'accent',
    'on-accent': 'accent-ink',
    caution: 'caution',
    stop: 'stop',
    focus: 'focus',
  };
  for (const [theirs, ours] of Object.entries(named))
    expect([theirs, shown[theirs]]).toEqual([theirs, tokens[ours]]);
});
