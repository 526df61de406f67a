import { CountersignError, errorCodes } from '../../lib/base';

/** A parser or judge under attack: `seeds` are the files that are bent, `attack` judges one bent file. */
export interface Target {
  readonly name: string;
  readonly seeds: readonly Uint8Array[];
  /** Its part of all inputs. */
  readonly share: number;
  /** Answers what became of it, in a word that is counted; throws a `Finding` where a law is broken. */
  attack(mutant: Uint8Array<ArrayBuffer>, seed: number): Promise<string>;
}

/** A broken law: what fuzzing is for. */
export class Finding extends Error {
  override readonly name = 'Finding';
}

export function law(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Finding(what);
}

/** More is a hang: nothing that a page or a file hands over may cost the user this long. */
const SLOW_MS = 2_000;
const codes: ReadonlySet<string> = new Set(errorCodes);

export type Outcome<T> = { readonly value: T } | { readonly refused: string };

/**
 * Runs one parser over `mutant` under the laws that hold for all: it ends in time, throws nothing but a CountersignError
 * whose code begins as `codeOf` says, and leaves its input as it was.
 */
export async function guarded<T>(
  mutant: Uint8Array,
  codeOf: RegExp,
  parse: () => T | Promise<T>,
): Promise<Outcome<T>> {
  const before = new Uint8Array(mutant);
  const watch = stopwatch();
  const outcome = await outcomeOf(codeOf, parse);
  const ms = watch();
  law(ms <= SLOW_MS, `took ${Math.round(ms)} ms`);
  law(Buffer.compare(before, mutant) === 0, 'changed its input');
  return outcome;
}

/** Milliseconds by the clock or of processor time, whichever are fewer: a busy machine is no fault of the parser. */
function stopwatch(): () => number {
  const start = performance.now();
  const used = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(used);
    return Math.min(performance.now() - start, (user + system) / 1000);
  };
}

async function outcomeOf<T>(codeOf: RegExp, parse: () => T | Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await parse() };
  } catch (error) {
    if (!(error instanceof CountersignError))
      throw new Finding(`threw ${error instanceof Error ? (error.stack ?? error.name) : String(error)}`);
    law(isKnown(error.code, codeOf), `code ${error.code}`);
    return { refused: error.code };
  }
}

export function isKnown(code: string, codeOf: RegExp): boolean {
  return codes.has(code) && code !== 'internal/unexpected' && codeOf.test(code);
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
