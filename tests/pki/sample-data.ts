import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A folder of the sample data (COUNTERSIGN_DATA, by default ../shared/data), or null where it isn't there. */
export function sampleData(folder: string): string | null {
  const path = join(resolve(process.env.COUNTERSIGN_DATA ?? '../shared/data'), folder);
  return existsSync(path) ? path : null;
}
