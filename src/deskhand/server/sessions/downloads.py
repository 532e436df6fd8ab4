"""What a session leaves, to take away: its report, its film, its files, its journal."""

from __future__ import annotations

import asyncio
import contextlib
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import IO, Literal

from starlette.requests import Request
from starlette.responses import FileResponse, Response, StreamingResponse
from starlette.routing import BaseRoute

from deskhand import report
from deskhand.agent import export
from deskhand.agent.journal import FILE
from deskhand.report.film import FILM, film
from deskhand.server.errors import ApiError
from deskhand.server.sessions.access import Access, Visitor
from deskhand.server.sessions.api import routes_of
from deskhand.server.sessions.files import SharedFiles
from deskhand.server.sessions.files_api import attached, chunks, shared_of
from deskhand.server.sessions.models import LIVE
from deskhand.server.sessions.sessions import Sessions

_IN_MEMORY = 8 << 20


class DownloadsApi:
    def __init__(self, sessions: Sessions, access: Access) -> None:
        self._sessions, self._access = sessions, access
        self._filming = asyncio.Lock()

    def routes(self) -> list[BaseRoute]:
        one = "/api/sessions/{id}"
        return routes_of(
            self._access,
            [
                ("GET", f"{one}/report.html", self.report),
                ("GET", f"{one}/video.webm", self.webm),
                ("GET", f"{one}/video.mp4", self.mp4),
                ("GET", f"{one}/files.zip", self.files),
                ("GET", f"{one}/journal.jsonl", self.journal),
            ],
        )

    async def report(self, request: Request, visitor: Visitor) -> Response:
        """To be saved; shown, it is a page of nobody's, whose own policy lets it load nothing."""
        folder = self._begun(request, visitor)
        path = await asyncio.to_thread(report.write, folder)
        shown = "inline" in request.query_params
        headers = {} if shown else attached(f"{folder.name}.html")
        headers["content-security-policy"] = "sandbox allow-scripts"
        return FileResponse(path, media_type="text/html; charset=utf-8", headers=headers)

    async def webm(self, request: Request, visitor: Visitor) -> Response:
        return await self._film(request, visitor, "webm")

    async def mp4(self, request: Request, visitor: Visitor) -> Response:
        return await self._film(request, visitor, "mp4")

    async def _film(self, request: Request, visitor: Visitor, form: Literal["webm", "mp4"]) -> Response:
        folder = self._begun(request, visitor)
        path = folder / FILM[form]
        async with self._filming:  # it takes a whole core: one after the other
            live = self._sessions.info(visitor.user, folder.name).state in LIVE
            journal = folder / FILE
            if live or not path.exists() or path.stat().st_mtime < journal.stat().st_mtime:
                await film(folder, path)
        headers = {} if "inline" in request.query_params else attached(f"{folder.name}.{form}")
        return FileResponse(path, media_type=f"video/{form}", headers=headers)

    async def files(self, request: Request, visitor: Visitor) -> Response:
        id: str = request.path_params["id"]
        shared = SharedFiles(shared_of(self._sessions, visitor.user, id))
        return await _made(lambda out: _zip(shared, out), "application/zip", f"{id}.zip")

    async def journal(self, request: Request, visitor: Visitor) -> Response:
        folder = self._begun(request, visitor)
        return await _made(lambda out: _lines(folder, out), "application/jsonl", f"{folder.name}.jsonl")

    def _begun(self, request: Request, visitor: Visitor) -> Path:
        folder = self._sessions.folder(visitor.user, request.path_params["id"])
        if not (folder / FILE).is_file():
            raise ApiError(409, "The session has not begun yet.")
        return folder


async def _made(make: Callable[[IO[bytes]], None], kind: str, name: str) -> Response:
    """A file that lives as long as its download; a large one on disk."""
    out = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - closed by `chunks` at its end
    try:
        await asyncio.to_thread(make, out)
        size = out.tell()
        out.seek(0)
    except BaseException:
        out.close()
        raise
    headers = attached(name) | {"content-length": str(size)}
    return StreamingResponse(chunks(out), media_type=kind, headers=headers)


def _zip(shared: SharedFiles, out: IO[bytes]) -> None:
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as archive:
        for listed in shared.listed():
            with contextlib.suppress(ApiError):  # gone, or made into a link, since it was listed
                source, _size = shared.open(listed.name)
                with source, archive.open(listed.name, "w", force_zip64=True) as target:
                    while part := source.read(1 << 20):
                        target.write(part)
    out.seek(0, 2)


def _lines(folder: Path, out: IO[bytes]) -> None:
    for line in export.jsonl(folder):
        out.write(line.encode() + b"\n")
