"""The pieces that a description of an API is made of."""

from __future__ import annotations

from typing import Any


def json_of(model: str) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{model}"}}}


def query(name: str, schema: dict[str, Any], required: bool = False) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": required, "schema": schema}


def operation(
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
        responses[str(status)] = {"description": "An error, as a sentence.", "content": json_of("Error")}
    described: dict[str, Any] = {"operationId": id, "summary": summary, "responses": responses}
    if body is not None:
        described["requestBody"] = {"required": body_required, "content": body}
    return described
