import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a command in the project's folder with its output shown; answers the exit code (1 where a signal ended it). */
export function run(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** Like `run`, but keeps what the command says: answers its exit code and its output, both streams as they came. */
export function runAside(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const pieces = [];
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => pieces.push(piece));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(pieces).toString() }));
  });
}

/** Like `run`, but a failure ends the whole script with that code. */
export async function mustRun(command, args, env) {
  const code = await run(command, args, env);
  if (code !== 0) {
    console.error(`\n${[command, ...args].join(' ')} ended with ${code}`);
    process.exit(code);
  }
}

/** Runs a tool of node_modules/.bin without npx in between. */
export function tool(name) {
  return join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);
}

/** First of `names` that lies on PATH, as a whole path; null where none does. */
export function find(names) {
  for (const name of names)
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const path = join(folder, name);
      if (folder !== '' && existsSync(path)) return path;
    }
  return null;
}
