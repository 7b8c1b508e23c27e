// Runs in the widget's frame: notes whether the bait ever stood here, however shortly, and whether anything ever ran.
window.labCaught = [];
new MutationObserver(() => {
  const { state } = document.querySelector("[data-verdict]")?.dataset ?? {};
  for (const [what, is] of [["bait", /bait\.example/.test(document.documentElement.outerHTML)], ["state", state !== "idle"]]) {
    if (is && !window.labCaught.includes(what)) window.labCaught.push(what);
  }
}).observe(document.documentElement, { subtree: true, childList: true, characterData: true, attributes: true });
