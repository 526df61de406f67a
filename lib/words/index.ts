import { backgroundWords } from './en/background';
import { commonWords } from './en/common';
import { dueWords } from './en/due';
import { errorWords } from './en/errors';
import { orderWords } from './en/order';
import { popupWords } from './en/popup';
import { signWords } from './en/sign';
import { uiWords } from './en/ui';
import { workspaceWords } from './en/workspace';
import { panelWords } from './en/panel';
import { somWords } from './en/som';
import { createSay } from './say';

export { createSay, type Catalogue, type Say, type Sentence } from './say';

/** Every sentence of the product in English, the language that other catalogues are checked against. */
export const en = { ...uiWords, ...popupWords, ...signWords, ...workspaceWords, ...backgroundWords, ...panelWords, ...errorWords, ...commonWords, ...orderWords, ...dueWords, ...somWords } as const;
export type WordKey = keyof typeof en;

/** Whether a key that comes from a room or an archive is in the catalogue. */
export function isWordKey(key: string): key is WordKey {
  return Object.hasOwn(en, key);
}

export const say = createSay(en);
