import type { BesideEvents, OrderEvents } from '@/lib/order';
import type { DirectoryEvents } from './directory';
import type { PurgeEvents } from './purge-events';

export type ArchiveEvents = OrderEvents & BesideEvents & DirectoryEvents & PurgeEvents;
export type ArchiveEventType = keyof ArchiveEvents;

/** The final form of every record: one hash chain per (registrant, station) from the first day. */
export type Envelope<T extends ArchiveEventType = ArchiveEventType> = {
  [K in T]: {
    /** DEA number, or the empty string before one is set up. */
    readonly registrant: string;
    /** Random id of the installed extension, made once. */
    readonly station: string;
    /** Counts from 1 in its chain, without gaps. */
    readonly seq: number;
    /** Hybrid logical clock: wall milliseconds, then a counter that keeps order when the wall stands or goes back. */
    readonly time: readonly [wallMs: number, counter: number];
    /** Person's id, or `system` where nobody acted. */
    readonly who: string;
    readonly commandId: string;
    readonly orderId: string | null;
    readonly type: K;
    readonly payload: ArchiveEvents[K];
    /** Hash of the event before it in the chain; 64 zeros for the first. */
    readonly prev: string;
    /** SHA-256 (lower-case hex) of the canonical JSON of all members above. */
    readonly hash: string;
  };
}[T];
