// Runs in the host's page: notes, over and over, all that a host can see of a frame of another origin.
const frame = arguments[0].shadowRoot.querySelector("iframe");
const seen = new Set();
const tell = (what) => {
  try {
    return String(what());
  } catch (error) {
    return error.name;
  }
};
window.labTrace = { seen, looks: 0, messages: [] };
addEventListener("message", (event) => event.source === frame.contentWindow && window.labTrace.messages.push(event.data));
frame.addEventListener("load", () => seen.add("load"));
const look = () => {
  const inner = frame.contentWindow;
  const { width, height } = frame.getBoundingClientRect();
  window.labTrace.looks += 1;
  seen.add(
    [
      `frames ${tell(() => inner.length)}`,
      `child ${tell(() => inner[0])}`,
      `named ${tell(() => inner.frames["probe"])}`,
      `document ${tell(() => frame.contentDocument)}`,
      `address ${tell(() => inner.location.href)}`,
      `inner height ${tell(() => inner.innerHeight)}`,
      `scroll ${tell(() => inner.scrollY)}`,
      `history ${tell(() => inner.history.length)}`,
      `own history ${history.length}`,
      `size ${Math.round(width)} ${Math.round(height)}`,
      `focus ${document.activeElement?.localName}`,
      `entries ${performance.getEntriesByType("resource").filter((entry) => entry.name.includes("shop.example/") && !entry.name.startsWith(location.origin)).length}`,
    ].join(", "),
  );
};
// As often as a page can.
const channel = new MessageChannel();
channel.port1.onmessage = () => {
  look();
  if (window.labTrace) setTimeout(() => channel.port2.postMessage(0), 4);
};
channel.port2.postMessage(0);
