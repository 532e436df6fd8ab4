// A picture of the screen with what is marked on it. Marks keep their width on the reader's screen, however small the
// picture is shown: no mark is a speck in one place and a blot in another.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Picture, Region, Spot } from "../api/events";
import { addresses } from "../api/client";

/** More outlines than this are noise: the largest are drawn. */
const MOST_REGIONS = 12;
const MARGIN = 4;

export interface Marked {
  readonly points?: readonly Spot[];
  readonly regions?: readonly Region[];
  /** What a question is about, and where an alarm's text stands. */
  readonly target?: Region | null;
  readonly alarms?: readonly Region[];
}

export interface Screen {
  readonly width: number;
  readonly height: number;
}

/** What makes a box the largest of the screen's shape that fits: see `.screen`. */
export const shape = ({ width, height }: Screen) => ({
  aspectRatio: `${width} / ${height}`,
  "--ratio": String(width / height),
});

export function Marks({
  screen,
  view,
  ...marked
}: Marked & { screen: Screen; view?: Region | undefined }): JSX.Element {
  const box: Region = view ?? [0, 0, screen.width, screen.height];
  const { points = [], regions = [], target, alarms = [] } = marked;
  const way = points.length > 1 ? `M${points.map(([x, y]) => `${x} ${y}`).join("L")}` : "";
  return (
    <div class="marks" aria-hidden="true">
      <svg viewBox={box.join(" ")} preserveAspectRatio="none">
        {regions.slice(0, MOST_REGIONS).map((region) => (
          <Outline key={region.join()} region={region} kind="change" screen={screen} />
        ))}
        {target && <Outline region={target} kind="target" screen={screen} />}
        {alarms.map((region) => (
          <Outline key={region.join()} region={region} kind="alarm" screen={screen} />
        ))}
        {way && <path class="way halo" d={way} />}
        {way && <path class="way" d={way} />}
      </svg>
      {points.map((point, index) => (
        <Hand key={index} point={point} view={box} kind={index === points.length - 1 ? "" : "start"} />
      ))}
    </div>
  );
}

/** A ring around the point, so that what is pointed at can still be read. */
function Hand({ point: [px, py], view: [x, y, w, h], kind }: { point: Spot; view: Region; kind: string }): JSX.Element {
  return <i class={`hand ${kind}`} style={{ left: `${(100 * (px - x)) / w}%`, top: `${(100 * (py - y)) / h}%` }} />;
}

function Outline({ region, kind, screen }: { region: Region; kind: string; screen: Screen }): JSX.Element | null {
  const [x, y, w, h] = region;
  if (w * h >= 0.6 * screen.width * screen.height) return null; // most of it: that would be a frame around nothing
  const box = { x: x - MARGIN, y: y - MARGIN, width: w + 2 * MARGIN, height: h + 2 * MARGIN, rx: 4 };
  return (
    <>
      <rect class="halo" {...box} />
      <rect class={kind} {...box} />
    </>
  );
}

interface ScreenshotProps extends Marked {
  readonly run: string;
  readonly picture: Picture;
  readonly screen: Screen;
  readonly alt: string;
  /** Only this part of the screen, in screen pixels. */
  readonly view?: Region | undefined;
  readonly lazy?: boolean;
}

export function Screenshot({ run, picture, screen, alt, view, lazy = false, ...marked }: ScreenshotProps): JSX.Element {
  const [missing, setMissing] = useState(false);
  const [x, y, w, h] = view ?? [0, 0, screen.width, screen.height];
  const part = view
    ? {
        width: `${(100 * screen.width) / w}%`,
        height: `${(100 * screen.height) / h}%`,
        left: `${(-100 * x) / w}%`,
        top: `${(-100 * y) / h}%`,
      }
    : {};
  return (
    <div class={missing ? "screenshot missing" : "screenshot"} style={{ aspectRatio: `${w} / ${h}` }}>
      <img
        src={addresses.picture(run, picture.sha256)}
        alt={alt}
        style={part}
        loading={lazy ? "lazy" : "eager"}
        decoding="async"
        draggable={false}
        onError={() => setMissing(true)}
        onLoad={() => setMissing(false)}
      />
      <Marks screen={screen} view={view} {...marked} />
    </div>
  );
}

/** The part of the screen around what matters, with the screen's own shape, so that small things can be read. */
export function closeUp(screen: Screen, points: readonly Spot[], regions: readonly Region[]): Region | undefined {
  const boxes = [...regions, ...points.map(([x, y]): Region => [x - 20, y - 20, 40, 40])];
  if (!boxes.length) return undefined;
  const left = Math.min(...boxes.map(([x]) => x));
  const top = Math.min(...boxes.map(([, y]) => y));
  const right = Math.max(...boxes.map(([x, , w]) => x + w));
  const bottom = Math.max(...boxes.map(([, y, , h]) => y + h));
  const ratio = screen.width / screen.height;
  const width = Math.max(520, 1.6 * (right - left), 1.6 * ratio * (bottom - top));
  if (width >= 0.8 * screen.width) return undefined;
  const height = width / ratio;
  const within = (value: number, most: number) => Math.max(0, Math.min(most, value));
  return [
    Math.round(within((left + right) / 2 - width / 2, screen.width - width)),
    Math.round(within((top + bottom) / 2 - height / 2, screen.height - height)),
    Math.round(width),
    Math.round(height),
  ];
}
