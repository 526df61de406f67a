import type { ReadingRules } from '../profiles/rules';

/** Rules while they are taught: steps that can be taken back one by one. */
export interface Teaching {
  readonly rules: ReadingRules;
  readonly steps: number;
  /** Adds what one step says; of two that place the same value the later counts. */
  add(step: ReadingRules): void;
  undo(): void;
}

/** `before`: the rules that the portal has already; they stay under what is taught. */
export function createTeaching(before: ReadingRules): Teaching {
  const steps: ReadingRules[] = [];
  return {
    get rules() {
      return steps.reduce(over, before);
    },
    get steps() {
      return steps.length;
    },
    add(step) {
      steps.push(step);
    },
    undo() {
      steps.pop();
    },
  };
}

function over(before: ReadingRules, step: ReadingRules): ReadingRules {
  return {
    ...(before.lines || step.lines
      ? {
          lines: {
            ...before.lines,
            ...step.lines,
            columns: { ...before.lines?.columns, ...step.lines?.columns },
          },
        }
      : {}),
    ...(before.page || step.page ? { page: { ...before.page, ...step.page } } : {}),
  };
}
