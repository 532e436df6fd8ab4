"""Evidence from real programs on a real display: what is under the pointer, what has the keyboard, where."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import pytest

from deskhand.desktop.interface import Element
from deskhand.desktop.remote import RemoteDesktop
from deskhand.guard.commands import Commands
from deskhand.guard.consequence import judge
from deskhand.guard.evidence import Evidence
from deskhand.guard.gather import Gatherer
from deskhand.guard.interface import Finding
from deskhand.messages import ToolUse
from deskhand.models.scripted import call, computer
from deskhand.screen.geometry import Point, Rect
from deskhand.tools.collection import Tools
from deskhand.vision.match import find
from deskhand.vision.read import Reader

SHOP = """<title>Checkout</title><h1>Your order</h1><p>Total: $42.00</p>
<form><label>Name <input></label> <button type=button>Cancel</button> <button>Place order</button></form>
<p><label><input type=checkbox> I agree to the terms of sale</label></p>
<div role=dialog aria-label="Delete address"><p>Delete this address for good?</p><button>OK</button></div>
<input type=password aria-label="Password"> <canvas width=9 height=9></canvas>"""


class Eyes:
    """The guard's view of one desktop."""

    def __init__(self, desktop: RemoteDesktop) -> None:
        self.desktop, self.tools, self.gatherer = desktop, Tools(desktop), Gatherer(desktop)

    async def judged(self, use: ToolUse) -> tuple[Finding, Evidence]:
        proposal = await self.tools.describe(use)
        assert not proposal.error
        evidence = await self.gatherer.gather(proposal)
        return judge(proposal, evidence), evidence

    async def do(self, use: ToolUse) -> tuple[Finding, Evidence]:
        """As `judged`; then it is done, as after a yes."""
        found = await self.judged(use)
        proposal = await self.tools.describe(use)
        self.gatherer.allowed(proposal)
        await self.tools.run(use, proposal)
        return found

    async def element(self, name: str, role: str = "") -> Element:
        until = time.monotonic() + 30
        while time.monotonic() < until:
            for element in await self.desktop.elements():
                if element.name == name and role in ("", element.role):
                    return element
            await asyncio.sleep(0.2)
        raise AssertionError(f"nothing is called {name}")

    async def click(self, name: str, role: str = "") -> tuple[Finding, Evidence]:
        center = self.tools.computer.scale.to_model((await self.element(name, role)).box.center)
        return await self.judged(computer("left_click", coordinate=[center.x, center.y]))

    async def end(self, program: str) -> None:
        await self.desktop.shell(f"pkill -x {program}; true")
        until = time.monotonic() + 10
        while any(program in window.program.lower() for window in await self.desktop.windows()):
            assert time.monotonic() < until
            await asyncio.sleep(0.1)


async def _read(desktop: RemoteDesktop, text: str, within: Rect) -> Point:
    """Where ``text`` stands on the picture."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        matches = find(Reader().read((await desktop.screenshot()).png), text, within=within)
        if matches:
            return matches[0].box.center
    raise AssertionError(f"{text} is not to be read")


async def test_an_editor(desktop: RemoteDesktop):
    eyes = Eyes(desktop)
    await desktop.launch("mousepad")
    try:
        found, evidence = await eyes.click("File", "menu")
        assert found.consequence == "navigate" and evidence.place.program == "Mousepad"
        found, evidence = await eyes.judged(computer("type", text="milk\neggs\n"))
        assert found.consequence == "edit" and evidence.target.role == "text"
        assert (await eyes.judged(computer("key", text="ctrl+s")))[0].consequence == "save"
        await eyes.do(computer("type", text="milk"))
        await eyes.do(computer("key", text="ctrl+q"))
        await eyes.element("Don't Save")
        found, evidence = await eyes.click("Don't Save")
        assert found.consequence == "delete" and "changes" in evidence.dialog
        assert found.target is not None and found.target == evidence.target.box
        assert (await eyes.click("Cancel"))[0].consequence == "navigate"
    finally:
        await eyes.end("mousepad")


async def test_the_tree_is_read_again_only_when_the_screen_is_another(desktop: RemoteDesktop):
    eyes = Eyes(desktop)
    await desktop.launch("mousepad")
    try:
        asked = 0
        elements = desktop.elements

        async def counted() -> list[Element]:
            nonlocal asked
            asked += 1
            return await elements()

        place = (await eyes.element("File", "menu")).box.center
        at = eyes.tools.computer.scale.to_model(place)
        use = computer("left_click", coordinate=[at.x, at.y])
        desktop.elements = counted  # type: ignore[method-assign]
        try:
            await eyes.judged(use)
            await eyes.judged(use)
            assert asked == 1
            await eyes.tools.run(use)
            eyes.gatherer.prepare()  # the model thinks
            await eyes.judged(computer("left_click", coordinate=[at.x + 5, at.y]))
            assert asked == 2
            await eyes.judged(computer("screenshot"))
            assert asked == 2
        finally:
            del desktop.elements
            await eyes.gatherer.close()
    finally:
        await eyes.end("mousepad")


async def test_a_file_manager(desktop: RemoteDesktop, share: Path):
    eyes = Eyes(desktop)
    (share / "report.txt").write_text("numbers")
    await desktop.shell("nohup pcmanfm ~/Shared >/dev/null 2>&1 &")
    try:
        await eyes.element("Shared", "frame")
        files = next(window for window in await desktop.windows() if window.program == "Pcmanfm")
        icon = await _read(desktop, "report.txt", files.box)  # this program describes its icons to nobody
        at = eyes.tools.computer.scale.to_model(icon)
        found, evidence = await eyes.do(computer("left_click", coordinate=[at.x, at.y]))
        assert found.consequence == "navigate" and evidence.target.label == "report.txt"
        assert evidence.target.known == "picture" and evidence.place.program == "Pcmanfm"
        found, _ = await eyes.do(computer("key", text="shift+Delete"))
        assert found.consequence == "delete" and "for good" in found.sentence
        found, evidence = await eyes.click("Yes")
        assert found.consequence == "delete" and "report.txt" in evidence.dialog
        assert (await eyes.click("No"))[0].consequence == "navigate"
    finally:
        windows = [window for window in await desktop.windows() if window.program == "Pcmanfm"]
        for window in windows:
            await desktop.close_window(window.id)


async def test_a_terminal_is_a_shell(desktop: RemoteDesktop):
    eyes = Eyes(desktop)
    await desktop.launch("xterm")
    try:
        assert (await eyes.do(computer("type", text="rm -rf ")))[0].consequence == "edit"
        assert (await eyes.do(computer("type", text="~/nothing-here")))[0].consequence == "edit"
        found, _ = await eyes.judged(computer("key", text="Return"))
        assert found.consequence == "delete" and "rm -rf ~/nothing-here" in found.sentence
        await eyes.do(computer("key", text="ctrl+u"))
        assert (await eyes.judged(computer("type", text="pwd\n")))[0].consequence == "observe"
    finally:
        await eyes.end("xterm")


async def test_commands_know_the_files(desktop: RemoteDesktop, share: Path):
    eyes = Eyes(desktop)
    (share / "kept.txt").write_text("mine")
    (share / "clean.sh").write_text("#!/bin/sh\nrm -rf ~/Documents\n")
    overwrite = call("bash", command="echo x > ~/Shared/kept.txt")
    assert (await eyes.judged(overwrite))[0].consequence == "delete"
    assert (await eyes.judged(call("bash", command="cd Shared && echo x > kept.txt")))[0].consequence == "delete"
    assert (await eyes.judged(call("bash", command="sh ~/Shared/clean.sh")))[0].consequence == "delete"
    fresh = call("bash", command="echo x > ~/Shared/fresh.txt")
    assert (await eyes.do(fresh))[0].consequence == "save"
    assert (await eyes.judged(fresh))[0].consequence == "save"  # the run made it itself
    await eyes.do(call("bash", command="cd ~/Shared"))
    assert (await eyes.judged(call("bash", command="echo x > kept.txt")))[0].consequence == "delete"
    told = await Commands(desktop).of_line("open('Shared/kept.txt', 'w').close()", ("python3",))
    assert told.files == {"~/Shared/kept.txt": True}
    edit = "str_replace_based_edit_tool"
    created = call(edit, command="create", path="/home/user/Shared/kept.txt", file_text="y")
    assert (await eyes.judged(created))[0].consequence == "delete"


@pytest.mark.slow
async def test_a_page_in_a_browser(desktop: RemoteDesktop, share: Path):
    eyes = Eyes(desktop)
    (share / "shop.html").write_text(SHOP)
    await desktop.shell("nohup chromium --no-first-run --password-store=basic --force-renderer-accessibility "
                        "--start-maximized ~/Shared/shop.html >/dev/null 2>&1 &")  # fmt: skip
    try:
        found, evidence = await eyes.click("Place order")
        assert found.consequence == "pay" and found.sentence == "Click ‘Place order’ in ‘Checkout’: this spends money"
        assert evidence.place.address == "file:///home/user/Shared/shop.html" and "Total: $42.00" in evidence.texts
        assert evidence.picture.startswith(b"\x89PNG")
        assert (await eyes.click("I agree to the terms of sale", "check box"))[0].consequence == "accept"
        assert (await eyes.click("OK"))[0].consequence == "delete"  # by its dialog
        center = eyes.tools.computer.scale.to_model((await eyes.element("Name", "entry")).box.center)
        await eyes.do(computer("left_click", coordinate=[center.x, center.y]))
        assert (await eyes.judged(computer("type", text="Anna")))[0].consequence == "edit"
        found, _ = await eyes.judged(computer("key", text="Return"))
        assert found.consequence == "pay" and "which presses ‘Place order’" in found.sentence
        assert (await eyes.click("Address and search bar", "entry"))[0].consequence == "navigate"
        found, evidence = await eyes.click("Reload", "push button")
        assert evidence.chrome and found.consequence == "navigate"
        center = eyes.tools.computer.scale.to_model((await eyes.element("Password")).box.center)
        await eyes.do(computer("left_click", coordinate=[center.x, center.y]))
        assert (await eyes.judged(computer("type", text="hunter2hunter2")))[0].consequence == "sign_in"
    finally:
        await eyes.end("chromium")
