import type { DeskPorts } from '../ports';
import { noteWarning } from './note-warning';
import { somAdvice } from './som-advice';
import type { WarnedCases } from './views';

/** What the sign window does about an order that is unlike the usual ones. */
export function warnedCases(ports: DeskPorts): WarnedCases {
  return { noteWarning: noteWarning(ports), somAdvice: somAdvice(ports) };
}
