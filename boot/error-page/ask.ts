// Questions to the page's own origin. None goes to anybody else, none has a body, and each ends after a while.

import { read, type Word } from "./word";

/** The file that the front server answers once the application is up. */
const ALIVE = "/whichside/alive";
/** The owner's own word on an incident. */
const WORD = "/.well-known/whichside.json";
const LIMIT_MS = 10_000;
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
      age: /^\d{1,9}$/.test(answer.headers.get("age") ?? "") ? Number(answer.headers.get("age")) : 0,
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

/** The owner's own word, if there is one. */
export async function askWord(): Promise<Word | null> {
  try {
    const answer = await fetch(WORD, { cache: "no-cache", signal: AbortSignal.timeout(LIMIT_MS) });
    return answer.ok ? read(await answer.arrayBuffer()) : null;
  } catch {
    return null;
  }
}
