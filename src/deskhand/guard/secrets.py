"""Secrets must not reach what is written down: a journal is kept, copied and shown to others.

What counts as one here: the values that a person lends to a run (`vault`), those of environment variables whose names
say so (``ANTHROPIC_API_KEY`` …), and anything in the shape of a provider's key. Each is replaced by its name, so that
a reader sees that something stood there and what. A lent value is also known in the forms that programs write it in:
percent-encoded, in JSON, in HTML, in base64, in hexadecimal.
"""

from __future__ import annotations

import base64
import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote, quote_plus

_SECRET_NAME = re.compile(
    r"(^|_)(API_?KEYS?|KEY|TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIALS?)(_|$)", re.IGNORECASE
)
_KEY_SHAPE = re.compile(r"\bsk-(?:ant|proj|or)-[A-Za-z0-9_-]{16,}")
_SHORTEST = 8
"""Shorter values (``1``, ``true``) are switches, and replacing them would garble ordinary text."""
_ENCODED = 6
"""Characters that an encoded form must have to be looked for."""


def placeholder(name: str) -> str:
    """What stands for a lent secret: what the model types, and what it reads where the value would stand."""
    return f"{{{{{name}}}}}"


class Redactor:
    """Replaces the secrets of one environment, and those that were lent, in text."""

    def __init__(self, environment: Mapping[str, str], lent: Mapping[str, str] | None = None) -> None:
        """``lent``: the values of secrets by their names; those of ``environment`` are found by theirs."""
        self._shown = {
            value: f"[{name}]"
            for name, value in environment.items()
            if _SECRET_NAME.search(name) and len(value) >= _SHORTEST and not value.startswith(("/", "~"))
        }
        for name, value in (lent or {}).items():
            self._shown |= {form: placeholder(name) for form in forms(value)}
        self._pattern = self._compiled()

    def _compiled(self) -> re.Pattern[str]:
        # The longest first: one secret may be the beginning of another.
        alternatives = [_exactly(value) for value in sorted(self._shown, key=len, reverse=True)]
        return re.compile("|".join([*alternatives, _KEY_SHAPE.pattern]))

    def joined(self, other: Redactor) -> Redactor:
        """One that replaces what either does."""
        both = Redactor({})
        both._shown = {**self._shown, **other._shown}
        both._pattern = both._compiled()
        return both

    def text(self, text: str) -> str:
        return self._pattern.sub(lambda match: self._shown.get(match.group(), "[key]"), text)

    def finds(self, text: str) -> bool:
        """Whether a secret stands in the text."""
        return self._pattern.search(text) is not None

    def data(self, data: bytes) -> bytes:
        """As `text`, for bytes that may be of any kind; the same bytes when there is nothing to replace."""
        text = data.decode("utf-8", "surrogateescape")
        return self.text(text).encode("utf-8", "surrogateescape") if self.finds(text) else data

    def value(self, value: Any) -> Any:
        """``value`` (as JSON knows values) with the secrets replaced in every string, keys of objects included."""
        match value:
            case str():
                return self.text(value)
            case Mapping():
                return {self.text(str(key)): self.value(item) for key, item in value.items()}
            case list() | tuple():
                return [self.value(item) for item in value]
            case _:
                return value


def forms(value: str) -> frozenset[str]:
    """The ways in which programs write ``value``: as it is, and encoded."""
    data = value.encode("utf-8", "surrogatepass")
    encoded = {
        quote(value, safe=""),
        quote(value, safe="").lower(),
        quote(value),
        quote_plus(value),
        json.dumps(value)[1:-1],
        json.dumps(value, ensure_ascii=False)[1:-1],
        html.escape(value),
        html.escape(value, quote=False),
        value.replace("'", "'\\''"),
        data.hex(),
        data.hex().upper(),
        data.hex(" "),
        *_in_base64(data),
    }
    return frozenset({value, *(form for form in encoded if len(form) >= _ENCODED)})


def _in_base64(data: bytes) -> Iterator[str]:
    """What of ``data`` is the same in base64 wherever in a longer text it stands: at each of three offsets."""
    for offset in range(3):
        for encode in (base64.b64encode, base64.urlsafe_b64encode):
            text = encode(b"\0" * offset + data).decode().rstrip("=")
            whole = (offset + len(data)) // 3 * 4
            yield text[-(-offset * 4 // 3) : whole]


def _exactly(value: str) -> str:
    """A short one only where it stands by itself: a PIN is no part of a longer number."""
    if len(value) >= _SHORTEST:
        return re.escape(value)
    before = r"(?<![^\W_])" if value[:1].isalnum() else ""
    after = r"(?![^\W_])" if value[-1:].isalnum() else ""
    return f"{before}{re.escape(value)}{after}"
