// The course of waiting: asks, pauses, follows another tab, and brings the visitor back. What is seen goes to the view.

import { askAlive, askPage, isUp, type Answer } from "./ask";
import { admission, pause, retryAfter } from "./pace";
import type { Settings } from "./settings";
import { Tabs, type News } from "./tabs";
import { comeBack, keepLooks, looksSoFar, type Visit } from "./visit";
import type { View } from "./view";

/** Another tab that is told that the site is back follows within this many seconds. */
const FOLLOW_S = 2;
/** After this long without the lock another tab has it. */
const LOCK_MS = 400;

export class Waiting {
  #tabs = new Tabs((news) => this.#hear(news));
  #timer: number | undefined;
  #leads = false;
  #looks = looksSoFar();
  /** The page itself is asked from now on: the site is up, and it still fails. */
  #onlyThisPage = false;
  /** The site was asked for since this page stands there. */
  #compared = false;
  /** The Retry-After of the last error, in seconds: long pauses want a long admission. */
  #retryAfter = 0;
  /** When the next question is due. */
  #due = 0;
  #ended = false;
  #inSight = 0;
  #shownSince = Date.now();

  constructor(
    private readonly settings: Settings,
    private readonly visit: Visit,
    private readonly view: View,
  ) {
    document.addEventListener("visibilitychange", () => this.#sight());
  }

  get #status(): number {
    return this.visit.status || this.settings.status;
  }

  begin(): void {
    this.view.facts(this.#status, this.#looks, null);
    this.#sight();
  }

  /** Asks at once, as the visitor wishes. */
  now(): void {
    this.#inSight = 0;
    this.#shownSince = Date.now();
    if (this.#leads) return void this.#ask();
    if (this.#ended) {
      this.#ended = false;
      return this.#lead(true);
    }
    // Another tab asks for all; this one question is the visitor's own.
    void askAlive().then((answer) => {
      this.view.facts(this.#status, this.#looks, answer);
      if (isUp(answer) && !this.#leads && !this.#ended) this.#leave();
    });
  }

  /** Only a page in sight asks: others rest, and leave the asking to another tab. */
  #sight(): void {
    clearTimeout(this.#timer);
    if (this.#ended) return;
    if (document.hidden) {
      this.#inSight += Date.now() - this.#shownSince;
      this.#leads = false;
      this.#tabs.leave();
      return this.view.draw({ kind: "paused" });
    }
    this.#shownSince = Date.now();
    this.#lead(false);
  }

  #lead(atOnce: boolean): void {
    this.view.draw({ kind: "asking" });
    // A lock that nobody holds comes at once.
    this.#timer = setTimeout(() => this.view.draw({ kind: "follows", until: null }), LOCK_MS);
    this.#tabs.lead(() => {
      clearTimeout(this.#timer);
      this.#leads = true;
      if (atOnce) return void this.#ask();
      // The first look of all costs the application nothing: the front server answers it.
      if (this.#looks === 0 && this.#due === 0) return void this.#ask();
      this.#schedule(Math.max(this.#due, Date.now() + 1000 * Math.random() * this.settings.pace.first));
    });
  }

  #schedule(at: number, status = 0): void {
    this.#due = at;
    const { night, patience } = this.settings.pace;
    if (at - Date.now() > night * 1000) return this.#end({ kind: "long", until: at });
    if (this.#inSight + Date.now() - this.#shownSince > patience * 1000) return this.#end({ kind: "stopped" });
    if (this.#onlyThisPage) this.view.draw({ kind: "this-page", until: at, status });
    else this.view.draw(status === -1 ? { kind: "unreachable", until: at } : { kind: "waiting", until: at });
    this.#tabs.tell({ type: "until", at });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), at - Date.now());
  }

  #end(state: Parameters<View["draw"]>[0]): void {
    this.#ended = true;
    this.#leads = false;
    clearTimeout(this.#timer);
    this.#tabs.leave();
    this.view.draw(state);
  }

  async #ask(): Promise<void> {
    clearTimeout(this.#timer);
    this.view.draw({ kind: "asking" });
    const isFirst = !this.#compared;
    this.#compared = true;
    let answer = await askAlive();
    // While the site as a whole is down, that is what this page waits for.
    if (!isUp(answer)) this.#onlyThisPage = false;
    else if (this.#onlyThisPage) answer = await askPage();
    this.#looks += 1;
    keepLooks(this.#looks);
    this.view.facts(this.#status, this.#looks, answer);
    if (!this.#leads) return;
    if (!isUp(answer)) return this.#again(answer);
    if (isFirst) return this.#compare();
    this.#admit("back");
  }

  #again(answer: Answer): void {
    this.#retryAfter = retryAfter(answer.retryAfter, Date.now()) ?? this.settings.pace.retry;
    const seconds = pause(this.settings.pace, this.#looks - 1, this.#retryAfter, Math.random());
    this.#schedule(Date.now() + seconds * 1000, answer.status || -1);
  }

  /** The site is up at this page's first question: either the shown error is an old copy, or this page fails by itself. */
  async #compare(): Promise<void> {
    const page = await askPage();
    this.view.facts(this.#status, this.#looks, page);
    if (!this.#leads) return;
    if (isUp(page)) return this.#admit(this.visit.isCopy ? "cached" : "back");
    this.#onlyThisPage = true;
    // Pages of other tabs may be well.
    this.#tabs.tell({ type: "back" });
    this.#again(page);
  }

  /** Holds the visitor back for their place in the crowd, looks once more, and lets them in. */
  #admit(kind: "back" | "cached"): void {
    if (this.visit.method === "POST") return this.#end({ kind: "sent-back" });
    const until = Date.now() + 1000 * admission(this.settings.pace, this.#retryAfter, Math.random());
    this.view.draw({ kind, until });
    this.#tabs.tell({ type: "until", at: until });
    this.#timer = setTimeout(() => void this.#enter(), until - Date.now());
  }

  async #enter(): Promise<void> {
    const answer = await (this.#onlyThisPage ? askPage() : askAlive());
    if (!this.#leads) return;
    // It broke again under those who came first.
    if (!isUp(answer)) return this.#again(answer);
    this.#tabs.tell({ type: "back" });
    this.#leave();
  }

  #leave(): void {
    if (this.visit.method === "POST") return this.#end({ kind: "sent-back" });
    this.view.draw({ kind: "returning" });
    comeBack(this.visit.method);
  }

  /** What the asking tab tells. This page's own address may fail on its own, and then its own question decides. */
  #hear(news: News): void {
    if (this.#ended || this.#leads || document.hidden) return;
    clearTimeout(this.#timer);
    if (news.type === "until") {
      this.#due = news.at;
      return this.view.draw({ kind: "follows", until: news.at });
    }
    this.view.draw({ kind: "back", until: Date.now() + FOLLOW_S * 1000 });
    this.#tabs.leave();
    this.#ended = true;
    this.#timer = setTimeout(() => this.#leave(), 1000 * FOLLOW_S * Math.random());
  }
}
