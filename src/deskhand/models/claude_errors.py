"""The API's errors as sentences that say what to do, and which of them are worth another try."""

from __future__ import annotations

import anthropic

from deskhand.models.interface import ModelError

_PASSING = frozenset({"overloaded_error", "api_error", "rate_limit_error", "timeout_error"})


def as_model_error(error: Exception, model: str) -> ModelError:
    """The error as a person should read it."""
    match error:
        case anthropic.AuthenticationError():
            text = "the key was not accepted: check ANTHROPIC_API_KEY, or use --model local, which needs none"
        case anthropic.PaymentRequiredError():
            text = f"the account cannot pay for this: {_said(error)}"
        case anthropic.PermissionDeniedError():
            text = f"this key may not use {model}: {_said(error)}"
        case anthropic.NotFoundError():
            text = f"there is no model {model!r} at this address, or this key cannot see it: {_said(error)}"
        case anthropic.RateLimitError():
            text = f"the rate limit is reached and did not pass in time; wait a little, then try again: {_said(error)}"
        case anthropic.OverloadedError():
            text = "the API is overloaded at the moment; try again in a minute"
        case anthropic.APITimeoutError():
            text = "the API did not answer in time; check the connection, then try again"
        case anthropic.APIConnectionError():
            text = f"the API cannot be reached ({_cause(error)}); check the network and ANTHROPIC_BASE_URL"
        case anthropic.APIStatusError() if _type(error) == "overloaded_error":
            text = "the API is overloaded at the moment; try again in a minute"
        case anthropic.APIStatusError():
            text = f"the API refused the request ({error.status_code}): {_said(error)}"
        case anthropic.AnthropicError():
            text = str(error) or type(error).__name__
        case _:
            text = f"the answer broke off or was not understood ({str(error) or type(error).__name__})"
    return ModelError(f"{model}: {text}")


def passes_by(error: Exception) -> bool:
    """Whether the same request may well succeed if it is sent again, after its stream had begun."""
    match error:
        case anthropic.APIConnectionError():
            return True
        case anthropic.APIStatusError():
            kind = _type(error)  # none, with a status of success: what broke off a stream did not say why
            return kind in _PASSING or error.status_code >= 500 or (error.status_code < 400 and not kind)
        case anthropic.AnthropicError():
            return False
        case _:
            return True  # half a stream, or garbled events


def is_busy(error: Exception) -> bool:
    """Whether it is only a matter of time: overload, or a rate limit with an end (a spent budget comes without)."""
    match error:
        case anthropic.RateLimitError():
            return "retry-after" in error.response.headers and _may_be_repeated(error)
        case anthropic.OverloadedError() | anthropic.ServiceUnavailableError():
            return _may_be_repeated(error)
        case _:
            return False


def _may_be_repeated(error: anthropic.APIStatusError) -> bool:
    return error.response.headers.get("x-should-retry") != "false"


def too_long(error: Exception) -> bool:
    """Whether the conversation no longer fits: then it is for the loop to make it shorter."""
    match error:
        case anthropic.ContentTooLargeError():
            return True
        case anthropic.BadRequestError():
            return "prompt is too long" in _said(error).lower()
        case _:
            return False


def _type(error: anthropic.APIStatusError) -> str:
    body = error.body
    inner = body.get("error") if isinstance(body, dict) else None
    kind = inner.get("type") if isinstance(inner, dict) else None
    return kind if isinstance(kind, str) else ""


def _said(error: anthropic.APIStatusError) -> str:
    """The API's own sentence, without the JSON around it."""
    body = error.body
    inner = body.get("error") if isinstance(body, dict) else None
    said = inner.get("message") if isinstance(inner, dict) else None
    text = said if isinstance(said, str) and said else str(error.message)
    return text if len(text) <= 500 else f"{text[:499]}…"


def _cause(error: BaseException) -> str:
    cause = error.__cause__
    return str(cause) or type(cause).__name__ if cause is not None else str(error)
