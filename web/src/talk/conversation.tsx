// The conversation beside the desktop: everything that happened, the open questions, and a line to say something.
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { signal } from "@preact/signals";
import type { Session } from "../api/models";
import { VirtualList, type ListHandle } from "../parts/virtual";
import { Icon } from "../parts/icons";
import { StateChip } from "../parts/status";
import { links } from "../state/route";
import type { Run } from "../state/run";
import { chosen } from "../state/watching";
import { t } from "../strings/language";
import { Bubble, Card } from "./cards";
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
      {items.length === 0 && run.caughtUp.value && run.session.value && <NothingYet session={run.session.value} />}
      {items.length > 0 && run.live.value && !open.length && !hintSeen.value && <Hint />}
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

/** A run that waits for its desktop, or that ended before it had begun: its task, and what there is to say. */
function NothingYet({ session }: { session: Session }): JSX.Element {
  return (
    <div class="nothing-yet">
      <Bubble who={t("you")} text={session.task} mine />
      {session.state === "ended" ? (
        <section class="end failed">
          <StateChip session={session} />
          {session.answer && <p class="answer">{session.answer}</p>}
          <div class="answers-main">
            <a class="button" href={links.settings}>
              <Icon name="settings" />
              {t("settings")}
            </a>
          </div>
        </section>
      ) : (
        <p class="note">{t("nothingYet")}</p>
      )}
    </div>
  );
}

const SEEN = "deskhand.hinted";
const hintSeen = signal(localStorage.getItem(SEEN) !== null);

/** Said once, in the first run: what one can do while it goes on. */
function Hint(): JSX.Element {
  return (
    <p class="hint">
      <Icon name="hand" />
      <span>{t("firstHint")}</span>
      <button
        type="button"
        class="quiet small"
        onClick={() => {
          localStorage.setItem(SEEN, "1");
          hintSeen.value = true;
        }}
      >
        {t("gotIt")}
      </button>
    </p>
  );
}
