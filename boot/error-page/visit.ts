// How the visitor came to this page, where they were in it, and bringing them back there.

const SCROLL = "whichside-scroll";
const LOOKS = "whichside-looks";
const COOKIES = "whichside-cookies";
/** After the longest pause and the longest admission, an error belongs to another outage. */
const SAME_OUTAGE_MS = 2_400_000;
/** More than any page is long: a browser puts back how far was scrolled only where there is room for it. */
const ROOM = "2000000px";

export interface Visit {
  /** The status of this page, as the browser has it, or nothing. */
  status: number;
  /** The method that the page was asked for with, where the server says so. */
  method: "GET" | "POST" | "unknown";
  /** Whether it came out of this browser's own cache or the site's service worker. */
  isCopy: boolean;
}

export function visit(): Visit {
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const said = entry?.serverTiming?.find(({ name }) => name === "whichside")?.description.toUpperCase() ?? "";
  return {
    status: entry?.responseStatus ?? 0,
    // What is neither is a method that is not repeated either.
    method: said === "" ? "unknown" : said === "GET" || said === "HEAD" ? "GET" : "POST",
    isCopy: entry !== undefined && (entry.workerStart > 0 || (entry.transferSize === 0 && entry.decodedBodySize > 0)),
  };
}

/** Keeps how far the visitor had scrolled when the page was loaded again. The browser puts that back, where it finds room. */
export async function keepScroll(): Promise<void> {
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  if (entry?.type !== "reload" && entry?.type !== "back_forward") return store(SCROLL, null);
  makeRoom();
  if (document.readyState !== "complete") await new Promise((loaded) => addEventListener("load", loaded, { once: true }));
  for (let frame = 0; frame < 4 && scrollY === 0; frame += 1) await new Promise((drawn) => setTimeout(drawn, 50));
  // Where this page itself was loaded again by hand, it was at its top: what was kept before holds.
  if (scrollY > 0 || stored(SCROLL) === null) store(SCROLL, [scrollX, scrollY]);
  document.body.style.minHeight = "";
  scrollTo(0, 0);
}

function makeRoom(): void {
  document.body.style.minHeight = ROOM;
}

/** Loads the page again, where the visitor was. What was sent by a form is not sent again. */
export function comeBack(method: Visit["method"]): void {
  const at = stored(SCROLL);
  store(SCROLL, null);
  if (method !== "GET") return openAnew();
  if (Array.isArray(at)) {
    // The browser keeps how far this page is scrolled, and puts it back in the one that comes.
    makeRoom();
    scrollTo(Number(at[0]) || 0, Number(at[1]) || 0);
  }
  location.reload();
}

/** Sends the form again: the browser asks the visitor whether it should. */
export function sendAgain(): void {
  location.reload();
}

/** Opens the address by GET, whatever brought the visitor here. */
export function openAnew(): void {
  const { href } = location;
  // An address that differs from this one in its fragment alone would only scroll.
  if (href.includes("#")) history.replaceState(history.state, "", "/whichside/waiting");
  location.replace(href);
}

/** How often this page has asked since the outage began, over its own reloads. */
export function looksSoFar(): number {
  const kept = stored(LOOKS);
  if (!Array.isArray(kept) || Date.now() - Number(kept[1]) > SAME_OUTAGE_MS) return 0;
  return Number(kept[0]) || 0;
}

export function keepLooks(looks: number): void {
  store(LOOKS, [looks, Date.now()]);
}

/** Whether this page has removed the site's cookies shortly before. */
export function cookiesWereRemoved(): boolean {
  return Date.now() - Number(stored(COOKIES) ?? 0) < SAME_OUTAGE_MS;
}

export function keepCookiesRemoved(): void {
  store(COOKIES, Date.now());
}

/** What this tab keeps of this address. Where storage is refused, nothing is kept. */
function stored(name: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(`${name} ${location.href}`) ?? "null");
  } catch {
    return null;
  }
}

function store(name: string, value: unknown): void {
  try {
    if (value === null) sessionStorage.removeItem(`${name} ${location.href}`);
    else sessionStorage.setItem(`${name} ${location.href}`, JSON.stringify(value));
  } catch {
    // The visitor's browser forbids it.
  }
}
