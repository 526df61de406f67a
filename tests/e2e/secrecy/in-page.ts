/**
 * What runs inside the browser, as text for `evaluate`: functions here may use nothing from outside themselves. All of
 * them write octets as hex, so that one search finds them.
 */

/** Writes any value out: octets as hex, keys of WebCrypto by what they tell, cycles left out. */
export const SHOW = `(value) => {
  const seen = new Set();
  const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const show = (at) => {
    if (typeof at !== 'object' || at === null) return typeof at === 'function' ? 'function' : String(at);
    if (seen.has(at)) return 'again';
    seen.add(at);
    if (at instanceof ArrayBuffer) return hex(new Uint8Array(at));
    if (ArrayBuffer.isView(at)) return hex(new Uint8Array(at.buffer, at.byteOffset, at.byteLength));
    if (at instanceof CryptoKey) return 'CryptoKey ' + at.type + (at.extractable ? ' extractable' : ' kept');
    if (at instanceof Map || at instanceof Set) return '(' + Array.from(at, show).join(' ') + ')';
    return '{' + Object.entries(at).map(([name, part]) => name + ': ' + show(part)).join(' ') + '}';
  };
  return show(value);
}`;

/** Every row of every database and every storage area of the extension, in one text. */
export const READ_STORES = `(async () => {
  const show = ${SHOW};
  const asked = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const api = globalThis.browser ?? globalThis.chrome;
  const found = [];
  for (const { name } of await indexedDB.databases()) {
    const db = await asked(indexedDB.open(name));
    for (const store of db.objectStoreNames) {
      const rows = db.transaction(store).objectStore(store);
      found.push(name + '/' + store, show(await asked(rows.getAllKeys())));
      found.push(show(await asked(db.transaction(store).objectStore(store).getAll())));
    }
    db.close();
  }
  for (const area of ['local', 'session', 'sync', 'managed'])
    if (api.storage[area]) found.push(area, show(await api.storage[area].get(null).catch(() => 'none')));
  found.push(show({ ...localStorage }), show({ ...sessionStorage }));
  return found.join('\\n');
})()`;

/** Hears every runtime message and everything on the extension's own channel, from one of its pages. */
export const HEAR = `(() => {
  const show = ${SHOW};
  const api = globalThis.browser ?? globalThis.chrome;
  const heard = (globalThis.heard = []);
  api.runtime.onMessage.addListener((message) => { heard.push('message ' + show(message)); });
  const channel = new BroadcastChannel('countersign-key');
  channel.onmessage = ({ data }) => heard.push('channel ' + show(data));
  globalThis.heardOn = channel;
})()`;
