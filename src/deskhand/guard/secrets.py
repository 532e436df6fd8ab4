"""Secrets must not reach what is written down: a journal is kept, copied and shown to others.

What counts as one here: the values of environment variables whose names say so (``ANTHROPIC_API_KEY`` …), and
anything in the shape of a provider's key. Each is replaced by its name, so that a reader sees that something stood
there and what.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_SECRET_NAME = re.compile(
    r"(^|_)(API_?KEYS?|KEY|TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIALS?)(_|$)", re.IGNORECASE
)
_KEY_SHAPE = re.compile(r"\bsk-(?:ant|proj|or)-[A-Za-z0-9_-]{16,}")
_SHORTEST = 8
"""Shorter values (``1``, ``true``) are switches, and replacing them would garble ordinary text."""


class Redactor:
    """Replaces the secrets of one environment in text."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        found = {
            value: name
            for name, value in environment.items()
            if _SECRET_NAME.search(name) and len(value) >= _SHORTEST and not value.startswith(("/", "~"))
        }
        self._names = found
        # The longest first: one secret may be the beginning of another.
        alternatives = [re.escape(value) for value in sorted(found, key=len, reverse=True)]
        self._pattern = re.compile("|".join([*alternatives, _KEY_SHAPE.pattern]))

    def text(self, text: str) -> str:
        return self._pattern.sub(lambda match: f"[{self._names.get(match.group(), 'key')}]", text)

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
