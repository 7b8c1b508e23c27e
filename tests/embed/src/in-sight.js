// Runs in the frame: whether its browser has told for three of the frame's own looks that it is in sight and uncovered, or that
// it is not, or is too small to be read. The time is the page's own, so that a slow machine waits no less.
if (!window.labSight) {
  window.labSight = { whole: null, since: 0 };
  const told = (entries) => {
    const { isVisible, intersectionRatio } = entries.at(-1);
    const whole = isVisible && intersectionRatio > 0.99;
    if (window.labSight.whole !== whole) window.labSight = { whole, since: performance.now() };
  };
  const threshold = Array.from({ length: 51 }, (_, part) => part / 50);
  new IntersectionObserver(told, { trackVisibility: true, delay: 100, threshold }).observe(document.documentElement);
}
const { whole: told, since } = window.labSight;
const whole = told && devicePixelRatio >= 0.5;
return (whole === arguments[0] && performance.now() - since > 300) || `in sight: ${whole}`;
