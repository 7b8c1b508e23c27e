// The owner's own word on an incident, `/.well-known/whichside.json`: untrusted text, bounded, and shown as text. What of it is taken
// is the same as in crates/error-page's `Statement::read`, which the checker reads it by; tests/error-page holds both against each
// other.

/** A larger file is not read. */
const MAX_BYTES = 8192;
const MAX_ADDRESS = 2048;
/** What is not printed, and what turns the direction of the text behind it. */
const UNPRINTED = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff]/gu;
const LABEL = "(?!-)[\\w-]{1,63}(?<!-)";
const NAME = `(?:${LABEL}\\.)*${LABEL}`;
const MAILBOX = new RegExp(`^[\\w.+-]{1,64}@${LABEL}\\.${NAME}$`);
/** No quote, bracket, backslash, brace, semicolon or dollar; no name and no password. */
const ADDRESS = new RegExp(`^https://(?:\\[[\\da-fA-F:.]+\\]|${NAME})(?::\\d{1,5})?(?:[/?][\\w\\-.~:@!&()*+,=/%?]*)?$`);

export interface Word {
  title: string;
  started: number | null;
  expected: number | null;
  /** Where; none means everywhere. */
  regions: string[];
  statusPage: string;
  support: string;
}

export function read(file: ArrayBuffer): Word | null {
  if (file.byteLength > MAX_BYTES) return null;
  // A mark at the beginning is left out by the decoder.
  return understood(JSON.parse(new TextDecoder().decode(file)));
}

/** What is said, where it is an object of version 1. */
export function understood(said: unknown): Word | null {
  if (!isRecord(said) || said["schema"] !== 1) return null;
  const incident = isRecord(said["incident"]) ? said["incident"] : {};
  const regions = Array.isArray(incident["regions"]) ? incident["regions"].slice(0, 20) : [];
  const support = line(said["support"], MAX_ADDRESS);
  return {
    title: line(incident["title"], 200),
    started: moment(incident["started"]),
    expected: moment(incident["expected"]),
    regions: regions.map((region) => line(region, 60)).filter(Boolean),
    statusPage: link(line(said["statusPage"], MAX_ADDRESS)),
    support: MAILBOX.test(support) ? `mailto:${support}` : link(support),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A text on one line, cut after so many characters. */
function line(value: unknown, most: number): string {
  return typeof value === "string" ? [...value.replace(UNPRINTED, " ").trim()].slice(0, most).join("") : "";
}

function moment(value: unknown): number | null {
  const said = line(value, MAX_ADDRESS);
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(said) ? Date.parse(said) : NaN;
  // A day that the month has not is taken for one of the next.
  return !Number.isNaN(at) && new Date(at).toISOString() === said.replace("Z", ".000Z") ? at : null;
}

/** An address that a link may have, or nothing. */
function link(address: string): string {
  try {
    return ADDRESS.test(address) ? new URL(address).href : "";
  } catch {
    return "";
  }
}
