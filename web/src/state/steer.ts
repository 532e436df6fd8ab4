// The person's hand on the run: pause, stop, take over. Felt at once: what was pressed shows before the server answers.
import { api } from "../api/client";
import type { Run } from "./run";
import { attempt } from "./tell";
import { escArmed } from "./watching";

export function pauseOrResume(run: Run): void {
  const state = run.session.value?.state;
  if (state === "paused" || state === "pausing") void attempt(() => api.resume(run.id));
  else if (state === "running" || state === "asking") void attempt(() => api.pause(run.id));
}

export async function stop(run: Run): Promise<void> {
  if (!run.live.value) return;
  run.stopping.value = true;
  escArmed.value = false;
  // "Felt at once": in the middle of the action under way. What is held down is let go by the desktop.
  if (!(await attempt(() => api.stop(run.id, true)))) run.stopping.value = false;
}

export function takeOver(run: Run): void {
  void attempt(() => api.takeOver(run.id));
}

export function handBack(run: Run, text: string): void {
  void attempt(() => api.handBack(run.id, text));
}

let armed: ReturnType<typeof setTimeout> | undefined;

/** Esc once asks for a second; twice within a second and a half stops. */
export function escape(run: Run): void {
  if (escArmed.value) {
    void stop(run);
    return;
  }
  escArmed.value = true;
  clearTimeout(armed);
  armed = setTimeout(() => (escArmed.value = false), 1_500);
}
