// One tab of a browser asks for all: the one that holds a lock. It tells the others what it knows. Where a browser has no locks, as
// on a page without https, each tab asks for itself.

/** What the asking tab tells. */
export type News = { type: "until"; at: number } | { type: "back" };

const NAME = "whichside";

export class Tabs {
  #channel = typeof BroadcastChannel === "function" ? new BroadcastChannel(NAME) : null;
  #release: (() => void) | null = null;
  #waiting: AbortController | null = null;

  constructor(hear: (news: News) => void) {
    if (!this.#channel) return;
    this.#channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      const news = data as Partial<{ type: string; at: number }> | null;
      if (news?.type === "back") hear({ type: "back" });
      else if (news?.type === "until" && typeof news.at === "number") hear({ type: "until", at: news.at });
    };
  }

  /** Calls back once this tab is the one that asks. */
  lead(leading: () => void): void {
    if (this.#waiting || this.#release) return;
    if (!navigator.locks) return leading();
    this.#waiting = new AbortController();
    const { signal } = this.#waiting;
    const held = () => {
      this.#waiting = null;
      leading();
      return new Promise<void>((release) => (this.#release = release));
    };
    navigator.locks.request(NAME, { signal }, held).catch((error: unknown) => {
      // A browser that refuses locks altogether leaves each tab to itself.
      if (!signal.aborted) {
        this.#waiting = null;
        console.info("Whichside: this browser grants no locks", error);
        leading();
      }
    });
  }

  /** Leaves the asking to another tab. */
  leave(): void {
    this.#waiting?.abort();
    this.#waiting = null;
    this.#release?.();
    this.#release = null;
  }

  tell(news: News): void {
    this.#channel?.postMessage(news);
  }
}
