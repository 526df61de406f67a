import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

async function bundle(entry: URL): Promise<Uint8Array> {
  const result = await build({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    tsconfigRaw: { compilerOptions: { paths: { '@/*': ['./*'] } } },
    absWorkingDir: fileURLToPath(new URL('../../../', import.meta.url)),
  });
  const output = result.outputFiles[0];
  if (!output) throw new Error(`nothing was built from ${entry.pathname}`);
  return output.contents;
}

export function bundleApp(): Promise<Uint8Array> {
  return bundle(new URL('./app/main.ts', import.meta.url));
}

/** The module that Countersign publishes for suppliers' sites; null where this checkout has none. */
export async function bundlePageApi(): Promise<Uint8Array | null> {
  const entry = new URL('../../../lib/portal/page-api/client.ts', import.meta.url);
  return existsSync(entry) ? bundle(entry) : null;
}
