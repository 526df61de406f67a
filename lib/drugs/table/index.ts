import type { SubstanceFacts } from './facts';
import { opioids } from './opioids';
import { others } from './others';
import { sedatives } from './sedatives';
import { stimulants } from './stimulants';

/** The built-in table of US controlled substances that pharmacies stock. */
export const substanceTable: readonly SubstanceFacts[] = [...opioids, ...stimulants, ...sedatives, ...others];
export { partners, type Partner } from './partners';
export type { SubstanceFacts } from './facts';
