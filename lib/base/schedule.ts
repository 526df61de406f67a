/** Schedules as the CSOS certificate names them; N means non-narcotic. */
export const schedules = ['1', '2', '2N', '3', '3N', '4', '5'] as const;
export type Schedule = (typeof schedules)[number];

/** `none`: known not to be controlled. null wherever a schedule is asked for means unknown, never "not controlled". */
export type ScheduleOrNone = Schedule | 'none';

const ROMAN: Readonly<Record<string, string>> = { I: '1', II: '2', III: '3', IV: '4', V: '5' };

/** Reads what portals print: C-II, CII, C2, 2, II, 2N, C-IIN, Schedule II, Rx. Null where it says nothing certain. */
export function parseSchedule(text: string): ScheduleOrNone | null {
  const value = text
    .trim()
    .toUpperCase()
    .replace(/[\s.\-–]/g, '');
  if (/^(RX|OTC|NONE|NONCONTROLLED|NOTCONTROLLED|0|NC)$/.test(value)) return 'none';
  const match = /^(?:SCHEDULE|SCH|DEA|CLASS)?C?(IV|V|I{1,3}|[1-5])(N?)$/.exec(value);
  if (!match) return null;
  const code = (ROMAN[match[1] as string] ?? match[1]) + (match[2] ?? '');
  return (schedules as readonly string[]).includes(code) ? (code as Schedule) : null;
}

/** Schedules I and II: what may only be ordered with Form 222 or CSOS (21 CFR 1305.03). */
export function needsSignedOrder(schedule: ScheduleOrNone | null): boolean {
  return schedule === '1' || schedule === '2' || schedule === '2N';
}

/** As a form prints it: C-II, C-IIN. */
export function formatSchedule(schedule: Schedule): string {
  const roman = ['I', 'II', 'III', 'IV', 'V'][Number(schedule.charAt(0)) - 1] as string;
  return `C-${roman}${schedule.slice(1)}`;
}
