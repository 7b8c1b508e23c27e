// Draws the page: what it says in the visitor's language, and the state that it is in. Everything fetched becomes text.

import type { Answer } from "./ask";
import type { Settings } from "./settings";
import type { Word } from "./word";
import { clock, time, type Words } from "./words";

/** What the page is doing. Times are milliseconds since 1970. */
export type State =
  | { kind: "asking" }
  | { kind: "waiting"; until: number }
  | { kind: "follows"; until: number | null }
  | { kind: "unreachable"; until: number }
  | { kind: "this-page"; until: number; status: number }
  | { kind: "paused" }
  | { kind: "stopped" }
  | { kind: "long"; until: number }
  | { kind: "back"; until: number }
  | { kind: "cached"; until: number }
  | { kind: "returning" }
  | { kind: "sent-back" }
  | { kind: "cookies" };

/** The name of each state, for the preview. */
export const KINDS: readonly State["kind"][] = [
  "asking", "waiting", "follows", "unreachable", "this-page", "paused", "stopped", "long", "back", "cached", "returning", "sent-back", "cookies",
];

/** What is said in a state, by PageLabel. */
const TOLD: Record<State["kind"], string> = {
  asking: "Asking",
  waiting: "Waiting",
  follows: "Follows",
  unreachable: "Unreachable",
  "this-page": "ThisPage",
  paused: "Paused",
  stopped: "Stopped",
  long: "Long",
  back: "Back",
  cached: "Cached",
  returning: "Returning",
  "sent-back": "SentBack",
  cookies: "Asking",
};
/** The states whose heading is another than that the site does not answer. */
const HEADS: Partial<Record<State["kind"], string>> = {
  back: "IsBack",
  cached: "IsBack",
  returning: "IsBack",
  "sent-back": "IsBack",
  "this-page": "IsPage",
};
/** The states in which what stands under the heading would be wrong, or is said already. */
const LEADLESS: readonly State["kind"][] = ["back", "cached", "returning", "sent-back", "this-page", "unreachable"];
const LEADS = [431, 500, 502, 503, 504];

function element<T extends HTMLElement = HTMLElement>(id: string): T {
  return document.getElementById(id) as T;
}

/** Shows an element where there is something to show. */
function show(id: string, is: boolean): void {
  element(id).hidden = !is;
}

function link(id: string, address: string): void {
  const anchor = element<HTMLAnchorElement>(id);
  if (address) anchor.href = address;
  if (anchor.parentElement) anchor.parentElement.hidden = !anchor.hasAttribute("href");
}

export class View {
  #ticking: number | undefined;
  #word = false;

  constructor(
    private readonly settings: Settings,
    readonly words: Words,
    /** Whether a form was being sent. */
    private readonly sent: boolean,
  ) {}

  /** Says everything in the visitor's language. */
  open(): void {
    const { settings, words } = this;
    const root = document.documentElement;
    root.lang = words.lang;
    root.dir = words.dir;
    this.#head("asking");
    const lead = document.querySelector<HTMLElement>(".lead");
    if (lead) lead.dataset["say"] = `Lead${LEADS.includes(settings.status) ? settings.status : 503}`;
    for (const said of document.querySelectorAll<HTMLElement>("[data-say]")) said.textContent = words.say(said.dataset["say"] ?? "");
    link("status-page", settings.statusPage);
    link("support", settings.support);
    // The address names the very page, without what the visitor's query or fragment may hold.
    link("check", settings.whichside && `${settings.whichside}#url=${encodeURIComponent(settings.site)}`);
    this.#help();
    show("sent", this.sent);
    show("details", true);
  }

  draw(state: State): void {
    const { words } = this;
    const main = document.querySelector("main");
    if (main) main.dataset["state"] = state.kind;
    this.#head(state.kind);
    const values = {
      time: state.kind === "long" ? time(state.until, words.lang) : "",
      status: state.kind === "this-page" ? String(state.status) : "",
    };
    // Said once: a screen reader reads out what changes.
    const told = state.kind === "cookies" ? "" : words.say(TOLD[state.kind], values);
    if (element("told").textContent !== told) element("told").textContent = told;
    show("cookies", state.kind === "cookies");
    show("now", !["asking", "returning", "sent-back", "cookies", "back", "cached"].includes(state.kind));
    show("again", state.kind === "sent-back");
    show("instead", state.kind === "sent-back");
    this.#count("until" in state && state.kind !== "long" ? state.until : null);
  }

  /** The owner's own word, under its own heading: it is no measurement. */
  word(word: Word): void {
    const { words } = this;
    const at = (label: string, moment: number | null) => (moment === null ? [] : [words.say(label, { time: time(moment, words.lang) })]);
    element("word-title").textContent = word.title;
    element("word-times").textContent = [...at("Since", word.started), ...at("Until", word.expected), ...word.regions.map(words.isolated)].join(" · ");
    this.#word = word.title !== "";
    show("word", this.#word);
    if (!this.settings.statusPage) link("status-page", word.statusPage);
    if (!this.settings.support) link("support", word.support);
    this.#help();
  }

  /** What was measured, as it came. */
  facts(pageStatus: number, looks: number, last: Answer | null): void {
    const { words } = this;
    const rows: [string, string][] = [[words.say("DetailStatus"), String(pageStatus)], [words.say("DetailLooks"), String(looks)]];
    if (last) {
      rows.push([words.say("DetailLook"), last.status ? String(last.status) : words.say("DetailNone")]);
      if (last.age > 0) rows.push(["", words.say("Kept", { time: clock(last.age) })]);
      rows.push(...last.headers);
    }
    const list = rows.map(([name, value]) => {
      const [term, detail] = [document.createElement("dt"), document.createElement("dd")];
      term.textContent = name || words.say("DetailLook");
      detail.textContent = value;
      return [term, detail];
    });
    element("facts").replaceChildren(...list.flat());
    const main = document.querySelector("main");
    if (main) main.dataset["looks"] = String(looks);
  }

  copy(is: boolean): void {
    show("copy", is);
  }

  copyRemoved(): void {
    show("copy", false);
    element("copy-removed").textContent = this.words.say("CopyRemoved");
  }

  cookiesLeft(): void {
    show("cookies-left", true);
  }

  checkFailed(): void {
    element("checker").textContent = this.words.say("CheckFailed");
  }

  #help(): void {
    show("help", document.querySelector("#help li:not([hidden])") !== null);
  }

  /** The heading, and the tab's title: what is the case now, in a few words. */
  #head(kind: State["kind"]): void {
    const said = this.words.say(HEADS[kind] ?? (kind === "cookies" || this.settings.status === 431 ? "TooLarge" : "Title"));
    const heading = document.querySelector<HTMLElement>("h1");
    if (heading && heading.textContent !== said) heading.textContent = said;
    document.title = said;
    const lead = document.querySelector<HTMLElement>(".lead");
    if (lead) lead.hidden = LEADLESS.includes(kind);
  }

  /** Counts down to a moment, while the page is looked at. */
  #count(until: number | null): void {
    clearInterval(this.#ticking);
    show("clock", until !== null);
    if (until === null) return;
    const tick = () => (element("clock").textContent = clock((until - Date.now()) / 1000));
    tick();
    this.#ticking = setInterval(tick, 1000);
  }
}
