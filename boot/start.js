// Starts the page, and the widget's and the configurator's: loads the WebAssembly, says so in words where that fails or where it
// stops later, and starts the page's service worker, which takes part in the first check and keeps a copy for the next time.
// Everything else is the app's.

const text = {
  framed: "Open this page in a tab of its own.",
  old: "This browser has no WebAssembly. Try a current Firefox, Chrome, Edge or Safari.",
  load: "Part of this page did not arrive. Load it again, or try mobile data.",
  start: "The check could not start. Load the page again, or try another browser.",
  stopped: "Whichside made a mistake of its own: it is not the site you asked about. Load the page again.",
};

/** Shows the one message a visitor can act on; the first is the cause, later ones only its echo. */
function say(message, error) {
  const place = document.getElementById("fatal");
  if (!place.hidden) return;
  place.textContent = error ? `${message} (${error.message ?? error})` : message;
  place.hidden = false;
  document.getElementById("boot")?.remove();
  place.scrollIntoView({ block: "nearest" });
}

/** The page names its glue code and its WebAssembly as preloads, each with its integrity. */
const glue = document.querySelector("link[rel=modulepreload]");
const wasm = document.querySelector("link[rel=preload][type='application/wasm']");

async function fetchWasm() {
  const answer = await fetch(wasm.href, { integrity: wasm.integrity });
  if (!answer.ok) throw new Error(`the file was answered with ${answer.status}`);
  return answer;
}

// Refused in private windows and without https: the page works all the same, only not offline, and tells fewer errors apart.
// The widget has a worker of its own, the configurator none.
let registered;
function register() {
  const worker = document.body.dataset.worker ?? "sw.js";
  // At once: the first check may follow by a click on a link.
  if (worker) return navigator.serviceWorker?.register(worker, { updateViaCache: "none" });
}

async function start() {
  // Where a server cannot forbid it by a header, nobody may lay the page under something else all the same.
  if (top !== self && !document.body.hasAttribute("data-framed")) return say(text.framed);
  if (typeof WebAssembly !== "object") return say(text.old);
  registered = register();
  registered?.catch(() => {});
  let module, file;
  try {
    [module, file] = await Promise.all([import(glue.href), fetchWasm()]);
  } catch (error) {
    return say(text.load, error);
  }
  try {
    await module.default({ module_or_path: file });
  } catch (error) {
    // A connection that breaks half way through the file ends here as a network TypeError.
    return say(error instanceof TypeError ? text.load : text.start, error);
  }
}

// A part of the page has a program of its own (src/part). A browser may remember that an import failed: the next try has another
// address.
const parts = new Map();
let failures = 0;
function fetchPart(name) {
  if (!parts.has(name)) {
    const address = new URL(`${name}.js?${failures}`, document.baseURI);
    parts.set(name, import(address).then(async (module) => (await module.default(), module)));
  }
  return parts.get(name);
}
function forgetPart(name) {
  parts.delete(name);
  failures += 1;
}
globalThis.showPart = async (name, draw, ...handover) => {
  try {
    (await fetchPart(name))[draw](...handover);
  } catch (error) {
    forgetPart(name);
    throw error;
  }
};

// A panic in Rust ends as a WebAssembly trap: in an event handler, a timer or a promise.
function stopped(error) {
  if (error instanceof WebAssembly.RuntimeError) say(text.stopped, error);
}
addEventListener("error", (event) => stopped(event.error));
addEventListener("unhandledrejection", (event) => stopped(event.reason));

// After the page has loaded, so that neither competes with the page for a poor connection.
function fetchLater() {
  // What every check shows. Where it does not come now, it is asked for again when it is to be shown.
  const { part } = document.body.dataset;
  if (part) fetchPart(part).catch(() => forgetPart(part));
  registered
    ?.then(() => navigator.serviceWorker.ready)
    .then((ready) => ready.active.postMessage("keep"))
    .catch(() => {});
}

await start();
if (document.readyState === "complete") fetchLater();
else addEventListener("load", fetchLater);
