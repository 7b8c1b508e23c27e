// Runs in the host's page: whether it has loaded and its main thread has had nothing to do since.
if (!window.labLong) {
  window.labLong = [];
  if (PerformanceObserver.supportedEntryTypes.includes("long-animation-frame")) {
    new PerformanceObserver((list) => window.labLong.push(...list.getEntries())).observe({ type: "long-animation-frame", buffered: true });
  }
}
if (document.readyState !== "complete") return document.readyState;
if (!window.labIdle) {
  window.labIdle = "asked";
  requestIdleCallback(() => requestIdleCallback(() => { window.labIdle = "idle"; }));
}
return window.labIdle === "idle" || window.labIdle;
