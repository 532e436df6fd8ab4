// The keyboard. Single letters work only while no field is being typed in and the desktop is not taken over; Esc twice
// stops from anywhere but a taken-over desktop, which gets every key but one.
import { handBack, escape, pauseOrResume, takeOver } from "./state/steer";
import { current } from "./state/current";
import { go, links } from "./state/route";
import { blinking, neighbour } from "./stage/closely";
import { toggle } from "./stage/film";
import { chosen, editing, frame, mode, playing, refusing } from "./state/watching";
import { signal } from "@preact/signals";
import type { Key } from "./strings/table";
import { answerQuestion } from "./talk/answers";
import { lookedAt } from "./talk/approval";
import { COMPOSER } from "./talk/composer";

export const helpOpen = signal(false);

export const SHORTCUTS: readonly (readonly [keys: string, words: Key])[] = [
  ["?", "keyHelp"],
  ["N", "keyNew"],
  ["L", "keyRuns"],
  ["Space", "keyPause"],
  ["Esc Esc", "keyStop"],
  ["T", "keyTake"],
  ["Ctrl Alt Enter", "keyBack"],
  ["S", "keySay"],
  ["A", "keyAllow"],
  ["R", "keyRefuse"],
  ["E", "keyEdit"],
  ["← →", "keySteps"],
  ["Home End", "keyEnds"],
  ["B", "keyBlink"],
];

const TYPED_IN = "input, textarea, select, [contenteditable]";

export function listen(): void {
  addEventListener("keydown", onKey, { capture: true });
}

function onKey(event: KeyboardEvent): void {
  const run = current.value;
  const own = run?.session.value?.state === "taken_over";
  if (own && event.ctrlKey && event.altKey && event.key === "Enter") {
    take(event);
    handBack(run, "");
    return;
  }
  const target = event.target instanceof Element ? event.target : document.body;
  const inDesktop = own && target.closest(".rfb") !== null;
  if (inDesktop || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  const typing =
    target.matches(TYPED_IN) && !target.matches("input[type=range], input[type=radio], input[type=checkbox]");
  if (document.querySelector("dialog[open]")) return;
  if (event.key === "Escape") {
    onEscape(event, typing);
    return;
  }
  if (typing) return;
  // A button's own key stays its own.
  if ((event.key === " " || event.key === "Enter") && target.closest("button, a, summary, input")) return;
  if (target.matches("input") && /^(Arrow|Home$|End$|Page)/.test(event.key)) return;
  onLetter(event);
}

function onEscape(event: KeyboardEvent, typing: boolean): void {
  const run = current.value;
  if (typing && event.target instanceof HTMLElement && !event.target.closest(".answers")) event.target.blur();
  else if (typing) return; // the form closes itself
  chosen.value = undefined;
  if (run?.live.value) escape(run);
}

function onLetter(event: KeyboardEvent): void {
  const run = current.value;
  switch (event.key.toLowerCase()) {
    case "?":
      helpOpen.value = true;
      return take(event);
    case "n":
      go(links.new);
      return take(event);
    case "l":
      go(links.runs);
      return take(event);
  }
  if (!run) return;
  const question = run.live.value ? run.story.open[0] : undefined;
  switch (event.key) {
    case " ":
      if (run.live.value && mode.value === "live") pauseOrResume(run);
      else toggle(run.story.frames.length);
      return take(event);
    case "t":
      if (run.steered.value) takeOver(run);
      return take(event);
    case "s":
      document.getElementById(COMPOSER)?.focus();
      return take(event);
    case "a":
      if (question && lookedAt(question.id)) void answerQuestion(run, question, "once");
      return take(event);
    case "r":
      if (question) refusing.value = question.id;
      return take(event);
    case "e":
      if (question?.editable.length) editing.value = question.id;
      return take(event);
    case "b":
      blinking.value = !blinking.value;
      return take(event);
    case "ArrowLeft":
    case "ArrowRight":
      step(event.key === "ArrowLeft" ? -1 : 1);
      return take(event);
    case "Home":
    case "End": {
      const items = run.story.items
        .map((item, index) => (item.kind === "step" ? index : -1))
        .filter((index) => index >= 0);
      chosen.value = event.key === "Home" ? items[0] : items[items.length - 1];
      return take(event);
    }
  }
}

function step(by: 1 | -1): void {
  const run = current.value;
  if (!run) return;
  if (chosen.value === undefined && (mode.value === "film" || !run.live.value)) {
    playing.value = false;
    const last = run.story.frames.length - 1;
    frame.value = Math.max(0, Math.min(last, Math.min(frame.value, last) + by));
    return;
  }
  const to = neighbour(run, by);
  if (to !== undefined) chosen.value = to;
}

function take(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
