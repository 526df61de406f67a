import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Makes manifest and sums of a pack's folder say what lies in it now, as somebody would who altered it on purpose. */
export function reseal(folder: string): void {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as object;
  const sealed = new Set(['manifest.json', 'SHA256SUMS.txt']);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !sealed.has(path))
    .map((path) => {
      const bytes = readFileSync(join(folder, path));
      return { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
    });
  const text = `${JSON.stringify({ ...manifest, files }, null, 1)}\n`;
  writeFileSync(join(folder, 'manifest.json'), text);
  const sha256 = createHash('sha256').update(text).digest('hex');
  const sums = [...files, { path: 'manifest.json', sha256 }].map((file) => `${file.sha256}  ${file.path}\n`);
  writeFileSync(join(folder, 'SHA256SUMS.txt'), sums.join(''));
}

/** A folder as a ZIP file beside it. */
export function zipFolder(folder: string): string {
  const zip = `${folder}.zip`;
  execFileSync('sh', ['-c', 'cd "$1" && python3 -m zipfile -c "$2" *', 'sh', folder, zip]);
  return zip;
}
