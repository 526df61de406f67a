import type { CopyState } from '@/lib/archive';
import type { CopyKind, CopyPlace } from './places';

export interface CopyView extends CopyState {
  readonly place: CopyPlace | null;
  readonly kinds: readonly CopyKind[];
  /** New records have waited for longer than the settings allow. */
  readonly isStale: boolean;
  /** The browser keeps the archive when the disk is short. */
  readonly persisted: boolean;
}
