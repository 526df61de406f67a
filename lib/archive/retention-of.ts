import type { Retention, RetentionRule } from './archive';
import type { Directory } from './directory';

/** What the directory says of how long whose records are kept. */
export function retentionOf({ settings, registrants, retentionYears, holds }: Directory): Retention {
  const all = { years: settings.retentionYears, legalHold: settings.legalHold };
  // Placed elsewhere under a number that was put right meanwhile: whose it is now can't be told, so it holds for all.
  const isStray = holds.some(
    ({ registrant }) => registrant !== null && !registrants.some(({ deaNumber }) => deaNumber === registrant),
  );
  const of = Object.fromEntries(
    registrants.map(({ deaNumber }) => {
      const isHeld = isStray || holds.some(({ registrant }) => registrant === deaNumber);
      const years = retentionYears[deaNumber] ?? all.years;
      return [deaNumber, { years, legalHold: all.legalHold || isHeld }];
    }),
  );
  const known = [all, ...Object.values(of)];
  const others = {
    years: Math.max(...known.map(({ years }) => years), ...Object.values(retentionYears)),
    legalHold: holds.length > 0,
  };
  return { ...all, of, others };
}

/** The rule for the records of one location. */
export function ruleFor(retention: Retention, registrant: string): RetentionRule {
  const { of, others } = retention;
  return (of && Object.hasOwn(of, registrant) ? of[registrant] : others) ?? retention;
}

/** Whatever one of two rules keeps. */
export function stricterRule(one: RetentionRule, other: RetentionRule): RetentionRule {
  return {
    years: Math.max(one.years, other.years),
    legalHold: one.legalHold || other.legalHold,
  };
}
