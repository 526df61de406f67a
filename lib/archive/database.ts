import { Dexie, type Table, type Transaction } from 'dexie';
import { Act } from './act';
import type { Envelope } from './envelope';
import type { ShelvedList } from './list-shelf';
import type {
  BesideRow,
  CarriedRow,
  Contribution,
  CutRow,
  DigestRow,
  DispensedRow,
  HeadRow,
  ListBytesRow,
  MetaRow,
  NumberRow,
  OrderRow,
  PartRow,
  PastRow,
  RequestRow,
  RunRow,
  UnrecognisedRow,
  WordRow,
} from './rows';

export const ARCHIVE_NAME = 'countersign-archive';

/** What isn't a record nor follows from one: revocation lists, and records of a merge that aren't accepted yet. */
const ASIDE: ReadonlySet<string> = new Set(['lists', 'listBytes', 'staged']);

/**
 * Events and chain heads are the archive; lists and their bytes are a cache that stands for itself; `staged` waits for a
 * merge; of `meta`, station, clock and copy are this computer's own. All else are projections that `rebuild` makes anew.
 */
export class ArchiveDatabase extends Dexie {
  declare readonly events: Table<Envelope, [string, string, number]>;
  declare readonly heads: Table<HeadRow, [string, string]>;
  declare readonly meta: Table<MetaRow, MetaRow['key']>;
  declare readonly orders: Table<OrderRow, string>;
  declare readonly requests: Table<RequestRow, string>;
  declare readonly numbers: Table<NumberRow, string>;
  declare readonly series: Table<Contribution, [string, string, string, number]>;
  declare readonly lists: Table<ShelvedList, string>;
  declare readonly listBytes: Table<ListBytesRow, string>;
  declare readonly beside: Table<BesideRow, string>;
  declare readonly words: Table<WordRow, [string, string, number, number, string]>;
  declare readonly runs: Table<RunRow, [string, string, number, number]>;
  declare readonly carried: Table<CarriedRow, string>;
  declare readonly digests: Table<DigestRow, [string, string]>;
  declare readonly pasts: Table<PastRow, string>;
  declare readonly cuts: Table<CutRow, [string, string, string]>;
  declare readonly unrecognised: Table<UnrecognisedRow, [string, string, string]>;
  declare readonly parts: Table<PartRow, [string, number]>;
  declare readonly dispensed: Table<DispensedRow, [string, string]>;
  declare readonly staged: Table<Envelope, [string, string, number]>;

  private readonly acts = new WeakMap<Transaction, Act>();

  constructor(name: string) {
    // A write that was acknowledged must outlive a power cut; 1.0 ms instead of 0.55 ms per transaction.
    super(name, { autoOpen: false, chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      events: '[registrant+station+seq], orderId, commandId, [time+station+seq]',
      heads: '[registrant+station]',
      meta: 'key',
      orders: 'orderId, number, openUntil, [orderedOn+wall+counter+orderId]',
      requests: 'requestId, open',
      numbers: 'number, requestId',
      series: '[substanceCode+date+supplierId+strengthMg]',
    });
    this.version(2).stores({ lists: 'scope, issuer, *urls', listBytes: 'scope' });
    this.version(3).stores({
      beside: 'id, openUntil, [date+id], [kind+date+id]',
      words: '[word+orderedOn+wall+counter+orderId]',
      gaps: '[registrant+station+from]',
      staged: '[registrant+station+seq]',
    });
    // The number of an order that a record beside it names: what is linked is kept together.
    this.version(4).stores({ beside: 'id, openUntil, [date+id], [kind+date+id], state.record.reference' });
    // What monitoring reads; and which orders and records hold a product, for when somebody says what it is.
    this.version(5).stores({
      orders: 'orderId, number, openUntil, [orderedOn+wall+counter+orderId], *products',
      beside: 'id, openUntil, [date+id], [kind+date+id], state.record.reference, *products',
      requests: 'requestId, open, warnedAt',
      digests: '[substanceCode+month]',
      pasts: 'substanceCode, lastOrder',
      cuts: '[substanceCode+date+orderId]',
      unrecognised: '[key+date+text], date',
      parts: '[importId+part], *products',
      dispensed: '[date+substanceCode]',
    });
    // Purged runs of two computers may begin at the same place; and of each stream that went, what it had added. Runs are
    // taken along: where the projections can't be made anew, what was purged mustn't look as if it were missing.
    this.version(5)
      .stores({
        gaps: null,
        runs: '[registrant+station+from+to], [registrant+station+to]',
        carried: 'id',
      })
      .upgrade(async (old) => {
        await old.table('runs').bulkPut(await old.table('gaps').toArray());
      });
  }

  /** What the folds of the transaction that runs now know together. */
  get act(): Act {
    const transaction = Dexie.currentTransaction as Transaction | null;
    if (!transaction) throw new TypeError('folds belong to an act');
    const act = this.acts.get(transaction) ?? new Act();
    this.acts.set(transaction, act);
    return act;
  }

  /** The tables that an act of the archive may write. */
  get recordTables(): Table[] {
    return this.tables.filter(({ name }) => !ASIDE.has(name));
  }
}
