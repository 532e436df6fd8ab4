"""The same network for a user without any privilege."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

import pytest
from tests.gateway.conftest import World
from tests.sandbox.test_plain_user import Account, _may_be_read_by_all, account, pytestmark

__all__ = ["account", "pytestmark"]

SCRIPT = """
import asyncio, json, sys
from deskhand.sandbox import namespaces
from deskhand.sandbox.gateway.gateway import Gateway
from deskhand.sandbox.gateway.policy import NetworkPolicy
from deskhand.sandbox.interface import Spec

async def main():
    policy = NetworkPolicy.of(addresses=[sys.argv[2]])
    sandbox = await namespaces.start(Spec(ports=policy.ports), argv=["/bin/bash", "-c", sys.argv[1]])
    gateway = Gateway(sandbox.doors, policy)
    gateway.set_policy(NetworkPolicy.of(addresses=[sys.argv[2], "other" + sys.argv[2].replace("=", ":8080=")]))
    ended = await sandbox.wait()
    await gateway.close()
    await sandbox.destroy()
    print(json.dumps([sandbox.mode, ended.output]))

asyncio.run(main())
"""

INSIDE = """
curl -s -m 5 http://dev.test/; curl -s -m 5 http://otherdev.test:8080/; getent hosts evil.test
curl -s -m 5 -H 'Host: evil.test' http://dev.test/; echo x 2>/dev/null >> /etc/resolv.conf || echo kept
"""


async def test_a_plain_user_has_the_same_network(account: Account, servers: World) -> None:
    if not _may_be_read_by_all(Path(sys.executable).absolute()) or not _may_be_read_by_all(Path(__file__)):
        pytest.skip("this checkout lies in a folder that only its owner may enter")
    address = f"dev.test=127.0.0.1:{servers.servers['http']}"
    mode, output = json.loads(await asyncio.to_thread(account.run, sys.executable, "-c", SCRIPT, INSIDE, address))
    assert mode == "single"
    assert output.splitlines() == [
        "hello host=dev.test body=0",
        "hello host=otherdev.test:8080 body=0",
        "deskhand refused this request: the request is for 'evil.test' on a connection to dev.test.",
        "kept",
    ]
