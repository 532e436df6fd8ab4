"""The description of `/desktops`, for generators of clients and tests; made from the models that check requests."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from deskhand import __version__
from deskhand.server.desktop_models import (
    Act,
    ActDone,
    DesktopInfo,
    DesktopList,
    EventList,
    Exec,
    ExecDone,
    FileList,
    NewDesktop,
)
from deskhand.server.desktops_api import LONGEST_WAIT, MAX_PATH

_MODELS: tuple[type[BaseModel], ...] = (
    NewDesktop, Act, Exec, DesktopInfo, DesktopList, ActDone, ExecDone, FileList, EventList,
)  # fmt: skip
_ERROR = {
    "type": "object",
    "required": ["type", "error", "request_id"],
    "properties": {
        "type": {"const": "error"},
        "error": {
            "type": "object",
            "required": ["type", "message"],
            "properties": {"type": {"type": "string"}, "message": {"type": "string"}, "details": {"type": "object"}},
        },
        "request_id": {"type": "string"},
    },
}
_BYTES = {"type": "string", "format": "binary"}
_ID = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}


def document() -> dict[str, Any]:
    _, definitions = models_json_schema(
        [(model, "validation") for model in _MODELS], ref_template="#/components/schemas/{model}"
    )
    one = "/desktops/{id}"
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "deskhand desktops",
            "version": __version__,
            "description": "Walled-in Linux desktops to see and to use. The same server speaks the Messages API at "
            "/v1/messages.",
        },
        "paths": {
            "/desktops": {
                "get": _operation("listDesktops", "The desktops there are.", {200: _json("DesktopList")}),
                "post": _operation(
                    "createDesktop",
                    "A new desktop, in about a second.",
                    {201: _json("DesktopInfo")},
                    body=_json("NewDesktop"),
                    body_required=False,
                    errors=(400, 413, 429, 503),
                ),
            },
            one: {
                "parameters": [_ID],
                "get": _operation("getDesktop", "One desktop.", {200: _json("DesktopInfo")}, errors=(404,)),
                "delete": _operation("deleteDesktop", "End it, and everything in it.", {204: {}}, errors=(404,)),
            },
            f"{one}/screenshot": {
                "parameters": [_ID],
                "get": _operation(
                    "screenshot",
                    "The settled screen, pointer included.",
                    {200: {"image/png": {"schema": _BYTES}}},
                    errors=(404, 409, 410),
                ),
            },
            f"{one}/act": {
                "parameters": [_ID],
                "post": _operation(
                    "act",
                    "One action of the hand; answers when the screen has come to rest.",
                    {200: _json("ActDone")},
                    body=_json("Act"),
                    errors=(400, 403, 404, 409, 410, 413),
                ),
            },
            f"{one}/exec": {
                "parameters": [_ID],
                "post": _operation(
                    "exec",
                    "A command in the desktop's one lasting shell.",
                    {200: _json("ExecDone")},
                    body=_json("Exec"),
                    errors=(400, 403, 404, 409, 410, 413),
                ),
            },
            f"{one}/files": {
                "parameters": [_ID, _query("path", {"type": "string", "minLength": 1, "maxLength": MAX_PATH}, True)],
                "get": _operation(
                    "readFile",
                    "A file's bytes.",
                    {200: {"application/octet-stream": {"schema": _BYTES}}},
                    errors=(400, 404, 409, 410),
                ),
                "put": _operation(
                    "writeFile",
                    "Write a file, whole or not at all.",
                    {204: {}},
                    body={"application/octet-stream": {"schema": _BYTES}},
                    body_required=False,  # a file may be empty
                    errors=(400, 404, 409, 410, 413),
                ),
            },
            f"{one}/folder": {
                "parameters": [
                    _ID,
                    _query("path", {"type": "string", "minLength": 1, "maxLength": MAX_PATH}, True),
                    _query("depth", {"type": "integer", "minimum": 0, "maximum": 8, "default": 1}),
                ],
                "get": _operation(
                    "listFolder", "What is in a folder.", {200: _json("FileList")}, errors=(400, 404, 409, 410)
                ),
            },
            f"{one}/events": {
                "parameters": [
                    _ID,
                    _query("after", {"type": "integer", "minimum": 0, "maximum": 1 << 53, "default": 0}),
                    _query("wait", {"type": "number", "minimum": 0, "maximum": LONGEST_WAIT, "default": 0}),
                ],
                "get": _operation(
                    "events",
                    "What was done on it. With Accept: text/event-stream, as it happens.",
                    {200: {**_json("EventList"), "text/event-stream": {"schema": {"type": "string"}}}},
                    errors=(400, 404),
                ),
            },
        },
        "components": {
            "schemas": {**definitions.get("$defs", {}), "Error": _ERROR},
            "securitySchemes": {
                "bearer": {"type": "http", "scheme": "bearer"},
                "key": {"type": "apiKey", "in": "header", "name": "x-api-key"},
            },
        },
        "security": [{}, {"bearer": []}, {"key": []}],
    }


def route() -> Route:
    described = document()

    async def show(_: Request) -> Response:
        return JSONResponse(described)

    return Route("/openapi.json", show, methods=["GET"])


def _json(model: str) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{model}"}}}


def _query(name: str, schema: dict[str, Any], required: bool = False) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": required, "schema": schema}


def _operation(
    id: str,
    summary: str,
    answers: dict[int, dict[str, Any]],
    *,
    body: dict[str, Any] | None = None,
    body_required: bool = True,
    errors: tuple[int, ...] = (),
) -> dict[str, Any]:
    responses: dict[str, Any] = {
        str(status): {"description": "Done.", **({"content": content} if content else {})}
        for status, content in answers.items()
    }
    for status in (*errors, 401, 500):
        responses[str(status)] = {"description": "An error, as a sentence.", "content": _json("Error")}
    operation: dict[str, Any] = {"operationId": id, "summary": summary, "responses": responses}
    if body is not None:
        operation["requestBody"] = {"required": body_required, "content": body}
    return operation
