/** The handle of the folder for copies: only IndexedDB can keep one. A database of its own, a row of its own. */
const NAME = 'countersign-copy-folder';
const STORE = 'folder';
const KEY = 'chosen';

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no database'));
  });
}

async function inStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const db = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = db.transaction(STORE, mode);
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = () => reject(transaction.error ?? new Error('not kept'));
    });
  } finally {
    db.close();
  }
}

export async function keptFolder(): Promise<FileSystemDirectoryHandle | null> {
  const kept = await inStore<unknown>('readonly', (store) => store.get(KEY));
  return typeof FileSystemDirectoryHandle !== 'undefined' && kept instanceof FileSystemDirectoryHandle
    ? kept
    : null;
}

export async function keepFolder(folder: FileSystemDirectoryHandle): Promise<void> {
  await inStore('readwrite', (store) => store.put(folder, KEY));
}

export async function forgetFolder(): Promise<void> {
  await inStore('readwrite', (store) => store.delete(KEY));
}
