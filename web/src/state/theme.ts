// Light or dark: the person's choice, else the system's.
import { effect, signal } from "@preact/signals";

export type Theme = "auto" | "light" | "dark";

const STORED = "deskhand.theme";
const value = localStorage.getItem(STORED);

export const theme = signal<Theme>(value === "light" || value === "dark" ? value : "auto");

effect(() => {
  if (theme.value === "auto") {
    localStorage.removeItem(STORED);
    delete document.documentElement.dataset["theme"];
  } else {
    localStorage.setItem(STORED, theme.value);
    document.documentElement.dataset["theme"] = theme.value;
  }
});
