// What the page says, in the first language of the visitor's that it has. A value stands isolated where a language runs leftwards,
// or the full stops of a host's name would be reordered.

import type { Settings, Texts } from "./settings";

export interface Words {
  lang: string;
  dir: "ltr" | "rtl";
  say(label: string, values?: Record<string, string>): string;
  /** A value that stands within a sentence or a list. */
  isolated(value: string): string;
}

export function words({ words, leftwards, name }: Settings, preferred: readonly string[]): Words {
  const has = (tag: string) => words.find(([lang]) => lang === tag.toLowerCase().split("-")[0]);
  const [lang, texts]: [string, Texts] = preferred.map(has).find(Boolean) ?? words[0] ?? ["en", {}];
  const runsLeftwards = leftwards.includes(lang);
  const isolated = (value: string) => (runsLeftwards ? `\u2068${value}\u2069` : value);
  return {
    lang,
    dir: runsLeftwards ? "rtl" : "ltr",
    isolated,
    say(label, values = {}) {
      const all: Record<string, string> = { name, ...values };
      return (texts[label] ?? "").replace(/\{(\w+)\}/g, (_, key: string) => isolated(all[key] ?? ""));
    },
  };
}

/** A duration as a clock shows it: 0:27, 12:05. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** A point of time as the visitor's language writes it. */
export function time(at: number, lang: string): string {
  const isToday = new Date(at).toDateString() === new Date().toDateString();
  return new Date(at).toLocaleString(lang, isToday ? { timeStyle: "short" } : { dateStyle: "medium", timeStyle: "short" });
}
