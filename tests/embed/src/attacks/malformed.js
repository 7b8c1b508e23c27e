// Runs in the host's page: sends the widget's frame everything that is no message of the contract. Nothing of it may change
// what the frame is about, which is the shop. Gives back how many were sent.
const frame = arguments[0].shadowRoot.querySelector("iframe").contentWindow;
const bait = "https://bait.example/";
const open = { whichside: 1, type: "open", target: bait, theme: "auto", language: "en", mode: "button" };
const said = JSON.stringify(open);
const deep = "[".repeat(200_000);
const messages = [
  // No string at all, though it holds what a message holds.
  open, null, undefined, 42, true, [], [said], new String(said), { data: said }, new Map([["whichside", 1]]),
  // No JSON, or no object.
  "", " ", "null", "42", "[]", `[${said}]`, JSON.stringify(said), "{", `${said}}`, `${said}${said}`, `/**/${said}`, said.replaceAll('"', "'"),
  // Another version, or none.
  { ...open, whichside: 2 }, { ...open, whichside: "1" }, { ...open, whichside: true }, { ...open, whichside: null }, { ...open, whichside: [1] },
  { ...open, whichside: 1.5 }, { ...open, whichside: -1 }, { ...open, whichside: undefined },
  // Another type.
  { ...open, type: "start" }, { ...open, type: "execute" }, { ...open, type: "check" }, { ...open, type: "OPEN" }, { ...open, type: ["open"] },
  { ...open, type: { open: 1 } }, { ...open, type: 1 }, { ...open, type: undefined }, { ...open, type: "open " }, { ...open, type: "__proto__" },
  // What only the frame says.
  { ...open, type: "hello" }, { ...open, type: "ready" }, { ...open, type: "close" },
  { ...open, type: "verdict", state: "done", side: "theirs", cause: "bad-gateway", confidence: "1.00", causeConfidence: "1.00" },
  // A target that is none.
  { ...open, target: undefined }, { ...open, target: null }, { ...open, target: 7 }, { ...open, target: [bait] }, { ...open, target: { href: bait } },
  { ...open, target: `https://bait.example/${"a".repeat(9_000)}` },
  // Names that a careless reader would take from the prototype, or give to it.
  `{"__proto__":${said}}`, `{"constructor":{"prototype":${said}},"whichside":1,"type":"open"}`, '{"whichside":1,"type":"open","__proto__":{"target":"https://bait.example/"}}',
  // Too long, too deep.
  said + " ".repeat(9_000), said.slice(0, -1) + `,"x":"${"x".repeat(5_000_000)}"}`, deep, `{"whichside":1,"type":"open","target":${deep}`,
  // Characters that are none.
  said.replace("open", "op\u0000en"), `\ufeff${said}`, "\ud800" + said,
];
for (const message of messages) {
  // What stands as an object beside strings is meant as a string, but for the first ones.
  const asIs = messages.indexOf(message) < 10 || typeof message !== "object";
  try {
    frame.postMessage(asIs ? message : JSON.stringify(message), "*");
  } catch {
    frame.postMessage(String(message), "*");
  }
}
return messages.length;
