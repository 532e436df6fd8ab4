// Numbers, times and changes as people say them, in both languages.
import type { Acted, Region, Started } from "../api/events";
import { language, t } from "../strings/language";
import type { Key } from "../strings/table";

export function seconds(value: number): string {
  const ja = language.value === "ja";
  const [s, min, h] = ja ? [" 秒", " 分 ", " 時間 "] : [" s", " min ", " h "];
  if (value < 9.95) return `${value.toFixed(1)}${s}`;
  const whole = Math.round(value);
  if (whole < 60) return `${whole}${s}`;
  if (whole < 3600) return `${Math.floor(whole / 60)}${min}${whole % 60}${s}`;
  return `${Math.floor(whole / 3600)}${h}${Math.floor((whole % 3600) / 60)}${min.trimEnd()}`;
}

/** `1:05`, `12:00:03`: for time lines and clocks. */
export function clock(value: number): string {
  const whole = Math.max(0, Math.floor(value));
  const two = (part: number) => String(part).padStart(2, "0");
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

export function money(usd: number): string {
  return usd >= 0.995 || usd === 0 ? `$${usd.toFixed(2)}` : `$${usd.toFixed(4).replace(/0+$/, "").replace(/\.$/, "")}`;
}

export function count(value: number): string {
  if (value < 10_000) return String(value);
  return value < 1_000_000 ? `${(value / 1000).toFixed(1)}k` : `${(value / 1_000_000).toFixed(1)}M`;
}

export function bytes(value: number): string {
  if (value < 1000) return `${value} B`;
  if (value < 1_000_000) return `${Math.round(value / 1000)} KB`;
  return `${(value / 1_000_000).toFixed(1)} MB`;
}

export function stepsOf(n: number): string {
  return n === 1 ? t("step1") : t("steps", { n });
}

/** When it was: `today, 14:05`, `3 March, 09:12`. */
export function when(unix: number, now = Date.now()): string {
  const date = new Date(unix * 1000);
  const time = date.toLocaleTimeString(language.value, { hour: "2-digit", minute: "2-digit" });
  const day = (value: Date | number) => new Date(value).toDateString();
  if (day(date) === day(now)) return t("today", { time });
  if (day(date) === day(now - 86_400_000)) return t("yesterday", { time });
  const sameYear = date.getFullYear() === new Date(now).getFullYear();
  const options: Intl.DateTimeFormatOptions = {
    month: "short",
    day: "numeric",
    ...(sameYear ? {} : { year: "numeric" }),
  };
  return `${date.toLocaleDateString(language.value, options)} ${time}`;
}

const PLACES: readonly (readonly Key[])[] = [
  ["placeTL", "placeT", "placeTR"],
  ["placeL", "placeC", "placeR"],
  ["placeBL", "placeB", "placeBR"],
];

function placeOf([x, y, w, h]: Region, width: number, height: number): string {
  const third = (value: number, whole: number) => Math.max(0, Math.min(2, Math.floor((3 * value) / whole)));
  return t(PLACES[third(y + h / 2, height)]?.[third(x + w / 2, width)] ?? "placeC");
}

/** Actions that only look: that nothing changed is no news about them. */
const LOOKS = new Set(["screenshot", "zoom", "cursor_position", "wait"]);

export function changeOf(acted: Acted, name: string, started: Started | undefined): string {
  const [first] = acted.regions;
  if (acted.changed === null || (!acted.changed && LOOKS.has(name))) return "";
  if (!acted.changed) return t("unchanged");
  if (!first || !started) return t("changed");
  const { width, height } = started;
  if (first[2] * first[3] >= 0.6 * width * height) return t("changedMost");
  const place = placeOf(first, width, height);
  const n = acted.regions.length - 1;
  return n ? t("changedAtMore", { place, n }) : t("changedAt", { place });
}

/** Whether the text is a look's empty answer, or one that `changeOf` tells better. */
export function tellsOfScreen(text: string): boolean {
  return /^(Clicked|Double-clicked|Triple-clicked|Right-clicked|Middle-clicked|Typed|Pressed|Moved|Scrolled|Dragged|Held|Waited|Nothing on|The screen|Something showed|Focus:)/.test(
    text,
  );
}
