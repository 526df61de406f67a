import { commonWords } from './en/common';
import { errorWords } from './en/errors';
import { orderWords } from './en/order';
import { somWords } from './en/som';
import { createSay } from './say';

export { createSay, type Catalogue, type Say, type Sentence } from './say';

/** Every sentence of the product in English, the language that other catalogues are checked against. */
export const en = { ...errorWords, ...commonWords, ...orderWords, ...somWords } as const;
export type WordKey = keyof typeof en;

export const say = createSay(en);
