import type { Check, ManifestStanding } from '../diagnose/diagnose';
import type { Machine } from './machine';

/** What a command works on and where it tells what it did. */
export interface World {
  readonly machine: Machine;
  readonly diagnose: (manifests: readonly ManifestStanding[]) => Promise<readonly Check[]>;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}
