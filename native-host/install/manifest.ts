import * as v from 'valibot';
import { EXTENSION_IDS, HOST_NAME } from '@/lib/host';
import type { Family } from './browsers';

const manifestSchema = v.object({
  name: v.string(),
  path: v.string(),
  type: v.string(),
  allowed_origins: v.optional(v.array(v.string()), []),
  allowed_extensions: v.optional(v.array(v.string()), []),
});
export type Manifest = v.InferOutput<typeof manifestSchema>;

/** Who may call the host, exactly (attacks.md 94): one extension, never a pattern. */
function callers(family: Family) {
  return family === 'firefox'
    ? { allowed_extensions: [EXTENSION_IDS.firefox] }
    : { allowed_origins: [`chrome-extension://${EXTENSION_IDS.chromium}/`] };
}

/** The manifest's text for one kind of browser; `executable`: the host's absolute path. */
export function manifestText(family: Family, executable: string): string {
  const manifest = {
    name: HOST_NAME,
    description: 'Countersign Host: signs with the token of this computer',
    path: executable,
    type: 'stdio',
    ...callers(family),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Null: this isn't a manifest of this host, so it is left alone. */
export function readManifest(text: string): Manifest | null {
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), manifestSchema), text);
  return result.success && result.output.name === HOST_NAME ? result.output : null;
}

/** Whether the manifest lets in the extension, and nobody else. */
export function allowsExtension(manifest: Manifest, family: Family): boolean {
  const wanted = { allowed_origins: [], allowed_extensions: [], ...callers(family) };
  const same = (a: readonly string[], b: readonly string[]) => JSON.stringify(a) === JSON.stringify(b);
  return (
    manifest.type === 'stdio' &&
    same(manifest.allowed_origins, wanted.allowed_origins) &&
    same(manifest.allowed_extensions, wanted.allowed_extensions)
  );
}
