/** What somebody with the browser's developer tools does to records. */
export const tampers = ['altered', 'removed', 'swapped', 'head'] as const;
export type Tamper = (typeof tampers)[number];

/**
 * Runs in a page of the extension, beside the product's own code: in the longest chain alters its second record, removes it,
 * puts the second and third in each other's place, or alters the chain's head. Answers which record that breaks first.
 */
export function tamperArchive(what: Tamper): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('countersign-archive');
    opening.onerror = () => reject(new Error(opening.error?.message));
    opening.onsuccess = () => {
      const db = opening.result;
      const transaction = db.transaction(['events', 'heads'], 'readwrite');
      const [events, heads] = [transaction.objectStore('events'), transaction.objectStore('heads')];
      let broken = 2;
      transaction.oncomplete = () => {
        db.close();
        resolve(broken);
      };
      transaction.onabort = () => reject(new Error(transaction.error?.message ?? 'aborted'));
      type Head = { readonly registrant: string; readonly station: string; readonly seq: number };
      heads.getAll().onsuccess = (found) => {
        const all = (found.target as IDBRequest<Head[]>).result;
        const longest = all.reduce((a, b) => (b.seq > a.seq ? b : a));
        const at = (seq: number) => [longest.registrant, longest.station, seq];
        if (what === 'head') {
          broken = longest.seq + 1;
          heads.put({ ...longest, hash: '0'.repeat(64) });
          return;
        }
        if (what === 'removed') {
          events.delete(at(2));
          return;
        }
        events.get(at(2)).onsuccess = (second) => {
          const two = (second.target as IDBRequest<object>).result;
          if (what === 'altered') {
            events.put({ ...two, who: 'somebody else' });
            return;
          }
          events.get(at(3)).onsuccess = (third) => {
            const three = (third.target as IDBRequest<object>).result;
            events.put({ ...three, seq: 2 });
            events.put({ ...two, seq: 3 });
          };
        };
      };
    };
  });
}

type Kept = { kept?: readonly (readonly [string, readonly unknown[]])[] };

/** Runs in the page: keeps records and heads there. */
export function keepArchive(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('countersign-archive');
    opening.onerror = () => reject(new Error(opening.error?.message));
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(['events', 'heads']);
      const reads = ['events', 'heads'].map(
        (name) => [name, transaction.objectStore(name).getAll()] as const,
      );
      transaction.oncomplete = () => {
        opening.result.close();
        (globalThis as Kept).kept = reads.map(([name, { result }]) => [name, result as unknown[]] as const);
        resolve();
      };
    };
  });
}

/** Runs in the page that kept them. */
export function putArchiveBack(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('countersign-archive');
    opening.onerror = () => reject(new Error(opening.error?.message));
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(['events', 'heads'], 'readwrite');
      for (const [name, rows] of (globalThis as Kept).kept ?? []) {
        const store = transaction.objectStore(name);
        store.clear();
        for (const row of rows) store.put(row);
      }
      transaction.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}
