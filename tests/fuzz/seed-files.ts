import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleData } from '../pki/sample-data';

export interface SeedFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Files of one folder of the sample data whose name fits; none where the data isn't there. */
export function seedFiles(folder: string, fits: RegExp): readonly SeedFile[] {
  const dir = sampleData(folder);
  if (dir === null || !existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((name) => fits.test(name))
    .sort()
    .map((name) => ({ name, bytes: readBytes(join(dir, name)) }));
}

export function readBytes(file: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(file));
}
