import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const programs = {
  chromium: { variable: 'CHROMIUM', names: ['chromium', 'chromium-browser'] },
  firefox: { variable: 'FIREFOX', names: ['firefox-esr', 'firefox'] },
} as const;

/** Path of a browser: what its variable names, else the first of its usual names on PATH. */
export function findBrowser(which: keyof typeof programs): string {
  const { variable, names } = programs[which];
  const named = process.env[variable];
  if (named) return named;
  for (const name of names)
    for (const folder of (process.env.PATH ?? '').split(delimiter))
      if (folder !== '' && existsSync(join(folder, name))) return join(folder, name);
  throw new Error(`No ${which} found. Run \`npm run setup\`, or let ${variable} name its executable.`);
}
