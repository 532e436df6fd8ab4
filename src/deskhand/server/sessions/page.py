"""The page itself: its files, the way in, and what a browser is told to forbid it.

What the page shows was written by models and by whatever stood on a screen. So nothing of it may become a script:
only the files of this package are executed, nothing is loaded from anywhere else, and no other page may frame it.
"""

from __future__ import annotations

import mimetypes
import re
from html import escape
from importlib.resources import files
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from deskhand.server.errors import ApiError
from deskhand.server.sessions.access import COOKIE_LASTS, Access, cookie_name

_HOST = re.compile(r"[A-Za-z0-9.\-]+(:\d+)?|\[[0-9a-fA-F:]+\](:\d+)?")
_HASHED = re.compile(r"[.-][A-Za-z0-9_-]{8,}\.\w+$")
"""The bundler's names of files that never change: ``index-B1x9_abc.js``."""
_FOREVER = "public, max-age=31536000, immutable"
mimetypes.add_type("text/javascript", ".js")
mimetypes.add_type("font/woff2", ".woff2")
mimetypes.add_type("application/manifest+json", ".webmanifest")

_PLAIN = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>deskhand</title>{more}</head>
<body><main><h1>{title}</h1><p>{text}</p></main></body></html>"""


def page_policy(host: str) -> str:
    """The Content-Security-Policy of the page. Old browsers do not count WebSockets to the same place to ``'self'``."""
    sockets = f" ws://{host} wss://{host}" if _HOST.fullmatch(host) else ""
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
        f"media-src 'self' blob:; connect-src 'self'{sockets}; manifest-src 'self'; worker-src 'self'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )


def safe_headers(host: str) -> dict[str, str]:
    return {
        "content-security-policy": page_policy(host),
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "no-referrer",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "permissions-policy": "camera=(), microphone=(), geolocation=()",
    }


class Page:
    """``folder`` holds ``index.html`` and what it loads; made by `make page`."""

    def __init__(self, access: Access, folder: Path | None = None, show: bool = True) -> None:
        self._access = access
        self._folder = (folder or Path(str(files("deskhand.server") / "page"))).resolve()
        self._show = show

    def routes(self) -> list[BaseRoute]:
        if not self._show:
            return []
        return [
            Route("/", self.index, methods=["GET", "HEAD"]),
            Route("/start", self.start, methods=["GET", "HEAD"]),
            Route("/s/{rest:path}", self.index, methods=["GET", "HEAD"]),  # the page's own addresses
            Route("/assets/{name:path}", self.asset, methods=["GET", "HEAD"]),
            *(Route(f"/{name}", self.asset, methods=["GET", "HEAD"]) for name in self._beside()),
        ]

    def owns(self, path: str) -> bool:
        """Whether it is the page's, or its sessions' own."""
        if path.startswith("/api/"):
            return True
        return self._show and (
            path in ("/", "/start") or path.startswith(("/s/", "/assets/")) or path[1:] in self._beside()
        )

    def _beside(self) -> list[str]:
        """Files beside the page: its icon, its manifest."""
        if not self._folder.is_dir():
            return []
        return sorted(each.name for each in self._folder.iterdir() if each.is_file() and each.name[0] != ".")

    async def index(self, request: Request) -> Response:
        """Anybody may load the page; without a cookie it shows how to get one, and nothing else."""
        headers = safe_headers(request.headers.get("host", "")) | {"cache-control": "no-cache"}
        index = self._folder / "index.html"
        if not index.is_file():
            text = "The page has not been built: <code>make page</code> builds it. The API is there all the same."
            return HTMLResponse(_PLAIN.format(more="", title="deskhand", text=text), headers=headers)
        return FileResponse(index, media_type="text/html", headers=headers)

    async def start(self, request: Request) -> Response:
        """The start link: its token once for a cookie. By a page of our own and no redirect, since a browser that came
        from elsewhere would not send a strict cookie along with the redirect."""
        headers = safe_headers(request.headers.get("host", "")) | {"cache-control": "no-store"}
        if request.method == "HEAD":  # a preview of the link must not use it up
            return Response(headers=headers)
        redeemed = self._access.redeem(request.query_params.get("token", ""))
        if redeemed is None:
            if _is_in(self._access, request):
                return RedirectResponse("/", 303, headers)
            text = "This link was used, or is too old. <code>deskhand serve</code> prints a new one when it is used."
            return HTMLResponse(_PLAIN.format(more="", title="Another link is needed", text=text), 403, headers)
        cookie, _user = redeemed
        more = '<meta http-equiv="refresh" content="0;url=/">'
        text = '<a href="/">On to the page</a>'
        response = HTMLResponse(_PLAIN.format(more=more, title="Welcome", text=text), headers=headers)
        response.set_cookie(
            cookie_name(request.headers),
            cookie,
            max_age=int(COOKIE_LASTS),
            httponly=True,
            samesite="strict",
            secure=request.url.scheme == "https",
        )
        return response

    async def asset(self, request: Request) -> Response:
        name = request.url.path.lstrip("/")
        path = (self._folder / name).resolve() if "\0" not in name else self._folder
        if not path.is_relative_to(self._folder) or not path.is_file() or path.name.startswith("."):
            raise ApiError(404, f"There is nothing at {escape(request.url.path[:120])}.")
        lasts = _FOREVER if _HASHED.search(path.name) else "no-cache"
        headers = safe_headers(request.headers.get("host", "")) | {"cache-control": lasts}
        return FileResponse(path, headers=headers)


def _is_in(access: Access, request: Request) -> bool:
    try:
        access.admit(request)
    except ApiError:
        return False
    return True


async def logged_out(request: Request) -> Response:
    response = JSONResponse({})
    response.delete_cookie(cookie_name(request.headers), httponly=True, samesite="strict")
    return response
