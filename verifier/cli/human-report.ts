import { parsePlainDate } from '@/lib/base';
import { say } from '@/lib/words/verifier';
import type { CheckResult, Checks, Reason, Verdict } from '../types';
import type { FileOutcome } from './exit-codes';
import type { FileResult } from './verify-files';
import { visibleText } from './visible-text';

/** Colours a text by how it is meant; a report for a file or a pipe leaves it as it is. */
export type Paint = (tone: 'good' | 'bad' | 'open' | 'quiet', text: string) => string;

const TONES = {
  held: 'good',
  failed: 'bad',
  'not-checked': 'open',
  'not-asked': 'quiet',
} as const satisfies Record<CheckResult, string>;
const OUTCOME_TONES = {
  valid: 'good',
  invalid: 'bad',
  undecided: 'open',
  unreadable: 'bad',
} as const satisfies Record<FileOutcome, string>;
const LABEL_WIDTH = 21;
const RESULT_WIDTH = 12;

/** One order's answer as lines for people, ending with a line end. */
export function humanReport({ file, outcome, verdict, error }: FileResult, paint: Paint): string {
  const head = `${paint(OUTCOME_TONES[outcome], say(`verify.outcome.${outcome}`))}  ${visibleText(file)}`;
  const lines =
    verdict === null ? [`  ${visibleText(error ?? '')}`] : [...facts(verdict), ...checks(verdict, paint)];
  return `${[head, ...lines].join('\n')}\n`;
}

function row(label: string, value: string): string {
  return `  ${label.padEnd(LABEL_WIDTH)}${visibleText(value)}`;
}

function facts({ order, signer, signingTime }: Verdict): string[] {
  const rows: string[] = [];
  if (order !== null) {
    const { number, date, lines, purchaser, supplier } = order;
    rows.push(row(say('verify.order'), say('verify.order.value', { number, date, count: lines.length })));
    rows.push(row(say('verify.purchaser'), say('verify.party', purchaser)));
    rows.push(row(say('verify.supplier'), say('verify.party', supplier)));
  }
  if (signer !== null) {
    const registrant = signer.registrantName ?? say('verify.registrant.unknown');
    const date = parsePlainDate(signer.notAfter.slice(0, 10)) ?? signer.notAfter;
    rows.push(
      row(say('verify.signer'), say('verify.signer.value', { name: signer.commonName, registrant, date })),
    );
  }
  if (signingTime !== null) rows.push(row(say('verify.signed'), timeText(signingTime)));
  return rows;
}

function checks(verdict: Verdict, paint: Paint): string[] {
  return (Object.entries(verdict.checks) as [keyof Checks, CheckResult][]).flatMap(([check, result]) => {
    const word = say(`verify.result.${result}`);
    const at =
      check === 'revocation' && verdict.statusAt !== null
        ? say('verify.status.at', { time: timeText(verdict.statusAt) })
        : '';
    const padded = paint(TONES[result], word) + ' '.repeat(RESULT_WIDTH - word.length);
    const line = `  ${say(`verify.check.${check}`).padEnd(LABEL_WIDTH)}${padded}${at}`.trimEnd();
    return [line, ...verdict.reasons.filter((reason) => reason.check === check).map(reasonText)];
  });
}

function reasonText({ sentence, code, rule }: Reason): string {
  const text =
    rule === null
      ? say('verify.reason', { sentence, code })
      : say('verify.reason.rule', { sentence, code, rule });
  return `    ${visibleText(text)}`;
}

function timeText(iso: string): string {
  return `${iso.slice(0, 19).replace('T', ' ')} UTC`;
}
