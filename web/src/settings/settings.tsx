// The settings: every part says in a sentence what it is for, and is saved as it is changed.
import type { JSX, ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { api } from "../api/client";
import type { Keys, ModelChoice, Policy, Settings } from "../api/models";
import { chooseLanguage, chooseTheme, settings, takeSettings } from "../state/sessions";
import { attempt, toast } from "../state/tell";
import { theme, type Theme } from "../state/theme";
import { type Choice, languageChoice, t } from "../strings/language";
import type { Key } from "../strings/table";
import { KeyField } from "./keys";
import { modelTitle } from "./names";
import { Rules } from "./rules";

async function change(part: Partial<Settings>): Promise<void> {
  await attempt(async () => {
    settings.value = await api.change(part);
    toast(t("saved"));
  });
}

export function SettingsPage(): JSX.Element {
  const [models, setModels] = useState<readonly ModelChoice[]>([]);
  const [keys, setKeys] = useState<Keys | undefined>(undefined);
  const [policies, setPolicies] = useState<readonly Policy[]>([]);
  const read = () => {
    api.models().then(setModels, () => undefined);
    api.keys().then(setKeys, () => undefined);
    api.policies().then(setPolicies, () => undefined);
    api.settings().then(takeSettings, () => undefined);
  };
  useEffect(read, []);
  const now = settings.value;
  return (
    <main id="main" class="settings" tabIndex={-1}>
      <h1>{t("settings")}</h1>
      <Look />
      {now && (
        <>
          <Part title="setModel" hint={t("modelHint")}>
            <ModelField now={now} models={models} />
            {keys &&
              providers(models, keys).map((provider) => (
                <KeyField key={provider} provider={provider} keys={keys} onChange={read} />
              ))}
          </Part>
          <Part title="setLimits" hint={t("limitsHint")}>
            <div class="grid">
              <Limit name="max_steps" words="stepsAtMost" value={now.max_steps} />
              <Limit name="max_minutes" words="minutesAtMost" value={now.max_minutes} />
              <Limit name="max_cost" words="costAtMost" value={now.max_cost} />
            </div>
          </Part>
          <Part title="setRules" hint={t("rulesHint")}>
            <Rules policies={policies} chosen={now.policy} onChoose={(policy) => void change({ policy })} />
          </Part>
          <Part title="setNetwork" hint={t("networkHint")}>
            <Domains now={now} />
          </Part>
          <Part title="setLink" hint={t("linkHint")}>
            <AnotherBrowser />
          </Part>
          <Part title="setFolder" hint={t("folderHint")}>
            <label class="field">
              <span>{t("folderLabel")}</span>
              <input
                placeholder={t("folderOwn")}
                value={now.share ?? ""}
                onChange={(event) => void change({ share: event.currentTarget.value.trim() || null })}
              />
            </label>
          </Part>
        </>
      )}
    </main>
  );
}

function Part({ title, hint, children }: { title: Key; hint?: string; children: ComponentChildren }): JSX.Element {
  return (
    <section class="part" aria-labelledby={title}>
      <div class="part-head">
        <h2 id={title}>{t(title)}</h2>
        {hint && <p class="note">{hint}</p>}
      </div>
      <div class="part-body">{children}</div>
    </section>
  );
}

function Look(): JSX.Element {
  const languages: readonly (readonly [Choice, string])[] = [
    ["auto", t("languageAuto")],
    ["en", "English"],
    ["ja", "日本語"],
  ];
  const themes: readonly (readonly [Theme, string])[] = [
    ["auto", t("themeAuto")],
    ["light", t("themeLight")],
    ["dark", t("themeDark")],
  ];
  return (
    <Part title="setLook">
      <div class="grid">
        <Segments label={t("language")} options={languages} value={languageChoice.value} onChange={chooseLanguage} />
        <Segments label={t("theme")} options={themes} value={theme.value} onChange={chooseTheme} />
      </div>
    </Part>
  );
}

interface SegmentsProps<T extends string> {
  readonly label: string;
  readonly options: readonly (readonly [T, string])[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

function Segments<T extends string>({ label, options, value, onChange }: SegmentsProps<T>): JSX.Element {
  return (
    <fieldset class="field segments-field">
      <legend>{label}</legend>
      <div class="segments">
        {options.map(([name, words]) => (
          <label key={name} class={name === value ? "segment on" : "segment"}>
            <input type="radio" name={label} checked={name === value} onChange={() => onChange(name)} />
            {words}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function ModelField({ now, models }: { now: Settings; models: readonly ModelChoice[] }): JSX.Element {
  return (
    <label class="field">
      <span>{t("model")}</span>
      <input
        list="models"
        value={now.model}
        onChange={(event) => void change({ model: event.currentTarget.value.trim() || "local" })}
      />
      <datalist id="models">
        {models.map((model) => (
          <option key={model.name} value={model.name}>
            {modelTitle(model)}
          </option>
        ))}
      </datalist>
    </label>
  );
}

function providers(models: readonly ModelChoice[], keys: Keys): readonly string[] {
  return [
    ...new Set([...models.flatMap((model) => model.needs_key ?? []), ...keys.keys.map((key) => key.provider)]),
  ].sort();
}

function Limit({
  name,
  words,
  value,
}: {
  name: "max_steps" | "max_minutes" | "max_cost";
  words: Key;
  value: number | null;
}): JSX.Element {
  return (
    <label class="field">
      <span>{t(words)}</span>
      <input
        type="number"
        min={name === "max_steps" ? 1 : 0}
        step={name === "max_steps" ? 1 : "any"}
        placeholder={t("unlimited")}
        value={value ?? ""}
        onChange={(event) => {
          const text = event.currentTarget.value.trim();
          void change({ [name]: text ? Number(text) : null });
        }}
      />
    </label>
  );
}

function Domains({ now }: { now: Settings }): JSX.Element {
  return (
    <>
      <label class="field">
        <span>{t("domainsForTask")}</span>
        <textarea
          rows={Math.max(3, now.domains.length + 1)}
          spellcheck={false}
          placeholder={"example.com\n*.example.org"}
          value={now.domains.join("\n")}
          onChange={(event) => void change({ domains: event.currentTarget.value.split(/[\s,;、]+/).filter(Boolean) })}
        />
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={now.ask_domains}
          onChange={(event) => void change({ ask_domains: event.currentTarget.checked })}
        />
        {t("askDomains")}
      </label>
    </>
  );
}

function AnotherBrowser(): JSX.Element {
  const [url, setUrl] = useState("");
  return url ? (
    <label class="field">
      <span>{t("linkLabel")}</span>
      <input readOnly value={url} onFocus={(event) => event.currentTarget.select()} ref={(field) => field?.focus()} />
    </label>
  ) : (
    <div>
      <button type="button" onClick={() => void attempt(async () => setUrl((await api.link()).url))}>
        {t("linkMake")}
      </button>
    </div>
  );
}
