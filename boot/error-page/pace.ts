// When a waiting page asks, and when it lets its visitor in. The same arithmetic as `Pace` of crates/error-page, which the crowd
// is simulated with; tests/error-page holds both against each other.

/** All in seconds. */
export interface Pace {
  /** The window of the first pause. */
  first: number;
  /** The longest pause. */
  longest: number;
  /** The window over which returning visitors are spread. */
  spread: number;
  /** The Retry-After to go by where none is seen. */
  retry: number;
  /** A longer Retry-After than this ends the asking. */
  night: number;
  /** After so long in sight the page stops asking. */
  patience: number;
}

/** The window that the pause after so many questions is drawn from. */
export function windowAfter(pace: Pace, looks: number, retryAfter: number): number {
  const grown = pace.first * 2 ** Math.min(looks, 16);
  return Math.min(grown, Math.max(pace.longest - retryAfter, pace.first));
}

/** The pause before the next question; `draw` is from 0 up to 1. */
export function pause(pace: Pace, looks: number, retryAfter: number, draw: number): number {
  return retryAfter + draw * windowAfter(pace, looks, retryAfter);
}

/** How long a visitor is held back once the site is back. */
export function admission(pace: Pace, retryAfter: number, draw: number): number {
  return draw * Math.max(pace.spread, retryAfter / 2);
}

/** The seconds of a Retry-After header, or nothing where it says nothing. */
export function retryAfter(value: string | null, now: number): number | null {
  if (value === null) return null;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, Math.round((date - now) / 1000));
}
