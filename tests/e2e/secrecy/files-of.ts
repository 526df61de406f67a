import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below a folder, as it lies on the disk. */
export function filesOf(folder: string): { readonly name: string; readonly content: Buffer }[] {
  return readdirSync(folder, { recursive: true })
    .map((name) => String(name))
    .filter((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.isFile() === true)
    .map((name) => ({ name, content: readFileSync(join(folder, name)) }));
}
