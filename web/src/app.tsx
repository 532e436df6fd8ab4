// The frame around everything: the bar at the top, the page one is on, messages, the help.
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { admitted, api, reachable } from "./api/client";
import { Dialog } from "./parts/dialog";
import { Icon } from "./parts/icons";
import { Home } from "./home/home";
import { Runs } from "./runs/runs";
import { RunPage } from "./run-page";
import { SettingsPage } from "./settings/settings";
import { helpOpen, SHORTCUTS } from "./shortcuts";
import { links, route } from "./state/route";
import { chooseLanguage, followAll, liveLink, liveSessions, me, takeSettings } from "./state/sessions";
import { dismiss, spoken, spokenAtOnce, toasts } from "./state/tell";
import { language, t } from "./strings/language";
import { stateWords } from "./parts/status";

export function App(): JSX.Element {
  useEffect(() => {
    api.me().then(
      (now) => (me.value = now),
      () => undefined,
    );
    api.settings().then(takeSettings, () => undefined);
    return followAll();
  }, []);
  if (admitted.value === false) return <NoEntry />;
  return (
    <>
      <a
        class="skip"
        href="#main"
        onClick={(event) => (event.preventDefault(), document.getElementById("main")?.focus())}
      >
        {t("skip")}
      </a>
      <TopBar />
      <Connection />
      <Page />
      <Toasts />
      {helpOpen.value && <Help />}
      <div class="hidden" role="status" aria-live="polite">
        {spoken.value}
      </div>
      <div class="hidden" role="alert" aria-live="assertive">
        {spokenAtOnce.value}
      </div>
    </>
  );
}

function Page(): JSX.Element {
  const at = route.value;
  switch (at.at) {
    case "runs":
      return <Runs />;
    case "settings":
      return <SettingsPage />;
    case "run":
      return <RunPage key={at.id} id={at.id} />;
    case "new":
      return <Home key={at.template ?? ""} {...(at.template ? { template: at.template } : {})} />;
  }
}

function TopBar(): JSX.Element {
  const at = route.value;
  const tabs = [
    ["new", links.new, "newTask", "new"],
    ["runs", links.runs, "runs", "runs"],
    ["settings", links.settings, "settings", "settings"],
  ] as const;
  const other = language.value === "ja" ? "en" : "ja";
  return (
    <header class="top">
      <a class="brand" href={links.new} aria-label="deskhand">
        <svg viewBox="0 0 32 32" aria-hidden="true">
          <rect width="32" height="32" rx="8" />
          <path d="M11 7.5v15.2l4-3.6 2.6 5.8 2.9-1.3-2.6-5.7 5.3-.500z" />
        </svg>
        <span>deskhand</span>
      </a>
      <nav aria-label="deskhand">
        {tabs.map(([name, link, words, icon]) => (
          <a key={name} href={link} aria-current={at.at === name ? "page" : undefined} aria-label={t(words)}>
            <Icon name={icon} />
            <span class="label">{t(words)}</span>
          </a>
        ))}
      </nav>
      <ul class="live-tabs" aria-label={t("working")}>
        {liveSessions.value.map((session) => (
          <li key={session.id}>
            <a
              href={links.run(session.id)}
              class={session.state === "asking" ? "live-tab asking" : "live-tab"}
              aria-current={at.at === "run" && at.id === session.id ? "page" : undefined}
              title={`${stateWords(session, true)}: ${session.task}`}
            >
              <span class={`pulse ${session.state}`} aria-hidden="true" />
              <span class="live-tab-words">{session.task}</span>
              <span class="hidden">{stateWords(session, true)}</span>
            </a>
          </li>
        ))}
      </ul>
      <button type="button" class="quiet small language" lang={other} onClick={() => chooseLanguage(other)}>
        <Icon name="globe" />
        <span class="label">{other === "ja" ? "日本語" : "English"}</span>
      </button>
      <button
        type="button"
        class="quiet square help"
        aria-label={t("help")}
        title={t("help")}
        onClick={() => (helpOpen.value = true)}
      >
        <Icon name="keyboard" />
      </button>
    </header>
  );
}

function Connection(): JSX.Element | null {
  const lost = liveLink.value === "lost" || !reachable.value;
  if (!lost) return null;
  return (
    <div class="offline" role="status">
      <span class="spinner" aria-hidden="true" />
      <strong>{t("offline")}</strong>
      <span>{t("offlineHint")}</span>
    </div>
  );
}

function NoEntry(): JSX.Element {
  return (
    <main id="main" class="empty" tabIndex={-1}>
      <Icon name="hand" />
      <h1>{t("noEntry")}</h1>
      <p>{t("noEntryHint")}</p>
      <button type="button" onClick={() => location.reload()}>
        {t("tryAgain")}
      </button>
    </main>
  );
}

function Toasts(): JSX.Element {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.value.map((toast) => (
        <div key={toast.id} class={toast.bad ? "toast bad" : "toast"}>
          <Icon name={toast.bad ? "warning" : "check"} />
          <span>{toast.text}</span>
          <button type="button" class="quiet square tiny" aria-label={t("close")} onClick={() => dismiss(toast.id)}>
            <Icon name="cross" />
          </button>
        </div>
      ))}
    </div>
  );
}

function Help(): JSX.Element {
  return (
    <Dialog title={t("help")} onClose={() => (helpOpen.value = false)}>
      <dl class="keys">
        {SHORTCUTS.map(([keys, words]) => (
          <div key={keys}>
            <dt>
              {keys.split(" ").map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(words)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
