// Short messages: to everybody's eyes as a toast, to screen readers through a live region.
import { signal } from "@preact/signals";
import { Refused } from "../api/client";
import { t } from "../strings/language";

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly bad: boolean;
}

export const toasts = signal<readonly Toast[]>([]);
export const spoken = signal("");
export const spokenAtOnce = signal("");
let last = 0;

export function toast(text: string, bad = false): void {
  const id = ++last;
  toasts.value = [...toasts.value.slice(-3), { id, text, bad }];
  setTimeout(() => dismiss(id), bad ? 12_000 : 5_000);
}

export function dismiss(id: number): void {
  toasts.value = toasts.value.filter((one) => one.id !== id);
}

export function sentence(error: unknown): string {
  if (error instanceof Refused) return error.status === 0 ? t("offline") : error.message;
  return t("failed");
}

/** Do it, and say it if it does not work. Whether it worked. */
export async function attempt(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    toast(sentence(error), true);
    return false;
  }
}
