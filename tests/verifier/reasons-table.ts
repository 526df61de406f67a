import { errorCodes, type ErrorCode } from '@/lib/base';
import { say } from '@/lib/words/verifier';

/** Codes of these rooms that speak of reading pages, drafting and fetching, which no verification does. */
const ELSEWHERE: readonly ErrorCode[] = [
  'order/number-replaced',
  'order/purchaser-differs',
  'order/supplier-page-differs',
  'order/line-doubtful',
  'order/lines-missing',
  'order/line-contradiction',
  'order/duplicate-lines',
  'order/unknown',
  'order/event-not-possible',
  'order/schedules-mixed',
  'certificate/other-registrant',
  'certificate/key-compromised',
  'document/not-text',
  'document/not-well-formed',
  'document/not-canonical',
  'document/unexpected-content',
  'document/envelope-differs',
  'document/longer-than-form',
  'crl/malformed',
  'crl/unreachable',
  'crl/too-large',
  'crl/address-not-web',
  'crl/older',
  'crl/no-permission',
  'crl/issuer-unknown',
];

/** The table of docs/for-suppliers.md: every reason that a verification may give. */
export function reasonsTable(): string {
  const rows = ['cms', 'certificate', 'crl', 'order', 'document'].flatMap((room) =>
    errorCodes
      .filter((code) => code.startsWith(`${room}/`) && !ELSEWHERE.includes(code))
      .map((code) => [`\`${code}\``, say.loose(code)] as const),
  );
  const width = (column: 0 | 1) => Math.max(...rows.map((row) => row[column].length));
  const line = (a: string, b: string) => `| ${a.padEnd(width(0))} | ${b.padEnd(width(1))} |`;
  const rule = line('-'.repeat(width(0)), '-'.repeat(width(1)));
  return [line('code', 'meaning'), rule, ...rows.map(([code, meaning]) => line(code, meaning))].join('\n');
}
