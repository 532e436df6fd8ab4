"""What a double click opens is the desktop's own program, though others that open the same were installed later."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from deskhand.desktop.look import write_configuration
from deskhand.screen.geometry import Size

RIVAL = "[Desktop Entry]\nType=Application\nName=Rival\nExec=rival %U\nMimeType=inode/directory;text/plain;\n"


@pytest.mark.skipif(not (shutil.which("xdg-mime") and shutil.which("pcmanfm")), reason="needs xdg-utils and pcmanfm")
def test_the_desktops_own_programs_open_what_is_theirs(tmp_path: Path) -> None:
    home = tmp_path / "home"
    programs = home / ".local/share/applications"
    programs.mkdir(parents=True)
    (programs / "rival.desktop").write_text(RIVAL)
    (programs / "mimeinfo.cache").write_text(
        "[MIME Cache]\ninode/directory=rival.desktop;\ntext/plain=rival.desktop;\nimage/png=rival.desktop;\n"
    )
    (tmp_path / "session").mkdir()
    write_configuration(home, tmp_path / "session", Size(1024, 768))

    def opens(kind: str) -> str:
        environment = {"HOME": str(home), "PATH": os.environ["PATH"]}
        asked = ["xdg-mime", "query", "default", kind]
        return subprocess.run(asked, env=environment, capture_output=True, text=True, check=True).stdout.strip()

    assert opens("inode/directory") == "pcmanfm.desktop"
    assert opens("text/plain") == "org.xfce.mousepad.desktop"
    assert opens("image/png") == "rival.desktop"
