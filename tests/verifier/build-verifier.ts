import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answerOf, type Asked, type Ran } from './answer-of';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The verifier as it is handed out, built into a folder of its own. */
export interface BuiltVerifier {
  readonly dir: string;
  run(args: readonly string[], input?: Uint8Array): Ran;
  ask(args: readonly string[], input?: Uint8Array): Asked;
  remove(): void;
}

export function buildVerifier(): BuiltVerifier {
  const dir = mkdtempSync(join(tmpdir(), 'verifier-'));
  execFileSync('node', [join(root, 'scripts', 'build-verifier.mjs'), dir], { stdio: 'pipe' });
  const run = (args: readonly string[], input?: Uint8Array): Ran => {
    // Away from the project's folder and its packages: it has to run with nothing installed.
    const ended = spawnSync('node', [join(dir, 'countersign.mjs'), ...args], {
      cwd: dir,
      input: input ?? '',
    });
    return { code: ended.status, out: ended.stdout.toString(), err: ended.stderr.toString() };
  };
  return {
    dir,
    run,
    ask: (args, input) => answerOf(run([...args, '--json'], input)),
    remove: () => rmSync(dir, { recursive: true }),
  };
}
