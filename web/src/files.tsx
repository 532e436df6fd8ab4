// The shared folder of a run: what is in it, out by a click, in by drag and drop.
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { signal } from "@preact/signals";
import { addresses, api } from "./api/client";
import type { FileInfo } from "./api/models";
import { Icon } from "./parts/icons";
import type { Run } from "./state/run";
import { attempt, toast } from "./state/tell";
import { filesOpen } from "./state/watching";
import { t } from "./strings/language";
import { bytes } from "./story/words";

const listing = signal<{ readonly id: string; readonly files: readonly FileInfo[] } | undefined>(undefined);

async function refresh(id: string): Promise<void> {
  try {
    listing.value = { id, files: await api.files(id) };
  } catch {
    listing.value = { id, files: [] }; // a run that never had a folder
  }
}

/** One after the other: two large files at once are no faster, and the messages stay in order. */
export async function upload(id: string, files: readonly File[]): Promise<void> {
  for (const file of files) {
    toast(t("uploading", { name: file.name }));
    if (await attempt(() => api.upload(id, file.name, file))) toast(t("uploaded", { name: file.name }));
  }
  await refresh(id);
}

export function FilesPanel({ run }: { run: Run }): JSX.Element {
  const picker = useRef<HTMLInputElement>(null);
  const steps = run.session.value?.steps;
  useEffect(() => void refresh(run.id), [run.id, steps, run.live.value]);
  const files = listing.value?.id === run.id ? listing.value.files : undefined;
  return (
    <section class="files-panel" aria-label={t("files")}>
      <header>
        <h2>{t("files")}</h2>
        <button type="button" class="quiet square" aria-label={t("close")} onClick={() => (filesOpen.value = false)}>
          <Icon name="cross" />
        </button>
      </header>
      {files?.length === 0 && <p class="note">{t("noFiles")}</p>}
      <ul class="file-list">
        {files?.map((file) => (
          <li key={file.name}>
            <Icon name="file" />
            <a href={addresses.file(run.id, file.name)} download={file.name.split("/").pop() ?? file.name}>
              {file.name}
            </a>
            <span class="result">{bytes(file.bytes)}</span>
            <button
              type="button"
              class="quiet square small"
              aria-label={`${t("remove")}: ${file.name}`}
              onClick={() => void attempt(() => api.removeFile(run.id, file.name)).then(() => refresh(run.id))}
            >
              <Icon name="trash" />
            </button>
          </li>
        ))}
      </ul>
      <p class="note">{t("filesHint")}</p>
      <div class="answers-main">
        <button type="button" onClick={() => picker.current?.click()}>
          <Icon name="upload" />
          {t("addFiles")}
        </button>
        {files && files.length > 1 && (
          <a class="button" href={addresses.zip(run.id)} download={`${run.id}.zip`}>
            <Icon name="download" />
            {t("download")}
          </a>
        )}
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          onChange={(event) => {
            const chosen = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = "";
            void upload(run.id, chosen);
          }}
        />
      </div>
    </section>
  );
}
