"""A picture waits for the server that the action has asked, however silent it is; and for nothing else."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

import pytest
from tests.gateway.conftest import World

from deskhand.desktop.actions import Key, Type
from deskhand.desktop.interface import InvalidAction
from deskhand.desktop.settle import CAP
from deskhand.desktop.traffic import Traffic
from deskhand.sandbox.gateway.policy import NetworkPolicy
from deskhand.sandbox.open import open_desktop

ASK = "read x; clear; curl -s http://slow.test/; for i in 1 2 3 4 5 6; do echo 'much to be seen in this line'; done"
MUCH = 300


async def _until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(20):
        while not condition():  # noqa: ASYNC110
            await asyncio.sleep(0.01)


@pytest.mark.slow
async def test_the_picture_waits_for_a_silent_server(world: World) -> None:
    desktop = await open_desktop(network=NetworkPolicy.of(addresses=[f"slow.test=127.0.0.1:{world.servers['http']}"]))
    try:
        for times in range(2):  # the second time with all that is new after a reset
            await desktop.launch(f'xterm -e bash -c "{ASK}; sleep 100"')
            acting = asyncio.create_task(desktop.act(Key("Return")))
            await _until(lambda: world.requests)
            await asyncio.sleep(0.8)
            assert not acting.done()
            world.release.set()
            outcome = await acting
            assert outcome.changed and outcome.settled and outcome.pixels > MUCH
            if not times:
                world.release.clear()
                world.requests.clear()
                await desktop.reset()
        world.release.clear()
        await desktop.launch(f'xterm -e bash -c "{ASK}; sleep 100"')
        outcome = await desktop.act(Key("Return"))  # a server that never answers
        assert outcome.settled and outcome.seconds < CAP
        assert (await desktop.act(Type("x"))).settled
    finally:
        world.release.set()
        await desktop.close()


async def test_without_a_network_and_with_lies() -> None:
    desktop = await open_desktop()
    try:
        assert desktop.gateway is None
        await desktop.launch("xterm -e bash -c 'read x; sleep 60'")
        for count, age in ((-1, 0.0), (1, -1.0), (1, float("nan")), (1 << 60, 0.0)):
            with pytest.raises(InvalidAction):
                await desktop.tell_in_flight(count, age)
        acting = asyncio.create_task(desktop.act(Key("Return")))
        await desktop.tell_in_flight(1 << 50, 0.0)
        outcome = await acting
        assert outcome.settled and outcome.seconds < CAP
        await desktop.tell_in_flight(0, 1e9)
        assert (await desktop.act(Type("x"))).settled
        scores = "for each in $$ $(pidof xterm openbox); do cat /proc/$each/oom_score_adj; done | sort -u"
        assert (await desktop.shell(scores)).output == "800\n"
        assert (await desktop.shell("cat /proc/1/oom_score_adj")).output == "500\n"
        assert (await desktop.shell("cat /proc/$PPID/oom_score_adj")).output == "500\n"
    finally:
        await desktop.close()


def test_what_was_in_flight_before_is_background() -> None:
    traffic = Traffic()
    try:
        traffic.heard(1, 3.0)
        traffic.begin()
        assert not traffic.asked(time.monotonic())
        traffic.heard(2, 3.0)
        assert traffic.asked(time.monotonic())
        traffic.heard(1, 0.0)  # the older one was answered: this is the one of the action
        assert traffic.asked(time.monotonic())
        traffic.begin()
        traffic.heard(0, 0.0)
        traffic.heard(1, 0.0)
        assert traffic.asked(time.monotonic())
    finally:
        traffic.close()
