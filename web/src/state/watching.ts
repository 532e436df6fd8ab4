// What the person looks at in the open run: live, the film, or one step closely. Kept apart from the run itself.
import { signal } from "@preact/signals";

export type Mode = "live" | "film";

export const mode = signal<Mode>("live");
/** The index of the item that is looked at closely. */
export const chosen = signal<number | undefined>(undefined);
/** The frame of the film that is shown; past its end: the last, which is what came of the run. */
export const frame = signal(Number.MAX_SAFE_INTEGER);
export const playing = signal(false);
export const speed = signal(1);
/** The text that is typed to the model: kept while one looks elsewhere. */
export const draft = signal("");
/** The person has pressed Esc once: a second time stops. */
export const escArmed = signal(false);
/** The question whose parts are being edited, and the one a reason is written for. */
export const editing = signal<string | undefined>(undefined);
export const refusing = signal<string | undefined>(undefined);
export const filesOpen = signal(false);

export function lookAfresh(): void {
  mode.value = "live";
  chosen.value = undefined;
  frame.value = Number.MAX_SAFE_INTEGER;
  playing.value = false;
  draft.value = "";
  escArmed.value = false;
  editing.value = undefined;
  refusing.value = undefined;
  filesOpen.value = false;
}
