// Secrets that are lent to the task: typed by the guard where they belong, never shown again, kept by no page and no file.
import type { JSX } from "preact";
import type { LentSecret } from "../api/models";
import { Icon } from "../parts/icons";
import { t } from "../strings/language";

export const noSecret: LentSecret = { name: "", value: "", at: "" };

/** Those that say what, where and with which value; a row that was begun and left counts for nothing. */
export const lent = (rows: readonly LentSecret[]): readonly LentSecret[] =>
  rows.filter((row) => row.name.trim() && row.value && row.at.trim());

interface LentProps {
  readonly rows: readonly LentSecret[];
  readonly onChange: (rows: readonly LentSecret[]) => void;
}

export function Lent({ rows, onChange }: LentProps): JSX.Element {
  const change = (at: number, part: Partial<LentSecret>) =>
    onChange(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  return (
    <fieldset class="lent">
      <legend>{t("lentTitle")}</legend>
      <p class="note">{t("lentHint")}</p>
      {rows.map((row, index) => (
        <div class="lent-row" key={index}>
          <label class="field">
            <span>{t("lentName")}</span>
            <input
              placeholder="SHOP_PASSWORD"
              pattern="[A-Za-z][A-Za-z0-9_]*"
              autocomplete="off"
              spellcheck={false}
              value={row.name}
              onInput={(event) => change(index, { name: event.currentTarget.value.trim() })}
            />
          </label>
          <label class="field">
            <span>{t("lentValue")}</span>
            <input
              type="password"
              autocomplete="new-password"
              value={row.value}
              onInput={(event) => change(index, { value: event.currentTarget.value })}
            />
          </label>
          <label class="field">
            <span>{t("lentAt")}</span>
            <input
              placeholder="shop.example"
              autocomplete="off"
              spellcheck={false}
              value={row.at}
              onInput={(event) => change(index, { at: event.currentTarget.value })}
            />
          </label>
          <label class="field">
            <span>{t("lentUser")}</span>
            <input
              autocomplete="off"
              spellcheck={false}
              value={row.user ?? ""}
              onInput={(event) => change(index, { user: event.currentTarget.value })}
            />
          </label>
          <button
            type="button"
            class="quiet square"
            aria-label={`${t("remove")}: ${row.name || t("lentTitle")}`}
            onClick={() => onChange(rows.filter((_, at) => at !== index))}
          >
            <Icon name="cross" />
          </button>
        </div>
      ))}
      <button type="button" class="quiet" onClick={() => onChange([...rows, noSecret])}>
        {t("lentAdd")}
      </button>
    </fieldset>
  );
}
