// What happens in a run, as the journal tells it: the same names as src/deskhand/agent/events.py.

export type Status = "done" | "asks" | "limit" | "refused" | "interrupted" | "failed";
export type Region = readonly [x: number, y: number, width: number, height: number];
export type Spot = readonly [x: number, y: number];
export type Input = Readonly<Record<string, unknown>>;
export type Scope = "once" | "run" | "always";

export interface Picture {
  readonly sha256: string;
  readonly width: number;
  readonly height: number;
}

export interface Alarm {
  readonly origin?: "injection" | "misuse";
  readonly kind?: string;
  readonly source?: string;
  readonly sentence?: string;
  readonly text?: string;
  readonly region?: Region | null;
}

export interface Started {
  readonly kind: "started";
  readonly run: string;
  readonly task: string;
  readonly model: string;
  readonly width: number;
  readonly height: number;
  readonly options: Input;
}

export interface Resumed {
  readonly kind: "resumed";
  readonly same_desktop: boolean;
  readonly step: number;
}

export interface Asked {
  readonly kind: "asked";
  readonly step: number;
  readonly said: string;
}

export interface Replied {
  readonly kind: "replied";
  readonly step: number;
  readonly text: string;
  readonly seconds: number;
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly cache_write_tokens: number;
  readonly cache_read_tokens: number;
  readonly usd: number | null;
  readonly asks: boolean;
}

export interface Found {
  readonly kind: "found";
  readonly step: number;
  readonly call: string;
  readonly consequence: string;
  readonly sentence: string;
  readonly evidence: readonly string[];
  readonly alarms: readonly Alarm[];
  readonly rule: string;
  readonly verdict: "allow" | "ask" | "deny";
}

export interface Questioned {
  readonly kind: "questioned";
  readonly step: number;
  readonly id: string;
  readonly call: string;
  readonly sentence: string;
  readonly origins: readonly string[];
  readonly words: string;
  readonly said: string;
  readonly consequence: string;
  readonly place: string;
  readonly evidence: readonly string[];
  readonly alarms: readonly Alarm[];
  readonly input: Input;
  readonly editable: readonly string[];
  readonly picture: Picture | null;
  readonly points: readonly Spot[];
  readonly region: Region | null;
  readonly domain: string;
  readonly until: number;
  /** The sentence in other languages, by their tags. */
  readonly translations?: Readonly<Record<string, string>>;
}

export interface Decided {
  readonly kind: "decided";
  readonly step: number;
  readonly call: string;
  readonly allowed: boolean;
  readonly by: "policy" | "person";
  readonly reason: string;
  readonly words: string;
  readonly question: string;
  readonly scope: Scope;
  readonly edited: Input | null;
}

export interface Acting {
  readonly kind: "acting";
  readonly step: number;
  readonly call: string;
  readonly tool: string;
  readonly name: string;
  readonly input: Input;
  readonly words: string;
  readonly points: readonly Spot[];
}

export interface Acted {
  readonly kind: "acted";
  readonly step: number;
  readonly call: string;
  readonly result: Input;
  readonly text: string;
  readonly is_error: boolean;
  readonly seconds: number;
  readonly picture: Picture | null;
  readonly changed: boolean | null;
  readonly regions: readonly Region[];
  readonly pointer: Spot | null;
  readonly focus: string;
}

export interface Paused {
  readonly kind: "paused";
  readonly step: number;
  readonly why: "person" | "takeover";
}

export interface Continued {
  readonly kind: "continued";
  readonly step: number;
  readonly told: string;
  readonly before: Picture | null;
  readonly after: Picture | null;
}

export interface Said {
  readonly kind: "said";
  readonly text: string;
  readonly step: number;
}

export interface Noted {
  readonly kind: "noted";
  readonly text: string;
  readonly step: number;
}

export interface Finished {
  readonly kind: "finished";
  readonly status: Status;
  readonly answer: string;
  readonly steps: number;
  readonly seconds: number;
  readonly run: string;
  readonly usd: number | null;
  readonly files: readonly string[];
}

export type RunEvent =
  | Started
  | Resumed
  | Asked
  | Replied
  | Found
  | Questioned
  | Decided
  | Acting
  | Acted
  | Paused
  | Continued
  | Said
  | Noted
  | Finished;

/** One event as it stands in the journal: numbered from 1 without gaps. */
export interface Entry {
  readonly seq: number;
  readonly time: number;
  readonly event: RunEvent;
}
