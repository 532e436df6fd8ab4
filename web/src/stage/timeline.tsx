// The time line: how much of the screen changed, where the steps, questions and errors are, and the place one looks at.
// Four paths draw a thousand steps; a range input over them is what the mouse and the keyboard move.
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { Run } from "../state/run";
import { frame, playing } from "../state/watching";
import { t } from "../strings/language";
import { clock } from "../story/words";

const WIDTH = 1000;
const HEIGHT = 40;
/** Room at either end, so that the first and the last mark are not cut. */
const EDGE = 10;

interface TimeLineProps {
  readonly run: Run;
  readonly times: readonly number[];
  readonly index: number;
}

export function TimeLine({ run, times, index }: TimeLineProps): JSX.Element {
  const version = run.version.value;
  const { frames, items, beganAt, lastAt } = run.story;
  const total = Math.max(times[times.length - 1] ?? 0, 0.001);
  const paths = useMemo(() => {
    const at = (film: number) => (EDGE + ((WIDTH - 2 * EDGE) * film) / total).toFixed(1);
    let changes = "";
    let steps = "";
    let errors = "";
    frames.forEach((one, n) => {
      const x = at(times[n] ?? 0);
      steps += `M${x} ${HEIGHT - 5}v5`;
      if (one.change > 0) changes += `M${x} ${HEIGHT - 7}v-${(4 + 22 * Math.sqrt(one.change)).toFixed(1)}`;
      if (one.isError) errors += `M${x} 4v${HEIGHT - 8}`;
    });
    let questions = "";
    let next = 0;
    items.forEach((item, n) => {
      if (item.kind !== "question") return;
      while (next < frames.length - 1 && (frames[next]?.item ?? 0) < n) next++;
      questions += `M${at(times[next] ?? 0)} 3h0`;
    });
    return { changes, steps, errors, questions };
  }, [version, frames.length]);
  const now = frames[index];
  const played = ((times[index] ?? 0) / total) * 100;
  return (
    <div class="timeline">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <path class="tl-change" d={paths.changes} />
        <path class="tl-step" d={paths.steps} />
        <path class="tl-error" d={paths.errors} />
        <path class="tl-question" d={paths.questions} />
      </svg>
      <div class="tl-head" style={{ left: `${1 + 0.98 * played}%` }} />
      <input
        type="range"
        min={0}
        max={1000}
        step={1}
        value={Math.round(played * 10)}
        aria-label={t("timeline")}
        aria-valuetext={t("timelineAt", {
          time: clock((now?.at ?? beganAt) - beganAt),
          total: clock(lastAt - beganAt),
          n: index + 1,
        })}
        onInput={(event) => {
          playing.value = false;
          frame.value = nearest(times, (Number(event.currentTarget.value) / 1000) * total);
        }}
        onKeyDown={(event) => {
          // One key is one frame, however long the film is.
          const to = {
            ArrowLeft: index - 1,
            ArrowRight: index + 1,
            PageDown: index - 10,
            PageUp: index + 10,
            Home: 0,
            End: frames.length - 1,
          }[event.key];
          if (to === undefined) return;
          event.preventDefault();
          event.stopPropagation();
          playing.value = false;
          frame.value = Math.max(0, Math.min(frames.length - 1, to));
        }}
      />
    </div>
  );
}

function nearest(times: readonly number[], film: number): number {
  let low = 0;
  let high = times.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) < film) low = middle + 1;
    else high = middle;
  }
  const before = times[low - 1];
  return before !== undefined && film - before < (times[low] ?? film) - film ? low - 1 : low;
}
