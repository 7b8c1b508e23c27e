// Runs in the page: whether its service worker has taken all of its files. A browser tells that later, so what it told last is
// given back.
navigator.serviceWorker?.getRegistrations().then((all) => {
  const isInstalling = all.some((each) => each.installing || each.waiting || !each.active);
  window.labWorker = isInstalling ? "installing" : `${all.length} active`;
});
return window.labWorker ?? null;
