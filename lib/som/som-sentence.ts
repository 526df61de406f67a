import { say, type WordKey } from '@/lib/words';
import { somGaps, type SubstanceAssessment } from './assessment';

/**
 * What is said of a substance, finished: the two strongest reasons with their numbers, what wasn't checked, or that
 * nothing is unusual and against how much history.
 */
export function somSentence({
  level,
  reasons,
  history,
  uncheckedLines,
  gaps,
  substanceName,
}: SubstanceAssessment): string {
  const said: string[] = [];
  if (level === 'information' || level === 'caution' || level === 'stop')
    said.push(...reasons.map((reason) => say.loose(reason.sentence, reason.params)));
  if (uncheckedLines.length > 0) said.push(...notChecked(uncheckedLines, gaps));
  else if (history.orders === 0)
    said.push(say('som.firstOrder', { substance: substanceName ?? say('som.thisSubstance') }));
  if (said.length === 0) said.push(say('som.usual', { count: history.orders }));
  return said.join(' ');
}

/** One sentence for each cause, with its lines; those whose cause nobody named in one of their own. */
function notChecked(lines: readonly number[], gaps: SubstanceAssessment['gaps']): string[] {
  const said = (key: WordKey, of: readonly number[]) =>
    of.length === 0 ? [] : [say.loose(key, { count: of.length, lines: of.join(', ') })];
  const unnamed = lines.filter((line) => !gaps.some(({ lineNumber }) => lineNumber === line));
  return [
    ...somGaps.flatMap((cause) =>
      said(
        `som.unchecked.${cause}`,
        gaps.filter(({ gap }) => gap === cause).map(({ lineNumber }) => lineNumber),
      ),
    ),
    ...said('som.uncheckedLines', unnamed),
  ];
}
