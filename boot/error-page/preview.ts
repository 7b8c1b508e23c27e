// The preview of the error page within the page that makes it: shows a state that it is told, and asks nobody anything. It takes
// messages from its own origin's frame around it only.

import type { Settings } from "./settings";
import { KINDS, View, type State } from "./view";
import { understood } from "./word";
import { words } from "./words";

interface Shown {
  settings: Settings;
  lang: string;
  kind: string;
  accent: string;
  onAccent: string;
  theme: string;
  statement: unknown;
}

addEventListener("message", ({ source, origin, data }: MessageEvent<unknown>) => {
  if (source !== parent || origin !== location.origin || typeof data !== "string") return;
  const said = parsed(data);
  if (said) show(said);
});
parent.postMessage("whichside-preview", location.origin);

/** What is to be shown. Other tools of the same origin send messages, too. */
function parsed(data: string): Shown | null {
  try {
    const said = JSON.parse(data) as Partial<Shown> | null;
    return said?.settings ? (said as Shown) : null;
  } catch {
    return null;
  }
}

function show({ settings, lang, kind, accent, onAccent, theme, statement }: Shown): void {
  const root = document.documentElement;
  root.dataset["theme"] = theme;
  root.style.setProperty("--brand", accent);
  root.style.setProperty("--on-brand", onAccent);
  const name = document.querySelector(".brand bdi");
  const status = document.querySelector(".brand .status");
  if (name) name.textContent = settings.name;
  if (status) status.textContent = String(settings.status);
  for (const id of ["status-page", "support", "check"]) document.getElementById(id)?.removeAttribute("href");
  const view = new View(settings, words(settings, [lang]), kind === "sent-back");
  view.open();
  view.draw(state(KINDS.find((known) => known === kind) ?? "waiting"));
  view.facts(settings.status, 3, { status: settings.status, headers: [["retry-after", String(settings.pace.retry)]], retryAfter: null, age: 0 });
  const word = understood(statement);
  if (word) view.word(word);
}

function state(kind: State["kind"]): State {
  const until = Date.now() + 27_000;
  switch (kind) {
    case "waiting":
    case "follows":
    case "unreachable":
    case "back":
    case "cached":
      return { kind, until };
    case "this-page":
      return { kind, until, status: 502 };
    case "long":
      return { kind, until: Date.now() + 8 * 3_600_000 };
    default:
      return { kind };
  }
}
