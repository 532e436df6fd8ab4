"""What all models behind the ``openai`` SDK share: the client, repeating what broke off, errors as sentences."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable

import openai

from deskhand.models.address import Address
from deskhand.models.interface import Delta, ModelError, OnDelta, Reply

RETRIES = 4
"""By the SDK, before anything of an answer has come: it honours ``retry-after``."""
STREAM_RETRIES = 3
PAUSE = 0.5
SILENCE = 600.0
"""Seconds without a byte: a model on a person's own computer may read a picture for minutes."""


class WindowFull(Exception):
    """The conversation no longer fits the model's window."""


def make_client(address: Address) -> openai.AsyncOpenAI:
    key = os.environ.get(address.key, "") if address.key else ""
    if not key and address.url is None:
        raise ModelError(
            f"there is no key for {address.model}: set {address.key}, or use --model local, which needs none"
        )
    if not key and address.key and "//api.openai.com" not in (address.url or ""):
        raise ModelError(f"{address.spec!r}: the environment variable {address.key} is not set")
    return openai.AsyncOpenAI(
        api_key=key or "none",
        base_url=address.url,
        max_retries=RETRIES,
        timeout=openai.Timeout(SILENCE, connect=10.0),
    )


class Begun:
    """Whether anything of an answer has arrived: until then the SDK has done the retrying."""

    stream = False


class ListenerFailed(Exception):
    """What listened to the answer raised: nothing the model could be asked again for."""

    def __init__(self, cause: Exception) -> None:
        super().__init__()
        self.cause = cause


async def tell(on_delta: OnDelta | None, kind: Delta) -> None:
    if on_delta is None or not kind.text:
        return
    try:
        await on_delta(kind)
    except Exception as error:
        raise ListenerFailed(error) from error


async def persistently(
    ask: Callable[[Begun], Awaitable[Reply]], address: Address, on_delta: OnDelta | None, pause: float = PAUSE
) -> Reply:
    """Ask, and ask again when an answer breaks off in the middle. `ModelError`, or `WindowFull`."""
    for attempt in range(STREAM_RETRIES + 1):
        begun = Begun()
        try:
            return await ask(begun)
        except (ModelError, WindowFull):
            raise
        except ListenerFailed as error:
            raise error.cause from None
        except Exception as error:
            if _window_full(error):
                raise WindowFull from error
            problem = as_model_error(error, address)
            if not begun.stream and isinstance(error, openai.OpenAIError):  # repeated by the SDK, in vain
                raise problem from error
            if not _passes_by(error) or attempt == STREAM_RETRIES:
                raise problem from error
            await tell(on_delta, Delta("retry", f"The answer broke off ({problem}); asking for it again."))
            await asyncio.sleep(pause * 2**attempt)
    raise AssertionError("the loop above returns or raises")


def as_model_error(error: Exception, address: Address) -> ModelError:
    where = address.url or "OpenAI"
    match error:
        case openai.AuthenticationError():
            text = f"the key was not accepted by {where}: check {address.key or 'the option ?key=NAME_OF_A_VARIABLE'}"
        case openai.PermissionDeniedError():
            text = f"this key may not use it: {_said(error)}"
        case openai.NotFoundError():
            text = f"there is no such model, or no such API, at {where}: {_said(error)}"
        case openai.RateLimitError():
            text = f"the rate limit is reached and did not pass in time; try again later: {_said(error)}"
        case openai.APITimeoutError():
            text = f"{where} did not answer in time"
        case openai.APIConnectionError():
            cause = error.__cause__
            text = f"{where} cannot be reached ({str(cause) or type(cause).__name__}): is the server running?"
        case openai.APIStatusError():
            text = f"{where} refused the request ({error.status_code}): {_said(error)}"
        case openai.OpenAIError():
            text = _said(error)
        case _:
            text = f"the answer broke off or was not understood ({str(error) or type(error).__name__})"
    return ModelError(f"{address.model}: {text}")


def _passes_by(error: Exception) -> bool:
    match error:
        case openai.APIStatusError():
            return error.status_code >= 500 or error.status_code == 429
        case openai.APIConnectionError() | openai.APIError():
            return True
        case openai.OpenAIError():
            return False
        case _:
            return True  # half a stream, or events that are none


def _window_full(error: Exception) -> bool:
    """Servers say it in their own words, with 400 as the one thing in common."""
    if not isinstance(error, openai.BadRequestError):
        return False
    text = _said(error).lower()
    return error.code == "context_length_exceeded" or (
        ("context" in text or "prompt" in text)
        and any(word in text for word in ("exceed", "maximum", "too long", "too large", "longer than"))
    )


def _said(error: Exception) -> str:
    text = str(getattr(error, "message", "") or error) or type(error).__name__
    return text if len(text) <= 500 else f"{text[:499]}…"
