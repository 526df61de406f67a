import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Manifest {
  readonly permissions?: readonly string[];
  readonly optional_permissions?: readonly string[];
}

/**
 * A copy of a built extension that has a permission from the start which it asks for otherwise: nobody can press Allow in
 * the browser's own prompt here. Nothing else differs; throws when the build doesn't ask for it as an option.
 */
export function withPermission(
  permission: 'nativeMessaging' | 'downloads',
  built: string,
  copy: string,
): string {
  cpSync(built, copy, { recursive: true });
  const file = join(copy, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  const { permissions = [], optional_permissions: optional = [] } = manifest;
  if (!optional.includes(permission)) throw new Error(`the build has no optional permission ${permission}`);
  const changed = {
    ...manifest,
    permissions: [...permissions, permission],
    optional_permissions: optional.filter((name) => name !== permission),
  };
  writeFileSync(file, JSON.stringify(changed));
  return copy;
}
