import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

/** The licences of the npm packages among a bundle's `inputs` (esbuild's metafile), each whole. */
export function thirdParty(inputs) {
  const names = new Set(
    inputs.flatMap((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(file)?.[1] ?? []),
  );
  return [...names]
    .sort()
    .map((name) => {
      const dir = join(root, 'node_modules', name);
      const about = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'));
      const file = readdirSync(dir).find((entry) => /^licen[cs]e/i.test(entry));
      const text =
        file && existsSync(join(dir, file)) ? readFileSync(join(dir, file), 'utf8').trim() : about.license;
      return `${name} ${about.version} (${about.license})\n\n${text}\n`;
    })
    .join('\n---\n\n');
}
