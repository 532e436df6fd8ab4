// Where a task is given. Empty, it says in a sentence what this is and offers three tasks that the built-in model can do.
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { api } from "../api/client";
import type { LentSecret, ModelChoice, NewSession, Policy, Template, Wanted } from "../api/models";
import { useDrop } from "../drop";
import { Icon } from "../parts/icons";
import { SessionCard } from "../runs/session-card";
import { go, links } from "../state/route";
import { liveSessions, me, settings } from "../state/sessions";
import { attempt, sentence } from "../state/tell";
import { t } from "../strings/language";
import type { Key } from "../strings/table";
import { bytes } from "../story/words";
import { Consent } from "./consent";
import { lent } from "./lent";
import { Options } from "./options";
import { Blanks } from "./blanks";

const EXAMPLES: readonly (readonly [Key, Key])[] = [
  ["example1Name", "example1"],
  ["example2Name", "example2"],
  ["example3Name", "example3"],
];

export function Home({ template: wantedTemplate }: { template?: string }): JSX.Element {
  const [task, setTask] = useState("");
  const [wanted, setWanted] = useState<Wanted>({});
  const [secrets, setSecrets] = useState<readonly LentSecret[]>([]);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [templates, setTemplates] = useState<readonly Template[]>([]);
  const [models, setModels] = useState<readonly ModelChoice[]>([]);
  const [policies, setPolicies] = useState<readonly Policy[]>([]);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState("");
  const [asksConsent, setAsksConsent] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const drop = useDrop((dropped) => setFiles((before) => [...before, ...dropped]));

  useEffect(() => {
    api.templates().then(setTemplates, () => undefined);
    api.models().then(setModels, () => undefined);
    api.policies().then(setPolicies, () => undefined);
    field.current?.focus({ preventScroll: true });
  }, []);
  const template = templates.find((one) => one.id === wantedTemplate);

  async function begin(session: NewSession): Promise<void> {
    if (busy) return;
    setBusy(true);
    setWrong("");
    try {
      me.value ??= await api.me(); // who is quick may be here before the page has asked
      if (!me.value.consent.given) {
        setAsksConsent(true);
        return;
      }
      const given = lent(secrets);
      const made = await api.create(given.length ? { ...session, secrets: given } : session);
      setSecrets([]);
      for (const file of files) await attempt(() => api.upload(made.id, file.name, file));
      go(links.run(made.id));
    } catch (error) {
      setWrong(sentence(error));
    } finally {
      setBusy(false);
    }
  }

  const give = () => {
    if (task.trim()) void begin({ ...wanted, task: task.trim() });
  };
  const live = liveSessions.value;
  return (
    <main id="main" class="home" tabIndex={-1} {...drop.props}>
      <h1>{t("homeTitle")}</h1>
      <p class="lead">{t("homeSub")}</p>
      {template ? (
        <Blanks
          template={template}
          busy={busy}
          onStart={(blanks) => void begin({ ...wanted, template: template.id, blanks })}
        />
      ) : (
        <form
          class={drop.over ? "task-form over" : "task-form"}
          onSubmit={(event) => {
            event.preventDefault();
            give();
          }}
        >
          <textarea
            ref={field}
            id="task"
            rows={3}
            aria-label={t("taskLabel")}
            placeholder={t("taskHolder")}
            value={task}
            onInput={(event) => setTask(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
                event.preventDefault();
                give();
              }
            }}
          />
          {files.length > 0 && (
            <ul class="chips" aria-label={t("files")}>
              {files.map((file, index) => (
                <li key={`${file.name}${index}`} class="chip-link">
                  <Icon name="file" />
                  {file.name} <span class="result">{bytes(file.size)}</span>
                  <button
                    type="button"
                    class="quiet square tiny"
                    aria-label={`${t("remove")}: ${file.name}`}
                    onClick={() => setFiles(files.filter((_, at) => at !== index))}
                  >
                    <Icon name="cross" />
                  </button>
                </li>
              ))}
            </ul>
          )}
          <div class="task-foot">
            <button type="button" class="quiet" title={t("filesFirst")} onClick={() => picker.current?.click()}>
              <Icon name="upload" />
              {t("addFiles")}
            </button>
            <input
              ref={picker}
              type="file"
              multiple
              hidden
              onChange={(event) => {
                const chosen = [...(event.currentTarget.files ?? [])];
                event.currentTarget.value = "";
                setFiles([...files, ...chosen]);
              }}
            />
            <span class="space" />
            <button type="submit" class="primary large" disabled={busy || !task.trim()}>
              {busy ? <span class="spinner" aria-hidden="true" /> : <Icon name="play" filled />}
              {t(busy ? "starting" : "start")}
            </button>
          </div>
        </form>
      )}
      {wrong && (
        <p class="wrong" role="alert">
          {wrong}
        </p>
      )}
      <Options
        wanted={wanted}
        settings={settings.value}
        models={models}
        policies={policies}
        secrets={secrets}
        onChange={setWanted}
        onSecrets={setSecrets}
      />
      {live.length > 0 && (
        <section>
          <h2>{t("runningNow")}</h2>
          <ul class="cards">
            {live.map((session) => (
              <SessionCard key={session.id} session={session} />
            ))}
          </ul>
        </section>
      )}
      {templates.length > 0 && (
        <section>
          <h2>{t("templates")}</h2>
          <ul class="examples">
            {templates.map((one) => (
              <li key={one.id}>
                <a class="example" href={links.template(one.id)}>
                  <Icon name="template" />
                  <strong>{one.title}</strong>
                  <span>{one.task}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{t("examples")}</h2>
        <ul class="examples">
          {EXAMPLES.map(([name, text]) => (
            <li key={name}>
              <button
                type="button"
                class="example"
                onClick={() => {
                  setTask(t(text));
                  field.current?.focus();
                }}
              >
                <strong>{t(name)}</strong>
                <span>{t(text)}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      {asksConsent && me.value && (
        <Consent
          consent={me.value.consent}
          onClose={() => setAsksConsent(false)}
          onGiven={() => {
            setAsksConsent(false);
            give();
          }}
        />
      )}
    </main>
  );
}
