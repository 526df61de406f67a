import type { CountToWrite, CountsWritten, Missed } from './counts';
import { planCounts, type ReceivingPage, type Step } from './plan-counts';
import { sendsItself, writeField, type Field } from './write-field';

export interface CountingPage extends ReceivingPage {
  /** Until the page's own scripts have answered. */
  readonly settle: () => Promise<void>;
}

/** A field that was written, what it showed before, and what it shows now. */
export interface Written {
  readonly field: Field;
  readonly earlier: string;
  readonly value: string;
}

/**
 * 21 CFR 1305.22(g) in the portal that holds the signed order: puts what a named person counted into its receiving form,
 * line by line, and reads it back. Ticks nothing, presses nothing; what the page didn't take shows again what it showed
 * before, and is told.
 */
export async function writeCounts(
  page: CountingPage,
  counts: readonly CountToWrite[],
): Promise<{ readonly outcome: CountsWritten; readonly written: readonly Written[] }> {
  const plan = planCounts(page, counts);
  const missed: Missed[] = [...plan.missed];
  const isMissed = (line: number) =>
    missed.some(({ lineNumber, what }) => what === 'line' && lineNumber === line);
  const attempts: { readonly step: Step; readonly earlier: string }[] = [];
  for (const step of plan.steps) {
    const { field, value, lineNumber, what } = step;
    if (isMissed(lineNumber)) continue;
    const earlier = field.value;
    if (!sendsItself(field) && writeField(field, value)) attempts.push({ step, earlier });
    else {
      if (field.value !== earlier) writeField(field, earlier);
      missed.push({ lineNumber, what, why: 'sends' });
    }
  }
  await page.settle();
  const written: Written[] = [];
  for (const { step, earlier } of attempts) {
    const { field, lineNumber, what } = step;
    if (field.isConnected && step.isTaken()) written.push({ field, earlier, value: field.value });
    else {
      if (field.isConnected && field.value !== earlier) writeField(field, earlier);
      missed.push({ lineNumber, what, why: 'not-taken' });
    }
  }
  return {
    outcome: { lines: counts.map(({ lineNumber }) => lineNumber).filter((line) => !isMissed(line)), missed },
    written,
  };
}
