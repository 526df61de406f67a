import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './run.mjs';

const { version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** The page API's module as it is published: what `npm run build:page-api` writes and the demo portal serves. */
export async function bundlePageApi() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['lib/portal/page-api/client.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    tsconfigRaw: '{}',
    charset: 'utf8',
    legalComments: 'none',
    banner: {
      js: `/* Countersign page API, version 1 (Countersign ${version}, ${license}). Unaudited software. */`,
    },
    logLevel: 'warning',
  });
  return outputFiles[0].contents;
}
