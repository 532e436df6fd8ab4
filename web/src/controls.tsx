// The bar over the desktop: where the run stands, and pause, take over, stop.
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { addresses, api } from "./api/client";
import type { Session } from "./api/models";
import { Dialog } from "./parts/dialog";
import { Icon } from "./parts/icons";
import { StateChip, stateWords } from "./parts/status";
import { go, links } from "./state/route";
import type { Run } from "./state/run";
import { handBack, pauseOrResume, stop, takeOver } from "./state/steer";
import { attempt } from "./state/tell";
import { escArmed, filesOpen } from "./state/watching";
import { t } from "./strings/language";
import { count, money, seconds, stepsOf } from "./story/words";
import { TemplateDialog } from "./home/template-dialog";

export function Controls({ run }: { run: Run }): JSX.Element {
  void run.version.value;
  const session = run.session.value;
  if (!session) return <div class="controls" />;
  const own = session.state === "taken_over" || session.state === "taking_over";
  return (
    <div class={own ? "controls own" : "controls"}>
      {own ? <Takeover run={run} session={session} /> : <Standing run={run} session={session} />}
      <div class="buttons">
        <FilesButton session={session} />
        {run.live.value ? (
          <Steering run={run} session={session} own={own} />
        ) : (
          <Afterwards run={run} session={session} />
        )}
      </div>
    </div>
  );
}

function Standing({ run, session }: { run: Run; session: Session }): JSX.Element {
  const { story } = run;
  const tokens = story.tokensIn + story.tokensOut;
  const facts = [
    stepsOf(Math.max(session.steps, story.steps)),
    ...(run.live.value ? [] : [seconds(session.seconds)]),
    ...(tokens ? [t("tokens", { n: count(tokens) })] : []),
    ...((story.usd ?? session.usd) === null ? [] : [money(story.usd ?? session.usd ?? 0)]),
  ];
  return (
    <div class="standing">
      {run.stopping.value ? (
        <span class="chip asking">
          <span class="spinner" aria-hidden="true" />
          {t("stateStopping")}
        </span>
      ) : (
        <StateChip session={session} acting={story.phase === "acting"} />
      )}
      <span class="facts">
        {run.live.value && session.began !== null && <Ticking since={session.began} />}
        {facts.join(" · ")}
      </span>
    </div>
  );
}

function Ticking({ since }: { since: number }): JSX.Element {
  const [now, setNow] = useState(Date.now() / 1000);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now() / 1000), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <span class="ticking">{seconds(Math.max(0, Math.floor(now - since)) + 0.001).replace(/\.0(?= )/, "")} · </span>
  );
}

function Takeover({ run, session }: { run: Run; session: Session }): JSX.Element {
  const [told, setTold] = useState("");
  const there = session.state === "taken_over";
  return (
    <form
      class="takeover"
      onSubmit={(event) => {
        event.preventDefault();
        handBack(run, told);
      }}
    >
      <p role="status">
        <Icon name="hand" />
        <strong>{stateWords(session)}</strong>
        <span class="wide-only">{t("takeoverBanner")}</span>
      </p>
      <input
        class="told"
        aria-label={t("takeoverTold")}
        placeholder={t("takeoverTold")}
        value={told}
        onInput={(event) => setTold(event.currentTarget.value)}
      />
      <button type="submit" class="hand-back" disabled={!there} title={t("takeoverKey")}>
        <Icon name="check" />
        {t("handBack")}
      </button>
    </form>
  );
}

function FilesButton({ session }: { session: Session }): JSX.Element {
  return (
    <button
      type="button"
      class="quiet"
      aria-expanded={filesOpen.value}
      onClick={() => (filesOpen.value = !filesOpen.value)}
    >
      <Icon name="file" />
      <span class="label">{t("files")}</span>
      {session.files.length > 0 && <span class="badge">{session.files.length}</span>}
    </button>
  );
}

function Steering({ run, session, own }: { run: Run; session: Session; own: boolean }): JSX.Element {
  const paused = session.state === "paused" || session.state === "pausing";
  const canSteer = run.steered.value && !run.stopping.value;
  return (
    <>
      {!own && (
        <>
          <button type="button" disabled={!canSteer} onClick={() => pauseOrResume(run)}>
            <Icon name={paused ? "play" : "pause"} />
            <span class="label">{t(paused ? "resume" : "pause")}</span>
          </button>
          <button type="button" disabled={!canSteer} onClick={() => takeOver(run)}>
            <Icon name="hand" />
            <span class="label">{t("takeOver")}</span>
          </button>
        </>
      )}
      <button
        type="button"
        class="stop"
        disabled={run.stopping.value}
        title={t("stopHint")}
        onClick={() => void stop(run)}
      >
        <Icon name="stop" filled />
        {t("stop")}
      </button>
      {escArmed.value && (
        <span class="esc-again" role="status">
          {t("escAgain")}
        </span>
      )}
    </>
  );
}

function Afterwards({ run, session }: { run: Run; session: Session }): JSX.Element | null {
  const [template, setTemplate] = useState(false);
  const [deleting, setDeleting] = useState(false);
  if (session.state === "elsewhere") return null;
  return (
    <>
      <a class="button quiet" href={addresses.report(run.id)} target="_blank" rel="noopener">
        <Icon name="download" />
        <span class="label">{t("report")}</span>
      </a>
      <VideoButton run={run} />
      <button type="button" class="quiet" onClick={() => setTemplate(true)}>
        <Icon name="template" />
        <span class="label">{t("templateMake")}</span>
      </button>
      <button
        type="button"
        class="quiet square"
        aria-label={t("deleteRun")}
        title={t("deleteRun")}
        onClick={() => setDeleting(true)}
      >
        <Icon name="trash" />
      </button>
      <button
        type="button"
        class="primary"
        onClick={() => void attempt(async () => go(links.run((await api.again(run.id)).id)))}
      >
        <Icon name="again" />
        <span class="label">{t("runAgain")}</span>
      </button>
      {template && <TemplateDialog task={session.task} options={session.options} onClose={() => setTemplate(false)} />}
      {deleting && (
        <Dialog title={t("deleteRun")} onClose={() => setDeleting(false)}>
          <p>{t("deleteSure")}</p>
          <div class="answers-main">
            <button
              type="button"
              class="refuse"
              onClick={() => void attempt(() => api.remove(run.id)).then((worked) => worked && go(links.runs))}
            >
              <Icon name="trash" />
              {t("remove")}
            </button>
            <button type="button" class="quiet" onClick={() => setDeleting(false)}>
              {t("cancel")}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}

/** The film is made by the first who asks for it, which may take a while: so it is fetched, and then handed over. */
function VideoButton({ run }: { run: Run }): JSX.Element {
  const [busy, setBusy] = useState(false);
  async function fetchIt(): Promise<void> {
    setBusy(true);
    await attempt(async () => {
      const address = URL.createObjectURL(await api.video(run.id));
      const link = document.createElement("a");
      link.href = address;
      link.download = `${run.id}.webm`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    });
    setBusy(false);
  }
  return (
    <button
      type="button"
      class="quiet"
      disabled={busy}
      aria-busy={busy}
      title={busy ? t("videoMaking") : ""}
      onClick={() => void fetchIt()}
    >
      {busy ? <span class="spinner" aria-hidden="true" /> : <Icon name="film" />}
      <span class="label">{t("video")}</span>
    </button>
  );
}
