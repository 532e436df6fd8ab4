"""Errors as the Messages API words them: one JSON shape for every status, so that any client's own handling works."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

KINDS: Mapping[int, str] = {
    400: "invalid_request_error",
    401: "authentication_error",
    402: "billing_error",
    403: "permission_error",
    404: "not_found_error",
    405: "invalid_request_error",
    408: "timeout_error",
    409: "conflict_error",
    413: "request_too_large",
    429: "rate_limit_error",
    500: "api_error",
    502: "api_error",
    503: "api_error",
    504: "timeout_error",
    529: "overloaded_error",
}
PASSING = frozenset({429, 503, 504, 529})
"""Statuses that another try may cure."""


class ApiError(Exception):
    """Raised anywhere in a handler; becomes the response."""

    def __init__(
        self,
        status: int,
        message: str,
        *,
        code: str = "",
        headers: Mapping[str, str] | None = None,
        details: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.details = {"error_code": code, **(details or {})} if code else dict(details or {})
        self.headers = dict(headers or {})

    @property
    def kind(self) -> str:
        return KINDS.get(self.status, "api_error")

    def body(self, request_id: str) -> dict[str, Any]:
        error: dict[str, Any] = {"type": self.kind, "message": self.message}
        if self.details:
            error["details"] = self.details
        return {"type": "error", "error": error, "request_id": request_id}

    def response_headers(self) -> dict[str, str]:
        """With the word to the SDKs whether trying again makes sense: they would repeat a 500 twice by themselves."""
        retry = "true" if self.status in PASSING else "false"
        return {"x-should-retry": retry, **self.headers}


def invalid(message: str, *, code: str = "", details: Mapping[str, Any] | None = None) -> ApiError:
    """400; the message begins with the field's path: ``messages.0.content: …``."""
    return ApiError(400, message, code=code, details=details)
