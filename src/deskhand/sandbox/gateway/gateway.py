"""The one way out of one desktop: answers at its doors, and calls outside for it what its policy names."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import functools
import socket
from collections.abc import Awaitable, Callable
from typing import Literal, TypeAlias, TypeVar

from deskhand.sandbox.gateway import dial as dialling
from deskhand.sandbox.gateway import dns, look_ups, policy_file
from deskhand.sandbox.gateway.ask import PATIENCE, Asker, Asking, Question
from deskhand.sandbox.gateway.decisions import Decision, Ledger, OnDecision
from deskhand.sandbox.gateway.doors import Doors
from deskhand.sandbox.gateway.fakes import Fakes
from deskhand.sandbox.gateway.flight import Flight, InFlight, summary
from deskhand.sandbox.gateway.line import Ended, Line
from deskhand.sandbox.gateway.names import normal
from deskhand.sandbox.gateway.pace import ROOM, Bucket
from deskhand.sandbox.gateway.policy import WEB, NetworkPolicy, PolicyError, Rule
from deskhand.sandbox.gateway.proxy import ProxyVisit
from deskhand.sandbox.gateway.relay import Meter
from deskhand.sandbox.gateway.visit import Refused, Visit

OnTraffic: TypeAlias = Callable[[InFlight], None]
V = TypeVar("V", bound=Visit)

_A_SECOND = 400.0
"""Connections that are taken in; a page of Chromium opens 256 at most."""
_NO_MORE = (errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM)
_LOOK = 0.05
"""Seconds between two looks at what is in flight, while anything is open and somebody wants to know."""


class Gateway:
    """Starts when it is made, in the running event loop; `close` ends it and every connection through it."""

    def __init__(
        self,
        doors: Doors,
        policy: NetworkPolicy,
        *,
        on_decision: OnDecision | None = None,
        asker: Asker | None = None,
        patience: float = PATIENCE,
        resolve: dialling.Resolve = dialling.resolve,
        connect: dialling.Connect = dialling.connect,
    ) -> None:
        self._given = policy
        self._answers: list[tuple[Rule, Literal["allow", "deny"]]] = []
        self._policy = policy
        self._doors = doors
        self._ledger = Ledger(on_decision)
        self._asking = Asking(asker, patience)
        self._dialler = dialling.Dialler(resolve, connect)
        self._fakes = Fakes(policy.caps.names, doors.fakes)
        self._pace = Bucket(_A_SECOND)
        self._lines: dict[Line, Visit | None] = {}
        self._freed = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._watch: asyncio.TimerHandle | None = None
        self._last_count = 0
        self._closed = False
        self.meter = Meter(policy.caps.bytes, self._used_up)
        self.on_traffic: OnTraffic | None = None
        """Called when the number of connections in flight changes: at once when it grows, soon when it falls."""
        answer = look_ups.answerer(self._look_up)
        self._look_ups = look_ups.LookUps(doors.look_ups, answer)
        self._serve(doors.long_look_ups, functools.partial(self._long_look_up, answer))
        self._serve(doors.proxy, self._proxy)
        for port, door in doors.ports.items():
            self._serve(door, functools.partial(self._transparent, port))

    # --- what others see ----------------------------------------------------------------------------------------

    @property
    def policy(self) -> NetworkPolicy:
        """With what a person has answered."""
        return self._policy

    @property
    def in_flight(self) -> InFlight:
        """What the desktop is waiting for from the network, at this moment."""
        return summary([visit.flight for visit in self._lines.values() if visit is not None])

    @property
    def connections(self) -> int:
        return len(self._lines)

    @property
    def counts(self) -> dict[bool, int]:
        """How many decisions allowed something, and how many refused something."""
        return dict(self._ledger.counts)

    def set_policy(self, policy: NetworkPolicy) -> None:
        """From now on this one. What it no longer allows is cut; what a person answered still holds.

        `PolicyError` when it names ports that cannot be opened any more; then nothing has changed.
        """
        for port in policy.ports:
            if port not in self._doors.ports:
                try:
                    self._serve(self._doors.open(port), functools.partial(self._transparent, port))
                except OSError as error:
                    reason = error.strerror or str(error)
                    raise PolicyError(f"port {port} cannot be opened inside the desktop: {reason}") from None
        self._given = policy
        self._renew()
        self.note(Decision("policy", "", None, True, "the policy was changed"))
        for line, visit in self._lines.items():
            if visit is not None and visit.name and self._policy.verdict(visit.name, visit.port) == "refuse":
                line.cut()

    async def close(self) -> None:
        """End every connection, and tell what was only counted. May be called twice."""
        if self._closed:
            return
        self._closed = True
        if self._watch is not None:
            self._watch.cancel()
        self._look_ups.close()
        self._asking.close()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._doors.close()
        self._ledger.close()

    # --- doors --------------------------------------------------------------------------------------------------

    def _serve(self, door: socket.socket, handle: Callable[[Line, str], Awaitable[None]]) -> None:
        self._keep(asyncio.ensure_future(self._accept(door, handle)))

    def _keep(self, task: asyncio.Task[None]) -> None:
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _accept(self, door: socket.socket, handle: Callable[[Line, str], Awaitable[None]]) -> None:
        loop = asyncio.get_running_loop()
        while True:
            while not ROOM.has(len(self._lines), self._policy.caps.connections):
                self._freed.clear()
                with contextlib.suppress(TimeoutError):  # what another desktop gives back is not told here
                    await asyncio.wait_for(self._freed.wait(), 0.5)
            while wait := self._pace.take():  # noqa: ASYNC110 - time is what it waits for
                await asyncio.sleep(wait)
            await asyncio.sleep(0)  # accepting does not yield while somebody knocks
            try:
                end, _address = await loop.sock_accept(door)
            except OSError as error:
                await asyncio.sleep(0.2 if error.errno in _NO_MORE else 0)
                continue
            line = Line(end)
            self._lines[line] = None
            ROOM.taken += 1
            self._keep(asyncio.ensure_future(self._receive(line, end.getsockname()[0], handle)))

    async def _receive(self, line: Line, address: str, handle: Callable[[Line, str], Awaitable[None]]) -> None:
        try:
            await handle(line, address)
        except (Ended, OSError, TimeoutError):
            pass  # it went, or was silent, before it had said anything
        finally:
            line.close()
            del self._lines[line]
            ROOM.taken -= 1
            self._freed.set()
            self._traffic()

    async def _transparent(self, port: int, line: Line, address: str) -> None:
        visit = self._visit(Visit, line)
        await visit.transparent(self._fakes.name(address), port)

    async def _proxy(self, line: Line, _address: str) -> None:
        await self._visit(ProxyVisit, line).serve()

    def _visit(self, kind: type[V], line: Line) -> V:
        visit = kind(self, line, Flight(self._traffic))
        self._lines[line] = visit
        self._traffic()
        return visit

    # --- look-ups -----------------------------------------------------------------------------------------------

    async def _long_look_up(self, answer: look_ups.Answer, line: Line, _address: str) -> None:
        await look_ups.over_tcp(line, answer)

    def _look_up(self, question: dns.Question) -> tuple[bytes | None, int]:
        name = normal(question.name)
        if name is None or self._policy.verdict(name) == "refuse":
            reason = "not on the list of what this desktop may reach"
            self.note(Decision("name", name or question.name[:80], None, False, reason))
            return None, dns.NXDOMAIN
        address = self._fakes.address(name)
        if address is None:
            self.note(Decision("limit", "", None, False, "too many different names were looked up"))
            return None, dns.SERVFAIL
        if self._policy.verdict(name) == "allow":
            self.note(Decision("name", name, None, True))
        return address, 0

    # --- what a visit needs -------------------------------------------------------------------------------------

    def note(self, decision: Decision) -> None:
        self._ledger.note(decision)

    async def admit(self, visit: Visit) -> None:
        if self.meter.full:
            raise Refused("the desktop has moved all the bytes it may move")
        match self._policy.verdict(visit.name, visit.port):
            case "allow":
                return
            case "refuse":
                raise Refused("not on the list of what this desktop may reach")
            case "ask":
                await self._ask(visit)

    async def dial(self, name: str, port: int) -> Line:
        caps = self._policy.caps
        return Line(await self._dialler.dial(name, port, self._policy.pin(name, port), caps.opening))

    async def _ask(self, visit: Visit) -> None:
        visit.flight.hold(True)
        try:
            word = await self._asking.ask(Question(visit.name, self._given.file is not None))
        finally:
            visit.flight.hold(False)
        if word.answer == "no":
            if word.by == "person":
                self._remember(Rule(visit.name), "deny")
            raise Refused(word.reason, word.by)
        self.note(Decision("name", visit.name, None, True, _LASTS[word.answer], "person"))
        if word.answer != "once":
            self._remember(Rule(visit.name), "allow")
        if word.answer == "always":
            self._write(visit.name)

    def _remember(self, rule: Rule, what: Literal["allow", "deny"]) -> None:
        if (rule, what) not in self._answers:
            self._answers.append((rule, what))
            self._renew()

    def _renew(self) -> None:
        policy = self._given
        for rule, what in self._answers:
            policy = policy.with_rule(rule) if what == "allow" else policy.without(rule)
        self._policy = policy

    def _write(self, name: str) -> None:
        file = self._given.file
        if file is None:
            return
        try:
            policy_file.add(file, Rule(name, WEB))
        except (OSError, ValueError) as error:
            reason = f"{name} could not be written to {file}, so it is allowed for this run only: {error}"
            self.note(Decision("policy", "", None, True, reason))

    def _used_up(self) -> None:
        self.note(
            Decision(
                "limit", "", None, False, f"the desktop has moved all the {self._given.caps.bytes:,} bytes it may move"
            )
        )
        for line in self._lines:
            line.cut()

    # --- traffic ------------------------------------------------------------------------------------------------

    def _traffic(self) -> None:
        """Tell of a change in what is in flight, and look again soon while anything is."""
        if self.on_traffic is None or self._closed:
            return
        now = self.in_flight
        if now.count != self._last_count:
            self._last_count = now.count
            self.on_traffic(now)
        if now.count and self._watch is None:
            self._watch = asyncio.get_running_loop().call_later(_LOOK, self._look)

    def _look(self) -> None:
        self._watch = None
        self._traffic()


_LASTS = {"once": "for now", "run": "for this run", "always": "for this run and all that use the same policy file"}
