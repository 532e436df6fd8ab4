"""A secret in a real browser: typed where it belongs, refused elsewhere, and never shown."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from tests.guard.login import SHOP, arrived, browse, element, serve

from deskhand.desktop.actions import Click, Key, Type
from deskhand.desktop.interface import Desktop, InvalidAction
from deskhand.desktop.remote import RemoteDesktop
from deskhand.guard.lending import LendingDesktop
from deskhand.guard.vault import At, Secret, Vault
from deskhand.screen.geometry import Rect
from deskhand.vision.read import Reader

pytestmark = pytest.mark.skipif(not shutil.which("chromium"), reason="needs a browser")

PASSWORD, TOKEN = "Tr0ub4dor&3 horse", "tok-48151623-Zebra"
_HERE = (At.parse(SHOP),)
VAULT = Vault(
    [
        Secret("SHOP_PASSWORD", PASSWORD, _HERE, "alice"),
        Secret("SHOP_TOKEN", TOKEN, _HERE),
        Secret("BANK_PASSWORD", "never-to-be-seen-here", (At.parse("bank.example"),)),
    ]
)


@pytest_asyncio.fixture(scope="module")
async def lent(desktop: RemoteDesktop) -> AsyncIterator[tuple[Desktop, list[dict[str, Any]]]]:
    told: list[dict[str, Any]] = []
    await serve(desktop)
    await browse(desktop, f"{SHOP}/login.html")
    yield LendingDesktop(desktop, VAULT, lambda fact: told.append(dict(fact))), told


async def into(desktop: Desktop, role: str, name: str) -> None:
    await desktop.act(Click((await element(desktop, role, name)).box.center))


async def test_it_is_typed_into_its_field_and_told_without_its_value(lent: Any, desktop: RemoteDesktop):
    lending, told = lent
    await into(lending, "password text", "Password")
    outcome = await lending.act(Type("{{SHOP_PASSWORD}}"))
    assert outcome.changed
    assert await arrived(desktop, PASSWORD), "the page has got the real value"
    assert told == [{"name": "SHOP_PASSWORD", "what": "typed", "place": f"{SHOP}/login.html", "field": "Password"}]
    assert PASSWORD not in (await lending.shell("cat /tmp/typed; base64 -w0 /tmp/typed")).output


@pytest.mark.parametrize(
    ("field", "text", "why"),
    [
        (("password text", "Password"), "{{BANK_PASSWORD}}", "bank.example only"),
        (("password text", "Code"), "{{SHOP_PASSWORD}}", "belongs to http://localhost:8765"),
        (("entry", "Search"), "{{SHOP_PASSWORD}}", "neither"),
        (("entry", "Address and search bar"), "{{SHOP_TOKEN}}", "was not typed"),
        (("password text", "Password"), "my {{SHOP_PASSWORD}}", "action of its own"),
        (("password text", "Password"), "{{SHOP_TOKEN}}{{SHOP_PASSWORD}}", "action of its own"),
    ],
)
async def test_it_is_typed_nowhere_else(lent: Any, desktop: RemoteDesktop, field: Any, text: str, why: str):
    lending, _ = lent
    await into(lending, *field)
    with pytest.raises(InvalidAction, match=why):
        await lending.act(Type(text))
    for found in await desktop.elements():
        assert "never-to-be-seen" not in found.value and not (found.name in ("Search", "Code") and found.value)
    await lending.act(Key("Escape"))


async def test_neither_shell_nor_file_nor_clipboard_gets_one(lent: Any, desktop: RemoteDesktop):
    lending, _ = lent
    with pytest.raises(InvalidAction, match="into a shell"):
        await lending.shell("echo {{SHOP_PASSWORD}}")
    with pytest.raises(InvalidAction, match="into a file"):
        await lending.write_file("/tmp/note", b"{{SHOP_PASSWORD}}")
    with pytest.raises(InvalidAction, match="into the clipboard"):
        await lending.set_clipboard("{{ SHOP_PASSWORD }}")
    assert (await lending.shell("echo '{{OTHER}}'")).output == "{{OTHER}}\n", "no secret of ours"


async def test_what_becomes_visible_is_covered(lent: Any, desktop: RemoteDesktop):
    lending, _ = lent
    await into(lending, "entry", "API token")
    outcome = await lending.act(Type("{{SHOP_TOKEN}}"))
    await into(lending, "push button", "Show")
    reader = Reader()
    for frame in (outcome.frame, await lending.screenshot()):
        read = " ".join(line.text for line in reader.read(frame.png).texts)
        assert "SHOP_TOKEN" in read and "48151623" not in read and "Tr0ub" not in read and "Zebra" not in read
    bare = " ".join(line.text for line in reader.read((await desktop.screenshot()).png).texts)
    assert "48151623" in bare, "it does stand there"
    box = (await element(desktop, "entry", "API token")).box
    half = Rect(box.x, box.y, box.width // 3, box.height)  # a cut through the middle of it
    assert "481" not in " ".join(line.text for line in Reader().read((await lending.zoom(half)).png).texts)
    assert all(TOKEN not in found.value for found in await lending.elements())


async def test_what_stands_in_a_terminal_is_covered_too(lent: Any, desktop: RemoteDesktop):
    lending, _ = lent
    await desktop.shell(f"(xterm -geometry 60x8+500+300 -fa Mono -fs 14 -e \"echo 'it is {TOKEN}'; sleep 60\" &)")
    await desktop.shell("sleep 1.5")
    frame = await lending.screenshot()
    read = " ".join(line.text for line in Reader().read(frame.png).texts)
    assert "48151623" not in read and "Zebra" not in read
