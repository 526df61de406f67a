import type { PlainDate } from '@/lib/base';
import type { Settings } from '@/lib/people';

/** Settings while they are typed: numbers and days are text. */
export interface SettingsText extends Omit<
  Settings,
  | 'legalHold'
  | 'retentionYears'
  | 'deliveryBusinessDays'
  | 'copyEveryHours'
  | 'extraHolidays'
  | 'quietFrom'
  | 'quietUntil'
> {
  readonly retentionYears: string;
  readonly deliveryBusinessDays: string;
  readonly copyEveryHours: string;
  readonly extraHolidays: string;
  readonly quietFrom: string;
  readonly quietUntil: string;
}

export function settingsText(settings: Settings): SettingsText {
  return {
    pharmacistMustReceive: settings.pharmacistMustReceive,
    separateCii: settings.separateCii,
    intercept: settings.intercept,
    retentionYears: String(settings.retentionYears),
    deliveryBusinessDays: String(settings.deliveryBusinessDays),
    copyEveryHours: String(settings.copyEveryHours),
    extraHolidays: settings.extraHolidays.join('\n'),
    quietFrom: settings.quietFrom ?? '',
    quietUntil: settings.quietUntil ?? '',
  };
}

/**
 * What was changed in the form, as it was typed; the desk says what of it can't be. What the form merely showed may have
 * been changed elsewhere since, and isn't set back.
 */
export function changedSettings(shown: Settings, text: SettingsText): Partial<Omit<Settings, 'legalHold'>> {
  const read = readSettings(text);
  const names = Object.keys(read) as (keyof typeof read)[];
  return Object.fromEntries(
    names
      .filter((name) => JSON.stringify(read[name]) !== JSON.stringify(shown[name]))
      .map((name) => [name, read[name]]),
  );
}

function readSettings(text: SettingsText): Omit<Settings, 'legalHold'> {
  return {
    ...text,
    retentionYears: numberOf(text.retentionYears),
    deliveryBusinessDays: numberOf(text.deliveryBusinessDays),
    copyEveryHours: numberOf(text.copyEveryHours),
    extraHolidays: text.extraHolidays.split(/[\s,;]+/).filter((day) => day !== '') as PlainDate[],
    quietFrom: text.quietFrom === '' ? null : text.quietFrom,
    quietUntil: text.quietUntil === '' ? null : text.quietUntil,
  };
}

/** An empty field is no zero. */
function numberOf(text: string): number {
  return text.trim() === '' ? NaN : Number(text);
}
