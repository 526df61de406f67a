import { readFileSync } from 'node:fs';

/** A manifest's cases. Throws where the file isn't a JSON list; what a case holds is its command's business. */
export function readManifest<T>(file: string): readonly T[] {
  const cases: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!Array.isArray(cases)) throw new Error(`${file} is not a list of cases`);
  return cases as readonly T[];
}
