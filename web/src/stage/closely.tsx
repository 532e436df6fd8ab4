// One step looked at closely: the screen before and after with a slider between them, what changed, and the call itself.
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { signal } from "@preact/signals";
import { addresses } from "../api/client";
import { Icon } from "../parts/icons";
import { Marks, type Screen, shape } from "../parts/screenshot";
import type { Run } from "../state/run";
import { chosen } from "../state/watching";
import { t } from "../strings/language";
import { resultWords, stepWords } from "../story/action";
import type { StepItem } from "../story/items";
import { seconds } from "../story/words";

export const blinking = signal(false);
const marking = signal(true);

/** The step next to the chosen one, in either direction. */
export function neighbour(run: Run, by: 1 | -1): number | undefined {
  const { items } = run.story;
  let index = chosen.value ?? (by < 0 ? items.length : -1);
  do index += by;
  while (items[index] && items[index]?.kind !== "step");
  return items[index] ? index : undefined;
}

export function Closely({ run, step, screen }: { run: Run; step: StepItem; screen: Screen }): JSX.Element {
  const move = (by: 1 | -1) => {
    const to = neighbour(run, by);
    if (to !== undefined) chosen.value = to;
  };
  const result = resultWords(step, run.story.started);
  return (
    <>
      <div class="closely-head">
        <button
          type="button"
          class="quiet square"
          aria-label={t("previousStep")}
          disabled={neighbour(run, -1) === undefined}
          onClick={() => move(-1)}
        >
          <Icon name="left" />
        </button>
        <button
          type="button"
          class="quiet square"
          aria-label={t("nextStep")}
          disabled={neighbour(run, 1) === undefined}
          onClick={() => move(1)}
        >
          <Icon name="right" />
        </button>
        <h2>
          <span class="number">{step.number}</span>
          {stepWords(step)}
        </h2>
        <button type="button" class="quiet square" aria-label={t("close")} onClick={() => (chosen.value = undefined)}>
          <Icon name="cross" />
        </button>
      </div>
      <div class="fit">
        <Compare key={step.key} run={run} step={step} screen={screen} />
      </div>
      <div class="under closely-under">
        <p class="result">
          {[
            result,
            step.acted?.focus && t("focusNow", { name: step.acted.focus }),
            step.acted && t("took", { time: seconds(step.acted.seconds) }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
        <details class="raw">
          <summary>{t("rawCall")}</summary>
          <pre tabIndex={0}>
            {JSON.stringify({ tool: step.acting?.tool, name: step.acting?.name, input: step.acting?.input }, null, 2)}
          </pre>
          <p class="result">{t("rawResult")}</p>
          <pre tabIndex={0}>{JSON.stringify(step.acted?.result ?? null, null, 2)}</pre>
        </details>
      </div>
    </>
  );
}

function Compare({ run, step, screen }: { run: Run; step: StepItem; screen: Screen }): JSX.Element {
  const [share, setShare] = useState(step.before && step.acted?.picture ? 50 : 0);
  const [phase, setPhase] = useState(false);
  const blink = blinking.value;
  useEffect(() => {
    if (!blink) return;
    const timer = setInterval(() => setPhase((now) => !now), 700);
    return () => clearInterval(timer);
  }, [blink]);
  const after = step.acted?.picture ?? step.before;
  const before = step.before;
  if (!after) return <p class="blank-words">{t("noPicture")}</p>;
  const both = before !== undefined && step.acted?.picture !== null && step.acted !== undefined;
  const cutAt = blink ? (phase ? 100 : 0) : share;
  return (
    <div class="screen compare" style={shape(screen)}>
      <img src={addresses.picture(run.id, after.sha256)} alt={t("after")} draggable={false} />
      {both && (
        <img
          class="was"
          src={addresses.picture(run.id, before.sha256)}
          alt={t("before")}
          draggable={false}
          style={{ clipPath: `inset(0 ${100 - cutAt}% 0 0)` }}
        />
      )}
      <Marks
        screen={screen}
        points={step.acting?.points ?? []}
        regions={marking.value ? (step.acted?.regions ?? []) : []}
      />
      {both && (
        <>
          {!blink && <div class="cut" style={{ left: `${cutAt}%` }} aria-hidden="true" />}
          <span class="tag left">{t("before")}</span>
          <span class="tag right">{t("after")}</span>
          {!blink && (
            <input
              class="slider"
              type="range"
              min={0}
              max={100}
              value={share}
              aria-label={t("compareSlider")}
              onInput={(event) => setShare(Number(event.currentTarget.value))}
            />
          )}
        </>
      )}
      <div class="compare-tools">
        {both && (
          <button type="button" class="small" aria-pressed={blink} onClick={() => (blinking.value = !blink)}>
            {t("blink")}
          </button>
        )}
        <button
          type="button"
          class="small"
          aria-pressed={marking.value}
          onClick={() => (marking.value = !marking.value)}
        >
          {t("regions")}
        </button>
      </div>
    </div>
  );
}
