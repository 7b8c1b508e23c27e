// What the page is told by its maker (crates/error-page, `Told`), as JSON within the page.

import type { Pace } from "./pace";

/** A language's texts, by the names of PageLabel. */
export type Texts = Record<string, string>;

export interface Settings {
  /** The status that this page is for. */
  status: number;
  name: string;
  site: string;
  statusPage: string;
  support: string;
  /** The folder of a Whichside page, or nothing. */
  whichside: string;
  pace: Pace;
  /** Languages that run from right to left. */
  leftwards: string[];
  /** Languages in the owner's order, with their texts. */
  words: [string, Texts][];
}

/** The settings that the page holds. */
export function settings(): Settings {
  return JSON.parse(document.getElementById("settings")?.textContent ?? "") as Settings;
}
