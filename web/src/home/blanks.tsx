// A template's blanks, to be filled in before its task is given.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Template } from "../api/models";
import { api } from "../api/client";
import { Icon } from "../parts/icons";
import { go, links } from "../state/route";
import { attempt } from "../state/tell";
import { t } from "../strings/language";

interface BlanksProps {
  readonly template: Template;
  readonly busy: boolean;
  readonly onStart: (blanks: Readonly<Record<string, string>>) => void;
}

export function Blanks({ template, busy, onStart }: BlanksProps): JSX.Element {
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(template.blanks.map((blank) => [blank.name, blank.default])),
  );
  return (
    <form
      class="task-form filled"
      onSubmit={(event) => {
        event.preventDefault();
        onStart(texts);
      }}
    >
      <h2>{template.title}</h2>
      <p class="template-task">
        {template.task.split(/(\{\{[^{}]*\}\})/).map((part) => {
          const name = /^\{\{\s*(.*?)\s*\}\}$/.exec(part)?.[1];
          return name === undefined ? part : <mark>{texts[name] || name}</mark>;
        })}
      </p>
      {template.blanks.map((blank) => (
        <label class="field" key={blank.name}>
          <span>{blank.label || blank.name}</span>
          {blank.kind === "long" ? (
            <textarea
              rows={4}
              required
              value={texts[blank.name]}
              onInput={(event) => setTexts({ ...texts, [blank.name]: event.currentTarget.value })}
            />
          ) : (
            <input
              {...({ type: blank.kind === "secret" ? "password" : blank.kind } as { type: "text" })}
              required
              autocomplete="off"
              value={texts[blank.name]}
              onInput={(event) => setTexts({ ...texts, [blank.name]: event.currentTarget.value })}
            />
          )}
        </label>
      ))}
      <div class="task-foot">
        <a class="button quiet" href={links.new}>
          {t("back")}
        </a>
        <button
          type="button"
          class="quiet"
          onClick={() => void attempt(() => api.removeTemplate(template.id)).then((worked) => worked && go(links.new))}
        >
          <Icon name="trash" />
          {t("templateDelete")}
        </button>
        <span class="space" />
        <button type="submit" class="primary large" disabled={busy}>
          <Icon name="play" filled />
          {t(busy ? "starting" : "start")}
        </button>
      </div>
    </form>
  );
}
