// The error page: starts the waiting, and carries out what the visitor asks for. Each part has a file of its own.

import { askWord } from "./ask";
import { hasCopy, removeCookies, removeCopy } from "./copies";
import { settings } from "./settings";
import { cookiesWereRemoved, keepCookiesRemoved, keepScroll, openAnew, sendAgain, visit } from "./visit";
import { View } from "./view";
import { Waiting } from "./waiting";
import { words } from "./words";

/** Requests whose headers are too large: some servers say no more than that they are bad. */
const TOO_LARGE = [400, 431];

const told = settings();
const came = visit();
const view = new View(told, words(told, navigator.languages), came.method === "POST");
const waiting = new Waiting(told, came, view);

function clicked(id: string, act: () => void): void {
  document.getElementById(id)?.addEventListener("click", act);
}

view.open();
clicked("now", () => waiting.now());
clicked("again", sendAgain);
clicked("instead", openAnew);
clicked("remove-cookies", () => {
  removeCookies();
  keepCookiesRemoved();
  openAnew();
});
clicked("remove-copy", () => {
  void removeCopy().then(async () => {
    if (await hasCopy()) return;
    view.copyRemoved();
    waiting.now();
  });
});
document.getElementById("check")?.addEventListener("click", (event) => {
  // With a modifier the visitor wants a tab; the link is one.
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  openChecker(told.whichside);
});

/** What a script could reach is gone where this page stands there again: the rest is for the visitor's own hand. */
function showCookies(): void {
  view.draw({ kind: "cookies" });
  if (cookiesWereRemoved()) view.cookiesLeft();
}

/** Loads the widget of the named host: the only request to anybody else, and only by a click. */
function openChecker(host: string): void {
  const place = document.getElementById("checker");
  if (!place || place.childElementCount > 0) return;
  const script = document.createElement("script");
  script.src = `${host}embed/v1.js`;
  script.addEventListener("error", () => view.checkFailed());
  script.addEventListener("load", () => {
    const widget = document.createElement("which-side");
    for (const [name, value] of [["target", told.site], ["mode", "inline"]] as const) widget.setAttribute(name, value);
    place.append(widget);
  });
  document.head.append(script);
}

void hasCopy().then((has) => view.copy(has));
void askWord().then((word) => word && view.word(word));
if (TOO_LARGE.includes(told.status) || TOO_LARGE.includes(came.status)) showCookies();
else void keepScroll().then(() => waiting.begin());
