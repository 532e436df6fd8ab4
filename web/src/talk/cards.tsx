// The cards of the conversation, one component per kind of item.
import type { JSX } from "preact";
import { memo } from "preact/compat";
import type { Run } from "../state/run";
import { chosen } from "../state/watching";
import { t } from "../strings/language";
import type { FinishedItem, Item, PauseItem, QuestionItem, StepItem } from "../story/items";
import { actionWords, questionWords, resultWords, stepWords } from "../story/action";
import { money, seconds, stepsOf } from "../story/words";
import { Icon, iconOf } from "../parts/icons";
import { Screenshot } from "../parts/screenshot";
import { statusChip } from "../parts/status";
import { addresses } from "../api/client";

interface CardProps<I extends Item> {
  readonly run: Run;
  readonly item: I;
  readonly index: number;
}

function Step({ run, item, index }: CardProps<StepItem>): JSX.Element {
  const { started } = run.story;
  const words = stepWords(item);
  const result = resultWords(item, started);
  const { acted, acting, decided } = item;
  const bad = acted?.is_error || decided?.allowed === false;
  const open = chosen.value === index;
  const verdict = decided && decisionWords(decided.allowed, decided.by, decided.scope, decided.edited !== null);
  return (
    <button
      type="button"
      class={`step${open ? " open" : ""}${bad ? " bad" : ""}`}
      aria-label={t("showStep", { n: item.number, words })}
      aria-pressed={open}
      onClick={() => (chosen.value = open ? undefined : index)}
    >
      {acted?.picture && started ? (
        <Screenshot
          run={run.id}
          picture={acted.picture}
          screen={started}
          alt=""
          lazy
          points={acting?.points ?? []}
          regions={acted.regions}
        />
      ) : (
        <span class="no-picture">
          <Icon name={iconOf(acting?.tool ?? "", acting?.name ?? "")} />
        </span>
      )}
      <span class="step-words">
        <span class="did">
          <span class="number">{item.number}</span>
          <span class="act">{words}</span>
        </span>
        {verdict && <span class={decided.allowed ? "verdict" : "verdict bad"}>{verdict}</span>}
        {result && <span class={acted?.is_error ? "result bad" : "result"}>{cut(result)}</span>}
        {!acted && acting && <span class="result">{run.live.value ? t("runningCall") : t("cutCall")}</span>}
      </span>
    </button>
  );
}

const cut = (text: string) => (text.length > 280 ? `${text.slice(0, 279)}…` : text);

function decisionWords(allowed: boolean, by: string, scope: string, edited: boolean): string {
  if (!allowed) return by === "policy" ? t("refusedByPolicy") : t("refusedByYou");
  if (by === "policy") return "";
  if (edited) return t("editedByYou");
  return scope === "run" ? t("allowedRun") : scope === "always" ? t("allowedAlways") : t("allowedByYou");
}

function Asked({ item }: CardProps<QuestionItem>): JSX.Element {
  const { question, decided, lapsed } = item;
  const title = question.domain
    ? t("mayDomain", { domain: question.domain })
    : questionWords(question) || actionWords(question.words);
  const words = decided
    ? decisionWords(decided.allowed, decided.by, decided.scope, decided.edited !== null)
    : lapsed
      ? t("noAnswer")
      : t("stateAsking");
  const refused = decided?.allowed === false || lapsed;
  return (
    <div class={`asked${refused ? " bad" : ""}${decided || lapsed ? "" : " open"}`}>
      <Icon name={decided ? (decided.allowed ? "check" : "cross") : "question"} />
      <div>
        <p class="act">{title}</p>
        <p class="result">
          {words}
          {decided?.reason && `: ${decided.reason}`}
        </p>
      </div>
    </div>
  );
}

function Pause({ item }: CardProps<PauseItem>): JSX.Element {
  const title = item.why === "takeover" ? t("youTookOver") : t("youPaused");
  return (
    <div class={`pause ${item.why}`}>
      <Icon name={item.why === "takeover" ? "hand" : "pause"} />
      <div>
        <p class="act">{title}</p>
        {item.until !== undefined && <p class="result">{t("wentOn", { time: seconds(item.until - item.at) })}</p>}
        {item.told && (
          <details>
            <summary>{t("modelTold")}</summary>
            <p class="result">{item.told}</p>
          </details>
        )}
      </div>
    </div>
  );
}

function End({ run, item }: CardProps<FinishedItem>): JSX.Element {
  const { finished } = item;
  return (
    <section class={`end ${finished.status}`}>
      <div class="end-head">
        {statusChip(finished.status)}
        <span class="result">
          {stepsOf(finished.steps)} · {seconds(finished.seconds)}
          {finished.usd !== null && ` · ${money(finished.usd)}`}
        </span>
      </div>
      {finished.answer && <p class="answer">{finished.answer}</p>}
      {finished.files.length > 0 && (
        <ul class="chips" aria-label={t("files")}>
          {finished.files.map((name) => (
            <li key={name}>
              <a class="chip-link" href={addresses.file(run.id, name)} download={name.split("/").pop() ?? name}>
                <Icon name="file" />
                {name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

export function Bubble({ who, text, mine = false }: { who: string; text: string; mine?: boolean }): JSX.Element {
  return (
    <div class={mine ? "bubble mine" : "bubble"}>
      <span class="hidden">{who}: </span>
      <p>{text}</p>
    </div>
  );
}

function draw(props: CardProps<Item>): JSX.Element {
  const { item } = props;
  switch (item.kind) {
    case "task":
    case "said":
      return <Bubble who={t("you")} text={item.text} mine />;
    case "words":
      return <Bubble who={t("theModel")} text={item.text} />;
    case "step":
      return <Step {...props} item={item} />;
    case "question":
      return <Asked {...props} item={item} />;
    case "pause":
      return <Pause {...props} item={item} />;
    case "note":
      return <p class="note">{item.text}</p>;
    case "resumed":
      return <p class="note">{t(item.sameDesktop ? "resumedSame" : "resumedNew")}</p>;
    case "finished":
      return <End {...props} item={item} />;
  }
}

/** Drawn anew only when its item is another one. */
export const Card = memo(draw as (props: CardProps<Item>) => JSX.Element);
