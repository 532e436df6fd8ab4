"""The description of `/desktops` and `/api`, for generators of clients and tests; made from the models that check
requests."""

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
from deskhand.server.operations import json_of, operation, query
from deskhand.server.sessions import described

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
        [(model, "validation") for model in (*_MODELS, *described.MODELS)], ref_template="#/components/schemas/{model}"
    )
    one = "/desktops/{id}"
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "deskhand",
            "version": __version__,
            "description": "Walled-in Linux desktops to see and to use (/desktops), and sessions in which a model "
            "works at one, with a person beside it (/api). The same server speaks the Messages API at /v1/messages.",
        },
        "paths": {
            "/desktops": {
                "get": operation("listDesktops", "The desktops there are.", {200: json_of("DesktopList")}),
                "post": operation(
                    "createDesktop",
                    "A new desktop, in about a second.",
                    {201: json_of("DesktopInfo")},
                    body=json_of("NewDesktop"),
                    body_required=False,
                    errors=(400, 413, 429, 503),
                ),
            },
            one: {
                "parameters": [_ID],
                "get": operation("getDesktop", "One desktop.", {200: json_of("DesktopInfo")}, errors=(404,)),
                "delete": operation("deleteDesktop", "End it, and everything in it.", {204: {}}, errors=(404,)),
            },
            f"{one}/screenshot": {
                "parameters": [_ID],
                "get": operation(
                    "screenshot",
                    "The settled screen, pointer included.",
                    {200: {"image/png": {"schema": _BYTES}}},
                    errors=(404, 409, 410),
                ),
            },
            f"{one}/act": {
                "parameters": [_ID],
                "post": operation(
                    "act",
                    "One action of the hand; answers when the screen has come to rest.",
                    {200: json_of("ActDone")},
                    body=json_of("Act"),
                    errors=(400, 403, 404, 409, 410, 413),
                ),
            },
            f"{one}/exec": {
                "parameters": [_ID],
                "post": operation(
                    "exec",
                    "A command in the desktop's one lasting shell.",
                    {200: json_of("ExecDone")},
                    body=json_of("Exec"),
                    errors=(400, 403, 404, 409, 410, 413),
                ),
            },
            f"{one}/files": {
                "parameters": [_ID, query("path", {"type": "string", "minLength": 1, "maxLength": MAX_PATH}, True)],
                "get": operation(
                    "readFile",
                    "A file's bytes.",
                    {200: {"application/octet-stream": {"schema": _BYTES}}},
                    errors=(400, 404, 409, 410),
                ),
                "put": operation(
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
                    query("path", {"type": "string", "minLength": 1, "maxLength": MAX_PATH}, True),
                    query("depth", {"type": "integer", "minimum": 0, "maximum": 8, "default": 1}),
                ],
                "get": operation(
                    "listFolder", "What is in a folder.", {200: json_of("FileList")}, errors=(400, 404, 409, 410)
                ),
            },
            f"{one}/events": {
                "parameters": [
                    _ID,
                    query("after", {"type": "integer", "minimum": 0, "maximum": 1 << 53, "default": 0}),
                    query("wait", {"type": "number", "minimum": 0, "maximum": LONGEST_WAIT, "default": 0}),
                ],
                "get": operation(
                    "events",
                    "What was done on it. With Accept: text/event-stream, as it happens.",
                    {200: {**json_of("EventList"), "text/event-stream": {"schema": {"type": "string"}}}},
                    errors=(400, 404),
                ),
            },
            **described.paths(),
        },
        "components": {
            "schemas": {**definitions.get("$defs", {}), "Error": _ERROR},
            "securitySchemes": {
                "bearer": {"type": "http", "scheme": "bearer"},
                "key": {"type": "apiKey", "in": "header", "name": "x-api-key"},
                "page": {
                    "type": "apiKey",
                    "in": "cookie",
                    "name": "deskhand",
                    "description": "With the port: deskhand_8700.",
                },
            },
        },
        "security": [{}, {"bearer": []}, {"key": []}],
    }


def route() -> Route:
    described = document()

    async def show(_: Request) -> Response:
        return JSONResponse(described)

    return Route("/openapi.json", show, methods=["GET"])
