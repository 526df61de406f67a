import { backgroundWords } from './en/background';
import { commonWords } from './en/common';
import { dueWords } from './en/due';
import { errorWords } from './en/errors';
import { popupWords } from './en/popup';
import { somWords } from './en/som';
import { uiWords } from './en/ui';
import { createSay } from './say';

/** Sentences that the popup and the pieces it is made of may say: everything but the words of whole pages, which it can't afford. */
export const lightWords = {
  ...uiWords,
  ...popupWords,
  ...backgroundWords,
  ...errorWords,
  ...commonWords,
  ...dueWords,
  ...somWords,
} as const;

/** Whether a key that comes from a room or an archive is in this catalogue. */
export function isWordKey(key: string): key is keyof typeof lightWords {
  return Object.hasOwn(lightWords, key);
}

export const say = createSay(lightWords);
