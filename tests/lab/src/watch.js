// Runs in the page before the click: notes every verdict shown, with milliseconds since the click.
const button = arguments[0];
const seen = { clicked: null, shown: [] };
window.labSeen = seen;
let last = '';
const look = () => {
  const all = document.querySelectorAll('[data-verdict]');
  const data = all.length === 1 ? all[0].dataset : {};
  const verdict = {
    state: data.state ?? `(${all.length} verdict elements)`,
    side: data.side ?? '',
    cause: data.cause ?? '',
    confidence: data.confidence ?? '',
    cause_confidence: data.causeConfidence ?? '',
  };
  const text = JSON.stringify(verdict);
  if (text === last) return;
  last = text;
  if (seen.clicked === null) return;
  seen.shown.push({ ms: performance.now() - seen.clicked, ...verdict });
};
button.addEventListener('click', () => { seen.clicked = performance.now(); }, { capture: true, once: true });
look();
new MutationObserver(look).observe(document.documentElement, {
  subtree: true,
  childList: true,
  attributes: true,
  attributeFilter: ['data-verdict', 'data-state', 'data-side', 'data-cause', 'data-confidence', 'data-cause-confidence'],
});

// A browser whose driver keeps no console: what a panic says there.
window.labErrors = [];
const { error } = console;
console.error = (...said) => {
  window.labErrors.push(String(said[0]).slice(0, 300));
  error.apply(console, said);
};
