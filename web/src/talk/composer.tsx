// A line to the model: a word in the middle of a run, the answer to what it asks, or what to go on with.
import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { api } from "../api/client";
import { Icon } from "../parts/icons";
import type { Run } from "../state/run";
import { attempt, toast } from "../state/tell";
import { draft } from "../state/watching";
import { t } from "../strings/language";

export const COMPOSER = "say-it";

export function Composer({ run }: { run: Run }): JSX.Element | null {
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const session = run.session.value;
  const steered = run.steered.value;
  const goesOn = session?.can_continue === true && !run.live.value;
  if (!session || (!steered && !goesOn)) return null;
  const needsWords = !goesOn || session.status === "done" || session.status === "asks";
  const holder = !goesOn ? t("sayHolder") : session.status === "asks" ? t("sayAnswer") : t("sayFurther");

  async function send(): Promise<void> {
    const text = draft.value.trim();
    if (busy || (!text && needsWords)) return;
    setBusy(true);
    const worked = await attempt(() => (goesOn ? api.goOn(run.id, text) : api.say(run.id, text)));
    setBusy(false);
    if (!worked) return;
    draft.value = "";
    if (!goesOn) toast(t("sentNext"));
    field.current?.focus();
  }

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <textarea
        ref={field}
        id={COMPOSER}
        rows={1}
        aria-label={goesOn ? t("goOn") : t("say")}
        placeholder={holder}
        value={draft.value}
        onInput={(event) => (draft.value = event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
            event.preventDefault();
            void send();
          }
        }}
      />
      <button
        type="submit"
        class="primary square"
        disabled={busy || (!draft.value.trim() && needsWords)}
        aria-label={goesOn ? t("goOn") : t("send")}
      >
        <Icon name={goesOn && !draft.value.trim() ? "play" : "send"} />
      </button>
    </form>
  );
}
