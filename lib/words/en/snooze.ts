import type { Sentence } from '../say';

/** Putting off what is due, in the workspace. */
export const snoozeWords = {
  'snooze.open': 'Put off…',
  'snooze.open-for': 'Put off… {about}',
  'snooze.title': 'Put off until later',
  'snooze.explain':
    'It stays in this list, and leaves badge and notifications until that day. Who put it off, and why, is recorded.',
  'snooze.until': 'Until',
  'snooze.latest': 'This may wait until {date} at the latest.',
  'snooze.until-error': 'Enter a day from tomorrow to {date}.',
  'snooze.reason-error': 'Enter a reason of at least {min} characters.',
  'snooze.act': 'Put off',
  'snooze.section': {
    one: 'Not yet due, or put off: {count} thing',
    other: 'Not yet due, or put off: {count} things',
  },
} as const satisfies Record<string, Sentence>;
