import { say } from '@/lib/words';
import type { SubstanceAssessment } from './assessment';

/**
 * What is said of a substance, finished: the two strongest reasons with their numbers, what wasn't checked, or that
 * nothing is unusual and against how much history.
 */
export function somSentence({
  level,
  reasons,
  history,
  uncheckedLines,
  substanceName,
}: SubstanceAssessment): string {
  const said: string[] = [];
  if (level === 'information' || level === 'caution' || level === 'stop')
    said.push(...reasons.map((reason) => say.loose(reason.sentence, reason.params)));
  if (uncheckedLines.length > 0) {
    said.push(
      say.loose('som.uncheckedLines', { count: uncheckedLines.length, lines: uncheckedLines.join(', ') }),
    );
  } else if (history.orders === 0) {
    said.push(say('som.firstOrder', { substance: substanceName ?? say('som.thisSubstance') }));
  }
  if (said.length === 0) said.push(say('som.usual', { count: history.orders }));
  return said.join(' ');
}
