import type { SomSlip } from '@/lib/som';
import { say } from '@/lib/words';

/** What to look at, with the usual amount. */
export function slipSentence({ kind, times, lineNumber, usual }: SomSlip): string {
  const amount =
    usual.units === null
      ? say('sign-som.amount-mg', { amount: Math.round(usual.baseMg) })
      : say('sign-som.amount', { amount: Math.round(usual.units) });
  const params = { amount, times };
  return lineNumber === null
    ? say(`sign-som.slip.${kind}`, params)
    : say(`sign-som.slip.line.${kind}`, { ...params, line: lineNumber });
}
