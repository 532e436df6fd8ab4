"""`/api/sessions/{id}/files`: a person's files to the desktop, and what it made back to them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import IO
from urllib.parse import quote

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute

from deskhand.server.errors import ApiError
from deskhand.server.sessions.access import Access, Visitor
from deskhand.server.sessions.api import routes_of
from deskhand.server.sessions.files import MAX_UPLOAD, SharedFiles
from deskhand.server.sessions.sessions import Sessions

_CHUNK = 256 << 10
_STALLED = 60.0
"""Seconds without a byte after which an upload is given up."""


class FilesApi:
    def __init__(self, sessions: Sessions, access: Access) -> None:
        self._sessions, self._access = sessions, access

    def routes(self) -> list[BaseRoute]:
        one = "/api/sessions/{id}/files/{name:path}"
        return routes_of(
            self._access,
            [
                ("GET", "/api/sessions/{id}/files", self.listed),
                ("GET", one, self.download),
                ("PUT", one, self.upload),
                ("DELETE", one, self.delete),
            ],
        )

    async def listed(self, request: Request, visitor: Visitor) -> Response:
        found = await asyncio.to_thread(self._files(request, visitor).listed)
        return JSONResponse({"files": [asdict(each) for each in found]})

    async def download(self, request: Request, visitor: Visitor) -> Response:
        name: str = request.path_params["name"]
        file, size = await asyncio.to_thread(self._files(request, visitor).open, name)
        return StreamingResponse(
            chunks(file),
            media_type="application/octet-stream",
            headers=attached(name.rpartition("/")[2]) | {"content-length": str(size)},
        )

    async def upload(self, request: Request, visitor: Visitor) -> Response:
        declared = request.headers.get("content-length", "")
        if declared.isdecimal() and len(declared) < 19 and int(declared) > MAX_UPLOAD:
            raise ApiError(413, f"The file is larger than {MAX_UPLOAD >> 20} MB, the largest that is taken.")
        new = await self._files(request, visitor).write(request.path_params["name"], _body(request))
        return Response(status_code=201 if new else 204)

    async def delete(self, request: Request, visitor: Visitor) -> Response:
        await asyncio.to_thread(self._files(request, visitor).delete, request.path_params["name"])
        return Response(status_code=204)

    def _files(self, request: Request, visitor: Visitor) -> SharedFiles:
        return SharedFiles(shared_of(self._sessions, visitor.user, request.path_params["id"]))


def shared_of(sessions: Sessions, user: str, id: str) -> Path:
    """While it lives, the folder that it works in; afterwards what was kept of it."""
    folder, session = sessions.folder(user, id), sessions.known(user, id)
    if session is not None and not session.over and session.plan.options.get("share"):
        return Path(str(session.plan.options["share"]))
    return folder / "shared"


def chunks(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while part := file.read(_CHUNK):
            yield part


def attached(name: str) -> dict[str, str]:
    """To be saved and never shown: what a desktop made could be a page with scripts."""
    plain = "".join(letter if (letter.isascii() and letter.isalnum()) or letter in "._- " else "_" for letter in name)
    return {"content-disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"}


async def _body(request: Request) -> AsyncIterator[bytes]:
    stream = request.stream().__aiter__()
    while True:
        try:
            async with asyncio.timeout(_STALLED):
                part = await anext(stream)
        except StopAsyncIteration:
            return
        except TimeoutError:
            raise ApiError(408, f"Nothing of the file arrived for {_STALLED:g} seconds.") from None
        except ClientDisconnect:
            raise ApiError(400, "The connection ended before the whole file had arrived.") from None
        yield part
