// Published as sw.js in place of the page's own, this takes the service worker and its offline copy off the devices of all visitors:
// for a release that keeps an old copy, and for a host that stops. A browser asks for sw.js at each visit, at least once a day.
self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  const leave = async () => {
    // Only this folder's copies: others may stand on the same origin.
    const family = `whichside-${new URL("./", self.location).pathname}#`;
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(family)).map((name) => caches.delete(name)));
    await self.registration.unregister();
  };
  event.waitUntil(leave());
});
