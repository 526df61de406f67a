import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

export interface BareExtension {
  /** Folder that is made for it. */
  readonly dir: string;
  /** TypeScript file of its service worker. */
  readonly worker: string;
  /** A built extension whose identity it takes, and with it the right to talk to the native host. */
  readonly as?: string;
}

/**
 * An extension that is nothing but a service worker made of the product's own rooms, where the product itself gives no door
 * through which a test could come in; `page.html` runs the same in a page. Answers its folder.
 */
export async function bareExtension({ dir, worker, as }: BareExtension): Promise<string> {
  await build({
    entryPoints: [worker],
    outfile: join(dir, 'worker.js'),
    bundle: true,
    platform: 'browser',
    target: 'chrome132',
    define: { global: 'globalThis' },
    logLevel: 'error',
  });
  const identity = as === undefined ? {} : { key: keyOf(as), permissions: ['nativeMessaging'] };
  const manifest = { manifest_version: 3, name: 'Bare', version: '1', ...identity };
  writeFileSync(
    join(dir, 'manifest.json'),
    JSON.stringify({ ...manifest, background: { service_worker: 'worker.js' } }),
  );
  writeFileSync(join(dir, 'page.html'), '<!doctype html><script src="worker.js"></script>');
  return dir;
}

function keyOf(built: string): string {
  const { key } = JSON.parse(readFileSync(join(built, 'manifest.json'), 'utf8')) as { key?: string };
  if (key === undefined) throw new Error('the built extension’s manifest has no key');
  return key;
}
