// Names of models and policies: the page's own where it knows them, so that they stand in the person's language.
import type { Policy } from "../api/models";
import { language, t } from "../strings/language";

export function modelTitle(model: { readonly name: string; readonly title: string }): string {
  return model.name === "local" ? t("modelLocal") : model.title || model.name;
}

const POLICIES: Readonly<Record<string, string>> = {
  careful: "慎重",
  balanced: "標準",
  trusting: "おまかせ",
  never: "確認しない",
  always: "すべて確認",
  "read-only": "見るだけ",
};

export function policyTitle(policies: readonly Policy[], id: string): string {
  if (language.value === "ja" && POLICIES[id]) return POLICIES[id];
  return policies.find((one) => one.id === id)?.title ?? id;
}
