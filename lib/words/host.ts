import { errorWords } from './en/errors';
import { hostCliWords } from './en/host-cli';
import { keyErrorWords } from './en/key-errors';
import { createSay } from './say';

/** The speaker of the native host's command line, which the pharmacy's IT reads. */
export const say = createSay({ ...errorWords, ...keyErrorWords, ...hostCliWords });
