// Runs in the page: every key in every store of its origin.
return (async () => {
  const of = (store, keys) => keys.map((key) => ({ store, key }));
  return [
    ...of("local-storage", Object.keys(localStorage)),
    ...of("session-storage", Object.keys(sessionStorage)),
    ...of("cache", await caches.keys()),
    ...of("indexed-db", (await indexedDB.databases()).map(({ name }) => name)),
    ...of("cookie", document.cookie ? document.cookie.split("; ") : []),
  ];
})();
