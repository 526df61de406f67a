/**
 * Renders the toolbar icon's PNG files from their SVG drawings. Run by hand after a drawing changed: `node scripts/icons.mjs`.
 * Small sizes have a drawing of their own, with fewer and thicker strokes.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';

const folder = new URL('../public/icon/', import.meta.url);
const drawings = [
  { size: 16, file: 'countersign-small.svg' },
  { size: 32, file: 'countersign-small.svg' },
  { size: 48, file: 'countersign.svg' },
  { size: 128, file: 'countersign.svg' },
];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  const page = await browser.newPage();
  for (const { size, file } of drawings) {
    const svg = await readFile(new URL(file, folder), 'utf8');
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`);
    const png = await page.screenshot({ omitBackground: true });
    await writeFile(new URL(`${size}.png`, folder), png);
  }
} finally {
  await browser.close();
}
