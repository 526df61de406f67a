import { pageApiCodes } from '@/lib/portal';
import { say } from '@/lib/words';

/** The table of docs/for-suppliers.md: every code that a site can be answered with. */
export function pageApiTable(): string {
  const rows = pageApiCodes.map((code) => [`\`${code}\``, say.loose(`pageApi.${code}`)] as const);
  const width = (column: 0 | 1) => Math.max(...rows.map((row) => row[column].length));
  const line = (a: string, b: string) => `| ${a.padEnd(width(0))} | ${b.padEnd(width(1))} |`;
  const rule = line('-'.repeat(width(0)), '-'.repeat(width(1)));
  return [line('code', 'meaning'), rule, ...rows.map(([code, meaning]) => line(code, meaning))].join('\n');
}
