"""The network of a virtual machine: what the policy names, through the gateway, and otherwise none."""

from __future__ import annotations

from typing import Any

import pytest
from tests.gateway.conftest import World
from tests.vm.conftest import OpenMachine, told

from deskhand.sandbox.gateway.gateway import Gateway
from deskhand.sandbox.gateway.policy import NetworkPolicy

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


@pytest.fixture
def to_the_world(world: World, monkeypatch: pytest.MonkeyPatch) -> World:
    """Gateways that are made by `open_desktop` call this world."""
    usual = Gateway.__init__

    def init(self: Gateway, *arguments: Any, **wishes: Any) -> None:
        usual(self, *arguments, **wishes, resolve=world.resolve, connect=world.connect)

    monkeypatch.setattr(Gateway, "__init__", init)
    return world


async def test_what_is_named_can_be_reached_and_nothing_else(opened: OpenMachine, to_the_world: World) -> None:
    desktop = await opened(network=NetworkPolicy.of("allowed.test"))
    await desktop.write_file("/tmp/ca.pem", to_the_world.authority.encode())
    assert "hello host=allowed.test" in await told(desktop, "curl -sS http://allowed.test/")
    assert "hello host=allowed.test" in await told(desktop, "curl -sS --cacert /tmp/ca.pem https://allowed.test/")
    fetch = "import urllib.request as u; print(u.urlopen('http://allowed.test/').read())"
    assert "hello" in await told(desktop, f'python3 -c "{fetch}"')
    # 20 MB, whole, through the wire
    assert await told(desktop, "curl -sS http://allowed.test/big20000000 | wc -c") == "20000000"
    before = len(to_the_world.called)
    for script in (
        "curl -sS http://evil.test/",
        "curl -sS http://93.184.216.35/",
        "curl -sS --resolve evil.test:80:198.18.0.2 http://evil.test/",
        "curl -sS -H 'Host: evil.test' http://allowed.test/",
        "curl -sS http://10.0.2.2/ ",
        "curl -sS http://169.254.169.254/",
        "curl -sS --connect-timeout 5 http://allowed.test:22/",
        "getent hosts evil.test",
        'python3 -c "import socket; socket.socket(socket.AF_VSOCK, 1).connect((2, 22))"',
    ):
        result = await desktop.shell(
            f"{script} -m 20 2>&1" if script.startswith("curl") else f"{script} 2>&1", timeout=40
        )
        assert result.exit_code != 0 or "403" in result.output or "deskhand" in result.output.lower(), (script, result)
        assert "hello" not in result.output, script
    assert all(call[0] == "93.184.216.34" for call in to_the_world.called[before:])


async def test_a_policy_that_changes_reaches_into_the_machine(opened: OpenMachine, to_the_world: World) -> None:
    desktop = await opened(network=NetworkPolicy.of("allowed.test"))
    assert desktop.gateway is not None
    fetch = "curl -sS -m 20 http://allowed.test:8080/ 2>&1"
    assert "hello" not in await told(desktop, fetch)
    desktop.gateway.set_policy(NetworkPolicy.of("allowed.test", "allowed.test:8080"))
    assert "hello" in await told(desktop, fetch)


async def test_without_a_policy_there_is_none(opened: OpenMachine) -> None:
    desktop = await opened()
    tries = "http://allowed.test/ http://198.18.0.1/ http://10.0.2.2/"
    said = await told(desktop, f"for each in {tries}; do curl -sS -m 10 $each 2>&1; done")
    assert "Could not resolve" in said and said.count("Failed to connect") + said.count("Couldn't connect") >= 2, said
    assert await told(desktop, "tail -n +2 /proc/net/route") == "", "there is no route"


async def test_chromium_needs_no_settings(opened: OpenMachine, to_the_world: World) -> None:
    desktop = await opened(network=NetworkPolicy.of("allowed.test"))
    dump = "chromium --headless --disable-gpu --dump-dom http://allowed.test/page 2>/dev/null"
    assert "hello host=allowed.test" in await told(desktop, f"timeout 400 {dump}", timeout=410)
