import type { PlainDate } from '@/lib/base';
import type { Settings } from '@/lib/people';

/** Settings while they are typed: numbers and days are text. */
export interface SettingsText extends Omit<
  Settings,
  'retentionYears' | 'deliveryBusinessDays' | 'copyEveryHours' | 'extraHolidays' | 'quietFrom' | 'quietUntil'
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
    ...settings,
    retentionYears: String(settings.retentionYears),
    deliveryBusinessDays: String(settings.deliveryBusinessDays),
    copyEveryHours: String(settings.copyEveryHours),
    extraHolidays: settings.extraHolidays.join('\n'),
    quietFrom: settings.quietFrom ?? '',
    quietUntil: settings.quietUntil ?? '',
  };
}

/** What was typed, as it is; the desk says what of it can't be. */
export function readSettings(text: SettingsText): Settings {
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
