// "May this happen?" — the marked picture, why it is asked, and the answers. Silence counts as no, so the time that is
// left is shown; the card comes up by itself and is announced, but never takes the focus: a half-typed word must not
// turn into an answer.
import type { JSX } from "preact";
import { useEffect, useId, useState } from "preact/hooks";
import type { Input, Questioned, Region } from "../api/events";
import { Icon } from "../parts/icons";
import { closeUp, Screenshot } from "../parts/screenshot";
import type { Run } from "../state/run";
import { spokenAtOnce } from "../state/tell";
import { editing, refusing } from "../state/watching";
import { t } from "../strings/language";
import { actionWords, alarmWords, consequenceWords, originWords, questionWords } from "../story/action";
import { clock } from "../story/words";
import { Answers, Refusal } from "./answers";
import { Edit } from "./edit";

let shown = { id: "", at: 0 };

/** Whether the card has been there long enough to be meant: a key pressed for something else must not answer it. */
export const lookedAt = (id: string): boolean => shown.id === id && performance.now() - shown.at > 500;

export function Approval({ run, question, more }: { run: Run; question: Questioned; more: number }): JSX.Element {
  const id = useId();
  const isDomain = Boolean(question.domain);
  const title = isDomain ? t("mayDomain", { domain: question.domain }) : t("mayI");
  const action = isDomain ? t("domainWhy") : questionWords(question) || actionWords(question.words);
  useEffect(() => {
    shown = { id: question.id, at: performance.now() };
    spokenAtOnce.value = t("newQuestion", { sentence: isDomain ? title : action });
  }, [question.id]);

  return (
    <section class={question.alarms.length ? "approval alarmed" : "approval"} aria-labelledby={id}>
      <header>
        <Icon name="question" />
        <h2 id={id}>{title}</h2>
        <Countdown until={question.until} />
      </header>
      <div class="approval-body" tabIndex={0} role="group" aria-labelledby={id}>
        <Alarms question={question} />
        <p class={isDomain ? "result" : "approval-act"}>{action.replaceAll("`", "")}</p>
        {writtenIn(question.input) && <Written input={question.input} />}
        {seenOn(question) && <Look run={run} question={question} />}
        {!isDomain && question.consequence && (
          <p class="consequence">
            <Icon name="warning" />
            {consequenceWords(question.consequence)}
          </p>
        )}
        <Reasons question={question} />
      </div>
      {editing.value === question.id ? (
        <Edit run={run} question={question} />
      ) : refusing.value === question.id ? (
        <Refusal run={run} question={question} />
      ) : (
        <Answers run={run} question={question} />
      )}
      {more > 0 && <p class="note">{t("moreQuestions", { n: more })}</p>}
    </section>
  );
}

function Countdown({ until }: { until: number }): JSX.Element | null {
  const [now, setNow] = useState(Date.now() / 1000);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now() / 1000), 1000);
    return () => clearInterval(timer);
  }, []);
  const left = until - now;
  if (!until || left > 86_400) return null;
  return (
    <span
      class={left < 30 ? "countdown soon" : "countdown"}
      role="timer"
      aria-live="off"
      title={t("left", { time: clock(left) })}
    >
      <Icon name="clock" />
      {clock(left)}
    </span>
  );
}

function Alarms({ question }: { question: Questioned }): JSX.Element | null {
  if (!question.alarms.length) return null;
  const onlyMisuse = question.alarms.every((alarm) => alarm.origin === "misuse");
  return (
    <div class="alarm-box">
      <p class="alarm-title">
        <Icon name="warning" />
        {t(onlyMisuse ? "alarmMisuse" : "alarmTitle")}
      </p>
      {question.alarms.map((alarm, index) => (
        <div key={index}>
          <p>{alarmWords(alarm)}</p>
          {alarm.text && <blockquote>{alarm.text}</blockquote>}
        </div>
      ))}
      {question.alarms.some((alarm) => alarm.region) && <p class="result">{t("alarmRegion")}</p>}
    </div>
  );
}

/** A call of the shell or the editor: its words tell more than a picture of the screen. */
const writtenIn = (input: Input): boolean => typeof input["command"] === "string";

/** What happens on the screen is shown there, and so is what rang an alarm. */
const seenOn = (question: Questioned): boolean =>
  !question.domain && (!writtenIn(question.input) || question.alarms.some((alarm) => alarm.region));

function Written({ input }: { input: Input }): JSX.Element {
  const text = (name: string) => (typeof input[name] === "string" ? (input[name] as string) : "");
  if (!text("path"))
    return (
      <pre class="command" tabIndex={0}>
        {text("command")}
      </pre>
    );
  const after = text("file_text") || text("new_str") || text("insert_text");
  return (
    <pre class="command" tabIndex={0}>
      {text("old_str") && <del>{text("old_str")}</del>}
      {text("old_str") && after && "\n"}
      {after && <ins>{after}</ins>}
      {!after && !text("old_str") && text("path")}
    </pre>
  );
}

function Look({ run, question }: { run: Run; question: Questioned }): JSX.Element | null {
  const screen = run.story.started;
  const alarms = question.alarms.flatMap((alarm): Region[] => (alarm.region ? [alarm.region] : []));
  const near = screen && closeUp(screen, question.points, [...(question.region ? [question.region] : []), ...alarms]);
  const [close, setClose] = useState(true);
  if (!screen || !question.picture) return null;
  return (
    <button
      type="button"
      class="approval-picture"
      onClick={() => setClose(!close)}
      aria-label={t(close && near ? "whole" : "closer")}
    >
      <Screenshot
        run={run.id}
        picture={question.picture}
        screen={screen}
        alt=""
        view={close ? near : undefined}
        points={question.points}
        target={question.region}
        alarms={alarms}
      />
    </button>
  );
}

function Reasons({ question }: { question: Questioned }): JSX.Element {
  const rows: readonly (readonly [string, string])[] = [
    [t("why"), question.origins.map(originWords).join(" · ")],
    [t("modelSays"), question.said],
    [t("wherePlace"), question.place],
    [t("seen"), question.evidence.join(" · ")],
  ];
  return (
    <dl class="reasons">
      {rows
        .filter(([, text]) => text)
        .map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  );
}
