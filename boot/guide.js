// The guide's search: shows the parts that hold every word typed, marks the words, and says how many parts there are.
// Without this script the field stays hidden and the whole guide stands there to be read.

const search = document.getElementById("search");
const field = document.getElementById("find");
const found = document.getElementById("found");
const parts = [...document.querySelectorAll("[data-find]")];
const sections = [...document.querySelectorAll(".sections section")];
/** Lists opened by the search, to be closed again with it. */
const opened = new Set();

/** The same letters for the same sound: no case, no accents. */
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

// The guide does not change, so its letters are compared once.
const texts = new Map(parts.map((part) => [part, plain(part.textContent)]));

/** Marks the words in this part, without touching its elements. A letter that splits in two would shift the place. */
function mark(part, words, marks) {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const text = plain(node.data);
    if (text.length !== node.data.length) continue;
    for (const word of words) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + word.length);
        marks?.add(range);
        const list = node.parentElement.closest("details:not([open])");
        if (list) {
          list.open = true;
          opened.add(list);
        }
      }
    }
  }
}

function look() {
  const words = plain(field.value).split(/\s+/).filter(Boolean);
  for (const list of opened) list.open = false;
  opened.clear();
  const marks = globalThis.Highlight && new Highlight();
  // A single letter is everywhere: it would open every list.
  const marked = words.filter((word) => word.length > 1);
  let count = 0;
  for (const part of parts) {
    const has = words.every((word) => texts.get(part).includes(word));
    part.classList.toggle("find-off", !has);
    if (!has || !words.length) continue;
    count += 1;
    mark(part, marked, marks);
  }
  for (const section of sections) {
    section.classList.toggle("find-off", words.length > 0 && !section.querySelector("[data-find]:not(.find-off)"));
  }
  for (const list of document.querySelectorAll(".jump")) list.classList.toggle("find-off", words.length > 0);
  if (marks) CSS.highlights.set("found", marks);
  if (!words.length) found.textContent = "";
  else if (!count) found.textContent = found.dataset.none;
  else found.textContent = found.dataset.found.replace("{count}", count.toLocaleString(document.documentElement.lang));
}

function clear() {
  field.value = "";
  look();
}

field.addEventListener("input", look);
field.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  event.preventDefault();
  clear();
});
// A link may lead to a part that the search hides, and the hash may name one at once.
addEventListener("hashchange", () => {
  const part = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!part?.closest(".find-off")) return;
  clear();
  part.scrollIntoView();
});
search.hidden = false;
// A browser may fill the field in again after a reload.
if (field.value) look();
