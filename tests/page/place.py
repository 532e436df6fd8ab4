"""`deskhand serve` as a process of its own with folders of its own, for a browser and for the test beside it."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import httpx2

_LINK = re.compile(r"http://\S+/start\?token=\S+")
_TOKEN = "of-the-tests"


def _without_keys() -> dict[str, str]:
    """The environment without a provider's keys: the escape suite plants one for whoever might inherit it."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("ANTHROPIC_", "OPENAI_"))}


class Place:
    """A server whose settings, runs and secrets lie below ``folder``; it can be killed and started again."""

    def __init__(self, folder: Path, *arguments: str, consent: bool = True) -> None:
        self.folder, self._arguments = folder, arguments
        self.runs = folder / "runs"
        self.port, self._scripts = 0, 0
        self.start()
        if consent:
            self.api("POST", "/api/consent", {"version": self.api("GET", "/api/consent")["version"]})

    def start(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        homes = {f"XDG_{kind}_HOME": str(self.folder / kind.lower()) for kind in ("CONFIG", "STATE", "DATA")}
        command = [
            sys.executable,
            "-m",
            "deskhand",
            "serve",
            "--port",
            str(self.port),
            "--runs",
            str(self.runs),
            "--scripts",
        ]
        with (self.folder / "server.log").open("a") as log:
            self.process = subprocess.Popen(
                [*command, "--port", str(self.port), *self._arguments],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                env={**_without_keys(), **homes, "DESKHAND_TOKEN": _TOKEN, "DESKHAND_CONSENT": ""},
            )
        self.link = self._first_link()
        self.url = self.link.partition("/start")[0]
        self.port = int(self.url.rpartition(":")[2])

    def _first_link(self) -> str:
        assert self.process.stdout is not None
        said = ""
        for line in self.process.stdout:
            said += line
            if found := _LINK.search(line):
                return found.group()
        raise AssertionError(f"no start link: {said}{(self.folder / 'server.log').read_text()}")

    def new_link(self) -> str:
        link: str = self.api("POST", "/api/links", {})["url"]
        return link

    def api(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        """One request, as a program makes it; the answer's JSON, or None where there is none."""
        answer = httpx2.request(
            method, self.url + path, json=body, headers={"authorization": f"Bearer {_TOKEN}"}, timeout=60
        )
        assert answer.status_code < 400, f"{method} {path}: {answer.status_code} {answer.text}"
        return answer.json() if answer.content else None

    def begin(self, turns: list[list[Any]], task: str = "What the script says", **wanted: Any) -> str:
        """A session whose model plays these turns (see `deskhand.cli.script`); its id."""
        self._scripts += 1
        script = self.folder / f"script-{self._scripts}.json"
        script.write_text(json.dumps(turns))
        made: dict[str, Any] = self.api(
            "POST", "/api/sessions", {"task": task, "model": f"scripted:{script}", **wanted}
        )
        id: str = made["id"]
        return id

    def events(self, id: str) -> list[dict[str, Any]]:
        return [entry["event"] for entry in self.api("GET", f"/api/sessions/{id}/events")["events"]]

    def session(self, id: str) -> dict[str, Any]:
        found: dict[str, Any] = self.api("GET", f"/api/sessions/{id}")
        return found

    def until_ended(self, id: str, seconds: float = 90) -> dict[str, Any]:
        limit = time.monotonic() + seconds
        while (session := self.session(id))["state"] not in ("ended", "cut"):
            assert time.monotonic() < limit, f"the session is still {session['state']}"
            time.sleep(0.1)
        return session

    def kill(self) -> None:
        """As a power cut does it to the process."""
        self.process.kill()
        self.process.communicate()

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        try:
            self.process.communicate(timeout=30)
        except subprocess.TimeoutExpired:
            self.kill()
            raise AssertionError("the server did not end when it was asked to") from None
