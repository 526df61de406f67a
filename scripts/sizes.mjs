/** `npm run sizes`: what each entrypoint weighs (gzip, everything it loads statically), against its budget. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { root } from './run.mjs';

const built = join(root, '.output', 'chrome-mv3');
/** Kilobytes (1,000 bytes) after gzip; null: shown only. What runs in a supplier's page and what opens at a click is kept small. */
const budgets = {
  'gate.js': 10,
  // Reading any page, the panel, and holding a press; loaded only where an order may be.
  'detector.js': 50,
  'teach.js': 45,
  'count.js': 45,
  'popup.html': 90,
  'sign.html': null,
  'workspace.html': null,
  'background.js': null,
};

/** Kilobytes after gzip of parts that ship inside others, bundled by themselves. */
const parts = {
  'lib/portal/panel': 15,
};

const pattern = {
  html: /(?:src|href)="([^"]+\.(?:js|css))"/g,
  js: /(?:from|import)\s*["'](\.{1,2}\/[^"']+\.js)["']/g,
};

/** The file and everything it loads before it can run. */
function closure(path, seen = new Set()) {
  if (seen.has(path) || !existsSync(path)) return seen;
  seen.add(path);
  const kind = path.endsWith('.html') ? 'html' : path.endsWith('.js') ? 'js' : null;
  if (kind === null) return seen;
  for (const [, to] of readFileSync(path, 'utf8').matchAll(pattern[kind]))
    closure(to.startsWith('/') ? join(built, to) : join(dirname(path), to), seen);
  return seen;
}

if (!existsSync(built)) {
  console.error('Nothing is built yet. Run `npm run build` first.');
  process.exit(1);
}
let over = 0;
function tell(name, bytes, budget) {
  const kilobytes = bytes / 1000;
  const tooMuch = budget !== null && kilobytes > budget;
  if (tooMuch) over += 1;
  const against = budget === null ? '' : `of ${budget} KB${tooMuch ? '  OVER BUDGET' : ''}`;
  console.log(`${name.padEnd(16)} ${kilobytes.toFixed(1).padStart(7)} KB gzip ${against}`.trimEnd());
}

const weigh = (content) => gzipSync(content, { level: 9 }).length;
for (const [name, budget] of Object.entries(budgets)) {
  const files = [...closure(join(built, name))];
  tell(
    name,
    files.reduce((sum, file) => sum + weigh(readFileSync(file)), 0),
    budget,
  );
}
for (const [name, budget] of Object.entries(parts)) {
  const { outputFiles } = await build({
    entryPoints: [join(root, name, 'index.ts')],
    ...{ bundle: true, minify: true, write: false, format: 'iife', globalName: 'part' },
    tsconfigRaw: { compilerOptions: { paths: { '@/*': ['./*'] } } },
    absWorkingDir: root,
  });
  tell(name, weigh(outputFiles[0].contents), budget);
}
process.exitCode = over > 0 ? 1 : 0;
