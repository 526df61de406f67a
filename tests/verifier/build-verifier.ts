import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Reason, Verdict } from '../../verifier/types';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** One file's part of `--json`. */
interface Answer {
  readonly file: string;
  readonly outcome: string;
  readonly verdict: Verdict | null;
  readonly error: string | null;
}

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The verifier as it is handed out, built into a folder of its own. */
export interface BuiltVerifier {
  readonly dir: string;
  run(args: readonly string[], input?: Uint8Array): Ran;
  /** The one order's answer by `--json`, with its exit code. */
  ask(args: readonly string[], input?: Uint8Array): { code: number | null; answer: Answer; codes: string[] };
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
    ask(args, input) {
      const { code, out, err } = run([...args, '--json'], input);
      if (out === '') throw new Error(err);
      const { results } = JSON.parse(out) as { results: readonly Answer[] };
      const answer = results[0];
      if (!answer) throw new Error('no result');
      return {
        code,
        answer,
        codes: (answer.verdict?.reasons ?? []).map(({ code: reason }: Reason) => reason),
      };
    },
    remove: () => rmSync(dir, { recursive: true }),
  };
}
