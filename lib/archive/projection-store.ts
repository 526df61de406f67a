import type { Table } from 'dexie';
import type { Act } from './act';
import type { Envelope } from './envelope';
import type {
  BesideRow,
  CarriedRow,
  Contribution,
  CutRow,
  DispensedRow,
  MetaRow,
  NumberRow,
  OrderRow,
  PartRow,
  RequestRow,
  RunRow,
  UnrecognisedRow,
  WordRow,
} from './rows';

type One<T> = PromiseLike<T | undefined>;

/** As much of a table as folding needs. */
export interface Rows<T, K> {
  get(key: K): One<T>;
  put(row: T): PromiseLike<unknown>;
  bulkGet(keys: K[]): PromiseLike<(T | undefined)[]>;
  bulkPut(rows: readonly T[]): PromiseLike<unknown>;
  bulkDelete(keys: K[]): PromiseLike<unknown>;
}

/** Where events are folded to: the archive's own tables, or memory beside them (`verify`). */
export interface ProjectionStore {
  readonly act: Act;
  readonly events: Table<Envelope, [string, string, number]>;
  readonly meta: Pick<Rows<MetaRow, MetaRow['key']>, 'get' | 'put'>;
  readonly orders: Rows<OrderRow, string>;
  readonly requests: Rows<RequestRow, string>;
  readonly numbers: Rows<NumberRow, string>;
  readonly series: Rows<Contribution, [string, string, string, number]>;
  readonly beside: Rows<BesideRow, string>;
  readonly words: Rows<WordRow, [string, string, number, number, string]>;
  readonly runs: Rows<RunRow, [string, string, number, number]>;
  readonly carried: Rows<CarriedRow, string>;
  readonly cuts: Rows<CutRow, [string, string, string]>;
  readonly unrecognised: Rows<UnrecognisedRow, [string, string, string]>;
  readonly parts: Rows<PartRow, [string, number]>;
  readonly dispensed: Rows<DispensedRow, [string, string]>;
}
