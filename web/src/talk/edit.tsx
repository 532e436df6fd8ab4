// Changing a call before it is allowed: one field for each part that may be changed.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Questioned } from "../api/events";
import type { Run } from "../state/run";
import { editing } from "../state/watching";
import { t } from "../strings/language";
import { answerQuestion } from "./answers";

const shown = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value ?? ""));

export function Edit({ run, question }: { run: Run; question: Questioned }): JSX.Element {
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(question.editable.map((name) => [name, shown(question.input[name])])),
  );
  const [wrong, setWrong] = useState("");

  function allow(): void {
    const edited: Record<string, unknown> = {};
    for (const [name, text] of Object.entries(texts)) {
      const before = question.input[name];
      if (text === shown(before)) continue;
      try {
        edited[name] = typeof before === "string" || before === undefined ? text : (JSON.parse(text) as unknown);
      } catch (error) {
        setWrong(t("invalidJson", { why: `${name}: ${(error as Error).message}` }));
        return;
      }
    }
    editing.value = undefined;
    void answerQuestion(run, question, "once", Object.keys(edited).length ? { edited } : {});
  }

  return (
    <form
      class="answers"
      onSubmit={(event) => {
        event.preventDefault();
        allow();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        editing.value = undefined;
      }}
    >
      {question.editable.map((name, index) => (
        <label class="field" key={name}>
          <span>{name}</span>
          <textarea
            rows={Math.min(8, 1 + (texts[name] ?? "").split("\n").length)}
            ref={(field) => {
              if (index === 0 && !field?.closest("form")?.contains(document.activeElement)) field?.focus();
            }}
            spellcheck={false}
            value={texts[name]}
            onInput={(event) => setTexts({ ...texts, [name]: event.currentTarget.value })}
          />
        </label>
      ))}
      {wrong && (
        <p class="wrong" role="alert">
          {wrong}
        </p>
      )}
      <div class="answers-main">
        <button type="submit" class="primary">
          {t("allowEdited")}
        </button>
        <button type="button" class="quiet" onClick={() => (editing.value = undefined)}>
          {t("back")}
        </button>
      </div>
    </form>
  );
}
