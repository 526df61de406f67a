import type { PlainDate } from '@/lib/base';
import type { BesideState } from '@/lib/order';
import type { ActBy } from '../../act/act-form';

/** What the form of every act on a record beside electronic orders is given. */
export interface RecordActProps {
  readonly state: BesideState;
  /** In the zone of the record's own location. */
  readonly today: PlainDate;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** An act by someone on the very history that they saw. */
export function onRecord({ id, version }: BesideState, by: ActBy) {
  return { ...by, id, expectedVersion: version };
}
