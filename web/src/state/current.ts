// The run that is open, for the keyboard shortcuts.
import { signal } from "@preact/signals";
import type { Run } from "./run";

export const current = signal<Run | undefined>(undefined);
export const keepCurrent = (run: Run | undefined): void => void (current.value = run);
