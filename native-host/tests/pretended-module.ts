import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('modules/pretend.c', import.meta.url));
const cache = fileURLToPath(new URL('../../.cache/pretended-modules', import.meta.url));

/** Whether the module can be compiled here; tests of it are skipped with this reason otherwise. */
export const gccMissing = spawnSync('gcc', ['--version']).error
  ? 'gcc is not installed (npm run setup): the PKCS #11 modules written for the tests can’t be compiled'
  : null;

export interface PretendedModule {
  readonly path: string;
  /** Changes what it does from the next call on. */
  set(settings: Settings): void;
  /** What it told: logins, logouts, what became of the PIN's memory. */
  log(): string[];
  /** Removes its file; whoever has loaded it keeps it until then. */
  remove(): void;
}

/** Lines of modules/pretend.c. */
export type Settings = Readonly<Record<string, string | number>>;

/** A module of its own that does what the settings say. */
export function pretendedModule(settings: Settings): PretendedModule {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-pretended-'));
  const path = join(folder, 'pretend.so');
  copyFileSync(compiled(), path);
  let all: Settings = {};
  const set = (more: Settings) => {
    all = { ...all, ...more };
    const lines = Object.entries(all).map(([name, value]) => `${name} ${value}\n`);
    writeFileSync(`${path}.new`, lines.join(''));
    renameSync(`${path}.new`, `${path}.txt`);
  };
  set(settings);
  const logFile = `${path}.log`;
  return {
    path,
    set,
    log: () =>
      existsSync(logFile)
        ? readFileSync(logFile, 'utf8')
            .split('\n')
            .filter((line) => line !== '')
        : [],
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function compiled(): string {
  const name = createHash('sha256').update(readFileSync(source)).digest('hex').slice(0, 16);
  const path = join(cache, `pretend-${name}.so`);
  if (existsSync(path)) return path;
  mkdirSync(cache, { recursive: true });
  const draft = `${path}.${process.pid}`;
  execFileSync('gcc', ['-Wall', '-Wextra', '-Werror', '-shared', '-fPIC', '-o', draft, source]);
  renameSync(draft, path);
  return path;
}
