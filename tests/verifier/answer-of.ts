import type { Reason, Verdict } from '../../verifier/types';

/** What a run of the command left. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** One file's part of `--json`. */
interface Answer {
  readonly file: string;
  readonly outcome: string;
  readonly verdict: Verdict | null;
  readonly error: string | null;
}

/** The one order's answer by `--json`, with the run's exit code and the codes of its reasons. */
export interface Asked {
  readonly code: number | null;
  readonly answer: Answer;
  readonly codes: readonly string[];
}

/** Reads what `--json` said of the first order; throws what the command said against it where it said nothing. */
export function answerOf({ code, out, err }: Ran): Asked {
  if (out === '') throw new Error(err);
  const { results } = JSON.parse(out) as { results: readonly Answer[] };
  const answer = results[0];
  if (!answer) throw new Error('no result');
  const codes = (answer.verdict?.reasons ?? []).map(({ code: reason }: Reason) => reason);
  return { code, answer, codes };
}
