// A run as a film: its pictures in order, the hand moving between them, a time line of what happened. Waits are cut to
// 2.5 s and hasty steps stretched to 0.5 s, so that one can follow; the clock still tells the real time.
import type { JSX } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { addresses } from "../api/client";
import { Icon } from "../parts/icons";
import { Marks, type Screen, shape } from "../parts/screenshot";
import type { Run } from "../state/run";
import { chosen, frame, mode, playing, speed } from "../state/watching";
import { t } from "../strings/language";
import { stepWords } from "../story/action";
import type { Frame, Item } from "../story/items";
import { clock } from "../story/words";
import { TimeLine } from "./timeline";

const SHORTEST = 0.5;
const LONGEST = 2.5;
export const SPEEDS = [0.5, 1, 2, 4, 8, 16] as const;

/** Film seconds at which each frame comes up. */
export function cutting(frames: readonly Frame[]): readonly number[] {
  let at = 0;
  return frames.map((one, index) => {
    const before = frames[index - 1];
    if (before) at += Math.min(LONGEST, Math.max(SHORTEST, one.at - before.at));
    return at;
  });
}

export function Film({ run, screen }: { run: Run; screen: Screen }): JSX.Element {
  const version = run.version.value;
  const { frames, items, beganAt, lastAt } = run.story;
  const times = useMemo(() => cutting(frames), [version, frames.length]);
  const index = Math.min(frame.value, frames.length - 1);
  const now = frames[index];
  usePlayback(times);
  const shown = useLoaded(now ? addresses.picture(run.id, now.picture.sha256) : "");
  usePreload(run.id, frames, index);
  const live = run.live.value;
  if (!now) return <div class="fit" />;
  const item = items[now.item];
  const duration = Math.max(0, lastAt - beganAt);
  return (
    <>
      <div class="fit">
        <div class="screen film" style={shape(screen)}>
          {shown && <img src={shown} alt={captionOf(item)} draggable={false} />}
          <Marks key={index} screen={screen} points={now.points} />
        </div>
      </div>
      <div class="under film-under">
        <p class="caption">{captionOf(item)}</p>
        <div class="transport">
          <button
            type="button"
            class="primary square"
            aria-label={t(playing.value ? "halt" : "play")}
            onClick={() => toggle(frames.length)}
          >
            <Icon name={playing.value ? "pause" : "play"} filled={!playing.value} />
          </button>
          <TimeLine run={run} times={times} index={index} />
          <span class="clock">
            {clock(now.at - beganAt)} / {clock(duration)}
          </span>
          <select
            class="small"
            aria-label={t("speed")}
            value={String(speed.value)}
            onChange={(event) => (speed.value = Number(event.currentTarget.value))}
          >
            {SPEEDS.map((one) => (
              <option key={one} value={String(one)}>{`${one}×`}</option>
            ))}
          </select>
          {live && (
            <button type="button" class="small live-button" onClick={() => goLive()}>
              <span class="pulse running" aria-hidden="true" />
              {t("goLive")}
            </button>
          )}
        </div>
      </div>
    </>
  );
}

export function goLive(): void {
  playing.value = false;
  chosen.value = undefined;
  mode.value = "live";
}

export function toggle(frames: number): void {
  if (!playing.value && frame.value >= frames - 1) frame.value = 0;
  playing.value = !playing.value;
}

function captionOf(item: Item | undefined): string {
  switch (item?.kind) {
    case "step":
      return `${item.number}. ${stepWords(item)}`;
    case "pause":
      return t("youTookOver");
    default:
      return "";
  }
}

/** Moves on to the next frame when its time has come. */
function usePlayback(times: readonly number[]): void {
  const on = playing.value;
  const index = frame.value;
  const rate = speed.value;
  useEffect(() => {
    if (!on) return;
    const [from, to] = [times[index], times[index + 1]];
    if (from === undefined || to === undefined) {
      playing.value = false;
      return;
    }
    const timer = setTimeout(() => (frame.value = index + 1), (1000 * (to - from)) / rate);
    return () => clearTimeout(timer);
  }, [on, index, rate, times]);
}

/** The address, once its picture is there: the one before stays on until then, so nothing flickers. */
function useLoaded(address: string): string {
  const [loaded, setLoaded] = useState(address);
  const wanted = useRef(address);
  wanted.current = address;
  useEffect(() => {
    if (!address) return;
    const image = new Image();
    const show = () => wanted.current === address && setLoaded(address);
    image.onload = show;
    image.onerror = show;
    image.src = address;
  }, [address]);
  return loaded;
}

function usePreload(run: string, frames: readonly Frame[], index: number): void {
  useEffect(() => {
    for (const one of frames.slice(index + 1, index + 4)) new Image().src = addresses.picture(run, one.picture.sha256);
  }, [run, index]);
}
