// Where a run stands, as a word with a colour and a shape: never by colour alone.
import type { JSX } from "preact";
import type { Status } from "../api/events";
import type { Session } from "../api/models";
import { t } from "../strings/language";
import type { Key } from "../strings/table";
import { Icon, type IconName } from "./icons";

const STATUS: Readonly<Record<Status, readonly [Key, IconName]>> = {
  done: ["statusDone", "check"],
  asks: ["statusAsks", "question"],
  limit: ["statusLimit", "clock"],
  refused: ["statusRefused", "cross"],
  interrupted: ["statusInterrupted", "stop"],
  failed: ["statusFailed", "warning"],
};

export function statusChip(status: Status): JSX.Element {
  const [words, icon] = STATUS[status];
  return (
    <span class={`chip ${status}`}>
      <Icon name={icon} />
      {t(words)}
    </span>
  );
}

export function stateWords(session: Session, acting = false): string {
  switch (session.state) {
    case "queued":
      return t("stateQueued", { n: session.position ?? 1 });
    case "starting":
      return t("stateStarting");
    case "running":
    case "elsewhere":
      return t(acting ? "stateActing" : "stateThinking");
    case "asking":
      return t("stateAsking");
    case "pausing":
      return t("statePausing");
    case "paused":
      return t("statePaused");
    case "taking_over":
      return t("stateTaking");
    case "taken_over":
      return t("stateTakeover");
    case "stopping":
      return t("stateStopping");
    case "cut":
      return t("stateCut");
    case "ended":
      return session.status ? t(STATUS[session.status][0]) : t("stateCut");
  }
}

export function StateChip({ session, acting = false }: { session: Session; acting?: boolean }): JSX.Element {
  if (session.state === "ended" && session.status) return statusChip(session.status);
  const tone =
    session.state === "asking"
      ? "asking"
      : session.state.startsWith("tak")
        ? "own"
        : session.state === "cut"
          ? "failed"
          : "live";
  return (
    <span class={`chip ${tone}`}>
      <span class={`pulse ${session.state}`} aria-hidden="true" />
      {stateWords(session, acting)}
    </span>
  );
}
