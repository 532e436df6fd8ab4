// What the conversation shows, one item per card. An item is never changed: a newer one takes its place, so that a card
// draws itself anew only when its own item is another one (a run of 1,000 steps gets an event every second).

import type { Acted, Acting, Decided, Finished, Found, Picture, Questioned, Spot, Region } from "../api/events";

interface Base {
  /** Stays the same while the item grows. */
  readonly key: string;
  /** Unix seconds. */
  readonly at: number;
  readonly step: number;
}

export interface TaskItem extends Base {
  readonly kind: "task";
  readonly text: string;
}

export interface WordsItem extends Base {
  readonly kind: "words";
  readonly text: string;
  readonly seconds: number;
}

export interface StepItem extends Base {
  readonly kind: "step";
  readonly call: string;
  /** Counted in calls from 1, as the person sees them: one turn of the model may hold several. */
  readonly number: number;
  readonly acting?: Acting;
  readonly acted?: Acted;
  readonly decided?: Decided;
  readonly found?: Found;
  /** The screen before the act. */
  readonly before?: Picture;
  /** The index of its frame in the film, once it has one. */
  readonly frame?: number;
}

export interface QuestionItem extends Base {
  readonly kind: "question";
  readonly question: Questioned;
  readonly decided?: Decided;
  /** The run went on or ended without an answer. */
  readonly lapsed?: boolean;
}

export interface SaidItem extends Base {
  readonly kind: "said";
  readonly text: string;
}

export interface NoteItem extends Base {
  readonly kind: "note";
  readonly text: string;
}

export interface PauseItem extends Base {
  readonly kind: "pause";
  readonly why: "person" | "takeover";
  readonly until?: number;
  readonly told: string;
  readonly before?: Picture;
  readonly after?: Picture;
}

export interface ResumedItem extends Base {
  readonly kind: "resumed";
  readonly sameDesktop: boolean;
}

export interface FinishedItem extends Base {
  readonly kind: "finished";
  readonly finished: Finished;
}

export type Item =
  TaskItem | WordsItem | StepItem | QuestionItem | SaidItem | NoteItem | PauseItem | ResumedItem | FinishedItem;

/** A picture of the film, and what led to it. */
export interface Frame {
  readonly at: number;
  readonly picture: Picture;
  /** The index of the item that it belongs to. */
  readonly item: number;
  readonly points: readonly Spot[];
  readonly regions: readonly Region[];
  readonly isError: boolean;
  /** Share of the screen that changed, 0 to 1. */
  readonly change: number;
}
