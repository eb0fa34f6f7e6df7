// Keeps the desk's program on the device. VERSION and KEPT are written above this by the server: another
// version is another worker, which takes everything new before it lets go of the old.

const CACHE = `desk-${VERSION}`;

addEventListener('install', (event) => event.waitUntil(keepAll()));

addEventListener('activate', (event) => event.waitUntil(dropOthers()));

addEventListener('fetch', (event) => {
  const address = new URL(event.request.url);
  if (event.request.method === 'GET' && address.origin === location.origin && isKept(address.pathname)) {
    event.respondWith(fromDevice(event.request, address.pathname));
  }
});

async function keepAll() {
  const cache = await caches.open(CACHE);
  await cache.addAll(KEPT.map((path) => new Request(path, { cache: 'reload' })));
  await skipWaiting();
}

async function dropOthers() {
  for (const name of await caches.keys()) {
    if (name.startsWith('desk-') && name !== CACHE) {
      await caches.delete(name);
    }
  }
  await clients.claim();
}

const isKept = (path) => path === '/desk/' || KEPT.includes(path);

async function fromDevice(request, path) {
  const kept = await caches.match(path === '/desk/' ? '/desk' : path, { ignoreSearch: true });
  return kept ?? fetch(request);
}
