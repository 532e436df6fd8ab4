"""A desktop that is reset, forked, or left and taken up again: its walls are others each time, and hold each time."""

from __future__ import annotations

import secrets

import pytest
from tests.gateway.conftest import World

from deskhand.sandbox.gateway.ask import Answer, Question
from deskhand.sandbox.gateway.policy import NetworkPolicy
from deskhand.sandbox.open import attach_desktop, open_desktop
from deskhand.sandbox.sandboxed import SandboxedDesktop

TRY = (
    "curl -s -m 5 http://dev.test/; curl -s -m 5 http://evil.test/; curl -s -m 3 http://1.1.1.1/; "
    "curl -s -m 5 -H 'Host: evil.test' http://dev.test/ | cut -c1-16"
)
HELD = "hello host=dev.test body=0\ndeskhand refused"


async def _holds(desktop: SandboxedDesktop) -> None:
    assert (await desktop.shell(TRY)).output.strip() == HELD


def _policy(world: World) -> NetworkPolicy:
    return NetworkPolicy.of(addresses=[f"dev.test=127.0.0.1:{world.servers['http']}"])


async def test_after_a_reset_and_in_a_fork(servers: World) -> None:
    desktop = await open_desktop(network=_policy(servers))
    try:
        await _holds(desktop)
        await desktop.reset()
        await _holds(desktop)
        (fork,) = await desktop.fork(1)
        try:
            await _holds(fork)
        finally:
            await fork.close()
        await _holds(desktop)
    finally:
        await desktop.close()


async def test_after_another_host_has_taken_it_up(servers: World) -> None:
    """With a policy it is as before; without one nothing can be reached any more, not even the doors."""
    name = f"test-{secrets.token_hex(4)}"
    desktop = await open_desktop(network=_policy(servers), keep_as=name)
    await _holds(desktop)
    await desktop.leave()
    desktop = await attach_desktop(name, network=_policy(servers))
    await _holds(desktop)
    await desktop.leave()
    desktop = await attach_desktop(name)
    try:
        assert (await desktop.shell(TRY)).output.strip() == ""
        assert desktop.gateway is not None
        desktop.gateway.set_policy(_policy(servers))
        await _holds(desktop)
    finally:
        await desktop.close()


@pytest.mark.slow
async def test_what_a_person_said_holds_after_a_reset(servers: World) -> None:
    asked: list[str] = []

    async def ask(question: Question) -> Answer:
        asked.append(question.name)
        return "no"

    desktop = await open_desktop(network=NetworkPolicy.of(ask=True), asker=ask)
    try:
        for _ in range(2):
            await desktop.shell("curl -s -m 5 http://new.test/")
            await desktop.reset()
    finally:
        await desktop.close()
    assert asked == ["new.test"]
