import { pageWords } from './en/page';
import { createSay } from './say';

/** The speaker of scripts inside suppliers' pages: its few words alone, never the whole catalogue. */
export const say = createSay(pageWords);
