// Journal events, folded into what the page shows. Never fails: what is missing or doubled in a journal that was cut
// off is simply not told. Adding an event costs the same at the thousandth step as at the first.

import type { Entry, Picture, Questioned, Region, RunEvent, Started } from "../api/events";
import type { Frame, Item, PauseItem, QuestionItem, StepItem, WordsItem } from "./items";

export type Phase = "waiting" | "thinking" | "acting" | "asking" | "paused" | "takeover" | "ended";

export class Story {
  started: Started | undefined;
  readonly items: Item[] = [];
  readonly frames: Frame[] = [];
  phase: Phase = "waiting";
  /** Of the last event that is told here; the connection goes on after it. */
  seq = 0;
  beganAt = 0;
  lastAt = 0;
  steps = 0;
  calls = 0;
  tokensIn = 0;
  tokensOut = 0;
  usd: number | null = null;
  open: Questioned[] = [];
  private readonly callItems = new Map<string, number>();
  private readonly questions = new Map<string, number>();
  private pause: number | undefined;
  private words: number | undefined;
  private screen: Picture | undefined;

  get ended(): boolean {
    return this.phase === "ended";
  }

  add(entry: Entry): void {
    if (entry.seq <= this.seq) return; // told already: after a reconnect the server may send it again
    this.seq = entry.seq;
    this.lastAt = entry.time;
    if (!this.beganAt) this.beganAt = entry.time;
    this.fold(entry.event, entry.time, entry.seq);
  }

  private fold(event: RunEvent, at: number, seq: number): void {
    const base = { key: `e${seq}`, at, step: "step" in event ? event.step : 0 };
    switch (event.kind) {
      case "started":
        this.started = event;
        this.items.push({ ...base, kind: "task", text: event.task });
        break;
      case "resumed":
        this.items.push({ ...base, kind: "resumed", sameDesktop: event.same_desktop });
        this.phase = "thinking";
        break;
      case "asked":
        this.steps = Math.max(this.steps, event.step);
        this.phase = "thinking";
        break;
      case "replied":
        this.steps = Math.max(this.steps, event.step);
        this.tokensIn += event.input_tokens + event.cache_read_tokens + event.cache_write_tokens;
        this.tokensOut += event.output_tokens;
        if (event.usd !== null) this.usd = (this.usd ?? 0) + event.usd;
        if (event.text.trim()) {
          this.words = this.items.length;
          this.items.push({ ...base, kind: "words", text: event.text, seconds: event.seconds });
        }
        break;
      case "found":
        this.change(event.call, event.step, at, { found: event });
        break;
      case "questioned": {
        this.questions.set(event.id, this.items.length);
        this.items.push({ ...base, kind: "question", question: event });
        this.open = [...this.open, event];
        this.phase = "asking";
        break;
      }
      case "decided":
        if (event.question) this.answer(event.question, { decided: event });
        if (event.call) this.change(event.call, event.step, at, { decided: event });
        if (!this.open.length && this.phase === "asking") this.phase = "acting";
        break;
      case "acting":
        this.change(event.call, event.step, at, { acting: event });
        this.phase = "acting";
        break;
      case "acted": {
        const index = this.change(event.call, event.step, at, { acted: event });
        if (event.picture) {
          this.screen = event.picture;
          const step = this.items[index] as StepItem;
          this.items[index] = { ...step, frame: this.frames.length };
          const { points = [] } = step.acting ?? {};
          this.film(at, event.picture, index, points, event.regions, event.is_error);
        }
        if (this.phase === "acting") this.phase = "thinking";
        break;
      }
      case "paused":
        this.pause = this.items.length;
        this.items.push({ ...base, kind: "pause", why: event.why, told: "" });
        this.phase = event.why === "takeover" ? "takeover" : "paused";
        break;
      case "continued": {
        const index = this.pause;
        this.pause = undefined;
        this.phase = this.open.length ? "asking" : "thinking";
        if (index === undefined) break;
        const closed: PauseItem = { ...(this.items[index] as PauseItem), until: at, told: event.told };
        const pictures = {
          ...(event.before ? { before: event.before } : {}),
          ...(event.after ? { after: event.after } : {}),
        };
        this.items[index] = { ...closed, ...pictures };
        if (event.after) {
          this.screen = event.after;
          this.film(at, event.after, index, [], [], false);
        }
        break;
      }
      case "said":
        this.items.push({ ...base, kind: "said", text: event.text });
        break;
      case "noted":
        if (event.text.trim()) this.items.push({ ...base, kind: "note", text: event.text });
        break;
      case "finished":
        for (const question of this.open) this.answer(question.id, { lapsed: true });
        this.dropRepeated(event.answer);
        this.items.push({ ...base, kind: "finished", finished: event });
        if (event.usd !== null) this.usd = event.usd;
        this.phase = "ended";
        break;
    }
  }

  /** The model's last words, when they are the answer itself, are told once: in the card of the end. */
  private dropRepeated(answer: string): void {
    const index = this.words;
    if (index === undefined || index !== this.items.length - 1) return;
    if ((this.items[index] as WordsItem).text.trim() === answer.trim()) this.items.pop();
  }

  private change(call: string, step: number, at: number, part: Partial<StepItem>): number {
    const known = this.callItems.get(call);
    if (known !== undefined) {
      this.items[known] = { ...(this.items[known] as StepItem), ...part };
      return known;
    }
    const index = this.items.length;
    this.callItems.set(call, index);
    this.calls += 1;
    const before = this.screen ? { before: this.screen } : {};
    this.items.push({ kind: "step", key: `c${call}`, at, step, call, number: this.calls, ...before, ...part });
    return index;
  }

  private answer(id: string, part: Partial<QuestionItem>): void {
    this.open = this.open.filter((question) => question.id !== id);
    const index = this.questions.get(id);
    if (index !== undefined) this.items[index] = { ...(this.items[index] as QuestionItem), ...part };
  }

  private film(
    at: number,
    picture: Picture,
    item: number,
    points: Frame["points"],
    regions: readonly Region[],
    isError: boolean,
  ): void {
    const change = Math.min(1, regions.reduce((sum, [, , w, h]) => sum + w * h, 0) / this.area);
    this.frames.push({ at, picture, item, points, regions, isError, change });
  }

  private get area(): number {
    return this.started ? this.started.width * this.started.height : 1;
  }
}
