"""From nothing to a desktop and back, with the real guest behind the real walls."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from tests.conftest import OpenDesktop
from tests.sandbox.conftest import is_running, leftovers

from deskhand.desktop.interface import DesktopGone
from deskhand.sandbox import image, namespaces
from deskhand.sandbox.held import HeldSandbox
from deskhand.sandbox.interface import SandboxError
from deskhand.sandbox.open import open_desktop
from deskhand.screen.geometry import Size


async def test_a_desktop_is_up_and_gone_again(tmp_path: Path) -> None:
    began = time.monotonic()
    desktop = await open_desktop(size=Size(800, 600), share=tmp_path, language="C.UTF-8")
    try:
        sandbox = desktop.sandbox
        frame = await desktop.screenshot()
        print(f"a settled screenshot {1000 * (time.monotonic() - began):.0f} ms after the start")
        assert frame.size == desktop.size == Size(800, 600)
        told = await desktop.shell("id -un; hostname; echo made > ~/Shared/made.txt; ls ~/Shared; echo $LANG")
        assert told.output.split() == ["user", "desktop", "made.txt", "C.UTF-8"]
        assert (tmp_path / "made.txt").read_text() == "made\n"
        held = await desktop.shell("for fd in /proc/self/fd/*; do readlink $fd; done | grep -c socket")
        assert held.output == "0\n", "the guest's sockets are not for programs"
        assert isinstance(sandbox, HeldSandbox)
    finally:
        began = time.monotonic()
        await desktop.close()
    print(f"closed in {1000 * (time.monotonic() - began):.0f} ms")
    await desktop.close()
    assert not is_running(sandbox.init)
    assert leftovers(sandbox.id) == []


async def test_the_guest_may_be_killed_from_inside(open_desktop: OpenDesktop) -> None:
    """Everything inside belongs to whoever works there; the host notices, and says so."""
    desktop = await open_desktop(size=Size(640, 480))
    with pytest.raises(DesktopGone):
        await desktop.shell("kill -9 -1; kill -9 1; sleep 5")


async def test_what_a_guest_said_as_it_died_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    words = json.dumps("no screen today")
    dying = ["/bin/sh", "-c", f"sleep 0.1; echo {words}; exit 1"]
    monkeypatch.setattr(namespaces, "guest", lambda _spec, _python: dying)
    with pytest.raises(SandboxError, match="The desktop did not come up: no screen today"):
        await open_desktop()
    assert image.prepare().python.startswith("/usr/bin/python3.")
