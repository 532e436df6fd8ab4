"""A whole run with secrets: the page gets them, and nothing that is kept, sent or shown does."""

from __future__ import annotations

import base64
import json
import logging
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from tests.guard.login import SHOP, arrived, browse, element, serve

from deskhand import report
from deskhand.agent.events import Event, Found, Noted, to_json
from deskhand.agent.run import run_task
from deskhand.desktop.remote import RemoteDesktop
from deskhand.guard.audit import FILE
from deskhand.guard.audit_check import read, verify
from deskhand.guard.interface import Decision, Question, allow
from deskhand.guard.secret_sources import vault
from deskhand.messages import Image, Text
from deskhand.models.interface import Request, Traits
from deskhand.models.scripted import ScriptedModel, call, computer

PASSWORD, TOKEN = "Tr0ub4dor&3 horse", "tok-48151623-Zebra"
FORMS = (PASSWORD, TOKEN, "Tr0ub4dor", "48151623", base64.b64encode(TOKEN.encode()).decode()[:20])


async def leaky(what: str) -> str:
    """Answer with what nobody should see."""
    logging.getLogger("leaky").warning("the token is %s", TOKEN)
    return f"{what}: {TOKEN}"


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("chromium"), reason="needs a browser")
async def test_the_page_gets_it_and_nobody_else(
    desktop: RemoteDesktop, tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    await serve(desktop)
    await browse(desktop, f"{SHOP}/login.html")

    def click(role: str, name: str) -> Callable[[Request], Awaitable[Any]]:
        async def turn(_: Request) -> Any:
            at = (await element(desktop, role, name)).box.center
            return computer("left_click", coordinate=[at.x, at.y])

        return turn

    model = ScriptedModel(
        [
            click("password text", "Password"),
            computer("type", text="{{SHOP_PASSWORD}}"),
            click("push button", "Show"),
            click("entry", "API token"),
            computer("type", text="{{SHOP_TOKEN}}\t"),
            call("bash", command="cat /tmp/typed; echo; base64 -w0 /tmp/typed; echo; xxd -p /tmp/typed"),
            call("bash", command="echo {{SHOP_TOKEN}}"),
            call("leaky", what="it"),
            computer("screenshot"),
            f"I saw {TOKEN}.\nDONE",
        ],
        traits=Traits(ends_by_word=True),
    )
    asked: list[Question] = []
    events: list[Event] = []

    def written(folder: Path) -> None:
        report.write(folder)

    async def approver(question: Question) -> Decision:
        asked.append(question)
        return allow()

    result = await run_task(
        "Sign in with {{SHOP_PASSWORD}}.", model=model, desktop=desktop, record=tmp_path, ask="consequential",
        approver=approver, on_event=events.append, tools=[leaky],
        secrets=vault(
            [f"SHOP_PASSWORD:alice@{SHOP}", f"SHOP_TOKEN@{SHOP},program:xterm"],
            environment={"SHOP_PASSWORD": PASSWORD, "SHOP_TOKEN": TOKEN},
        ),
        report=written,
    )  # fmt: skip
    assert result.status == "done" and result.answer == "I saw {{SHOP_TOKEN}}."
    assert await arrived(desktop, PASSWORD)
    assert (await element(desktop, "entry", "API token")).value == TOKEN

    # What the model was sent.
    system = model.requests[0].system
    assert "SHOP_PASSWORD: {{SHOP_PASSWORD}} (for http://127.0.0.1:8765; the user name there is alice)" in system
    told = "".join(
        block.text for request in model.requests for message in request.messages for block in message.content
        if isinstance(block, Text)
    )  # fmt: skip
    results = "".join(each.text for message in model.requests[-1].messages for each in message.tool_results)
    pictures = [
        block.data for message in model.requests[-1].messages for each in message.tool_results
        for block in each.content if isinstance(block, Image)
    ]  # fmt: skip
    # What is kept and shown.
    kept = b"".join(path.read_bytes() for path in sorted(result.folder.rglob("*")) if path.is_file())
    shown = "".join(to_json(event) for event in events)
    questions = "".join(f"{question.sentence}{question.finding}{question.proposal}" for question in asked)
    for form in FORMS:
        for text in (system, told, results, shown, questions, caplog.text, result.answer):
            assert form not in text, form
        assert form.encode() not in kept, form
    assert "into a shell" in results and "it: {{SHOP_TOKEN}}" in results and pictures
    assert "the token is {{SHOP_TOKEN}}" in caplog.text

    # Typing one counts as signing in, which who lends it for a place has allowed there; and the trail names it.
    found = [event for event in events if isinstance(event, Found) and event.consequence == "sign_in"]
    assert found and "You lent SHOP_PASSWORD" in found[0].rule and found[0].verdict == "allow", found
    facts = [dict(record.data) for record in read(result.folder / FILE) if record.kind == "secret"]
    assert [(fact["name"], fact["what"]) for fact in facts] == [
        ("SHOP_PASSWORD", "typed"),
        ("SHOP_TOKEN", "typed"),
        ("SHOP_TOKEN", "refused"),
    ]
    assert facts[0]["place"] == f"{SHOP}/login.html" and facts[0]["field"] == "Password"
    assert verify(result.folder / FILE).whole
    assert not [event for event in events if isinstance(event, Noted) and "defect" in event.text]
    assert json.loads(json.dumps(facts))
