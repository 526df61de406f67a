/**
 * `npm run build:page-api [DIR]`: the ES module with which a supplier's site asks for a signature, its types, this guide and
 * an example page, by default in dist/page-api.
 */
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import ts from 'typescript';
import { bundlePageApi } from './bundle-page-api.mjs';
import { root } from './run.mjs';

const out = resolve(process.argv[2] ?? join(root, 'dist', 'page-api'));
const { version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const declared = ['codes', 'question', 'client'];

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const module = await bundlePageApi();
writeFileSync(join(out, 'countersign-page-api.mjs'), module);
writeFileSync(join(out, 'countersign-page-api.d.mts'), types());
writeFileSync(
  join(out, 'package.json'),
  `${JSON.stringify(
    {
      name: 'countersign-page-api',
      version,
      description: 'Asks Countersign, in the browser of a pharmacy, to sign an order. Unaudited software.',
      license,
      type: 'module',
      sideEffects: false,
      exports: { '.': { types: './countersign-page-api.d.mts', default: './countersign-page-api.mjs' } },
    },
    null,
    2,
  )}\n`,
);
copyFileSync(join(root, 'docs', 'for-suppliers.md'), join(out, 'README.md'));
copyFileSync(join(root, 'LICENSE'), join(out, 'LICENSE'));
cpSync(join(root, 'examples', 'page-api'), join(out, 'example'), { recursive: true });
console.log(`page API: ${(gzipSync(module, { level: 9 }).length / 1000).toFixed(1)} KB gzip in ${out}`);

/** One file of the declarations of all that a site may import or read; what only they use stays inside. */
function types() {
  const texts = declared.map((name) => {
    const { outputText, diagnostics } = ts.transpileDeclaration(
      readFileSync(join(root, 'lib', 'portal', 'page-api', `${name}.ts`), 'utf8'),
      {
        fileName: `${name}.ts`,
        reportDiagnostics: true,
        compilerOptions: { target: ts.ScriptTarget.ES2023, isolatedDeclarations: true },
      },
    );
    if (diagnostics?.length)
      throw new Error(ts.flattenDiagnosticMessageText(diagnostics[0].messageText, '\n'));
    if (/from '@\//.test(outputText)) throw new Error(`${name} speaks of inner types`);
    return outputText.replace(/^import type .*;\n/gm, '');
  });
  // The module has no such value: sites compare with strings.
  return `${texts.join('\n').replace('export declare const pageApiCodes', 'declare const pageApiCodes')}\nexport {};\n`;
}
