// Makes a template of a task: its text, with blanks in double braces.
import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { api } from "../api/client";
import type { Wanted } from "../api/models";
import { Dialog } from "../parts/dialog";
import { Icon } from "../parts/icons";
import { go, links } from "../state/route";
import { attempt } from "../state/tell";
import { t } from "../strings/language";

interface TemplateDialogProps {
  readonly task: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly onClose: () => void;
}

export function TemplateDialog({ task, options, onClose }: TemplateDialogProps): JSX.Element {
  const [title, setTitle] = useState("");
  const [text, setText] = useState(task);
  const area = useRef<HTMLTextAreaElement>(null);

  /** What is selected becomes a blank of that name. */
  function blank(): void {
    const field = area.current;
    if (!field) return;
    const { selectionStart: from, selectionEnd: to } = field;
    const name = text.slice(from, to).trim() || t("templateBlank");
    setText(`${text.slice(0, from)}{{${name}}}${text.slice(to)}`);
    field.focus();
  }

  async function keep(): Promise<void> {
    const { model, policy, domains } = options as Wanted;
    const kept: Wanted = {
      ...(model ? { model } : {}),
      ...(policy ? { policy } : {}),
      ...(domains?.length ? { domains } : {}),
    };
    await attempt(async () => {
      const made = await api.keepTemplate({ title: title.trim(), task: text.trim(), options: kept });
      onClose();
      go(links.template(made.id));
    });
  }

  return (
    <Dialog title={t("templateMake")} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <label class="field">
          <span>{t("templateName")}</span>
          <input required maxLength={200} value={title} onInput={(event) => setTitle(event.currentTarget.value)} />
        </label>
        <label class="field">
          <span>{t("templateText")}</span>
          <textarea ref={area} required rows={6} value={text} onInput={(event) => setText(event.currentTarget.value)} />
        </label>
        <p class="note">{t("templateHint")}</p>
        <div class="answers-main">
          <button type="submit" class="primary">
            <Icon name="check" />
            {t("save")}
          </button>
          <button type="button" onClick={blank}>
            {t("templateAddBlank")}
          </button>
          <button type="button" class="quiet" onClick={onClose}>
            {t("cancel")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
