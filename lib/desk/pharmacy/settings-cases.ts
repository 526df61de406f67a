import { CountersignError, limits, parsePlainDate } from '@/lib/base';
import type { Settings } from '@/lib/people';
import { say } from '@/lib/words';
import * as v from 'valibot';
import { actAs } from '../act-as';
import type { DeskPorts } from '../ports';
import type { PharmacyCases } from './views';

const time = v.nullable(v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/)));
const whole = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));

const schema = v.partial(
  v.strictObject({
    retentionYears: whole(limits.retentionYears, limits.retentionYearsMax),
    pharmacistMustReceive: v.boolean(),
    separateCii: v.boolean(),
    deliveryBusinessDays: whole(0, limits.deliveryDaysMax),
    extraHolidays: v.pipe(
      v.array(
        v.pipe(
          v.string(),
          v.check((day) => parsePlainDate(day) !== null),
        ),
      ),
      v.maxLength(limits.extraHolidaysMax),
    ),
    quietFrom: time,
    quietUntil: time,
    copyEveryHours: whole(1, limits.copyHoursMax),
    intercept: v.boolean(),
  }),
);

/** What stands in settings itself; holds have names of their own (`retentionCases`). */
type Changeable = Omit<Settings, 'legalHold'>;

/** What the pharmacy decides for itself. */
export function settingsCases(ports: DeskPorts): Pick<PharmacyCases, 'settings' | 'saveSettings'> {
  return {
    async settings() {
      return (await ports.archive.directory()).settings;
    },

    async saveSettings({ commandId, settings, ...actor }) {
      const person = await actAs(ports, actor, 'change-settings');
      requireValid(settings);
      const known = (await ports.archive.directory()).settings;
      const changed = Object.fromEntries(
        Object.entries(settings).filter(
          ([name, value]) => JSON.stringify(known[name as keyof Settings]) !== JSON.stringify(value),
        ),
      );
      if (Object.keys(changed).length === 0) return;
      await ports.archive.append({
        commandId,
        who: person.id,
        orderId: null,
        events: [{ type: 'settings.set', payload: { settings: changed } }],
      });
    },
  };
}

const WHY = {
  retentionYears: 'settings.why.retentionYears',
  deliveryBusinessDays: 'settings.why.number',
  copyEveryHours: 'settings.why.number',
  extraHolidays: 'settings.why.day',
  quietFrom: 'settings.why.time',
  quietUntil: 'settings.why.time',
  pharmacistMustReceive: 'settings.why.switch',
  separateCii: 'settings.why.switch',
  intercept: 'settings.why.switch',
} as const satisfies Record<keyof Changeable, string>;

/** Throws `settings/invalid` {field, value, why}. */
function requireValid(settings: Partial<Changeable>): void {
  const checked = v.safeParse(schema, settings);
  if (checked.success) return;
  const name = checked.issues[0].path?.[0].key as keyof Changeable;
  throw new CountersignError('settings/invalid', {
    field: say(`settings.${name}`),
    value: String(checked.issues[0].input),
    why: say(WHY[name]),
  });
}
