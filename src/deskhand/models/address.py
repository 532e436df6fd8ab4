"""``openai:NAME@URL?option=value``: a model behind an OpenAI-compatible address, as a person types it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias
from urllib.parse import parse_qsl

from deskhand.models.interface import ModelError

Api: TypeAlias = Literal["responses", "chat"]

FORM = "openai:NAME, or openai:NAME@http://HOST:PORT/v1"
OPTIONS = {
    "dialect": "the model's own action language: ui-tars-1.0, ui-tars-1.5, qwen2.5-vl, qwen3-vl, gemini or none",
    "api": "chat or responses",
    "images": "how many pictures a request may hold",
    "window": "tokens that the model's window holds",
    "key": "the environment variable that holds the key",
}
_NAMED = (
    (r"ui-?tars.*1[.-]?5", "ui-tars-1.5"),
    (r"ui-?tars", "ui-tars-1.0"),
    (r"qwen-?2[._-]?5-?vl", "qwen2.5-vl"),
    (r"qwen-?3(\.\d)?-?vl", "qwen3-vl"),
    (r"gemini.*(computer|cua)", "gemini"),
)
DIALECTS = ("none", *dict.fromkeys(name for _, name in _NAMED))


@dataclass(frozen=True, slots=True)
class Address:
    spec: str
    """As it was typed; the run is journalled under it."""
    model: str
    url: str | None
    """None: OpenAI's own."""
    api: Api
    dialect: str
    images: int | None
    window: int | None
    key: str
    """The environment variable that holds the key."""


def parse_address(spec: str) -> Address:
    """Raises `ModelError` with a sentence."""
    rest = spec.removeprefix("openai:")
    rest, _, query = rest.partition("?")
    model, at, url = rest.partition("@http")
    url = f"http{url}" if at else ""
    if not model or (at and not re.match(r"https?://[^/\s]+", url)):
        raise ModelError(f"{spec!r} is no address of a model: write {FORM}")
    options = dict(parse_qsl(query, keep_blank_values=True))
    if unknown := options.keys() - OPTIONS.keys():
        known = "; ".join(f"{name}: {meaning}" for name, meaning in OPTIONS.items())
        raise ModelError(f"{spec!r}: there is no option {min(unknown)!r}. There are: {known}")
    dialect = options.get("dialect") or next(
        (name for pattern, name in _NAMED if re.search(pattern, model, re.IGNORECASE)), "none"
    )
    if dialect not in DIALECTS:
        raise ModelError(f"{spec!r}: there is no dialect {dialect!r}; there are {', '.join(DIALECTS)}")
    api = options.get("api") or ("chat" if url or dialect != "none" else "responses")
    if api not in ("chat", "responses"):
        raise ModelError(f"{spec!r}: api must be chat or responses, not {api!r}")
    return Address(
        spec,
        model,
        url or None,
        "chat" if api == "chat" else "responses",
        dialect,
        _count(spec, options, "images"),
        _count(spec, options, "window"),
        # A key of OpenAI's is sent to nobody else because of a URL: another server's key has to be named.
        options.get("key") or ("OPENAI_API_KEY" if not url or "//api.openai.com" in url else ""),
    )


def _count(spec: str, options: dict[str, str], name: str) -> int | None:
    value = options.get(name)
    if value is None:
        return None
    if not (value.isdigit() and int(value) > 0):
        raise ModelError(f"{spec!r}: {name} must be a whole number above 0, not {value!r}")
    return int(value)
