// IndexedDB, and nothing else: what the device keeps, and the promise that a record once answered for is
// on the disk. A write that a dying battery cuts off is wholly there or not at all.

const NAME = 'machi-desk';
const VERSION = 1;

// `meta`: plain facts of the desk and its closed keys. `states`: closed blobs by name.
// `events`: one closed record each, in the order in which they came, `sent` 0 or 1.
export function openShelf() {
  const asked = indexedDB.open(NAME, VERSION);
  asked.onupgradeneeded = () => {
    const db = asked.result;
    db.createObjectStore('meta');
    db.createObjectStore('states');
    const events = db.createObjectStore('events', { keyPath: 'n', autoIncrement: true });
    events.createIndex('id', 'id', { unique: true });
    events.createIndex('sent', 'sent');
  };
  return settled(asked).then((db) => new Shelf(db));
}

export const forgetShelf = () => settled(indexedDB.deleteDatabase(NAME));

class Shelf {
  #db;

  constructor(db) {
    this.#db = db;
    // Another page of the same desk that must change the store is not held up.
    db.onversionchange = () => db.close();
  }

  close() {
    this.#db.close();
  }

  meta() {
    return this.#read('meta', (store) => store.get('desk'));
  }

  putMeta(meta) {
    return this.#write(['meta'], (tx) => tx.objectStore('meta').put(meta, 'desk'));
  }

  state(name) {
    return this.#read('states', (store) => store.get(name));
  }

  putState(name, sealed) {
    return this.#write(['states'], (tx) => tx.objectStore('states').put(sealed, name));
  }

  events() {
    return this.#read('events', (store) => store.getAll());
  }

  // How many records wait to be sent; needs no key.
  unsent() {
    return this.#read('events', (store) => store.index('sent').count(0));
  }

  // Adds records [{ id, sent, sealed }]; one that is there already stays as it is.
  async add(records) {
    await this.#write(['events'], (tx) => {
      const store = tx.objectStore('events');
      for (const record of records) {
        const adding = store.add(record);
        adding.onerror = (event) => {
          event.preventDefault();
          event.stopPropagation();
        };
      }
    });
  }

  // What the server answered, in one go: what it took, what it refused and why, what others did, what is to go, a state.
  async settle({ taken, heard, refused, forgotten = [] }, name, sealed) {
    await this.#write(['events', 'states'], (tx) => {
      const store = tx.objectStore('events');
      taken.forEach((id) => change(store, id, (found) => ({ ...found, sent: 1 })));
      refused.forEach(({ event, sentence }) => change(store, event, (found) => ({ ...found, sent: 2, why: sentence })));
      heard.forEach((record) => change(store, record.id, (found) => ({ ...found, ...record }), record));
      forgotten.forEach((id) => remove(store, id));
      tx.objectStore('states').put(sealed, name);
    });
  }

  #read(name, ask) {
    return settled(ask(this.#db.transaction(name, 'readonly').objectStore(name)));
  }

  // Resolves when the operating system was told to put it on the disk.
  #write(names, act) {
    return new Promise((resolve, reject) => {
      const tx = this.#db.transaction(names, 'readwrite', { durability: 'strict' });
      tx.oncomplete = () => resolve();
      tx.onabort = () => reject(tx.error);
      act(tx);
    });
  }
}

function change(store, id, changed, otherwise = null) {
  const finding = store.index('id').get(id);
  finding.onsuccess = () => {
    const next = finding.result ? changed(finding.result) : otherwise;
    if (next !== null) {
      store.put(next);
    }
  };
}

function remove(store, id) {
  const finding = store.index('id').getKey(id);
  finding.onsuccess = () => {
    if (finding.result !== undefined) {
      store.delete(finding.result);
    }
  };
}

function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new DOMException('open in another page', 'InvalidStateError'));
  });
}
