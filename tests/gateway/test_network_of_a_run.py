"""The network of a whole run: given in words, journalled, asked about at a terminal, and used by a real browser."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import pytest
from rich.console import Console
from tests.cli.command import bash, here, script
from tests.cli.test_approval import terminal
from tests.gateway.conftest import World

import deskhand as product
from deskhand.agent.events import Acted, Event, Noted
from deskhand.agent.journal import Reader
from deskhand.cli.network import TerminalAsker, policy_of
from deskhand.cli.terminal import UserError
from deskhand.models.scripted import ScriptedModel, call
from deskhand.sandbox.gateway.ask import Answer, Question
from deskhand.sandbox.gateway.policy import NetworkPolicy
from deskhand.sandbox.open import open_desktop


async def test_a_run_tells_what_its_network_did(servers: World, tmp_path: Path) -> None:
    asked: list[str] = []

    async def ask(question: Question) -> Answer:
        asked.append(question.name)
        return "no"

    address = f"dev.test=127.0.0.1:{servers.servers['http']}"
    commands = "curl -s http://dev.test/; curl -s http://new.test/; curl -s http://dev.test/"
    events: list[Event] = []
    result = await product.run_task(
        "Fetch it.",
        model=ScriptedModel([call("bash", command=commands), "Done."]),
        network=NetworkPolicy.of(ask=True, addresses=[address]),
        asker=ask,
        ask="never",  # about commands: what the gateway asks is looked at here
        record=tmp_path,
        on_event=events.append,
    )
    assert result.status == "done" and asked == ["new.test"]
    acted = next(event for event in events if isinstance(event, Acted))
    assert acted.text.count("hello host=dev.test") == 2 and "deskhand refused" in acted.text
    notes = [event.text for event in events if isinstance(event, Noted)]
    assert notes == [
        "Network: dev.test:80 reached.",
        "Network: new.test:80 refused by a person.",
        "Network: dev.test:80 reached (again).",
    ]
    reader = Reader(result.folder)
    kept = [entry.event for entry in reader.read()]
    reader.close()
    assert [event.text for event in kept if isinstance(event, Noted)] == notes
    assert (kept[0].kind, kept[-1].kind) == ("started", "finished")


async def test_a_run_has_no_network_unless_it_is_given_one(tmp_path: Path) -> None:
    result = await product.run_task(
        "Fetch it.",
        model=ScriptedModel([call("bash", command="getent hosts example.com || echo nothing"), "Done."]),
        record=tmp_path,
        on_event=(seen := list[Event]()).append,
    )
    assert result.status == "done"
    assert next(event for event in seen if isinstance(event, Acted)).text.strip() == "nothing"


def test_from_the_command_line(servers: World, tmp_path: Path) -> None:
    address = f"dev.test=127.0.0.1:{servers.servers['http']}"
    model = script(tmp_path, [bash("getent hosts dev.test evil.test | wc -l; curl -s http://127.0.0.1:80/")], ["Done."])
    done = here(
        "run", "--model", model, "--allow-address", address, "--record", str(tmp_path), "Fetch it.", folder=tmp_path
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Network: evil.test refused: not on the list of what this desktop may reach." in done.stdout
    wrong = here("run", "--allow-domain", "http://example.com/x", "Fetch it.", folder=tmp_path)
    assert wrong.returncode == 1 and "write a domain, as in example.com" in wrong.stderr


def test_what_the_options_say(tmp_path: Path) -> None:
    assert policy_of(None, None, False, None) is None
    file = tmp_path / "network.toml"
    file.write_text('allow = ["a.test"]\n')
    policy = policy_of(["b.test:443"], file, True, ["c.test=127.0.0.1:8000"])
    assert policy is not None and policy.unknown == "ask" and policy.file == file
    assert [str(rule) for rule in policy.allow] == ["a.test", "b.test:443"]
    with pytest.raises(UserError, match="No such file"):
        policy_of(None, tmp_path / "none", False, None)


@pytest.mark.parametrize(
    ("typed", "can_keep", "answer"),
    [("o\n", False, "once"), ("r\n", False, "run"), ("hm\na\nn\n", False, "no"), ("a\n", True, "always"),
     ("\x04", True, "no")],
)  # fmt: skip
async def test_the_terminal_is_asked(
    monkeypatch: pytest.MonkeyPatch, typed: str, can_keep: bool, answer: Answer
) -> None:
    ask = TerminalAsker(Console(file=open(os.devnull, "w"), force_terminal=False))  # noqa: SIM115
    with terminal(monkeypatch) as keyboard:
        answering = asyncio.ensure_future(ask(Question("new.test", can_keep)))
        for line in typed.splitlines(keepends=True):
            await asyncio.sleep(0.05)
            os.write(keyboard, line.encode())
        assert await answering == answer


async def test_without_a_terminal_nobody_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    with open(os.devnull) as nowhere:
        monkeypatch.setattr(sys, "stdin", nowhere)
        with pytest.raises(RuntimeError, match="no terminal"):
            await TerminalAsker(Console())(Question("new.test", False))


@pytest.mark.slow
async def test_chromium_with_no_settings_at_all(servers: World) -> None:
    """Plain and over TLS, in its own sandbox, with the names it looks up by itself refused."""
    http, https = servers.servers["http"], servers.servers["https"]
    addresses = [f"allowed.test=127.0.0.1:{http}", f"www.allowed.test:443=127.0.0.1:{https}"]
    decisions: list[str] = []
    desktop = await open_desktop(
        network=NetworkPolicy.of(addresses=addresses), on_decision=lambda each: decisions.append(each.words)
    )
    try:
        for url in ("http://allowed.test/", "https://www.allowed.test/"):
            command = f"timeout 40 chromium --headless --ignore-certificate-errors --dump-dom {url} 2>/dev/null"
            result = await desktop.shell(command)
            assert f"hello host={url.split('/')[2]}" in result.output, (result, decisions)
    finally:
        await desktop.close()
    assert "Network: allowed.test:80 reached." in decisions and "Network: www.allowed.test:443 reached." in decisions
    outside = [each for each in decisions if "reached" in each and "allowed.test" not in each]
    assert outside == []
