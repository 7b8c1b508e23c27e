// Runs in the host's page: has three windows that are not the embedder's send the frame what the embedder might send.
const target = arguments[0].shadowRoot.querySelector("iframe").contentWindow;
const message = JSON.stringify({ whichside: 1, type: "open", target: "https://bait.example/", theme: "auto", language: "en", mode: "button" });
window.labSent = [];
window.labTarget = target;
const speak = `top.labTarget ? top.labTarget.postMessage(${JSON.stringify(message)}, "*") : opener.labTarget.postMessage(${JSON.stringify(message)}, "*");`;

const beside = document.createElement("iframe");
document.body.append(beside);
const script = beside.contentDocument.createElement("script");
script.textContent = `${speak} parent.labSent.push("beside");`;
beside.contentDocument.body.append(script);

const opened = window.open("about:blank");
if (opened) {
  const script = opened.document.createElement("script");
  script.textContent = `${speak} opener.labSent.push("opened");`;
  opened.document.body.append(script);
  opened.close();
}

// Another origin's frame reaches the widget's through the tree of frames alone; the shadow tree hides it there.
addEventListener("message", (event) => event.data === "stranger" && window.labSent.push("stranger"));
const stranger = document.createElement("iframe");
stranger.src = arguments[1];
document.body.append(stranger);
