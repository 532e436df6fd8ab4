"""One gateway and several: no network at all, a policy that changes, two desktops, caps, and what is in flight."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.gateway.conftest import PUBLIC, Wall, World

from deskhand.sandbox import namespaces
from deskhand.sandbox.gateway.flight import InFlight
from deskhand.sandbox.gateway.policy import Caps, NetworkPolicy, PolicyError
from deskhand.sandbox.interface import Spec

GET = "curl -s -m 5 http://allowed.test/"
HELLO = "hello host=allowed.test body=0\n"


async def until(condition: Callable[[], object], seconds: float = 10.0) -> None:
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110 - what is waited for is another process
            await asyncio.sleep(0.01)


async def test_without_a_policy_there_is_no_network_at_all() -> None:
    script = (
        "cat /proc/net/tcp /proc/net/udp /proc/net/tcp6 /proc/net/route | grep -vc local; cat /etc/resolv.conf; "
        "getent hosts example.com; curl -s -m 3 http://example.com/; echo $?; curl -s -m 3 http://198.18.0.1/; echo $?"
    )
    sandbox = await namespaces.start(Spec(), argv=["/bin/bash", "-c", script])
    try:
        assert sandbox.doors is None
        assert (await sandbox.wait()).output == "1\n# There is no network here.\n6\n7\n"
    finally:
        await sandbox.destroy()


async def test_an_empty_policy_reaches_nothing(walled: Wall, world: World) -> None:
    box = await walled(f"{GET}; getent hosts allowed.test; echo end")
    assert await box.output() == "end\n"
    assert world.called == [] and len(box.refusals()) == 1


async def test_a_policy_changes_while_the_desktop_lives(walled: Wall, world: World) -> None:
    """Nothing at first; then one name, on a port that had no door; then nothing again, and what is open is cut."""
    script = f"""
    try() {{ for i in $(seq 100); do curl -s -m 5 "$1" && return; sleep 0.05; done; }}
    {GET}; echo first; try http://allowed.test:8080/; try http://slow.test/; echo cut; {GET}; echo last
    """
    box = await walled(script)
    await until(lambda: box.decisions)
    box.gateway.set_policy(NetworkPolicy.of("allowed.test:8080", "slow.test"))
    await until(lambda: "slow.test/" in world.requests)
    box.gateway.set_policy(NetworkPolicy())
    asyncio.get_running_loop().call_later(0.3, box.gateway.set_policy, NetworkPolicy.of("slow.test"))
    await until(lambda: world.requests.count("slow.test/") == 2)
    world.release.set()
    out = await box.output()
    assert out == "first\nhello host=allowed.test:8080 body=0\nhello host=slow.test body=0\ncut\nlast\n"


async def test_ports_that_cannot_be_opened_any_more(walled: Wall, world: World) -> None:
    box = await walled("sleep 1", "allowed.test")
    with pytest.raises(PolicyError, match="cannot be opened inside"):
        box.gateway.set_policy(NetworkPolicy.of("allowed.test:" + ",".join(str(9000 + each) for each in range(12))))
    assert box.gateway.policy.verdict("allowed.test", 80) == "allow"


async def test_two_desktops_with_different_policies(walled: Wall, world: World) -> None:
    script = "for name in allowed evil; do curl -s -m 5 http://$name.test/; done"
    first, second = await walled(script, "allowed.test"), await walled(script, "evil.test")
    assert await first.output() == HELLO
    assert await second.output() == "hello host=evil.test body=0\n"
    assert first.refusals() and second.refusals()


async def test_what_is_in_flight_is_seen(walled: Wall, world: World) -> None:
    box = await walled(
        "exec 3<>/dev/tcp/slow.test/80; printf 'GET / HTTP/1.1\\r\\nHost: slow.test\\r\\n\\r\\n' >&3; sleep 5",
        "slow.test",
    )
    heard: list[int] = []
    box.gateway.on_traffic = lambda now: heard.append(now.count)
    await until(lambda: world.requests)
    now = box.gateway.in_flight
    assert now.count == 1 and now.since is not None
    await asyncio.sleep(0.3)
    assert box.gateway.in_flight == now  # it still waits for the slow server
    world.release.set()
    await until(lambda: box.gateway.in_flight == InFlight(0, None))
    assert box.gateway.connections == 1  # kept alive, and idle
    await until(lambda: heard == [1, 0])


async def test_connections_are_capped_and_others_wait(walled: Wall, world: World) -> None:
    policy = replace(NetworkPolicy.of("slow.test"), caps=Caps(connections=3))
    box = await walled("for i in 1 2 3 4 5 6; do curl -s -m 20 http://slow.test/$i & done; wait", policy=policy)
    await until(lambda: len(world.requests) == 3)
    await asyncio.sleep(0.3)
    assert len(world.requests) == 3 and box.gateway.connections == 3
    world.release.set()
    assert (await box.output()).count("hello") == 6


async def test_bytes_are_capped(walled: Wall, world: World) -> None:
    policy = replace(NetworkPolicy.of("allowed.test"), caps=Caps(bytes=1 << 20))
    box = await walled(f"{GET}; curl -s http://allowed.test/big9000000 | wc -c; {GET}", policy=policy)
    first, second, third = (await box.output()).splitlines()
    assert first == HELLO.strip() and int(second) <= 1 << 20 and "all the bytes" in third
    assert any("1,048,576 bytes" in each for each in box.refusals())


async def test_idle_connections_are_closed(walled: Wall, world: World) -> None:
    policy = replace(NetworkPolicy.of("allowed.test"), caps=Caps(idle=0.4))
    script = (
        "exec 3<>/dev/tcp/allowed.test/80; printf 'GET / HTTP/1.1\\r\\nHost: allowed.test\\r\\n\\r\\n' >&3; cat <&3"
    )
    box = await walled(script, policy=policy)
    assert (await box.output(5)).endswith(HELLO)


async def test_what_does_not_answer(walled: Wall, world: World) -> None:
    box = await walled("curl -s http://gone.test/; curl -s http://allowed.test:99/", "gone.test", "allowed.test:99")
    out = await box.output()
    assert "gone.test cannot be reached" in out and "allowed.test cannot be reached (Connection refused)" in out
    assert world.called == [(PUBLIC, 99)]
