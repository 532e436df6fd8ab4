"""The secrets that a person lends to a run: each with its name, its value, and the places where it may be typed.

The value is in nobody's reach but the hand's (`lending`): a model gets to see the name and a placeholder, ``repr`` and
errors show neither, and whoever writes anything down replaces it (`redactor`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from deskhand.errors import DeskhandError
from deskhand.guard.secrets import Redactor, placeholder

NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,63}")
SHORTEST = 4
"""Characters: what is shorter cannot be told from ordinary text, and so cannot be hidden."""
LONGEST = 4096
_PORTS = {"http": 80, "https": 443}
_PLACEHOLDER = re.compile(r"\{\{\s*([A-Za-z][A-Za-z0-9_]{0,63})\s*\}\}")


class SecretError(DeskhandError):
    """A secret that cannot be lent; the text says which and why, and never its value."""


@dataclass(frozen=True, slots=True)
class At:
    """A place where a secret may be typed."""

    kind: str
    """``page`` or ``program``."""
    host: str
    """Of the page, or the program's name; ``*.shop.example`` is any host below shop.example."""
    scheme: str = "https"
    port: int | None = None
    """None: the scheme's own."""

    @classmethod
    def parse(cls, text: str) -> At:
        """``shop.example``, ``*.shop.example``, ``http://127.0.0.1:8000``, ``program:Thunderbird``."""
        if text.startswith("program:"):
            name = text.removeprefix("program:").strip()
            if not name:
                raise SecretError(f"{text!r} names no program: write program:NAME")
            return cls("program", name.casefold())
        scheme, separator, rest = text.strip().rpartition("://")
        scheme = scheme.lower() if separator else "https"
        parts = urlsplit(f"//{rest}")
        try:
            host, port = parts.hostname or "", parts.port
            host = host.encode("idna").decode() if not host.isascii() else host
        except ValueError:
            raise SecretError(f"{text!r} is no place: its port or its name cannot be") from None
        bare = host.removeprefix("*.")
        if scheme not in _PORTS or not re.fullmatch(r"[a-z0-9_.:-]+", bare) or parts.username or parts.path.strip("/"):
            raise SecretError(
                f"{text!r} is no place where a secret can belong: write a domain (shop.example, *.shop.example), "
                "http://HOST where the page is not encrypted, or program:NAME"
            )
        return cls("page", host.rstrip("."), scheme, port)

    def is_page(self, address: str) -> bool:
        """Whether the page at ``address`` is this place: scheme, host and port."""
        if self.kind != "page":
            return False
        try:
            parts = urlsplit(address)
            host, port = (parts.hostname or "").rstrip("."), parts.port
        except ValueError:
            return False
        if parts.scheme != self.scheme or (port or _PORTS.get(parts.scheme)) != (self.port or _PORTS[self.scheme]):
            return False
        return host.endswith(self.host[1:]) if self.host.startswith("*.") else host == self.host and bool(host)

    def is_program(self, name: str) -> bool:
        return self.kind == "program" and bool(name) and name.casefold() == self.host

    def __str__(self) -> str:
        if self.kind == "program":
            return f"program:{self.host}"
        scheme = "" if self.scheme == "https" else f"{self.scheme}://"
        return f"{scheme}{self.host}{'' if self.port is None else f':{self.port}'}"


@dataclass(frozen=True, slots=True)
class Secret:
    name: str
    value: str = field(repr=False)
    at: tuple[At, ...]
    user: str = ""
    """The user name that goes with it; the model is told it."""
    label: str = ""
    """What its field is called, where the name does not say it."""

    def __post_init__(self) -> None:
        if not NAME.fullmatch(self.name):
            raise SecretError(f"{self.name[:40]!r} is no name for a secret: letters, digits and _, a letter first")
        if not SHORTEST <= len(self.value) <= LONGEST:
            raise SecretError(
                f"the secret {self.name} has {len(self.value)} characters: from {SHORTEST} (shorter ones cannot be "
                f"hidden in what is written down) to {LONGEST} can be lent"
            )
        if any(ord(character) < 32 or 0xD800 <= ord(character) < 0xE000 for character in self.value):
            raise SecretError(f"the secret {self.name} holds a line end or a control character: it cannot be typed")
        if not self.at:
            raise SecretError(f"the secret {self.name} has no place: say where it may be typed, as {self.name}@DOMAIN")

    @property
    def places(self) -> str:
        return " or ".join(str(place) for place in self.at)


class Vault:
    """The secrets of one run."""

    def __init__(self, secrets: Sequence[Secret] = ()) -> None:
        self._secrets = {secret.name: secret for secret in secrets}
        if len(self._secrets) < len(secrets):
            names = [secret.name for secret in secrets]
            twice = next(name for name in names if names.count(name) > 1)
            raise SecretError(f"two secrets are called {twice}: each needs a name of its own")

    def __bool__(self) -> bool:
        return bool(self._secrets)

    def __iter__(self) -> Iterator[Secret]:
        return iter(self._secrets.values())

    def get(self, name: str) -> Secret | None:
        return self._secrets.get(name)

    def named_in(self, text: str) -> tuple[Secret, ...]:
        """The secrets whose placeholders stand in ``text``."""
        found = dict.fromkeys(match[1] for match in _PLACEHOLDER.finditer(text))
        return tuple(self._secrets[name] for name in found if name in self._secrets)

    def alone_in(self, text: str) -> tuple[Secret, str] | None:
        """The secret whose placeholder is all of ``text``, and the line end or tab after it; None for other texts."""
        match = _PLACEHOLDER.match(text)
        tail = text[match.end() :] if match else ""
        if match is None or tail not in ("", "\n", "\t") or match[1] not in self._secrets:
            return None
        return self._secrets[match[1]], tail

    def redactor(self) -> Redactor:
        """What replaces every value by its placeholder."""
        return Redactor({}, {secret.name: secret.value for secret in self})

    def credentials(self) -> tuple[str, ...]:
        """What a model is told of each secret, a line each."""
        return tuple(
            f"{secret.name}: {placeholder(secret.name)} (for {secret.places}"
            f"{f'; the user name there is {secret.user}' if secret.user else ''})"
            for secret in self
        )
