// The large part of the screen: the desktop live, the film of the run, or one step looked at closely.
import type { JSX } from "preact";
import { Icon } from "../parts/icons";
import { shape } from "../parts/screenshot";
import { stateWords } from "../parts/status";
import type { Run } from "../state/run";
import { chosen, mode } from "../state/watching";
import { t } from "../strings/language";
import { Closely } from "./closely";
import { Film } from "./film";
import { LiveView } from "./live";

export function Stage({ run }: { run: Run }): JSX.Element {
  void run.version.value;
  const session = run.session.value;
  const { story } = run;
  const screen = story.started ?? {
    width: session?.width || 1280,
    height: session?.height || 800,
  };
  const picked = chosen.value === undefined ? undefined : story.items[chosen.value];
  if (picked?.kind === "step") {
    return (
      <div class="stage">
        <Closely run={run} step={picked} screen={screen} />
      </div>
    );
  }
  const live = run.live.value || session?.state === "elsewhere";
  if (mode.value === "film" || (!live && run.caughtUp.value && story.frames.length > 0)) {
    return (
      <div class="stage">
        <Film run={run} screen={screen} />
      </div>
    );
  }
  const waiting = session && !session.view && live;
  return (
    <div class="stage">
      <div class="fit">
        {session && (session.view || session.picture) ? (
          <LiveView run={run} screen={screen} />
        ) : (
          <div class="screen blank" style={shape(screen)}>
            <p class="blank-words" role="status">
              {waiting && <span class="spinner" aria-hidden="true" />}
              {session ? stateWords(session) : t("loading")}
            </p>
          </div>
        )}
      </div>
      {live && story.frames.length > 0 && (
        <div class="under">
          <span class="live-dot">
            <span class="pulse running" aria-hidden="true" />
            {t("live")}
          </span>
          <button type="button" class="quiet small" onClick={() => (mode.value = "film")}>
            <Icon name="film" />
            {t("film")}
          </button>
        </div>
      )}
    </div>
  );
}
