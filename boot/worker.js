// Keeps one complete copy of the page on the device, so that it opens where nothing else does.
// `cargo xtask build` writes dist/sw.js from this file and fills in the constants; and dist/widget/sw.js, which keeps nothing.
//
// It answers for the files of that copy, and asks other hosts where the page asks it to. Requests to other hosts are
// measurements, and so are alive.txt and oracle/: they must reach the network, or they would tell the page what it wants
// to hear.

/** The page's root. */
const home = new URL("__HOME__", self.location).href;
/** How the names of this worker's copies begin: page and widget have one each, and so has each folder of the origin in which the page
 *  stands. None must remove another's. */
const FAMILY = `__FAMILY__${new URL(home).pathname}#`;
/** Changes with any file of the page: a new copy is a new cache, filled whole before the old one goes. */
const COPY = FAMILY + "__VERSION__";
/** Every file of the copy with its hash: a half-deployed page must not become the copy. */
const FILES = __FILES__;

const kept = new Set(FILES.map(([path]) => new URL(path, home).href));

/** The address in the copy that answers this request, or nothing. */
function inCopy(request) {
  if (request.method !== "GET") return undefined;
  const address = new URL(request.url);
  address.search = "";
  address.hash = "";
  // A page is kept under its folder's address.
  if (request.mode === "navigate") address.pathname = address.pathname.replace(/\/index\.html$/, "/");
  return kept.has(address.href) ? address.href : undefined;
}

/** Fills the copy, whole or not at all. */
async function fill() {
  if (FILES.length === 0) return;
  const copy = await caches.open(COPY);
  if ((await copy.keys()).length === FILES.length) return;
  const requests = FILES.map(([path, integrity]) => new Request(new URL(path, home), { cache: "no-cache", integrity }));
  try {
    await copy.addAll(requests);
  } catch (error) {
    await caches.delete(COPY);
    throw error;
  }
}

self.addEventListener("install", (event) => {
  // On a first visit there is nothing to replace: the worker is there at once, for the first check, and the copy is filled when
  // the page asks for it.
  const replace = async () => {
    const names = await caches.keys();
    if (names.some((name) => name.startsWith(FAMILY))) await fill();
  };
  event.waitUntil(replace());
});

/** The filling under way: several tabs may ask. */
let filling;
self.addEventListener("message", (event) => {
  if (event.data !== "keep") return;
  filling ??= fill().finally(() => (filling = undefined));
  // What could not be kept is asked for again at the next visit.
  event.waitUntil(filling.catch(() => {}));
});

self.addEventListener("activate", (event) => {
  // Other pages may live on this origin: only our own older copies go.
  const tidy = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(FAMILY) && name !== COPY).map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});

/** What is asked through the worker: without credentials, and with the true status of the answer, which the page may not
 *  read but a link can feel (src/probe/status.rs). The address stands in the fragment, which no host is sent; the method in the
 *  query. */
function asked(request) {
  const [address, target] = request.url.split(/#(.*)/);
  // A tab that somebody sends there asks nothing of anybody.
  const asks = request.mode !== "navigate" && address.startsWith(`${home}oracle/ask?`);
  return asks && target && fetch(decodeURIComponent(target), {
    method: address.startsWith(`${home}oracle/ask?HEAD&`) ? "HEAD" : "GET",
    mode: "no-cors",
    credentials: "omit",
    referrerPolicy: "no-referrer",
    cache: "no-store",
    // The link that asks waits no longer (CAP_MS in src/probe/status.rs). WebKit goes on loading when the link is gone, and when the
    // page is: an answer without end would never be ended. Browsers without this go without.
    signal: AbortSignal.timeout?.(8_000),
  });
}

self.addEventListener("fetch", (event) => {
  const answerOfOther = asked(event.request);
  if (answerOfOther) return event.respondWith(answerOfOther);
  const address = inCopy(event.request);
  if (!address) return;
  const answer = async () => (await (await caches.open(COPY)).match(address)) ?? fetch(event.request);
  event.respondWith(answer());
});
