import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Manifest {
  readonly permissions?: readonly string[];
  readonly optional_permissions?: readonly string[];
}

const PERMISSION = 'nativeMessaging';

/**
 * A copy of a built extension that may talk to its native host from the start: nobody can press Allow in the browser's
 * own prompt here. Nothing else differs; throws when the build doesn't ask for it as an option.
 */
export function withNativeMessaging(built: string, copy: string): string {
  cpSync(built, copy, { recursive: true });
  const file = join(copy, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  const { permissions = [], optional_permissions: optional = [] } = manifest;
  if (!optional.includes(PERMISSION)) throw new Error(`the build has no optional permission ${PERMISSION}`);
  const changed = {
    ...manifest,
    permissions: [...permissions, PERMISSION],
    optional_permissions: optional.filter((name) => name !== PERMISSION),
  };
  writeFileSync(file, JSON.stringify(changed));
  return copy;
}
