import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run.mjs';

/** Koffi's prebuilt file for a platform (`process.platform`, `process.arch`), as npm installed it with koffi. */
export function koffiNative(platform, arch) {
  const path = join(
    root,
    'node_modules',
    '@koromix',
    `koffi-${platform}-${arch}`,
    `${platform}_${arch}`,
    'koffi.node',
  );
  if (!existsSync(path))
    throw new Error(
      `koffi has no prebuilt file for ${platform} on ${arch} here (${path}): run npm ci there.`,
    );
  return path;
}
