import type { DeaNumber, Fault, PlainDate } from '@/lib/base';
import type { Actor } from '../act-as';

/** What an inspector asked for, and who hands it over. */
export interface PackWish extends Actor {
  readonly commandId: string;
  readonly registrant: DeaNumber;
  /** First and last day, both included. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** How unusual each order looked, and the reason its signer gave: left out unless chosen. */
  readonly withSom: boolean;
  /** Names, roles and days of leaving; records name people anyway. */
  readonly withStaff: boolean;
}

/** How far a pack is. `done` of `total` are days of the period, newest first: nothing has to be counted beforehand. */
export interface PackProgress {
  readonly done: number;
  readonly total: number;
  readonly orders: number;
  readonly records: number;
  readonly files: number;
  /** SHA-256 of `manifest.json`, once the pack is whole. */
  readonly manifestSha256: string | null;
}

/** A ZIP file, made while it is read. */
export interface PackFile {
  readonly name: string;
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** Why the stream failed; null while it didn't. A `Response` that reads it tells only that it did. */
  readonly fault: () => Fault | null;
}

export interface InspectionCases {
  /**
   * Everything of one location and period in one file that opens without this extension (21 CFR 1304.04(h), 1305.27). The
   * pack is recorded once it is whole. Throws `pack/period`, `registrant/unknown`, `people/wrong-pin`, `people/not-allowed`;
   * the stream fails with `pack/cancelled` after the signal, and with `archive/*`.
   */
  inspectionPack(
    wish: PackWish,
    onProgress: (progress: PackProgress) => void,
    signal: AbortSignal,
  ): Promise<PackFile>;
}
