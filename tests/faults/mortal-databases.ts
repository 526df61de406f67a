import 'fake-indexeddb/auto';

/** A process that may die at any step which it takes with its databases, or at one that it is told of. */
export interface Life {
  /** From now on it dies at the n-th step: what it has open is aborted, and nothing it does afterwards reaches a database. */
  dieAt(step: number): void;
  /** A step outside the databases, such as a file that is written. Throws where it dies there, or is dead. */
  step(): void;
  /** Ends this life once nothing of it is under way; answers whether it had died, and at which step it stood. */
  end(): Promise<{ readonly died: boolean; readonly steps: number }>;
}

type Call = (this: never, ...args: never[]) => unknown;

const WRITES = ['add', 'put', 'delete', 'clear'];
const READS = ['get', 'getAll', 'getKey', 'getAllKeys', 'count', 'openCursor', 'openKeyCursor'];
/** What the database calls in its own time after the last word of a process. */
const SETTLING_TURNS = 4;

/**
 * Makes this process's databases mortal. A step is the opening of a transaction, each request of one that may write, and its
 * commit: what a death between two reads leaves is what the one before them left.
 */
export function mortalDatabases(): Life {
  let at = Number.POSITIVE_INFINITY;
  let steps = 0;
  let dead = false;
  let counts = false;
  const open = new Set<IDBTransaction>();

  const step = () => {
    if (!counts) return;
    if (!dead) steps += 1;
    if (!dead && steps < at) return;
    dead = true;
    for (const transaction of open) {
      open.delete(transaction);
      transaction.abort();
    }
    throw new DOMException('the process died here', 'AbortError');
  };
  const replace = (prototype: object, name: string, make: (real: Call) => Call) => {
    const real = Reflect.get(prototype, name) as Call;
    Object.defineProperty(prototype, name, { configurable: true, writable: true, value: make(real) });
  };
  const requestsOf = (
    prototype: object,
    names: readonly string[],
    of: (self: never) => IDBTransaction | null,
  ) => {
    for (const name of names)
      replace(
        prototype,
        name,
        (real) =>
          function (...args) {
            if (of(this)?.mode === 'readwrite') step();
            return real.apply(this, args);
          },
      );
  };

  requestsOf(
    IDBObjectStore.prototype,
    [...WRITES, ...READS],
    ({ transaction }: IDBObjectStore) => transaction,
  );
  requestsOf(IDBIndex.prototype, READS, ({ objectStore }: IDBIndex) => objectStore.transaction);
  requestsOf(IDBTransaction.prototype, ['commit'], (transaction: IDBTransaction) => transaction);
  replace(
    IDBDatabase.prototype,
    'transaction',
    (real) =>
      function (...args) {
        step();
        const transaction = real.apply(this, args) as IDBTransaction;
        if (!counts) return transaction;
        open.add(transaction);
        for (const end of ['complete', 'abort'])
          transaction.addEventListener(end, () => open.delete(transaction));
        return transaction;
      },
  );

  return {
    step,
    dieAt(n) {
      [at, steps, dead, counts] = [n, 0, false, true];
    },
    async end() {
      for (let turn = 0; turn < SETTLING_TURNS; turn++)
        await new Promise((resolve) => {
          setImmediate(resolve);
        });
      const ended = { died: dead, steps };
      [at, dead, counts] = [Number.POSITIVE_INFINITY, false, false];
      open.clear();
      return ended;
    },
  };
}
