import { teachWords } from './en/teach';
import { createSay } from './say';

/** The speaker of teaching inside suppliers' pages: its words alone, never the whole catalogue. */
export const say = createSay(teachWords);
