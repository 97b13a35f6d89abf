/**
 * The reader's own models, kept in this browser (IndexedDB) so that reloading and going back work. Where the browser
 * forbids it, in private windows for instance, they last as long as the page.
 */

const STORE = "models";

/** @returns {Promise<IDBDatabase>} */
function open() {
  const asked = indexedDB.open("nca_tf", 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
  return done(asked);
}

/** @param {IDBRequest} request */
const done = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

/**
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest} use
 * @returns {Promise<T|null>}
 */
async function inStore(mode, use) {
  try {
    const database = await open();
    const result = await done(use(database.transaction(STORE, mode).objectStore(STORE)));
    database.close();
    return result;
  } catch {
    return null;
  }
}

/** @returns {Promise<(import("./catalog.js").Entry & {files: File[]})[]>} */
export const ownModels = async () => (await inStore("readonly", (store) => store.getAll())) ?? [];

/** @param {string} key @param {import("./catalog.js").Entry & {files: File[]}} entry */
export const keepOwn = (key, entry) => inStore("readwrite", (store) => store.put(entry, key));

/** @param {string} key */
export const forgetOwn = (key) => inStore("readwrite", (store) => store.delete(key));
