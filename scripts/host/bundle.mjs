import { build } from 'esbuild';
import { root } from '../run.mjs';

/** Koffi looks for its native file in many folders; the host's lies beside the host and nowhere else (attacks.md 96). */
function koffiBeside(self) {
  return {
    name: 'koffi-beside',
    setup(esbuild) {
      esbuild.onResolve({ filter: /^\.\/src\/static\.js$/ }, ({ importer }) =>
        importer.includes('koffi') ? { path: 'koffi-static', namespace: 'koffi-beside' } : null,
      );
      esbuild.onLoad({ filter: /.*/, namespace: 'koffi-beside' }, () => ({
        contents: `import { createRequire } from 'node:module';
export const loadStatic = () => createRequire(${self})('./koffi.node');`,
        resolveDir: root,
      }));
    },
  };
}

/** Answers esbuild's result with its metafile. `single`: as CommonJS for a single executable, whose own path takes the place of the bundle's. */
export async function bundleHost({ outfile, single }) {
  return build({
    absWorkingDir: root,
    entryPoints: ['native-host/main.ts'],
    outfile,
    bundle: true,
    format: single ? 'cjs' : 'esm',
    platform: 'node',
    target: 'node20',
    alias: { '@': root },
    tsconfigRaw: '{}',
    charset: 'utf8',
    legalComments: 'none',
    define: single ? { 'import.meta.url': 'hostUrl', 'import.meta.dirname': 'hostFolder' } : {},
    banner: single
      ? {
          js: `const hostUrl = require('node:url').pathToFileURL(process.execPath).href, hostFolder = require('node:path').dirname(process.execPath);`,
        }
      : {},
    plugins: [koffiBeside(single ? 'process.execPath' : 'import.meta.url')],
    metafile: true,
    logLevel: 'warning',
  });
}
