// All live sessions at once, for the top bar and the list of runs.
import { computed, signal } from "@preact/signals";
import { addresses, api, reachable } from "../api/client";
import type { Me, Session, Settings } from "../api/models";
import { follow, type Link } from "../api/socket";
import { type Choice, languageChoice } from "../strings/language";
import { isLive } from "./run";
import { attempt } from "./tell";
import { type Theme, theme } from "./theme";

const known = signal<ReadonlyMap<string, Session>>(new Map());
export const liveLink = signal<Link>("connecting");
export const me = signal<Me | undefined>(undefined);
export const settings = signal<Settings | undefined>(undefined);
/** Goes up when a session begins, ends or is deleted: lists of runs read themselves anew. */
export const listed = signal(0);

export const liveSessions = computed(() =>
  [...known.value.values()].filter(isLive).sort((left, right) => right.created - left.created),
);

export function followAll(): () => void {
  return follow({
    address: addresses.live,
    link: (state) => {
      liveLink.value = state;
      if (state === "open") reachable.value = true;
      if (state === "lost")
        api.me().then(
          (now) => (me.value = now),
          () => undefined,
        );
    },
    heard: (sent) => {
      if (sent.type === "sessions") known.value = new Map(sent.sessions.map((session) => [session.id, session]));
      else if (sent.type === "session") {
        const before = known.value.get(sent.session.id);
        known.value = new Map(known.value).set(sent.session.id, sent.session);
        if (!before || before.state !== sent.session.state) listed.value += 1;
      } else if (sent.type === "gone" && sent.id) {
        const rest = new Map(known.value);
        rest.delete(sent.id);
        known.value = rest;
        listed.value += 1;
      }
    },
  });
}

/** What the server keeps of a person's choices holds in every browser of theirs. */
export function takeSettings(now: Settings): void {
  settings.value = now;
  if (now.language) languageChoice.value = now.language;
  if (now.theme) theme.value = now.theme;
}

export function chooseLanguage(choice: Choice): void {
  languageChoice.value = choice;
  void attempt(async () => (settings.value = await api.change({ language: choice === "auto" ? "" : choice })));
}

export function chooseTheme(choice: Theme): void {
  theme.value = choice;
  void attempt(async () => (settings.value = await api.change({ theme: choice === "auto" ? "" : choice })));
}
