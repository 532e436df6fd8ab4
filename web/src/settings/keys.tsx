// The key for a model of others. It goes to the server once and never comes back to the page.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { api } from "../api/client";
import type { Keys } from "../api/models";
import { attempt, toast } from "../state/tell";
import { t } from "../strings/language";

export function KeyField({
  provider,
  keys,
  onChange,
}: {
  provider: string;
  keys: Keys;
  onChange: () => void;
}): JSX.Element {
  const [text, setText] = useState("");
  const kept = keys.keys.find((key) => key.provider === provider)?.kept;
  return (
    <form
      class="key-field"
      onSubmit={(event) => {
        event.preventDefault();
        void attempt(() => api.keepKey(provider, text.trim(), keys.keyring ? "keyring" : "memory")).then((worked) => {
          if (!worked) return;
          setText("");
          toast(t("saved"));
          onChange();
        });
      }}
    >
      <label class="field">
        <span>{t("key", { provider })}</span>
        <input
          type="password"
          autocomplete="off"
          placeholder={kept ? "••••••••" : ""}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <button type="submit" disabled={!text.trim()}>
        {t("keySave")}
      </button>
      {kept && kept !== "environment" && (
        <button type="button" class="quiet" onClick={() => void attempt(() => api.forgetKey(provider)).then(onChange)}>
          {t("keyForget")}
        </button>
      )}
      <p class="note">
        {kept === "environment" ? t("keyEnv") : kept ? t("keyIs") : t("keyNone")}{" "}
        {t(keys.keyring ? "keyKeyring" : "keyMemory")}
      </p>
    </form>
  );
}
