// Runs in the widget's frame: notes how long after the last change of what its button says each press comes.
let changed = -Infinity;
window.labGaps = [];
new MutationObserver(() => { window.labChanged = changed = performance.now(); }).observe(document.body, { subtree: true, childList: true, characterData: true });
addEventListener("mousedown", (event) => window.labGaps.push(event.timeStamp - changed), true);
