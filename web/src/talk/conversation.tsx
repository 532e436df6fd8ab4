// The conversation beside the desktop: everything that happened, the open questions, and a line to say something.
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { VirtualList, type ListHandle } from "../parts/virtual";
import { Icon } from "../parts/icons";
import type { Run } from "../state/run";
import { chosen } from "../state/watching";
import { t } from "../strings/language";
import { Card } from "./cards";
import { Approval } from "./approval";
import { Composer } from "./composer";

export function Conversation({ run }: { run: Run }): JSX.Element {
  void run.version.value;
  const { items, open } = run.story;
  const list = useRef<ListHandle | undefined>(undefined);
  const [atEnd, setAtEnd] = useState(true);
  const at = chosen.value;
  useEffect(() => {
    if (at !== undefined) list.current?.show(at);
  }, [at]);
  const saying = run.saying.value;
  const tail = saying ? (
    <div class="row">
      <div class="bubble saying">
        <span class="hidden">{t("theModel")}: </span>
        <p>{saying}</p>
      </div>
    </div>
  ) : null;
  return (
    <aside class="talk" aria-label={t("conversation")}>
      {items.length === 0 && run.caughtUp.value && <p class="empty-note">{t("nothingYet")}</p>}
      <VirtualList
        count={items.length}
        label={t("conversation")}
        keyOf={(index) => items[index]?.key ?? String(index)}
        draw={(index) => {
          const item = items[index];
          return item ? <Card run={run} item={item} index={index} /> : <span />;
        }}
        onEnd={setAtEnd}
        handle={(handle) => (list.current = handle)}
        tail={tail}
      />
      {!atEnd && (
        <button type="button" class="to-end" onClick={() => list.current?.showEnd()}>
          <Icon name="down" />
          {t("latest")}
        </button>
      )}
      {run.live.value && open[0] && <Approval key={open[0].id} run={run} question={open[0]} more={open.length - 1} />}
      <Composer run={run} />
    </aside>
  );
}
