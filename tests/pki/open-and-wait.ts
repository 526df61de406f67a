import { readFileSync } from 'node:fs';
import { openPfx } from '../../lib/pki';

// A process of its own for memory.test.ts: opens a file, lets go of the key or not, and waits to be looked at.
const [file = '', mode = ''] = process.argv.slice(2);
const password = process.env.PFX_PASSWORD ?? '';

if (mode === 'open' || mode === 'keep') {
  const opened = await openPfx(new Uint8Array(readFileSync(file)), password);
  if (mode === 'open') opened.pkcs8.fill(0);
  Object.assign(globalThis, { opened });
} else {
  const refused = await openPfx(new Uint8Array(readFileSync(file)), `${password}?`).catch(String);
  Object.assign(globalThis, { refused });
}
// What the runtime itself copied for an import goes when its handles are collected.
for (let i = 0; i < 5; i++) {
  globalThis.gc?.();
  await new Promise((resolve) => setTimeout(resolve, 20));
}
process.stdout.write('ready\n');
setInterval(() => undefined, 1_000);
