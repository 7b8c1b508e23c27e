// Runs in the frame: whether its button has been there, with these words, for longer than a click needs it to be. The time is
// the page's own, so that a slow machine waits no less.
const button = document.querySelector('[data-action=start]');
if (!button) return 'no button that starts';
const now = performance.now();
const words = button.textContent;
if (window.labArmed?.words !== words) window.labArmed = { words, since: now };
return now - window.labArmed.since > 600 || Math.round(now - window.labArmed.since);
