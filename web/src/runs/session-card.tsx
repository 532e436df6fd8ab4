// A run in a list: its latest picture, its task, where it stands.
import type { JSX } from "preact";
import { addresses } from "../api/client";
import type { Session } from "../api/models";
import { StateChip } from "../parts/status";
import { links } from "../state/route";
import { money, seconds, stepsOf, when } from "../story/words";
import { isLive } from "../state/run";

export function SessionCard({ session }: { session: Session }): JSX.Element {
  const facts = [
    when(session.created),
    ...(session.steps ? [stepsOf(session.steps)] : []),
    ...(isLive(session) || !session.seconds ? [] : [seconds(session.seconds)]),
    ...(session.usd === null ? [] : [money(session.usd)]),
  ];
  return (
    <li class={isLive(session) ? "session live" : "session"}>
      <a href={links.run(session.id)}>
        <span class="thumb">
          {session.picture && (
            <img src={addresses.picture(session.id, session.picture)} alt="" loading="lazy" decoding="async" />
          )}
        </span>
        <span class="session-words">
          <StateChip session={session} acting />
          <strong>{session.task}</strong>
          <span class="result">{facts.join(" · ")}</span>
        </span>
      </a>
    </li>
  );
}
