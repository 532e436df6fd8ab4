// The answers to a question: once, for this run, always, changed, or no with a reason.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { signal } from "@preact/signals";
import { api } from "../api/client";
import type { Questioned } from "../api/events";
import type { Answer } from "../api/models";
import { Icon } from "../parts/icons";
import type { Run } from "../state/run";
import { attempt } from "../state/tell";
import { editing, refusing } from "../state/watching";
import { t } from "../strings/language";

/** The question that was answered here last: its card no longer takes clicks, while the answer is under way. */
const answered = signal("");

export async function answerQuestion(
  run: Run,
  question: Questioned,
  answer: Answer["answer"],
  more: Partial<Answer> = {},
): Promise<void> {
  if (answered.value === question.id) return; // a second click on the way
  answered.value = question.id;
  if (!(await attempt(() => api.answer(run.id, { question: question.id, answer, ...more })))) answered.value = "";
}

export function Answers({ run, question }: { run: Run; question: Questioned }): JSX.Element {
  const answer = (word: Answer["answer"]) => () => void answerQuestion(run, question, word);
  return (
    <fieldset class="answers" disabled={answered.value === question.id}>
      <div class="answers-main">
        <button type="button" class="primary" onClick={answer("once")}>
          <Icon name="check" />
          {t("allowOnce")}
          <kbd>A</kbd>
        </button>
        <button type="button" class="refuse" onClick={() => (refusing.value = question.id)}>
          <Icon name="cross" />
          {t("refuse")}
          <kbd>R</kbd>
        </button>
      </div>
      <div class="answers-more">
        <button type="button" class="quiet" onClick={answer("run")} title={t("allowRunHint")}>
          {t("allowRun")}
        </button>
        <button type="button" class="quiet" onClick={answer("always")} title={t("allowAlwaysHint")}>
          {t("allowAlways")}
        </button>
        {question.editable.length > 0 && (
          <button type="button" class="quiet" onClick={() => (editing.value = question.id)}>
            <Icon name="pencil" />
            {t("edit")}
          </button>
        )}
      </div>
    </fieldset>
  );
}

export function Refusal({ run, question }: { run: Run; question: Questioned }): JSX.Element {
  const [reason, setReason] = useState("");
  const refuse = (word: "refuse" | "stop") => {
    refusing.value = undefined;
    void answerQuestion(run, question, word, { reason });
  };
  return (
    <form
      class="answers"
      onSubmit={(event) => {
        event.preventDefault();
        refuse("refuse");
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        refusing.value = undefined;
      }}
    >
      <label class="field">
        <span>{t("refuseReason")}</span>
        <input
          autofocus
          ref={(field) => field?.focus()}
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </label>
      <div class="answers-main">
        <button type="submit" class="refuse">
          {t("refuse")}
        </button>
        {!question.domain && (
          <button type="button" class="refuse" onClick={() => refuse("stop")}>
            {t("refuseStop")}
          </button>
        )}
        <button type="button" class="quiet" onClick={() => (refusing.value = undefined)}>
          {t("back")}
        </button>
      </div>
    </form>
  );
}
