// Questions to the page's own origin. None goes to anybody else, none has a body, and each ends after a while.

/** The file that the front server answers once the application is up. */
const ALIVE = "/whichside/alive";
/** The owner's own word on an incident. */
const WORD = "/.well-known/whichside.json";
const LIMIT_MS = 10_000;
const MAX_WORD = 8192;
/** Headers that tell who answered, and from where. */
const TELLING = ["retry-after", "age", "via", "server-timing", "server", "x-cache", "cf-cache-status"];

export interface Answer {
  /** 0 where none came. */
  status: number;
  headers: [name: string, value: string][];
  retryAfter: string | null;
  /** Seconds that a cache between has had it for. */
  age: number;
}

const NONE: Answer = { status: 0, headers: [], retryAfter: null, age: 0 };

async function head(address: string): Promise<Answer> {
  try {
    const answer = await fetch(address, {
      method: "HEAD",
      cache: "no-store",
      // A redirect is an answer of the application: it is up.
      redirect: "manual",
      signal: AbortSignal.timeout(LIMIT_MS),
    });
    const said = TELLING.map((name): [string, string] => [name, (answer.headers.get(name) ?? "").slice(0, 200)]);
    return {
      status: answer.type === "opaqueredirect" ? 302 : answer.status,
      headers: said.filter(([, value]) => value !== ""),
      retryAfter: answer.headers.get("retry-after"),
      age: Number(answer.headers.get("age")) || 0,
    };
  } catch {
    return NONE;
  }
}

/** Whether the application is up. A front server that has no such file is asked for the page itself. */
export async function askAlive(): Promise<Answer> {
  const answer = await head(ALIVE);
  return answer.status === 404 ? askPage() : answer;
}

/** The status of the page that the visitor wanted. */
export function askPage(): Promise<Answer> {
  return head(location.pathname + location.search);
}

/** Whether an answer is the application's own, and no error of the server. */
export function isUp({ status }: Answer): boolean {
  return status >= 200 && status < 500 && status !== 431 && status !== 429;
}

export interface Word {
  title: string;
  started: number | null;
  expected: number | null;
  /** Where; none means everywhere. */
  regions: string[];
  statusPage: string;
  support: string;
}

/** The owner's own word, if there is one. Untrusted text: bounded, and shown as text. */
export async function askWord(): Promise<Word | null> {
  try {
    const answer = await fetch(WORD, { cache: "no-cache", signal: AbortSignal.timeout(LIMIT_MS) });
    const text = answer.ok ? await answer.text() : "";
    return text.length > MAX_WORD ? null : read(JSON.parse(text));
  } catch {
    return null;
  }
}

export function read(said: unknown): Word | null {
  if (!isRecord(said) || said["schema"] !== 1) return null;
  const incident = isRecord(said["incident"]) ? said["incident"] : {};
  const support = text(said["support"], 2048);
  return {
    title: text(incident["title"], 200),
    started: moment(incident["started"]),
    expected: moment(incident["expected"]),
    regions: Array.isArray(incident["regions"]) ? incident["regions"].slice(0, 20).map((region) => text(region, 60)).filter(Boolean) : [],
    statusPage: web(text(said["statusPage"], 2048)),
    support: /^[\w.+-]+@[\w.-]+$/.test(support) ? `mailto:${support}` : web(support),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function text(value: unknown, most: number): string {
  return typeof value === "string" ? [...value].slice(0, most).join("").trim() : "";
}

function moment(value: unknown): number | null {
  const said = text(value, 20);
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(said) ? Date.parse(said) : NaN;
  return Number.isNaN(at) ? null : at;
}

/** An address that a link may have, or nothing. */
function web(address: string): string {
  try {
    const { protocol, href } = new URL(address);
    return protocol === "https:" || protocol === "http:" ? href : "";
  } catch {
    return "";
  }
}
