// Which language the page speaks: the person's choice, else the browser's.
import { computed, effect, signal } from "@preact/signals";
import { type Key, table } from "./table";

export type Language = "en" | "ja";
export type Choice = Language | "auto";

const STORED = "deskhand.language";

function browsers(): Language {
  return navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag === "ja" || tag === "en") ===
    "ja"
    ? "ja"
    : "en";
}

function stored(): Choice {
  const value = localStorage.getItem(STORED);
  return value === "en" || value === "ja" ? value : "auto";
}

export const languageChoice = signal<Choice>(stored());
export const language = computed<Language>(() => (languageChoice.value === "auto" ? browsers() : languageChoice.value));

effect(() => {
  document.documentElement.lang = language.value;
  if (languageChoice.value === "auto") localStorage.removeItem(STORED);
  else localStorage.setItem(STORED, languageChoice.value);
});

/** The sentence in the person's language. Reading it inside a component subscribes the component to the language. */
export function t(key: Key, values: Readonly<Record<string, string | number>> = {}): string {
  const text = table[key][language.value === "ja" ? 1 : 0];
  return text.replace(/(?<!\{)\{(\w+)\}(?!\})/g, (whole, name: string) => String(values[name] ?? whole));
}
