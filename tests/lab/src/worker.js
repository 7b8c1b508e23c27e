// Runs in the page: whether its service worker is there and has taken all of the page's files. A browser tells that later, so what
// it told last is given back.
const look = async () => {
  const all = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  const isInstalling = all.some((each) => each.installing || each.waiting || !each.active);
  let kept = 0;
  for (const name of await caches.keys()) kept += (await (await caches.open(name)).keys()).length;
  return isInstalling || (all.length > 0 && kept === 0) ? "installing" : `${all.length} active, ${kept} kept`;
};
look().then((seen) => (window.labWorker = seen));
return window.labWorker ?? null;
