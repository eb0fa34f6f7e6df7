// Reports on the device until they are sent: IndexedDB, by the id that the report was given when its page was made.

const STORE = "reports";

function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("machi-water", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "id" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function run(mode, work) {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

export function allReports() {
  return run("readonly", (store) => store.getAll());
}

export function putReport(report) {
  return run("readwrite", (store) => store.put(report));
}

export function deleteReport(id) {
  return run("readwrite", (store) => store.delete(id));
}
