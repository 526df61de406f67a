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
