import { canonicalJson, type Json } from '@/lib/base';
import type { OrderEvents, WarnedOf, WarnedRequest } from '@/lib/order';
import type { OrderAssessment, SomLevel, SubstanceAssessment } from '@/lib/som';

type Warning = OrderEvents['request.warned'];

/** What goes on record of an order that is shown as unusual (som.md 6); null where it isn't. */
export function warningOf({ level, substances, ruleVersion }: OrderAssessment): Warning | null {
  return isWarning(level) ? { level, ruleVersion, substances: substances.flatMap(warnedOf) } : null;
}

/** Whether this is what was recorded last. */
export function isSameWarning({ level, substances }: Warning, last: WarnedRequest | undefined): boolean {
  const told = (one: readonly WarnedOf[]) => canonicalJson(one as unknown as Json);
  return last?.level === level && told(last.substances) === told(substances);
}

function isWarning(level: SomLevel): level is WarnedOf['level'] {
  return level === 'information' || level === 'caution' || level === 'stop';
}

function warnedOf({ substanceCode, substanceName, level, ordered }: SubstanceAssessment): WarnedOf[] {
  if (substanceCode === null || ordered === null || !isWarning(level)) return [];
  const { units, baseMg } = ordered;
  return [{ code: substanceCode, name: substanceName ?? substanceCode, units, baseMg, level }];
}
