// An action as a person reads it: the journal's own words, or their Japanese.
import type { Key } from "../strings/table";
import { language, t } from "../strings/language";
import { inJapanese } from "./japanese";
import type { StepItem } from "./items";
import { changeOf, tellsOfScreen } from "./words";
import type { Alarm, Questioned, Started } from "../api/events";

export function actionWords(words: string): string {
  return language.value === "ja" ? inJapanese(words) : words;
}

export function stepWords(step: StepItem): string {
  return actionWords(step.acting?.words ?? step.decided?.words ?? "") || step.acting?.name || "…";
}

/** What came of it, in a line or two: what changed on the screen, or what the tool said. */
export function resultWords(step: StepItem, started: Started | undefined): string {
  const { acted, acting } = step;
  if (!acted) return "";
  if (acted.is_error) return acted.text;
  const change = changeOf(acted, acting?.name ?? "", started);
  const text = acted.text.trim();
  return text && !tellsOfScreen(text) ? text : change;
}

const CONSEQUENCES: Readonly<Record<string, Key>> = {
  observe: "observe",
  navigate: "navigate",
  edit: "editing",
  save: "saving",
  delete: "delete",
  send: "sending",
  pay: "pay",
  accept: "accept",
  sign_in: "sign_in",
  install: "install",
  settings: "settingsChange",
  leave: "leave",
};
const ORIGINS: Readonly<Record<string, Key>> = {
  consequence: "originConsequence",
  injection: "originInjection",
  misuse: "originMisuse",
  secret: "originSecret",
  provider: "originProvider",
  domain: "originDomain",
  every: "originEvery",
};

/** What a question is about, in the person's language where the guard can say it so. */
export function questionWords(question: Questioned): string {
  return question.translations?.[language.value] ?? question.sentence;
}

const SOURCES: Readonly<Record<string, string>> = {
  screen: "画面",
  shell: "コマンドの出力",
  file: "ファイル",
  tool: "ツールの結果",
  network: "通信の応答",
};

/** What rang the alarm. The guard says it in English; in Japanese it is said by its kind. */
export function alarmWords(alarm: Alarm): string {
  if (language.value !== "ja" || alarm.origin === "misuse") return alarm.sentence ?? "";
  if (alarm.kind === "unbidden") return "頼まれた作業には、このような操作は含まれていません。読んだものの指図ではありませんか。";
  const source = SOURCES[alarm.source ?? ""] ?? "読んだもの";
  return alarm.kind === "foreign-string"
    ? `「${alarm.text ?? ""}」は${source}から来たもので、あなたの指示にはありません。`
    : `${source}に書かれた指示に沿う操作です。あなたの頼んだことではありません。`;
}

export const consequenceWords = (name: string): string => (CONSEQUENCES[name] ? t(CONSEQUENCES[name]) : name);
export const originWords = (name: string): string => (ORIGINS[name] ? t(ORIGINS[name]) : name);
