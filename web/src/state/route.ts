// Where in the page one is, in the address after the #: it can be bookmarked, and Back works.
import { signal } from "@preact/signals";

export type Route =
  | { readonly at: "new"; readonly template?: string }
  | { readonly at: "runs" }
  | { readonly at: "settings" }
  | { readonly at: "run"; readonly id: string };

function read(): Route {
  const [at, id] = location.hash.replace(/^#\/?/, "").split("/").map(decodeURIComponent);
  if (at === "runs" || at === "settings") return { at };
  if (at === "run" && id) return { at, id };
  if (at === "template" && id) return { at: "new", template: id };
  return { at: "new" };
}

export const route = signal<Route>(read());
addEventListener("hashchange", () => (route.value = read()));

export const links = {
  new: "#/",
  runs: "#/runs",
  settings: "#/settings",
  run: (id: string) => `#/run/${encodeURIComponent(id)}`,
  template: (id: string) => `#/template/${encodeURIComponent(id)}`,
};

export function go(link: string): void {
  location.hash = link;
}
