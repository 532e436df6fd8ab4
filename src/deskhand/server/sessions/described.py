"""The description of `/api` for `/openapi.json`: every route of it, by the models that check what goes through."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from deskhand.server.operations import json_of, operation, query
from deskhand.server.sessions import models

MODELS: tuple[type[BaseModel], ...] = (
    models.NewSession, models.Again, models.GoOn, models.Say, models.HandBack, models.StopIt, models.Answer,
    models.SessionInfo, models.SessionPage, models.EventPage, models.Settings, models.NewTemplate, models.Template,
    models.TemplateList, models.Files, models.Models, models.NewKey, models.Keys, models.Policies, models.Consent,
    models.ConsentGiven, models.Link, models.Me,
)  # fmt: skip
_SECURITY: list[dict[str, list[str]]] = [{"bearer": []}, {"key": []}, {"page": []}]
_BYTES = {"type": "string", "format": "binary"}
_ANY = {"application/json": {"schema": {"type": "object"}}}
_WRONG = (400, 403, 404, 409)


def paths() -> dict[str, Any]:
    one = "/api/sessions/{id}"
    id = _in_path("id")
    found: dict[str, Any] = {
        "/api/sessions": {
            "get": operation(
                "listSessions", "Live ones first, then the newest.", {200: json_of("SessionPage")}, errors=(400,)
            )
            | {
                "parameters": [
                    query("query", {"type": "string"}), query("state", {"type": "string"}),
                    query("before", {"type": "string"}),
                    query("limit", {"type": "integer", "minimum": 1, "maximum": 200, "default": 50}),
                ]
            },
            "post": operation(
                "createSession", "Give a task.", {201: json_of("SessionInfo")}, body=json_of("NewSession"),
                errors=(400, 403, 413),
            ),
        },
        one: {
            "parameters": [id],
            "get": operation("getSession", "One session.", {200: json_of("SessionInfo")}, errors=(404,)),
            "delete": operation("deleteSession", "Delete its record.", {204: {}}, errors=(404, 409)),
        },
        f"{one}/events": {
            "parameters": [
                id, query("after", {"type": "integer", "minimum": 0, "default": 0}),
                query("wait", {"type": "number", "minimum": 0, "maximum": 60, "default": 0}),
            ],
            "get": operation(
                "sessionEvents",
                "What happened after a number. With Accept: text/event-stream, or by WebSocket, as it happens.",
                {200: {**json_of("EventPage"), "text/event-stream": {"schema": {"type": "string"}}}},
                errors=(400, 404),
            ),
        },
        f"{one}/view": {
            "parameters": [id],
            "get": operation(
                "sessionView", "By WebSocket: the desktop as RFB in binary messages.", {101: {}}, errors=(404,)
            ),
        },
        f"{one}/pictures/{{sha256}}": {
            "parameters": [id, _in_path("sha256")],
            "get": operation(
                "sessionPicture", "A picture by its hash.", {200: {"image/png": {"schema": _BYTES}}}, errors=(404,)
            ),
        },
        f"{one}/again": {
            "parameters": [id],
            "post": operation(
                "runAgain", "The same task in a new session.", {201: json_of("SessionInfo")}, body=json_of("Again"),
                body_required=False, errors=_WRONG,
            ),
        },
        f"{one}/answers": {
            "parameters": [id],
            "post": operation(
                "answerQuestion", "The answer to an open question.", {204: {}}, body=json_of("Answer"), errors=_WRONG
            ),
        },
        "/api/live": {
            "get": operation(
                "live",
                "All live sessions. With Accept: text/event-stream, or by WebSocket, as they change.",
                {200: {**_ANY, "text/event-stream": {"schema": {"type": "string"}}}},
            )
        },
        f"{one}/files": {
            "parameters": [id],
            "get": operation("listFiles", "The shared folder.", {200: json_of("Files")}, errors=(404,)),
        },
        f"{one}/files/{{name}}": {
            "parameters": [id, _in_path("name")],
            "get": operation("download", "A file's bytes.", {200: _octets()}, errors=(400, 403, 404)),
            "put": operation(
                "upload", "Write a file, whole or not at all.", {201: {}, 204: {}}, body=_octets(), body_required=False,
                errors=(400, 403, 404, 409, 413),
            ),
            "delete": operation("deleteFile", "Delete a file.", {204: {}}, errors=(400, 403, 404, 409)),
        },
        "/api/keys/{provider}": {
            "parameters": [_in_path("provider")],
            "put": operation("keepKey", "Keep a provider's key.", {204: {}}, body=json_of("NewKey"), errors=_WRONG),
            "delete": operation("forgetKey", "Forget it.", {204: {}}, errors=(403, 404)),
        },
        "/api/templates": {
            "get": operation("listTemplates", "Tasks with blanks.", {200: json_of("TemplateList")}),
            "post": operation(
                "addTemplate", "A new one.", {201: json_of("Template")}, body=json_of("NewTemplate"), errors=_WRONG
            ),
        },
        "/api/templates/{id}": {
            "parameters": [id],
            "put": operation(
                "changeTemplate", "Another in its place.", {200: json_of("Template")}, body=json_of("NewTemplate"),
                errors=_WRONG,
            ),
            "delete": operation("deleteTemplate", "Delete it.", {204: {}}, errors=(403, 404)),
        },
        "/api/settings": {
            "get": operation("getSettings", "The user's settings.", {200: json_of("Settings")}),
            "patch": operation(
                "changeSettings", "Only the fields that are given.", {200: json_of("Settings")},
                body=json_of("Settings"), errors=(400, 403),
            ),
        },
        "/api/consent": {
            "parameters": [query("language", {"enum": ["en", "ja"]})],
            "get": operation("getConsent", "What is agreed to.", {200: json_of("Consent")}),
            "post": operation(
                "agree", "Agree.", {200: json_of("Consent")}, body=json_of("ConsentGiven"), errors=(400, 403)
            ),
        },
        "/api/links": {"post": operation("newLink", "A start link for another browser.", {201: json_of("Link")})},
        "/api/logout": {"post": operation("logout", "The cookie ends.", {200: _ANY})},
    }  # fmt: skip
    for name, summary, model in (
        ("me", "Who one is, and what the server can do.", "Me"), ("models", "Models to choose from.", "Models"),
        ("keys", "Which keys are kept, never the keys.", "Keys"), ("policies", "The policy's presets.", "Policies"),
    ):  # fmt: skip
        found[f"/api/{name}"] = {"get": operation(f"get{name.capitalize()}", summary, {200: json_of(model)})}
    for name, summary, body in (
        ("pause", "Nothing more is done.", ""), ("resume", "After a pause.", ""), ("stop", "End it.", "StopIt"),
        ("say", "A word to the model.", "Say"), ("takeover", "Take the hand.", ""),
        ("handback", "Give the hand back.", "HandBack"), ("continue", "One that has ended goes on.", "GoOn"),
    ):  # fmt: skip
        found[f"{one}/{name}"] = {
            "parameters": [id],
            "post": operation(
                f"{name}Session", summary, {202: json_of("SessionInfo")}, body=json_of(body) if body else None,
                body_required=name == "say", errors=_WRONG,
            ),
        }  # fmt: skip
    for name, kind in (
        ("report.html", "text/html"), ("video.webm", "video/webm"), ("video.mp4", "video/mp4"),
        ("files.zip", "application/zip"), ("journal.jsonl", "application/jsonl"),
    ):  # fmt: skip
        content = {kind: {"schema": _BYTES}}
        found[f"{one}/{name}"] = {
            "parameters": [id],
            "get": operation(
                f"save_{name.replace('.', '_')}", f"{name} to keep.", {200: content}, errors=(400, 404, 409)
            ),
        }
    for path in found.values():
        for method, described in path.items():
            if method != "parameters":
                described["security"] = _SECURITY
    return found


def _in_path(name: str) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}


def _octets() -> dict[str, Any]:
    return {"application/octet-stream": {"schema": _BYTES}}
