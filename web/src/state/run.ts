// One run as the page follows it: its story, its session, the model's words as they come. Events that arrive together
// are told together, once per frame: a page opened late gets thousands at once.
import { batch, computed, signal } from "@preact/signals";
import { api, addresses } from "../api/client";
import type { Sent, Session, State } from "../api/models";
import { follow, type Link } from "../api/socket";
import { Story } from "../story/story";

const STEERED: ReadonlySet<State> = new Set(["running", "asking", "pausing", "paused", "taking_over", "taken_over"]);
const LIVE: ReadonlySet<State> = new Set([...STEERED, "queued", "starting", "stopping"]);

export const isLive = (session: Session): boolean => LIVE.has(session.state);

export class Run {
  readonly story = new Story();
  /** Counts up whenever the story has grown: read it to be drawn anew. */
  readonly version = signal(0);
  readonly session = signal<Session | undefined>(undefined);
  readonly link = signal<Link>("connecting");
  readonly caughtUp = signal(false);
  readonly gone = signal(false);
  /** The model's words so far, before its turn is in the journal. */
  readonly saying = signal("");
  readonly live = computed(() => this.session.value !== undefined && isLive(this.session.value));
  readonly steered = computed(() => this.session.value !== undefined && STEERED.has(this.session.value.state));
  /** Set at once when the person presses Stop, before the server has answered. */
  readonly stopping = signal(false);
  private waiting: Sent[] = [];
  private drawing = 0;
  private readonly leave: () => void;

  constructor(readonly id: string) {
    this.leave = follow({
      address: () => addresses.events(id, this.story.seq + this.pendingEvents()),
      heard: (sent) => this.heard(sent),
      link: (state) => {
        this.link.value = state;
        if (state === "lost") void this.check();
      },
    });
  }

  close(): void {
    this.leave();
    cancelAnimationFrame(this.drawing);
    clearTimeout(this.drawing);
  }

  private pendingEvents(): number {
    return this.waiting.filter((sent) => sent.type === "event").length;
  }

  /** A socket that was refused does not say why: the plain request does. */
  private async check(): Promise<void> {
    try {
      await api.session(this.id);
    } catch (error) {
      if ((error as { status?: number }).status === 404) {
        this.gone.value = true;
        this.leave();
      }
    }
  }

  private heard(sent: Sent): void {
    this.waiting.push(sent);
    // A page in the background gets no frames, and must not hoard.
    if (!this.drawing) {
      this.drawing = document.hidden
        ? (setTimeout(() => this.tell(), 250) as unknown as number)
        : requestAnimationFrame(() => this.tell());
    }
  }

  private tell(): void {
    this.drawing = 0;
    const heard = this.waiting;
    this.waiting = [];
    batch(() => {
      let grown = false;
      for (const sent of heard) grown = this.take(sent) || grown;
      if (grown) this.version.value += 1;
    });
  }

  /** Whether the story has grown. */
  private take(sent: Sent): boolean {
    switch (sent.type) {
      case "event":
        this.story.add({ seq: sent.number, time: sent.time, event: sent.event });
        this.saying.value = "";
        return true;
      case "session":
        this.session.value = sent.session;
        if (!isLive(sent.session)) this.stopping.value = false;
        return false;
      case "delta":
        if (sent.kind === "text") this.saying.value += sent.text;
        return false;
      case "caught_up":
        this.caughtUp.value = true;
        return true;
      case "gone":
        this.gone.value = true;
        this.leave();
        return false;
      case "sessions":
        return false;
    }
  }
}
