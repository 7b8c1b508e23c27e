// Runs in the host's page: the page itself, and a frame of its own, forge a verdict. The last message marks the end.
const verdict = { whichside: 1, type: "verdict", target: "https://shop.example/", state: "done", side: "yours", cause: "offline", confidence: "1.00", causeConfidence: "1.00" };
const said = JSON.stringify(verdict);
window.postMessage(said, "*");
window.dispatchEvent(new MessageEvent("message", { data: said, origin: "https://whichside.example" }));
const beside = document.createElement("iframe");
document.body.append(beside);
const script = beside.contentDocument.createElement("script");
script.textContent = `parent.postMessage(${JSON.stringify(said)}, "*"); parent.postMessage("mark", "*");`;
beside.contentDocument.body.append(script);
