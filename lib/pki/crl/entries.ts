import { equalBytes } from '@/lib/base';
import { generalNameKey, nameKeyOf } from '../certificate/general-name-key';
import { DerError } from '../der/der-error';
import { DerReader, type Bytes, type Tlv } from '../der/reader';
import { tags } from '../der/values';
import { Cursor } from './cursor';
import { isPlainReason, readEntryExtensions } from './entry-extensions';
import { Positions } from './positions';
import { SerialIndex } from './serial-index';
import { timeAt } from './time-at';

/** One line of a revocation list. */
export interface CrlEntry {
  /** Milliseconds since 1970. */
  readonly revokedAt: number;
  /** CRLReason (RFC 5280 5.3.1), or null where the entry gives none that is defined. */
  readonly reason: number | null;
  /** invalidityDate in milliseconds since 1970, or null: since when the key isn't to be trusted (RFC 5280 5.3.2). */
  readonly invalidFrom: number | null;
}

/**
 * The entries of a list: read in one pass, kept as places in the list's DER. An entry of an indirect list belongs to the
 * CA that the last certificateIssuer at or before it names (RFC 5280 5.3.3).
 */
export class Entries {
  hasUnknownCritical = false;
  hasExtensions = false;
  private readonly index: SerialIndex;
  /** Where entries that carry a certificateIssuer begin, in rising order, and where their names stand. */
  private readonly turns = new Positions();
  private readonly turnNames = new Positions();

  /** `list` is the SEQUENCE revokedCertificates, `issuer` the key of the list issuer's name. Throws DerError. */
  constructor(
    private readonly buffer: Bytes,
    private readonly issuer: string,
    list: Tlv | null,
  ) {
    this.index = new SerialIndex(buffer);
    if (list !== null) this.readAll(list.body, list.end);
  }

  get count(): number {
    return this.index.count;
  }

  /** Whether an entry names the CA whose certificate it revokes, as only indirect lists may. */
  get namesIssuers(): boolean {
    return this.turns.length > 0;
  }

  /** Everything the list says about the certificate with this serial number that `issuer` issued. */
  find(serialHex: string, issuer: string): CrlEntry[] {
    const serial = Uint8Array.from(serialHex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
    const found: CrlEntry[] = [];
    // Entries of one CA stand together: its names are read once, not once for each entry of this number.
    const isOf = new Map<number, boolean>();
    for (const start of this.index.find(serial)) {
      const turn = this.turnAt(start);
      const known = isOf.get(turn) ?? this.isTurnOf(turn, issuer);
      isOf.set(turn, known);
      if (known) found.push(this.readOne(start));
    }
    return found;
  }

  private readAll(from: number, limit: number): void {
    const cursor = new Cursor(this.buffer);
    let named: Uint8Array | null = null;
    for (let start = from; start < limit;) {
      cursor.expect(tags.sequence, start, limit);
      const end = cursor.end;
      cursor.expect(tags.integer, cursor.body, end);
      const length = cursor.end - cursor.body;
      if (length === 0 || length > 127) throw new DerError('serial number out of range');
      cursor.read(cursor.end, end);
      timeAt(cursor);
      this.index.add(start);
      if (cursor.end < end) {
        this.hasExtensions = true;
        const at = cursor.end;
        if (!isPlainReason(this.buffer, at, end)) {
          const said = readEntryExtensions(cursor, at, end);
          this.hasUnknownCritical ||= said.hasUnknownCritical;
          if (said.issuerAt >= 0) named = this.turn(start, said.issuerAt, named);
        }
      }
      start = end;
    }
  }

  /** Notes that a new CA's entries begin; its name is read where it isn't the last one again, so that a bad one shows now. */
  private turn(start: number, namesAt: number, last: Uint8Array | null): Uint8Array {
    const names = new DerReader(this.buffer, namesAt).next(tags.sequence).raw;
    if (last === null || !equalBytes(last, names)) readIssuers(this.buffer, namesAt);
    this.turns.push(start);
    this.turnNames.push(namesAt);
    return names;
  }

  /** Number of the last turn at or before an entry; -1: the list issuer's own entries. */
  private turnAt(start: number): number {
    let [low, high] = [0, this.turns.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.turns.at(middle) <= start) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  private isTurnOf(turn: number, issuer: string): boolean {
    if (turn < 0) return issuer === this.issuer;
    return readIssuers(this.buffer, this.turnNames.at(turn)).includes(nameKeyOf(issuer));
  }

  private readOne(start: number): CrlEntry {
    const cursor = new Cursor(this.buffer);
    cursor.read(start, this.buffer.length);
    const end = cursor.end;
    cursor.read(cursor.body, end);
    cursor.read(cursor.end, end);
    const revokedAt = timeAt(cursor);
    if (cursor.end === end) return { revokedAt, reason: null, invalidFrom: null };
    const { reason, invalidFrom } = readEntryExtensions(cursor, cursor.end, end);
    return { revokedAt, reason, invalidFrom };
  }
}

/** Keys of the CA's names in a certificateIssuer; it must give a distinguished one (RFC 5280 5.3.3). */
function readIssuers(buffer: Bytes, at: number): string[] {
  const names = [...new DerReader(buffer, at).next(tags.sequence).reader().rest()];
  if (!names.some(({ tag }) => tag === 0xa4))
    throw new DerError('certificateIssuer without a directory name');
  return names.map(generalNameKey);
}
