// What one should know before a first task, in plain words. The page's own five sentences say it in the person's
// language; the server's full text stands below them.
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { api } from "../api/client";
import type { Consent as ConsentText } from "../api/models";
import { Dialog } from "../parts/dialog";
import { Icon, type IconName } from "../parts/icons";
import { me } from "../state/sessions";
import { attempt } from "../state/tell";
import { language, t } from "../strings/language";
import type { Key } from "../strings/table";

const POINTS: readonly (readonly [IconName, Key])[] = [
  ["look", "consent1"],
  ["file", "consent2"],
  ["warning", "consent3"],
  ["globe", "consent4"],
  ["hand", "consent5"],
];

interface ConsentProps {
  readonly consent: ConsentText;
  readonly onClose: () => void;
  readonly onGiven: () => void;
}

export function Consent({ consent, onClose, onGiven }: ConsentProps): JSX.Element {
  const [busy, setBusy] = useState(false);
  const [whole, setWhole] = useState(consent.text);
  useEffect(() => {
    api.consentText(language.value).then(
      (found) => setWhole(found.text),
      () => undefined,
    );
  }, [language.value]);
  async function give(): Promise<void> {
    setBusy(true);
    const worked = await attempt(async () => {
      const given = await api.consent(consent.version, language.value);
      if (me.value) me.value = { ...me.value, consent: { ...given, given: true } };
    });
    setBusy(false);
    if (worked) onGiven();
  }
  return (
    <Dialog title={t("consentTitle")} onClose={onClose}>
      <ul class="points">
        {POINTS.map(([icon, key]) => (
          <li key={key}>
            <Icon name={icon} />
            <span>{t(key)}</span>
          </li>
        ))}
      </ul>
      {whole && (
        <details class="raw">
          <summary>{t("consentWhole")}</summary>
          <div class="consent-text" tabIndex={0}>
            {whole}
          </div>
        </details>
      )}
      <div class="answers-main">
        <button type="button" class="primary large" disabled={busy} onClick={() => void give()}>
          <Icon name="check" />
          {t("consentYes")}
        </button>
        <button type="button" class="quiet" onClick={onClose}>
          {t("cancel")}
        </button>
      </div>
    </Dialog>
  );
}
