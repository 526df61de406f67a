/**
 * `npm run build:verifier [DIR]`: `countersign verify` and its module as a package that needs Node alone, by default in
 * dist/verifier.
 */
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import ts from 'typescript';
import { root } from './run.mjs';
import { thirdParty } from './third-party.mjs';

const out = resolve(process.argv[2] ?? join(root, 'dist', 'verifier'));
const { version, license, engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const declared = ['index', 'types', 'read-trust', 'verifier-error', 'verify-order'];

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ['verifier/countersign.ts', 'verifier/index.ts'],
  outdir: out,
  outExtension: { '.js': '.mjs' },
  chunkNames: 'verify-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  alias: { '@': root },
  tsconfigRaw: '{}',
  charset: 'utf8',
  legalComments: 'none',
  define: { VERIFIER_VERSION: JSON.stringify(version) },
  metafile: true,
  logLevel: 'warning',
});
chmodSync(join(out, 'countersign.mjs'), 0o755);

// The public types import nothing of the house, so each file's declaration stands by itself.
for (const name of declared) {
  const { outputText, diagnostics } = ts.transpileDeclaration(
    readFileSync(join(root, 'verifier', `${name}.ts`), 'utf8'),
    {
      fileName: `${name}.ts`,
      reportDiagnostics: true,
      compilerOptions: { target: ts.ScriptTarget.ES2023, isolatedDeclarations: true },
    },
  );
  if (diagnostics?.length) throw new Error(ts.flattenDiagnosticMessageText(diagnostics[0].messageText, '\n'));
  if (/from '@\//.test(outputText)) throw new Error(`${name} speaks of inner types`);
  writeFileSync(join(out, `${name}.d.mts`), outputText.replace(/(from '\.\/[a-z-]+)'/g, "$1.mjs'"));
}

writeFileSync(
  join(out, 'package.json'),
  `${JSON.stringify(
    {
      name: 'countersign-verifier',
      version,
      description:
        'Verifies signed controlled-substance orders (CSOS) without a network. Unaudited software.',
      license,
      type: 'module',
      engines,
      bin: { countersign: './countersign.mjs' },
      exports: { '.': { types: './index.d.mts', default: './index.mjs' } },
    },
    null,
    2,
  )}\n`,
);
copyFileSync(join(root, 'docs', 'for-suppliers.md'), join(out, 'README.md'));
copyFileSync(join(root, 'LICENSE'), join(out, 'LICENSE'));
writeFileSync(join(out, 'THIRD-PARTY.txt'), thirdParty(Object.keys(metafile.inputs)));
