// Runs in the host's page before every other script: counts what scripts schedule, request, listen to and create. The counts
// are final, as `window.labCounts`, when the page has loaded and its main thread was idle twice.
(() => {
  const counts = { timers: 0, requests: 0, listeners: 0, observers: 0, workers: 0, messages: 0, frames: 0, elements: 0 };
  const idle = requestIdleCallback.bind(window);
  const listen = addEventListener.bind(window);
  const wrap = (kind, owner, ...names) => {
    for (const name of names) {
      const original = owner?.[name];
      if (!original) continue;
      owner[name] = function (...words) {
        counts[kind] += 1;
        if (/iframe/i.test(words[0])) counts.frames += 1;
        return original.apply(this ?? window, words);
      };
    }
  };
  const wrapClass = (kind, ...names) => {
    for (const name of names) {
      const Original = window[name];
      if (!Original) continue;
      window[name] = class extends Original {
        constructor(...words) {
          super(...words);
          counts[kind] += 1;
        }
      };
    }
  };
  wrap("timers", window, "setTimeout", "setInterval", "requestAnimationFrame", "requestIdleCallback");
  wrap("timers", window.scheduler, "postTask", "yield");
  wrap("requests", window, "fetch");
  wrap("requests", XMLHttpRequest.prototype, "send");
  wrap("requests", Navigator.prototype, "sendBeacon");
  wrapClass("requests", "WebSocket", "EventSource", "Image", "Audio");
  wrap("listeners", EventTarget.prototype, "addEventListener");
  wrapClass("observers", "MutationObserver", "IntersectionObserver", "ResizeObserver", "PerformanceObserver");
  wrapClass("workers", "Worker", "SharedWorker");
  wrap("workers", window.ServiceWorkerContainer?.prototype, "register");
  wrap("messages", window, "postMessage");
  wrapClass("messages", "MessageChannel", "BroadcastChannel");
  wrap("elements", Document.prototype, "createElement", "createElementNS", "importNode");
  listen("load", () => idle(() => idle(() => (window.labCounts = { ...counts }))));
})();
