// How careful: the presets, each with its rules in words.
import type { JSX } from "preact";
import type { Policy } from "../api/models";
import { Icon } from "../parts/icons";
import { t } from "../strings/language";
import { policyTitle, ruleWords } from "./names";

interface RulesProps {
  readonly policies: readonly Policy[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

export function Rules({ policies, chosen, onChoose }: RulesProps): JSX.Element {
  const id = chosen || policies[0]?.id;
  return (
    <fieldset class="presets">
      <legend class="hidden">{t("preset")}</legend>
      {policies.map((policy) => (
        <label key={policy.id} class={policy.id === id ? "preset on" : "preset"}>
          <input type="radio" name="policy" checked={policy.id === id} onChange={() => onChoose(policy.id)} />
          <span class="preset-words">
            <strong>{policyTitle(policies, policy.id)}</strong>
            <span class="note">{ruleWords(policy.text)}</span>
            {policy.id === id && policy.rules.length > 0 && (
              <ol class="rules">
                {policy.rules.map((rule, index) => (
                  <li key={index}>
                    <Outcome outcome={policy.outcomes?.[index]} />
                    {ruleWords(rule)}
                  </li>
                ))}
              </ol>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

const OUTCOMES = { allow: ["ruleAllow", "check"], ask: ["ruleAsk", "question"], deny: ["ruleDeny", "cross"] } as const;

function Outcome({ outcome }: { outcome: keyof typeof OUTCOMES | undefined }): JSX.Element | null {
  if (!outcome) return null;
  const [words, icon] = OUTCOMES[outcome];
  return (
    <span class={`outcome ${outcome}`}>
      <Icon name={icon} />
      {t(words)}
    </span>
  );
}
