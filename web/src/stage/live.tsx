// The desktop, live: noVNC on the server's view, in a box of the screen's own shape so that marks can be laid over it.
// Until the first picture comes over the wire the journal's latest one stands there, so there is never a black hole.
import type RFB from "@novnc/novnc";
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { addresses } from "../api/client";
import type { StepItem } from "../story/items";
import { Marks, type Screen, shape } from "../parts/screenshot";
import type { Run } from "../state/run";
import { t } from "../strings/language";

type ViewState = "connecting" | "shown" | "lost";

const FIRST = 150;
const LONGEST = 4_000;

export function LiveView({ run, screen }: { run: Run; screen: Screen }): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const client = useRef<RFB | undefined>(undefined);
  const [state, setState] = useState<ViewState>("connecting");
  const session = run.session.value;
  const there = session?.view ?? false;
  const mine = session?.state === "taken_over";
  const owned = useRef(mine);
  owned.current = mine;

  useEffect(() => {
    if (!there) return;
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pause = FIRST;
    const open = async (): Promise<void> => {
      const { default: Client } = await import("@novnc/novnc");
      if (over || !place.current) return;
      const rfb = new Client(place.current, addresses.view(run.id), { shared: true, wsProtocols: ["binary"] });
      client.current = rfb;
      rfb.viewOnly = !owned.current;
      rfb.scaleViewport = true;
      rfb.background = "transparent";
      rfb.qualityLevel = 8;
      rfb.compressionLevel = 1; // loopback: cheap to send, dear to squeeze
      rfb.showDotCursor = true;
      rfb.addEventListener("connect", () => {
        pause = FIRST;
        setState("shown");
      });
      rfb.addEventListener("clipboard", (event) => {
        const { text } = (event as CustomEvent<{ text: string }>).detail;
        if (owned.current) void navigator.clipboard?.writeText(text).catch(() => undefined);
      });
      rfb.addEventListener("disconnect", () => {
        if (client.current === rfb) client.current = undefined;
        if (over) return;
        setState("lost");
        timer = setTimeout(() => void open(), pause);
        pause = Math.min(2 * pause, LONGEST);
      });
    };
    void open();
    return () => {
      over = true;
      clearTimeout(timer);
      client.current?.disconnect();
      client.current = undefined;
    };
  }, [run.id, there]);

  useEffect(() => {
    const rfb = client.current;
    if (!rfb) return;
    rfb.viewOnly = !mine;
    if (mine) rfb.focus({ preventScroll: true });
    else rfb.blur();
  }, [mine, state]);

  useEffect(() => {
    if (!mine) return;
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData("text/plain");
      if (text) client.current?.clipboardPasteFrom(text);
    };
    addEventListener("paste", paste);
    return () => removeEventListener("paste", paste);
  }, [mine]);

  const still = session?.picture ?? null;
  return (
    <div class={mine ? "screen own" : "screen"} style={shape(screen)}>
      {state !== "shown" && still && <img class="still" src={addresses.picture(run.id, still)} alt="" />}
      <div
        ref={place}
        class={state === "shown" ? "rfb shown" : "rfb"}
        role={mine ? "application" : "img"}
        aria-label={t("liveDesktop")}
        data-state={there ? state : "none"}
      />
      {!mine && <LiveMarks run={run} screen={screen} />}
      {there && state === "lost" && (
        <p class="over" role="status">
          <span class="spinner" aria-hidden="true" />
          {t("viewLost")}
        </p>
      )}
    </div>
  );
}

/** Where the hand goes now, or what an open question is about. */
function LiveMarks({ run, screen }: { run: Run; screen: Screen }): JSX.Element | null {
  void run.version.value;
  const { items, open, phase } = run.story;
  const question = open[0];
  if (question) {
    return <Marks screen={screen} points={question.points} target={question.region} />;
  }
  const last = items[items.length - 1];
  if (last?.kind !== "step" || phase === "ended") return null;
  const step: StepItem = last;
  const points = step.acting?.points ?? [];
  return points.length ? (
    <div key={step.key} class={step.acted ? "live-marks done" : "live-marks"}>
      <Marks screen={screen} points={points} />
    </div>
  ) : null;
}
