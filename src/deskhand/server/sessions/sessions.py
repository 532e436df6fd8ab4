"""All sessions of a server: the queue they wait in, those that are at work, and those that are kept.

A desktop with its browser takes 200 to 800 MB and most of a processor core while it works. More of them at once than
the machine has room for would make each of them wrong and slow, so the others wait, and are told which place they have.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import shutil
from collections import deque
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

from deskhand.agent.journal import FILE, JournalError, Reader
from deskhand.agent.pausing import Leaving
from deskhand.agent.runs import new_run_id
from deskhand.agent.stage import Opener
from deskhand.errors import DeskhandError
from deskhand.guard.vault import Vault
from deskhand.sandbox.pool import bound, has_room
from deskhand.server.errors import ApiError
from deskhand.server.sessions import running
from deskhand.server.sessions.glance import Glances
from deskhand.server.sessions.homes import Home
from deskhand.server.sessions.kept import kept_info
from deskhand.server.sessions.lending import Lending
from deskhand.server.sessions.lent import Lent
from deskhand.server.sessions.models import LIVE, SessionInfo
from deskhand.server.sessions.news import News
from deskhand.server.sessions.session import Further, Plan, Session, noted

log = logging.getLogger("deskhand.server")
_AGAIN = 2.0
"""Seconds until a session that waits for memory is looked at again."""
_LEAVE = 8.0
"""Seconds that an action gets to end, when the server goes and its desktops stay."""


class Sessions:
    """An async context manager. ``places``: how many are at work at once; 0: as many as the machine has room for."""

    def __init__(self, homes: Mapping[str, Home], lending: Lending, opener: Opener, places: int = 0) -> None:
        self.homes = dict(homes)
        self.places = places or bound()
        self.leaves = False
        """What becomes of runs when the server ends: they stay, to go on when it comes back, or they end too."""
        self.news = {user: News() for user in homes}
        self._lending, self._opener = lending, opener
        self._known: dict[tuple[str, str], Session] = {}
        self.lent = Lent()
        self._queue: deque[tuple[str, Session]] = deque()
        self._glances = Glances()
        self._later: asyncio.TimerHandle | None = None
        self._closing = False

    async def __aenter__(self) -> Self:
        for user, home in self.homes.items():
            for folder in sorted(home.runs.iterdir()) if home.runs.is_dir() else ():
                self._take_up(user, folder)
        self._schedule()
        return self

    async def __aexit__(self, *_: object) -> None:
        self._closing = True
        if self._later is not None:
            self._later.cancel()
        working = [session for session in self._known.values() if session.work is not None and not session.over]
        for session in working:
            if self.leaves:
                session.leaving = True
                session.pausing.leave()
                session.questions.leave()
            else:
                session.control.stop(after_action=False)
        tasks = [session.work for session in working if session.work is not None]
        if tasks:
            slow = (await asyncio.wait(tasks, timeout=_LEAVE))[1]
            for task in slow:
                task.cancel()
            if slow:
                await asyncio.gather(*slow, return_exceptions=True)
        await self._lending.close()

    # --- beginning ----------------------------------------------------------------------------------------------

    def create(self, user: str, task: str, options: dict[str, Any], vault: Vault | None = None) -> Session:
        home = self.homes[user]
        folder = home.runs / new_run_id()
        folder.mkdir(parents=True)
        self.lent.lend(user, folder.name, vault)
        return self._wait_in_line(user, folder, Plan(task, options))

    def go_on(self, user: str, id: str, further: Further, vault: Vault | None = None) -> Session:
        """A kept run goes on. 409 when it cannot. ``vault``: what is lent to it; none: what was before."""
        before = self.info(user, id)
        if before.state not in ("ended", "cut"):
            raise ApiError(409, f"The session is {before.state}: only one that has ended, or was cut off, can go on.")
        if before.status == "done" and not further.text.strip():
            raise ApiError(409, "The session is done: give it a further word in text.")
        if before.status == "asks" and not further.text.strip():
            raise ApiError(409, "The model waits for an answer: give it in text.")
        folder = self.homes[user].runs / id
        if not (folder / FILE).is_file():
            raise ApiError(409, "The session ended before its run had begun: start it again.")
        self.lent.lend(user, id, vault)
        glance = self._glances.of(folder)
        self.lent.must_hold(user, id, () if glance is None else glance.options.get("secrets", ()))
        known = noted(folder)
        plan = known[0] if known else Plan(before.task, before.options, before.created)
        session = self._wait_in_line(user, folder, plan, further)
        session.known(before)
        return session

    def _take_up(self, user: str, folder: Path) -> None:
        """A session that was live when the server ended goes on by itself."""
        known = noted(folder)
        if known is None or not known[1]:
            return
        begun = (folder / FILE).is_file() and self._last(folder) > 0
        if begun:
            info = kept_info(folder, self._glances.of(folder), known[0])
            if info.state != "cut":
                return
            session = self._wait_in_line(user, folder, known[0], Further())
            session.known(info)
        else:
            (folder / FILE).unlink(missing_ok=True)  # of a run that was killed before its first event
            self._wait_in_line(user, folder, known[0])

    def _wait_in_line(self, user: str, folder: Path, plan: Plan, further: Further | None = None) -> Session:
        news, lent, keep = self.news[user], self.lent.of(user, folder.name), self.homes[user].keep_domain
        session = Session(folder, plan, lambda: news.tell(folder.name), further, vault=lent, keep_domain=keep)
        session.note(live=True)
        self._known[user, session.id] = session
        self._queue.append((user, session))
        self._schedule()
        return session

    # --- the queue ----------------------------------------------------------------------------------------------

    @property
    def busy(self) -> int:
        return sum(session.work is not None and not session.over for session in self._known.values())

    @property
    def queued(self) -> int:
        return len(self._queue)

    def _schedule(self) -> None:
        if self._later is not None:
            self._later.cancel()
            self._later = None
        for user, session in [each for each in self._queue if each[1].control.stopping]:
            self._queue.remove((user, session))
            self._begin(user, session)  # which writes down that it never began
        while self._queue and not self._closing and self.busy < self.places:
            if self.busy and not has_room():
                self._later = asyncio.get_running_loop().call_later(_AGAIN, self._schedule)
                break
            self._begin(*self._queue.popleft())
        for place, (user, session) in enumerate(self._queue, 1):
            if session.position != place:
                session.position = place
                self.news[user].tell(session.id)

    def _begin(self, user: str, session: Session) -> None:
        session.position = None
        session.work = asyncio.ensure_future(self._live(user, session))
        self.news[user].tell(session.id)

    async def _live(self, user: str, session: Session) -> None:
        news = self.news[user]
        error = ""
        try:
            await running.run(session, user, self._lending, self._opener, lambda delta: news.stream(session.id, delta))
        except Leaving:
            pass
        except asyncio.CancelledError:
            session.leaving = False
        except (DeskhandError, ValueError) as wrong:
            error = str(wrong)
        except Exception as defect:
            log.exception("session %s failed", session.id)
            error = f"A defect of deskhand ended the session ({type(defect).__name__}: {defect})."
        finally:
            session.ended(error)
            if self._last(session.folder):  # from here on the journal tells all, whoever goes on with it
                self._known.pop((user, session.id), None)
            self._schedule()

    # --- finding ------------------------------------------------------------------------------------------------

    def live(self, user: str, id: str) -> Session:
        """One that this server drives. 404 when there is none, 409 when it is only kept."""
        session = self._known.get((user, id))
        if session is None or session.over:
            state = self.info(user, id).state
            raise ApiError(
                409,
                "Another process drives this session; it can be watched here."
                if state == "elsewhere"
                else "The session has ended; `continue` goes on with it.",
            )
        return session

    def known(self, user: str, id: str) -> Session | None:
        return self._known.get((user, id))

    def folder(self, user: str, id: str) -> Path:
        """404 when there is none. An id is a name, never a path."""
        folder = self.homes[user].runs / id
        if (user, id) in self._known:
            return folder
        if not id or "/" in id or "\0" in id or id in (".", "..") or id.startswith("."):
            raise ApiError(404, "There is no such session.")
        if not ((folder / FILE).is_file() and not folder.is_symlink()):
            raise ApiError(404, f"There is no session {id[:60]!r}.")
        return folder

    def info(self, user: str, id: str) -> SessionInfo:
        folder = self.folder(user, id)
        session = self._known.get((user, id))
        if session is not None:
            return session.info(self._last(folder))
        known = noted(folder)
        return kept_info(folder, self._glances.of(folder), known[0] if known else None)

    def all_live(self, user: str) -> list[SessionInfo]:
        """Those at work first, then those that wait."""
        found = [self.info(user, id) for who, id in self._known if who == user and not self._known[who, id].over]
        return sorted(found, key=lambda info: (info.position or 0, -info.created))

    def page(self, user: str, query: str, state: str, before: str, limit: int) -> tuple[list[SessionInfo], str, int]:
        """Live ones, then kept ones from the newest on; the cursor for the next page, and how many there are in all."""
        live = self.all_live(user)
        here = {info.id for info in live}
        runs = self.homes[user].runs
        kept = runs.iterdir() if runs.is_dir() else ()
        ids = sorted((each.name for each in kept if (each / FILE).is_file()), reverse=True)
        ended = [id for id in dict.fromkeys([*ids, *(id for who, id in self._known if who == user)]) if id not in here]
        ended.sort(reverse=True)
        if not query and not state:
            total = len(live) + len(ended)
            rest = [id for id in ended if not before or id < before]
            first = [] if before else live
            shown = rest[: max(0, limit - len(first))]
            more = len(rest) > len(shown)
            return [*first, *self._infos(user, shown)], (shown[-1] if shown and more else ""), total
        words = query.casefold().split()
        every = [*live, *self._infos(user, ended)]
        found = [info for info in every if _fits(info, words) and (not state or info.state == state)]
        start = next((at + 1 for at, info in enumerate(found) if info.id == before), 0) if before else 0
        part = found[start : start + limit]
        return part, (part[-1].id if start + limit < len(found) else ""), len(found)

    def _infos(self, user: str, ids: list[str]) -> list[SessionInfo]:
        found: list[SessionInfo] = []
        for id in ids:
            with contextlib.suppress(ApiError):
                found.append(self.info(user, id))
        return found

    def _last(self, folder: Path) -> int:
        try:
            reader = Reader(folder)
        except JournalError:
            return 0
        try:
            return reader.last
        except JournalError:
            return 0
        finally:
            reader.close()

    # --- ending -------------------------------------------------------------------------------------------------

    async def stop(self, user: str, id: str, *, at_once: bool) -> None:
        self.live(user, id).stop(at_once=at_once)
        await asyncio.sleep(0)  # the brake is pulled in the loop's next round
        self._schedule()
        self.news[user].tell(id)

    async def delete(self, user: str, id: str) -> None:
        info = self.info(user, id)
        if info.state in LIVE or info.state == "elsewhere":
            raise ApiError(409, "The session is live: stop it first.")
        folder = self.folder(user, id)
        self._known.pop((user, id), None)
        self.lent.forget(user, id)
        await asyncio.to_thread(shutil.rmtree, folder)
        self.news[user].tell(id)


def _fits(info: SessionInfo, words: list[str]) -> bool:
    text = f"{info.task} {info.answer} {info.model} {info.status or ''}".casefold()
    return all(word in text or (len(word) > 3 and word in info.id) for word in words)
