import { barbiturates } from './barbiturates';
import { benzodiazepines } from './benzodiazepines';
import { codeine } from './codeine';
import type { SubstanceFacts } from './facts';
import { hypnotics } from './hypnotics';
import { opiates } from './opiates';
import { others } from './others';
import { steroids } from './steroids';
import { stimulants } from './stimulants';
import { syntheticOpioids } from './synthetic-opioids';

/** The built-in table of US controlled substances of schedules II to V that are or were marketed. */
export const substanceTable: readonly SubstanceFacts[] = [
  ...opiates,
  ...codeine,
  ...syntheticOpioids,
  ...stimulants,
  ...benzodiazepines,
  ...hypnotics,
  ...barbiturates,
  ...steroids,
  ...others,
];
export { partners, type Partner } from './partners';
export type { SubstanceFacts } from './facts';
