"""What a request says, as a checked value: its body as a model, a number of its query."""

from __future__ import annotations

from typing import TypeVar

from pydantic import BaseModel, ValidationError
from starlette.requests import HTTPConnection, Request

from deskhand.server.body import parse_object, read_body
from deskhand.server.errors import invalid

Body = TypeVar("Body", bound=BaseModel)


async def parsed(request: Request, model: type[Body], *, empty: bool = False) -> Body:
    """The body as ``model``; 400 names each field that is wrong. ``empty``: nothing at all is the model's defaults."""
    raw = await read_body(request)
    if empty and not raw.strip():
        return model()
    try:
        return model.model_validate(parse_object(raw))
    except ValidationError as error:
        wrong = [f"{'.'.join(map(str, item['loc'])) or 'body'}: {item['msg']}" for item in error.errors()[:5]]
        raise invalid("; ".join(wrong)) from None


def number(request: HTTPConnection, key: str, default: float, least: float, most: float) -> float:
    """A number of the query, whole unless its default is not."""
    raw = request.query_params.get(key)
    if raw is None:
        return default
    try:
        value = float(raw) if isinstance(default, float) else int(raw)
    except ValueError:
        value = least - 1
    if not (raw.isascii() and len(raw) < 40 and least <= value <= most):
        raise invalid(f"{key}: must be a number from {least:g} to {most:g}")
    return value
