// The page's icons, drawn with one stroke width on a grid of 20.
import type { JSX } from "preact";

const PATHS = {
  new: "M10 4v12M4 10h12",
  runs: "M3.5 5.5h13M3.5 10h13M3.5 14.5h8",
  settings: "M4 6h7M15 6h1M4 14h1M9 14h7M13 4v4M7 12v4",
  pause: "M7 4.5v11M13 4.5v11",
  play: "M6.5 4.2v11.6l9-5.8z",
  stop: "M5 5h10v10H5z",
  hand: "M6.5 11V5.2a1.2 1.2 0 0 1 2.4 0V9V3.9a1.2 1.2 0 0 1 2.4 0V9V4.8a1.2 1.2 0 0 1 2.4 0v6.4V8.2a1.1 1.1 0 0 1 2.2 0v4.3c0 3-1.9 5-4.7 5-2.3 0-3.5-1-4.6-2.9L4 11.200a1.2 1.2 0 0 1 2-1.200z",
  send: "M4 10.000h10M9.5 5l5 5-5 5",
  check: "M4.5 10.500l3.5 3.5 7.5-8",
  cross: "M5 5l10 10M15 5L5 15",
  question: "M7.2 7.400a2.8 2.8 0 1 1 4.2 2.400c-.9.5-1.4 1.1-1.4 2.200M10 15v.200",
  warning: "M10 3.500l7.2 12.800H2.800zM10 8.300v3.700M10 14v.200",
  file: "M5.5 3h6l3.5 3.500V17H5.500zM11.5 3v3.500H15",
  upload: "M10 13V4M6.3 7.400L10 3.700l3.7 3.700M4 13.500V16h12v-2.5",
  download: "M10 4v9M6.3 9.600L10 13.300l3.7-3.700M4 13.500V16h12v-2.5",
  film: "M3.5 5h13v10h-13zM7 5v10M13 5v10M3.5 10H7M13 10h3.5",
  again: "M15.5 8A6 6 0 1 0 16 11.500M15.8 4.300V8h-3.7",
  template: "M4 4h12v4H4zM4 11h5v5H4zM12 11h4v5h-4z",
  trash: "M4.5 6h11M8 6V4h4v2M6 6l.600 10h6.800L14 6",
  search: "M9 4.200a4.8 4.8 0 1 1 0 9.6 4.8 4.8 0 0 1 0-9.600zM12.6 12.600L16 16",
  left: "M12 4.500L6.5 10l5.5 5.5",
  right: "M8 4.500L13.5 10 8 15.5",
  down: "M4.5 8L10 13.5 15.5 8",
  globe:
    "M10 3.500a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM3.5 10h13M10 3.500c4.2 4 4.2 9 0 13M10 3.500c-4.2 4-4.2 9 0 13",
  keyboard: "M3 6h14v8.500H3zM6 9h.1M9 9h.1M12 9h.1M14.5 9h.1M7 12h6",
  expand: "M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4",
  pencil: "M4.5 15.500l.6-3L13 4.600l2.4 2.4-7.9 7.900z",
  speech: "M4 5h12v8.500H9.500L6 16.300v-2.800H4z",
  look: "M2.5 10s2.8-5 7.5-5 7.5 5 7.5 5-2.8 5-7.5 5-7.5-5-7.5-5zM10 7.800a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.400z",
  click: "M6 4.500l9 4.7-3.7 1.400L9.7 14.500z",
  type: "M5 6V4.500h10V6M10 4.500v11M8 15.500h4",
  shell: "M3.5 4.500h13v11h-13zM6.3 8l2.2 2-2.2 2M10.5 12.300h3",
  scroll: "M10 3.500v13M6.8 6.500L10 3.300l3.2 3.200M6.8 13.500L10 16.700l3.2-3.2",
  clock: "M10 3.500a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM10 6.500V10l2.5 1.7",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, filled = false }: { name: IconName; filled?: boolean }): JSX.Element {
  return (
    <svg class={filled ? "icon filled" : "icon"} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** The icon of an action of the hand, by the name the journal gives it. */
export function iconOf(tool: string, name: string): IconName {
  if (tool === "bash" || name === "bash") return "shell";
  if (tool.includes("edit")) return "file";
  if (name.includes("click") || name.includes("mouse") || name.includes("drag")) return "click";
  if (name === "type") return "type";
  if (name.includes("key")) return "keyboard";
  if (name === "scroll") return "scroll";
  if (name === "wait") return "clock";
  if (name === "screenshot" || name === "zoom" || name === "elements" || name === "windows") return "look";
  return "hand";
}
