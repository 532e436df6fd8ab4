"""The trail that a run leaves, and what a resumed run adds to it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from deskhand.agent.events import Acted, Decided, Found, Noted, Picture, Questioned, Replied, Started
from deskhand.agent.journal import FILE as JOURNAL
from deskhand.agent.journal import Journal, JournalError
from deskhand.agent.resume import resume_run
from deskhand.agent.run import run_task
from deskhand.cli import main
from deskhand.desktop.remote import RemoteDesktop
from deskhand.guard.audit import FILE
from deskhand.guard.audit_check import read, verify
from deskhand.guard.interface import Decision, Question, allow
from deskhand.models.scripted import ScriptedModel, call, computer

_ALARM = {"origin": "misuse", "kind": "domains", "sentence": "It registers a domain", "text": "buy", "region": None}


async def test_a_resumed_run_goes_on_with_its_trail(desktop: RemoteDesktop, tmp_path: Path):
    async def approver(question: Question) -> Decision:
        return allow(edited={**question.proposal.call.input, "command": "echo changed > /tmp/it"})

    model = ScriptedModel([call("bash", command="echo first > /tmp/it"), computer("screenshot"), "Done."])
    cut = await run_task(
        "Write it.", model=model, desktop=desktop, record=tmp_path, max_steps=1, ask="always", approver=approver
    )
    assert cut.status == "limit" and (await desktop.shell("cat /tmp/it")).output == "changed\n"
    ended = await resume_run(cut.folder, model=model, desktop=desktop, max_steps=9, approver=approver)
    assert ended.status == "done"
    assert verify(cut.folder / FILE).whole
    records = read(cut.folder / FILE)
    kinds = [record.kind for record in records]
    assert kinds.count("end") == 2 and kinds.index("resumed") == kinds.index("end") + 1
    wanted, decided = (next(record.data for record in records if record.kind == kind) for kind in ("wanted", "decided"))
    assert wanted["input"] == {"command": "echo first > /tmp/it"}
    assert decided["edited"] == {"command": "echo changed > /tmp/it"}
    assert (decided["by"], decided["via"], decided["allowed"]) == ("person", "api", True)
    happened = [record.data for record in records if record.kind == "happened"]
    assert (cut.folder / "pictures" / f"{happened[1]['picture']}.png").is_file()
    assert [record.data["question"] for record in records if record.kind == "decided"] == [
        record.data["id"] for record in records if record.kind == "asked"
    ]


def test_each_event_leaves_its_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("SHOP_API_KEY", "key-0123456789")
    journal = Journal.create(tmp_path / "runs/20260101-000000-aaaa")
    tool = {"type": "tool_use", "id": "t1", "name": "bash", "input": {"command": "curl -H key-0123456789"}}
    journal.append(Started("r", "Do it with key-0123456789", "scripted", 1, 1, 1, 1))
    journal.append(Replied(1, ({"type": "text", "text": "I go."}, tool), "I go.", "tool_use", 0.1))
    journal.append(
        Found(1, "t1", "leave", 0.9, "It buys a domain", alarms=(_ALARM,), rule="misuse → ask", verdict="ask")
    )
    journal.append(Questioned(1, "q1", "t1", "It buys a domain", ("misuse",), picture=Picture("0" * 64, 1, 1)))
    journal.append(Decided(1, "t1", False, "person", "no", question="q1", via="page"))
    journal.append(Acted(1, "t1", {}, "Refused.", True, 0.0))
    journal.append(Noted("example.com was reached", 1), fact="network")
    journal.audit("secret", {"name": "PW", "what": "refused", "place": "key-0123456789"})
    journal.close()
    path = tmp_path / "runs/20260101-000000-aaaa" / FILE
    assert verify(path).whole and b"key-0123456789" not in path.read_bytes()
    assert [record.kind for record in read(path)] == [
        "begin", "wanted", "found", "asked", "decided", "happened", "network", "secret",
    ]  # fmt: skip
    monkeypatch.chdir(tmp_path)
    assert main(["audit", "show", "latest", "--alarms"]) == 0
    shown = capsys.readouterr().out
    assert "It registers a domain" in shown and "a person (at the page) refused: no" in shown and "network" not in shown
    assert main(["audit", "alarms", "--json"]) == 0
    (alarm,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert alarm["kind"] == "domains" and alarm["verdict"] == "ask" and alarm["run"] == "20260101-000000-aaaa"


def test_a_trail_that_cannot_be_written_ends_the_journal_with_a_sentence(tmp_path: Path):
    folder = tmp_path / "run"
    (folder / FILE).mkdir(parents=True)
    journal = Journal.create(folder)
    with pytest.raises(JournalError, match="audit trail"):
        journal.append(Started("r", "t", "m", 1, 1, 1, 1))
    journal.close()
    assert (folder / JOURNAL).is_file()
