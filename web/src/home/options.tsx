// How a task is to be done, where it differs from the settings. Folded away: most tasks need none of it.
import type { JSX } from "preact";
import type { LentSecret, ModelChoice, Policy, Settings, Wanted } from "../api/models";
import { Icon } from "../parts/icons";
import { t } from "../strings/language";
import { modelTitle, policyTitle } from "../settings/names";
import { Lent, lent } from "./lent";

interface OptionsProps {
  readonly wanted: Wanted;
  readonly settings: Settings | undefined;
  readonly models: readonly ModelChoice[];
  readonly policies: readonly Policy[];
  readonly secrets: readonly LentSecret[];
  readonly onChange: (wanted: Wanted) => void;
  readonly onSecrets: (secrets: readonly LentSecret[]) => void;
}

const number = (text: string) => (text.trim() === "" ? null : Number(text));

export function Options({
  wanted,
  settings,
  models,
  policies,
  secrets,
  onChange,
  onSecrets,
}: OptionsProps): JSX.Element {
  const model = wanted.model ?? settings?.model ?? "local";
  const policy = wanted.policy ?? (settings?.policy || policies[0]?.id || "");
  const known = models.find((one) => one.name === model);
  const named = lent(secrets).map((secret) => secret.name);
  const summary = [modelTitle(known ?? { name: model, title: model }), policyTitle(policies, policy), ...named];
  return (
    <details class="options">
      <summary>
        <Icon name="settings" />
        {t("options")}
        <span class="result">{summary.filter(Boolean).join(" · ")}</span>
      </summary>
      <div class="grid">
        <label class="field">
          <span>{t("model")}</span>
          <select value={model} onChange={(event) => onChange({ ...wanted, model: event.currentTarget.value })}>
            {!known && <option value={model}>{model}</option>}
            {models.map((one) => (
              <option key={one.name} value={one.name} disabled={!one.ready}>
                {one.ready ? modelTitle(one) : `${modelTitle(one)} (${t("keyNeeded")})`}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>{t("setRules")}</span>
          <select value={policy} onChange={(event) => onChange({ ...wanted, policy: event.currentTarget.value })}>
            {policies.map((one) => (
              <option key={one.id} value={one.id}>
                {policyTitle(policies, one.id)}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>{t("stepsAtMost")}</span>
          <input
            type="number"
            min={1}
            step={1}
            placeholder={String(settings?.max_steps ?? t("unlimited"))}
            value={wanted.max_steps ?? ""}
            onInput={(event) => onChange({ ...wanted, max_steps: number(event.currentTarget.value) })}
          />
        </label>
        <label class="field">
          <span>{t("minutesAtMost")}</span>
          <input
            type="number"
            min={1}
            step="any"
            placeholder={String(settings?.max_minutes ?? t("unlimited"))}
            value={wanted.max_minutes ?? ""}
            onInput={(event) => onChange({ ...wanted, max_minutes: number(event.currentTarget.value) })}
          />
        </label>
        <label class="field wide">
          <span>{t("domainsForTask")}</span>
          <input
            placeholder={settings?.domains.join(", ") || t("domainsHint")}
            onChange={(event) => {
              const domains = event.currentTarget.value.split(/[\s,;、]+/).filter(Boolean);
              onChange({ ...wanted, domains: domains.length ? domains : null });
            }}
          />
        </label>
        <Lent rows={secrets} onChange={onSecrets} />
      </div>
    </details>
  );
}
