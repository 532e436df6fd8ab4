// One run: the desktop large, the conversation beside it, and what keeps the person in charge above both.
import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { Conversation } from "./talk/conversation";
import { Controls } from "./controls";
import { FilesPanel, upload } from "./files";
import { Run } from "./state/run";
import { filesOpen, lookAfresh } from "./state/watching";
import { spoken } from "./state/tell";
import { Stage } from "./stage/stage";
import { t } from "./strings/language";
import { links } from "./state/route";
import { keepCurrent } from "./state/current";
import { stateWords } from "./parts/status";
import { stepWords } from "./story/action";
import { useDrop } from "./drop";

export function RunPage({ id }: { id: string }): JSX.Element {
  const run = useMemo(() => new Run(id), [id]);
  useEffect(() => {
    lookAfresh();
    keepCurrent(run);
    return () => {
      keepCurrent(undefined);
      run.close();
    };
  }, [run]);
  useAnnouncements(run);
  const drop = useDrop((files) => void upload(run.id, files));
  const session = run.session.value;
  useEffect(() => {
    if (session) document.title = `${stateWords(session)} · ${session.task.slice(0, 60)} · deskhand`;
    return () => void (document.title = "deskhand");
  }, [session?.state, session?.status, session?.task]);

  if (run.gone.value) {
    return (
      <main id="main" class="empty" tabIndex={-1}>
        <h1>{t("notFound")}</h1>
        <a class="button" href={links.runs}>
          {t("runs")}
        </a>
      </main>
    );
  }
  const own = session?.state === "taken_over" || session?.state === "taking_over";
  return (
    <main id="main" class={own ? "run-page own" : "run-page"} tabIndex={-1} {...drop.props}>
      <h1 class="hidden">{session?.task ?? t("loading")}</h1>
      <Controls run={run} />
      <Stage run={run} />
      <Conversation run={run} />
      {filesOpen.value && <FilesPanel run={run} />}
      {drop.over && <div class="drop-over">{t("dropHere")}</div>}
    </main>
  );
}

/** For those who cannot see it: the state when it changes, and the newest action, not more often than it is read. */
function useAnnouncements(run: Run): void {
  const version = run.version.value;
  const state = run.session.value?.state;
  const status = run.session.value?.status;
  useEffect(() => {
    const session = run.session.value;
    if (session) spoken.value = stateWords(session);
  }, [state, status]);
  useEffect(() => {
    if (!run.live.value || !run.caughtUp.value) return;
    const timer = setTimeout(() => {
      const last = run.story.items[run.story.items.length - 1];
      if (last?.kind === "step" && last.acting) spoken.value = stepWords(last);
    }, 400);
    return () => clearTimeout(timer);
  }, [version]);
}
