"""Who builds the sandbox for an attempt. Every provider of sandboxes has to hold the same list."""

from __future__ import annotations

import asyncio
import json
import pwd
import secrets
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest

from deskhand.sandbox import namespaces, providers
from deskhand.sandbox.container.engine import EngineName
from deskhand.sandbox.held import Ended, Stay
from deskhand.sandbox.interface import Limits, Spec

SERVER = """
import asyncio, json, os, sys
from deskhand.sandbox import namespaces
from deskhand.sandbox.interface import Limits, Spec

async def one(asked):
    limits = Limits(**asked["limits"])
    sandbox = await namespaces.start(Spec(limits=limits), argv=asked["argv"])
    try:
        ended = await sandbox.wait()
    finally:
        await sandbox.destroy()
    return [ended.code, ended.output]

async def main():
    while line := await asyncio.to_thread(sys.stdin.readline):
        try:
            answer = await one(json.loads(line))
        except Exception as error:
            answer = [255, f"no sandbox: {error}"]
        print(json.dumps(answer), flush=True)

asyncio.run(main())
"""


class Provider(Protocol):
    @property
    def name(self) -> str: ...

    async def run(self, argv: list[str], limits: Limits | None = None) -> Ended:
        """Run a program as PID 1 of a fresh sandbox, to its end."""
        ...


class NamespaceProvider:
    name = "own"

    async def run(self, argv: list[str], limits: Limits | None = None) -> Ended:
        sandbox = await namespaces.start(Spec(limits=limits or Limits()), argv=argv)
        try:
            return await sandbox.wait()
        finally:
            await sandbox.destroy()


@dataclass
class ContainerProvider:
    """A container of an engine: the program is the only child of its PID 1."""

    name: EngineName

    async def run(self, argv: list[str], limits: Limits | None = None) -> Ended:
        spec = Spec(limits=limits or Limits(), provider=self.name)
        sandbox = await providers.start(spec, Stay(), argv=argv)
        try:
            return await sandbox.wait()
        finally:
            await sandbox.destroy()


@dataclass
class PlainUserProvider:
    """The same by a user without privileges: one process of theirs starts all the sandboxes."""

    account: str
    uid: int
    home: Path
    _server: subprocess.Popen[str]
    name: str = "single"

    @classmethod
    def create(cls) -> PlainUserProvider:
        code = Path(sys.executable).absolute(), Path(namespaces.__file__)
        if not all(folder.stat().st_mode & 0o001 for path in code for folder in path.parents):
            pytest.skip("this checkout lies in a folder that only its owner may enter")
        account = f"deskhand-{secrets.token_hex(3)}"
        subprocess.run(["useradd", "--create-home", "--user-group", account], check=True)
        found = pwd.getpwnam(account)
        words = ["setpriv", f"--reuid={found.pw_uid}", f"--regid={found.pw_gid}", "--init-groups", "env", "-i"]
        words += [
            f"PYTHONPATH={Path(namespaces.__file__).parents[2]}",
            f"HOME={found.pw_dir}",
            "PATH=/usr/bin:/bin",
            "ANTHROPIC_API_KEY=CANARY-0123456789abcdef",
        ]
        server = subprocess.Popen(
            [*words, sys.executable, "-c", SERVER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd="/"
        )
        return cls(account, found.pw_uid, Path(found.pw_dir), server)

    async def run(self, argv: list[str], limits: Limits | None = None) -> Ended:
        given = limits or Limits()
        names = ("memory", "processes", "cpus", "disk", "open_files")
        asked = {"argv": argv, "limits": {name: getattr(given, name) for name in names}}
        assert self._server.stdin is not None and self._server.stdout is not None
        self._server.stdin.write(json.dumps(asked) + "\n")
        self._server.stdin.flush()
        line = await asyncio.to_thread(self._server.stdout.readline)
        assert line, "the plain user's process has died"
        code, output = json.loads(line)
        return Ended(code, output)

    def close(self) -> None:
        assert self._server.stdin is not None
        self._server.stdin.close()
        self._server.wait(20)
        subprocess.run(["userdel", "--remove", self.account], check=True, capture_output=True)
        shutil.rmtree(f"/tmp/deskhand-{self.uid}", ignore_errors=True)
