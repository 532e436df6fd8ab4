// The one place that speaks HTTP. Whatever goes wrong becomes a `Refused` whose message is the server's own sentence.
import { signal } from "@preact/signals";
import type {
  Answer,
  Consent,
  FileInfo,
  Keys,
  Me,
  ModelChoice,
  NewSession,
  NewTemplate,
  Policy,
  Session,
  SessionPage,
  Settings,
  Template,
} from "./models";

export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Whether the server lets this browser in; undefined until it has answered once. */
export const admitted = signal<boolean | undefined>(undefined);
/** Whether the server was reached at the last try. */
export const reachable = signal(true);

async function send(method: string, path: string, body?: BodyInit | object, signal?: AbortSignal): Promise<Response> {
  const plain = body !== undefined && !(body instanceof Blob);
  const headers: Record<string, string> = { accept: "application/json", "x-deskhand": "1" };
  if (plain) headers["content-type"] = "application/json";
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers,
      credentials: "same-origin",
      ...(body === undefined ? {} : { body: plain ? JSON.stringify(body) : (body as Blob) }),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    reachable.value = false;
    throw new Refused(0, "");
  }
  reachable.value = true;
  if (response.status === 401) admitted.value = false;
  else if (response.ok) admitted.value = true;
  if (!response.ok) throw new Refused(response.status, await sentenceOf(response));
  return response;
}

async function sentenceOf(response: Response): Promise<string> {
  try {
    const body = (await response.json()) as { error?: { message?: unknown } };
    if (typeof body.error?.message === "string") return body.error.message;
  } catch {
    // not JSON: a proxy in between, perhaps
  }
  return `${response.status} ${response.statusText}`;
}

async function json<T>(method: string, path: string, body?: object): Promise<T> {
  return (await (await send(method, path, body)).json()) as T;
}

async function done(method: string, path: string, body?: object): Promise<void> {
  await send(method, path, body);
}

const one = (id: string) => `/api/sessions/${encodeURIComponent(id)}`;
const file = (id: string, name: string) => `${one(id)}/files/${name.split("/").map(encodeURIComponent).join("/")}`;

export const api = {
  me: () => json<Me>("GET", "/api/me"),
  consentText: (language: string) => json<Consent>("GET", `/api/consent?language=${language}`),
  consent: (version: number, language: string) => json<Consent>("POST", "/api/consent", { version, language }),
  sessions: (query: string, before: string | null, limit = 30) => {
    const search = new URLSearchParams({ query, limit: String(limit), ...(before ? { before } : {}) });
    return json<SessionPage>("GET", `/api/sessions?${search}`);
  },
  session: (id: string) => json<Session>("GET", one(id)),
  create: (wanted: NewSession) => json<Session>("POST", "/api/sessions", wanted),
  again: (id: string) => json<Session>("POST", `${one(id)}/again`, {}),
  remove: (id: string) => done("DELETE", one(id)),
  answer: (id: string, answer: Answer) => done("POST", `${one(id)}/answers`, answer),
  pause: (id: string) => done("POST", `${one(id)}/pause`, {}),
  resume: (id: string) => done("POST", `${one(id)}/resume`, {}),
  stop: (id: string, atOnce: boolean) => done("POST", `${one(id)}/stop`, { at_once: atOnce }),
  say: (id: string, text: string) => done("POST", `${one(id)}/say`, { text }),
  takeOver: (id: string) => done("POST", `${one(id)}/takeover`, {}),
  handBack: (id: string, text: string) => done("POST", `${one(id)}/handback`, { text }),
  goOn: (id: string, text: string) => done("POST", `${one(id)}/continue`, { text }),
  files: async (id: string) => (await json<{ files: readonly FileInfo[] }>("GET", `${one(id)}/files`)).files,
  upload: async (id: string, name: string, body: Blob) => void (await send("PUT", file(id, name), body)),
  video: async (id: string) => (await send("GET", `${one(id)}/video.webm`)).blob(),
  link: () => json<{ url: string }>("POST", "/api/links", {}),
  removeFile: (id: string, name: string) => done("DELETE", file(id, name)),
  settings: () => json<Settings>("GET", "/api/settings"),
  change: (part: Partial<Settings>) => json<Settings>("PATCH", "/api/settings", part),
  models: async () => (await json<{ models: readonly ModelChoice[] }>("GET", "/api/models")).models,
  keys: () => json<Keys>("GET", "/api/keys"),
  keepKey: (provider: string, key: string, keep: "keyring" | "memory") =>
    done("PUT", `/api/keys/${encodeURIComponent(provider)}`, { key, keep }),
  forgetKey: (provider: string) => done("DELETE", `/api/keys/${encodeURIComponent(provider)}`),
  policies: async () => (await json<{ policies: readonly Policy[] }>("GET", "/api/policies")).policies,
  templates: async () => (await json<{ templates: readonly Template[] }>("GET", "/api/templates")).templates,
  keepTemplate: (template: NewTemplate) => json<Template>("POST", "/api/templates", template),
  removeTemplate: (id: string) => done("DELETE", `/api/templates/${encodeURIComponent(id)}`),
};

export const addresses = {
  picture: (id: string, sha256: string) => `${one(id)}/pictures/${sha256}`,
  file,
  zip: (id: string) => `${one(id)}/files.zip`,
  report: (id: string) => `${one(id)}/report.html`,
  events: (id: string, after: number) => `${socketBase()}${one(id)}/events?after=${after}`,
  view: (id: string) => `${socketBase()}${one(id)}/view`,
  live: () => `${socketBase()}/api/live`,
};

function socketBase(): string {
  return `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}`;
}
