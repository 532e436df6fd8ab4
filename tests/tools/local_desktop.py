"""A desktop's shell and files without its screen: the guest's own code, run in the test's process."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from deskhand.desktop import files
from deskhand.desktop.interface import Desktop, FileInfo, ShellResult
from deskhand.desktop.shell import Shell
from deskhand.screen.geometry import Size


class _LocalDesktop:
    size = Size(1280, 800)

    def __init__(self, home: Path) -> None:
        self._shell = Shell(home=str(home))

    async def shell(self, command: str, *, timeout: float = 120.0) -> ShellResult:
        return await self._shell.run(command, timeout)

    async def restart_shell(self) -> None:
        await self._shell.restart()

    async def read_file(self, path: str) -> bytes:
        return files.read_file(path)

    async def write_file(self, path: str, data: bytes, *, create_new: bool = False) -> None:
        files.write_file(path, data, create_new=create_new)

    async def list_files(self, path: str, *, depth: int = 1) -> list[FileInfo]:
        return files.list_files(path, depth)

    async def close(self) -> None:
        await self._shell.close()


def local_desktop(home: Path) -> Desktop:
    """Typed as a whole desktop; the part with the screen is not there."""
    return cast(Desktop, _LocalDesktop(home))
