import fc from 'fast-check';
import { applyEdit, edit, type Edit } from './edit';
import { Finding, type Target } from './target';

export interface Campaign {
  readonly runs: number;
  readonly seed: number;
  /** Of a finding, to see it again. */
  readonly path?: string;
  /** Called before each input with how many there were. */
  readonly onInput?: (done: number) => void;
}

export interface Result {
  readonly target: string;
  readonly inputs: number;
  readonly ms: number;
  /** How often each outcome was seen. */
  readonly outcomes: ReadonlyMap<string, number>;
  /** What broke, with the line that shows it again; null: nothing. */
  readonly finding: string | null;
}

const MAX_EDITS = 4;

/** Bends the target's seeds `runs` times; a finding is shrunk to its fewest and smallest edits. */
export async function attack(target: Target, campaign: Campaign): Promise<Result> {
  const { runs, seed, path, onInput } = campaign;
  const outcomes = new Map<string, number>();
  const start = performance.now();
  let inputs = 0;
  const property = fc.asyncProperty(
    fc.noBias(fc.nat(target.seeds.length - 1)),
    fc.noBias(fc.nat(target.seeds.length - 1)),
    fc.oneof(
      { weight: 2, arbitrary: fc.array(edit, { minLength: 1, maxLength: 1 }) },
      { weight: 1, arbitrary: fc.array(edit, { minLength: 1, maxLength: MAX_EDITS }) },
    ),
    async (index, other, edits) => {
      onInput?.(inputs);
      inputs++;
      const outcome = await target.attack(mutantOf(target, index, other, edits), index);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    },
  );
  const details = await fc.check(property, { numRuns: runs, seed, ...(path === undefined ? {} : { path }) });
  const ms = performance.now() - start;
  return {
    target: target.name,
    inputs,
    ms,
    outcomes,
    finding: details.failed ? told(target, details) : null,
  };
}

export function mutantOf(
  target: Target,
  index: number,
  other: number,
  edits: readonly Edit[],
): Uint8Array<ArrayBuffer> {
  const donor = target.seeds[other] as Uint8Array;
  let mutant = new Uint8Array(target.seeds[index] as Uint8Array);
  for (const change of edits) mutant = applyEdit(mutant, change, donor);
  return mutant;
}

function told(target: Target, details: fc.RunDetails<[index: number, other: number, edits: Edit[]]>): string {
  const { errorInstance: error, counterexample, seed, counterexamplePath } = details;
  const [index = 0, other = 0, edits = []] = counterexample ?? [];
  const what =
    error instanceof Finding ? error.message : error instanceof Error ? error.stack : String(error);
  return [
    `${target.name}: ${what}`,
    `  edits ${JSON.stringify(edits)} of seed ${index} with ${other}`,
    `  input ${Buffer.from(mutantOf(target, index, other, edits))
      .toString('base64')
      .slice(0, 4_000)}`,
    `  again: npm run test:long -- --target ${target.name} --seed ${seed} --path ${counterexamplePath}`,
  ].join('\n');
}
