import type { Rows } from './projection-store';

const name = (key: unknown) => JSON.stringify(key);

/** A table of a projection in memory, for what is folded beside the archive and thrown away. */
export class MemoryRows<T, K> implements Rows<T, K> {
  readonly rows = new Map<string, T>();

  constructor(private readonly keyOf: (row: T) => K) {}

  nameOf(row: T): string {
    return name(this.keyOf(row));
  }

  get(key: K): Promise<T | undefined> {
    return Promise.resolve(this.rows.get(name(key)));
  }

  put(row: T): Promise<void> {
    this.rows.set(this.nameOf(row), row);
    return Promise.resolve();
  }

  bulkGet(keys: K[]): Promise<(T | undefined)[]> {
    return Promise.all(keys.map((key) => this.get(key)));
  }

  async bulkPut(rows: readonly T[]): Promise<void> {
    for (const row of rows) await this.put(row);
  }

  bulkDelete(keys: K[]): Promise<void> {
    for (const key of keys) this.rows.delete(name(key));
    return Promise.resolve();
  }
}
