// What a host's page hears of its widgets: every verdict that bubbles up to it, and where everything of its own stands.
window.heard = [];
window.told = [];
document.addEventListener("whichside-verdict", (event) => window.heard.push(event.detail));
/** Place and size of every element of the host's own. The widget's element itself is the widget's. */
window.layout = () =>
  [...document.querySelectorAll("body, body *:not(which-side, which-side *)")].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return `${element.localName}.${element.className} ${[x + scrollX, y + scrollY, width, height].map(Math.round)}`;
  });
