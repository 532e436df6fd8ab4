"""Who a request is from: a cookie for the page, a token for programs.

Any process of this computer, and every web page in its browser, can reach a port on loopback. So the page is let in by
a token that stands in the start link only: it works once, and is exchanged for a cookie that scripts cannot read and
other sites cannot have sent. What is kept of a cookie is its hash, in a file, so that a page stays signed in while the
server is started anew.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import logging
import os
import secrets
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection, cookie_parser

from deskhand.server.errors import ApiError
from deskhand.server.gate import given_key
from deskhand.server.sessions.atomic import write_text

log = logging.getLogger("deskhand.server")
LINK_LASTS = 12 * 3600.0
COOKIE_LASTS = 30 * 86400.0
MARK = "x-deskhand"
"""The header that a page of another origin cannot send without being asked whether it may; nobody says it may."""
_SAFE = frozenset({"GET", "HEAD"})


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who has been let in."""

    user: str
    """Empty where the server knows no users."""
    cookie: str = ""
    """The hash of their cookie; empty for a program."""


class Access:
    """``users`` are names; none of them: everyone who is let in is the same person."""

    def __init__(self, folder: Path, users: Sequence[str] = (), token: str = "") -> None:
        """``folder`` keeps the secret and the cookies. ``token``: what programs show, where there are no users."""
        self.users = tuple(users)
        self._folder = folder
        try:
            self._secret = _secret(folder / "serve.key")
        except OSError as error:
            log.warning("%s cannot be kept (%s): tokens and cookies end with this server", folder, error.strerror)
            self._secret = secrets.token_bytes(32)
        self._token = token
        self._links: dict[str, tuple[str, float]] = {}
        self._cookies = self._read()
        self.used: Callable[[str], None] = lambda _: None
        """Told whose start link has just been used."""

    def token(self, user: str = "") -> str:
        """What programs show. The same after a restart."""
        if self._token and not self.users:
            return self._token
        made = hmac.digest(self._secret, b"token:" + user.encode(), "sha256")
        return base64.urlsafe_b64encode(made[:24]).decode()

    def link(self, user: str = "") -> str:
        """A token for a start link: good once."""
        now = time.time()
        self._links = {each: (who, until) for each, (who, until) in self._links.items() if until > now}
        made = secrets.token_urlsafe(24)
        self._links[_hash(made)] = (user, now + LINK_LASTS)
        return made

    def redeem(self, token: str) -> tuple[str, str] | None:
        """A cookie and its user for the token of a start link; None when it is not good (any more)."""
        user, until = self._links.pop(_hash(token), ("", 0.0))
        if until < time.time():
            return None
        cookie = secrets.token_urlsafe(32)
        now = time.time()
        self._cookies = {each: (who, end) for each, (who, end) in self._cookies.items() if end > now}
        self._cookies[_hash(cookie)] = (user, now + COOKIE_LASTS)
        self._write()
        self.used(user)
        return cookie, user

    def forget(self, visitor: Visitor) -> None:
        """Their cookie is good for nothing any more."""
        if self._cookies.pop(visitor.cookie, None) is not None:
            self._write()

    def admit(self, connection: HTTPConnection) -> Visitor:
        """Who it is; 401 when nobody knows them, 403 when it may be a trick of another page."""
        headers = connection.headers
        if key := given_key(headers):
            for user in self.users or ("",):
                if hmac.compare_digest(key.encode(), self.token(user).encode()):
                    return Visitor(user)
            raise ApiError(401, "The key is not one this server knows: `deskhand serve` prints the one for programs.")
        cookie = cookie_parser(headers.get("cookie", "")).get(cookie_name(headers), "")
        digest = _hash(cookie)
        user, until = self._cookies.get(digest, ("", 0.0))
        if not cookie or until < time.time() or (self.users and user not in self.users) or (user and not self.users):
            raise ApiError(401, "Open the page by the link that `deskhand serve` printed; or show a token as the key.")
        if connection.scope["type"] == "websocket":
            if "origin" not in headers:  # where there is one, the gate has compared it
                raise ApiError(403, "A WebSocket with a cookie must say its origin, as browsers do.")
        elif connection.scope["method"] not in _SAFE and MARK not in headers:
            raise ApiError(403, f"A request that changes something must carry the header {MARK}.")
        return Visitor(user, digest)

    def _read(self) -> dict[str, tuple[str, float]]:
        try:
            known = json.loads((self._folder / "cookies.json").read_text())
            return {str(each): (str(user), float(until)) for each, (user, until) in known.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            return {}

    def _write(self) -> None:
        try:
            write_text(self._folder / "cookies.json", json.dumps(self._cookies), mode=0o600)
        except OSError as error:
            log.warning("cookies cannot be kept in %s (%s): they end with this server", self._folder, error.strerror)


def cookie_name(headers: Headers | Mapping[str, str]) -> str:
    """Cookies know no ports: two servers of one computer would take each other's."""
    port = headers.get("host", "").rpartition(":")[2]
    return f"deskhand_{port}" if port.isdecimal() else "deskhand"


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _secret(path: Path) -> bytes:
    """Made once, and readable by its owner only."""
    try:
        kept = path.read_bytes()
        if len(kept) >= 32:
            return kept
    except OSError:
        pass
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    made = secrets.token_bytes(32)
    partial = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    with open(descriptor, "wb") as file:
        file.write(made)
    try:
        os.link(partial, path)  # another server may be doing the same just now: the first one's stays
    except FileExistsError:
        if len(path.read_bytes()) < 32:
            partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
    return path.read_bytes()
