// Keeps the pages of the crew's day on the phone, so that the list and the forms open without a line. Pages of another
// day, and all pages once nobody is signed in, are thrown away.

const PAGES = "water-pages";
const PIECES = "water-pieces";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  if (event.data?.keep) {
    event.waitUntil(keep(event.data.keep));
  } else if (event.data?.also) {
    event.waitUntil(also(event.data.also));
  }
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) {
    return;
  }
  if (url.pathname.startsWith("/assets/") || url.pathname.startsWith("/office/water/photos/")) {
    event.respondWith(pieceFirst(event.request));
  } else if (url.pathname.startsWith("/office/water/today") && !url.pathname.endsWith(".pdf")) {
    event.respondWith(lineFirst(event.request));
  }
});

async function keep(urls) {
  const pages = await caches.open(PAGES);
  const wanted = new Set(urls.map((url) => plain(url)));
  for (const known of await pages.keys()) {
    if (!wanted.has(known.url)) {
      await pages.delete(known);
    }
  }
  await also([...wanted]);
}

async function also(urls) {
  const pages = await caches.open(PAGES);
  for (const url of urls.map((each) => plain(each))) {
    const answer = await fetch(url, { redirect: "manual" }).catch(() => undefined);
    if (answer?.ok) {
      await pieces(answer.clone());
      await pages.put(url, answer);
    }
  }
}

// The stylesheets, scripts and photos that a page names.
async function pieces(answer) {
  const text = await answer.text();
  const cache = await caches.open(PIECES);
  const named = [...text.matchAll(/(?:href|src)="((?:\/assets\/|\/office\/water\/photos\/)[^"]+)"/g)].map((found) => found[1]);
  const scripts = named.find((path) => path.endsWith("/js/water-crew.js"));
  const more = scripts ? ["water-outbox.js", "forms.js", "errors.js", "keys.js", "upload.js"].map((name) => scripts.replace("water-crew.js", name)) : [];
  for (const path of [...named, ...more]) {
    if (!(await cache.match(path))) {
      const piece = await fetch(path).catch(() => undefined);
      if (piece?.ok) {
        await cache.put(path, piece);
      }
    }
  }
}

async function pieceFirst(request) {
  const cache = await caches.open(PIECES);
  return (await cache.match(request.url)) ?? fetch(request);
}

async function lineFirst(request) {
  const pages = await caches.open(PAGES);
  try {
    const answer = await fetch(request);
    if (answer.type === "opaqueredirect" || answer.redirected) {
      await caches.delete(PAGES);
    } else if (answer.ok) {
      await pages.put(plain(request.url), answer.clone());
    }
    return answer;
  } catch (away) {
    const kept = await pages.match(plain(request.url));
    if (kept) {
      return kept;
    }
    throw away;
  }
}

function plain(url) {
  return url.split(/[?#]/)[0];
}
