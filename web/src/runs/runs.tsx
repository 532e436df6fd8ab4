// All runs that are kept: live ones first, found again by their words.
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { api } from "../api/client";
import type { Session } from "../api/models";
import { Icon } from "../parts/icons";
import { links } from "../state/route";
import { isLive } from "../state/run";
import { listed, liveSessions } from "../state/sessions";
import { sentence } from "../state/tell";
import { t } from "../strings/language";
import { SessionCard } from "./session-card";

export function Runs(): JSX.Element {
  const [query, setQuery] = useState("");
  const [found, setFound] = useState<readonly Session[] | undefined>(undefined);
  const [next, setNext] = useState<string | null>(null);
  const [wrong, setWrong] = useState("");
  const changes = listed.value;

  useEffect(() => {
    let over = false;
    const timer = setTimeout(
      () => {
        api.sessions(query.trim(), null).then(
          (page) => {
            if (over) return;
            setFound(page.sessions);
            setNext(page.next);
            setWrong("");
          },
          (error: unknown) => over || setWrong(sentence(error)),
        );
      },
      found ? 150 : 0,
    );
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [query, changes]);

  async function more(): Promise<void> {
    if (!next) return;
    const page = await api.sessions(query.trim(), next);
    setFound([...(found ?? []), ...page.sessions]);
    setNext(page.next);
  }

  // What the live stream tells is newer than what was listed.
  const fresh = new Map(liveSessions.value.map((session) => [session.id, session]));
  const all = (found ?? []).map((session) => fresh.get(session.id) ?? session);
  const live = all.filter(isLive);
  const past = all.filter((session) => !isLive(session));
  return (
    <main id="main" class="runs" tabIndex={-1}>
      <div class="runs-head">
        <h1>{t("runs")}</h1>
        <label class="search">
          <Icon name="search" />
          <input
            type="search"
            id="search"
            aria-label={t("search")}
            placeholder={t("search")}
            value={query}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
        </label>
      </div>
      {wrong && (
        <p class="wrong" role="alert">
          {wrong}
        </p>
      )}
      {found?.length === 0 &&
        (query ? (
          <p class="empty-note">{t("noMatches", { words: query })}</p>
        ) : (
          <div class="empty">
            <Icon name="film" />
            <h2>{t("noRuns")}</h2>
            <p>{t("noRunsHint")}</p>
            <a class="button primary" href={links.new}>
              {t("newTask")}
            </a>
          </div>
        ))}
      {live.length > 0 && <List title={t("runningNow")} sessions={live} />}
      {past.length > 0 && <List title={live.length ? t("earlier") : ""} sessions={past} />}
      {next && (
        <button type="button" class="more" onClick={() => void more()}>
          {t("more")}
        </button>
      )}
    </main>
  );
}

function List({ title, sessions }: { title: string; sessions: readonly Session[] }): JSX.Element {
  return (
    <section>
      {title && <h2>{title}</h2>}
      <ul class="cards">
        {sessions.map((session) => (
          <SessionCard key={session.id} session={session} />
        ))}
      </ul>
    </section>
  );
}
