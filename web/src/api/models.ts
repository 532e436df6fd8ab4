// What `/api/` takes and gives: see docs/sessions-api.md and src/deskhand/server/sessions/models.py.
import type { Input, RunEvent, Status } from "./events";

export type State =
  | "queued"
  | "starting"
  | "running"
  | "asking"
  | "pausing"
  | "paused"
  | "taking_over"
  | "taken_over"
  | "stopping"
  | "elsewhere"
  | "cut"
  | "ended";

export interface Session {
  readonly id: string;
  readonly state: State;
  readonly status: Status | null;
  readonly task: string;
  readonly model: string;
  readonly answer: string;
  readonly created: number;
  readonly began: number | null;
  readonly ended: number | null;
  readonly steps: number;
  readonly seconds: number;
  readonly usd: number | null;
  readonly width: number;
  readonly height: number;
  readonly position: number | null;
  readonly questions: readonly string[];
  readonly last: number;
  readonly view: boolean;
  readonly picture: string | null;
  readonly files: readonly string[];
  readonly can_continue: boolean;
  readonly mine: boolean;
  readonly options: Input;
}

export interface SessionPage {
  readonly sessions: readonly Session[];
  readonly next: string | null;
  readonly total: number;
}

/** How a session is to be done; what is left out is as in the settings. */
export interface Wanted {
  readonly model?: string | null;
  readonly max_steps?: number | null;
  readonly max_minutes?: number | null;
  readonly max_cost?: number | null;
  readonly policy?: string | null;
  readonly domains?: readonly string[] | null;
  readonly ask_domains?: boolean | null;
  readonly share?: string | null;
}

/** Goes to the server once, and never comes back. */
export interface LentSecret {
  readonly name: string;
  readonly value: string;
  readonly at: string;
  readonly user?: string;
}

export interface NewSession extends Wanted {
  readonly task?: string;
  readonly secrets?: readonly LentSecret[];
  readonly template?: string | null;
  readonly blanks?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly question: string;
  readonly answer: "once" | "run" | "always" | "refuse" | "stop";
  readonly edited?: Input;
  readonly reason?: string;
}

export interface Settings {
  readonly model: string;
  readonly max_steps: number | null;
  readonly max_minutes: number | null;
  readonly max_cost: number | null;
  readonly policy: string;
  readonly domains: readonly string[];
  readonly ask_domains: boolean;
  readonly share: string | null;
  readonly size: string;
  readonly language: "" | "en" | "ja";
  readonly theme: "" | "light" | "dark";
}

export interface ModelChoice {
  readonly name: string;
  readonly title: string;
  readonly needs_key: string | null;
  readonly ready: boolean;
}

export interface Keys {
  readonly keys: readonly { readonly provider: string; readonly kept: "keyring" | "memory" | "environment" }[];
  readonly keyring: boolean;
}

export interface Policy {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly rules: readonly string[];
  /** What each rule does, beside it. */
  readonly outcomes?: readonly ("allow" | "ask" | "deny")[];
}

export interface Blank {
  readonly name: string;
  readonly label: string;
  readonly default: string;
  readonly kind: "text" | "long" | "number" | "date" | "secret";
}

export interface NewTemplate {
  readonly title: string;
  readonly task: string;
  readonly blanks?: readonly Blank[];
  readonly options?: Wanted;
}

export interface Template extends NewTemplate {
  readonly id: string;
  readonly blanks: readonly Blank[];
}

export interface FileInfo {
  readonly name: string;
  readonly bytes: number;
  readonly changed: number;
}

export interface Consent {
  readonly given: boolean;
  readonly version: number;
  readonly title: string;
  readonly text: string;
}

export interface Me {
  readonly user: string;
  readonly users: boolean;
  readonly version: string;
  readonly consent: Consent;
  readonly max_upload: number;
  readonly places: number;
  readonly busy: number;
  readonly queued: number;
}

/** What the events' socket sends. */
export type Sent =
  | { readonly type: "event"; readonly number: number; readonly time: number; readonly event: RunEvent }
  | { readonly type: "session"; readonly session: Session }
  | { readonly type: "delta"; readonly kind: string; readonly text: string }
  | { readonly type: "caught_up"; readonly number: number }
  | { readonly type: "gone"; readonly id?: string }
  | { readonly type: "sessions"; readonly sessions: readonly Session[] };
