"""OpenAI's Responses API and its computer tool.

What the model put out goes back as it came, reasoning included: it is kept whole beside our blocks in the turn. The
provider's safety checks become concerns of the guard, which asks a person *before* the action; only a check whose
action a person allowed is acknowledged. Where one was refused the API would not go on, so that turn is retold in words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import openai

from deskhand.messages import Block, Image, Message, Opaque, StopReason, Text, ToolResult, ToolUse, Usage
from deskhand.models import openai_wire as wire
from deskhand.models.address import Address
from deskhand.models.dialects import openai_actions
from deskhand.models.interface import Delta, ModelError, OnDelta, Reply, Request, Traits
from deskhand.models.openai_client import Begun, WindowFull, make_client, persistently, tell
from deskhand.tools import schemas
from deskhand.tools.interface import CONCERNS

KEPT = "deskhand_openai_items"
WINDOW = 400_000
REFUSED = "The person did not allow this action, and it was not done"

_PREVIEW = re.compile(r"computer-use-preview")
_BLANK = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c63680000008200811dd6e2b70000"
    "000049454e44ae426082"
)
"""One grey pixel: the API wants a picture even where there is none to show yet."""


class OpenAIResponses:
    def __init__(self, address: Address, *, client: openai.AsyncOpenAI | None = None, pause: float = 0.5) -> None:
        self.name = address.spec
        self.address = address
        self.computer_tool = "computer_20251124"
        self.preview = bool(_PREVIEW.search(address.model))
        self.traits = Traits(
            forgets=True, caches=False, ends_by_word=True, max_tokens=8192, window=address.window or WINDOW
        )
        self._own = client is None
        self._client = client or make_client(address)
        self._pause = pause

    async def respond(self, request: Request, on_delta: OnDelta | None = None) -> Reply:
        body: dict[str, Any] = {
            "model": self.address.model,
            "input": items(request.messages),
            "max_output_tokens": request.max_tokens,
            "store": False,
            "include": ["reasoning.encrypted_content"],
            "truncation": "auto" if self.preview else "disabled",
        }
        if request.system:
            body["instructions"] = request.system
        if request.tools:
            body["tools"] = tools(request.tools, preview=self.preview)
        try:
            return await persistently(
                lambda begun: self._stream(body, on_delta, begun), self.address, on_delta, self._pause
            )
        except WindowFull:
            return Reply((), "model_context_window_exceeded", Usage(), self.address.model)

    async def _stream(self, body: Mapping[str, Any], on_delta: OnDelta | None, begun: Begun) -> Reply:
        final: dict[str, Any] | None = None
        stream = await self._client.responses.create(**body, stream=True)
        async with stream:
            async for event in stream:
                begun.stream = True
                match event.type:
                    case "response.output_text.delta":
                        await tell(on_delta, Delta("text", event.delta))
                    case "response.reasoning_summary_text.delta":
                        await tell(on_delta, Delta("thinking", event.delta))
                    case "response.completed" | "response.incomplete" | "response.failed":
                        final = event.response.to_dict(mode="json")
                    case "error":
                        raise openai.APIConnectionError(message=str(event.message), request=None)  # type: ignore[arg-type]
                    case _:
                        pass
        if final is None:
            raise ValueError("it broke off before its end")
        return reply(final, self.address.model)

    async def close(self) -> None:
        if self._own:
            await self._client.close()


def tools(definitions: Sequence[Mapping[str, Any]], *, preview: bool) -> list[dict[str, Any]]:
    """Our definitions as the API's: the computer as its own tool, all others as functions."""
    found: list[dict[str, Any]] = []
    for definition in definitions:
        if "display_width_px" in definition:
            size = {"display_width": definition["display_width_px"], "display_height": definition["display_height_px"]}
            found.append(
                {"type": "computer_use_preview", "environment": "linux", **size} if preview else {"type": "computer"}
            )
            continue
        plain = schemas.function(definition)
        found.append(
            {
                "type": "function",
                "name": plain["name"],
                "description": plain.get("description", ""),
                "parameters": plain["input_schema"],
                "strict": False,
            }
        )
    return found


def reply(response: Mapping[str, Any], model: str) -> Reply:
    """The API's response as ours."""
    output = list(response.get("output") or ())
    if response.get("status") == "failed":
        error = response.get("error") or {}
        if error.get("code") == "context_length_exceeded":
            raise WindowFull
        if error.get("code") in ("server_error", "rate_limit_exceeded"):
            raise ValueError(str(error.get("message") or error.get("code")))
        raise ModelError(f"{model}: the answer failed: {error.get('message') or 'no reason was given'}")
    content: list[Block] = [Opaque({"type": KEPT, "items": output})] if output else []
    said: list[Block] = []
    for item in output:
        match item.get("type"):
            case "message":
                parts = [part.get("text") or part.get("refusal") or "" for part in item.get("content") or ()]
                said.extend(Text(part) for part in parts if part.strip())
            case "function_call":
                said.append(wire.tool_use(item["call_id"], item.get("name", ""), item.get("arguments") or ""))
            case "computer_call":
                said.extend(computer_uses(item))
            case _:
                pass
    why = (response.get("incomplete_details") or {}).get("reason")
    refused = any(part.get("type") == "refusal" for item in output for part in item.get("content") or ())
    stop: StopReason = "tool_use" if any(isinstance(block, ToolUse) for block in said) else "end_turn"
    if response.get("status") == "incomplete":
        stop = "refusal" if why == "content_filter" else "max_tokens"
    elif refused and stop == "end_turn":
        stop = "refusal"
    return Reply((*content, *said), stop, _usage(response.get("usage") or {}), str(response.get("model") or model))


def computer_uses(item: Mapping[str, Any]) -> list[ToolUse]:
    """The calls that one ``computer_call`` means: its one action, or its batch of actions, each maybe several calls."""
    actions = item.get("actions") or ([item["action"]] if item.get("action") else [{"type": "screenshot"}])
    inputs = [values for action in actions for values in openai_actions.calls(action)]
    checks = [str(check.get("message") or check.get("code") or check["id"]) for check in _checks(item)]
    extra = {CONCERNS: checks} if checks else {}
    return [
        ToolUse(_id(item["call_id"], index), "computer", values, extra=extra if index == 0 else {})
        for index, values in enumerate(inputs)
    ]


def items(messages: Sequence[Message]) -> list[dict[str, Any]]:
    """The conversation as input items."""
    found: list[dict[str, Any]] = []
    picture = Image(_BLANK)
    for index, message in enumerate(messages):
        results = {result.tool_use_id: result for result in message.tool_results}
        if message.role == "assistant":
            following = messages[index + 1] if index + 1 < len(messages) else Message("user", ())
            found.extend(_turn(message, {result.tool_use_id: result for result in following.tool_results}))
            continue
        answered = _kept(messages[index - 1]) if index else None
        shown = [image for result in results.values() for image in result.images]
        found.extend(_answers(answered, results, picture, messages[index - 1] if index else None))
        picture = shown[-1] if shown else picture
        content: list[dict[str, Any]] = []
        for block in message.content:
            match block:
                case Text(text) if text:
                    content.append({"type": "input_text", "text": text})
                case Image():
                    content.append({"type": "input_image", "image_url": wire.data_url(block), "detail": "auto"})
                case _:
                    pass
        if content:
            found.append({"role": "user", "content": content})
    return found


def _turn(message: Message, results: Mapping[str, ToolResult]) -> list[dict[str, Any]]:
    kept = _kept(message)
    if kept is not None and not _was_refused(kept, results):
        return [dict(item) for item in kept]
    text = [message.text] if message.text else []
    text += [f"[I asked for: {use.name} {dict(use.input)}]" for use in message.tool_uses]
    return [{"role": "assistant", "content": "\n".join(text) or "…"}]


def _answers(
    kept: Sequence[Mapping[str, Any]] | None,
    results: Mapping[str, ToolResult],
    picture: Image,
    turn: Message | None,
) -> list[dict[str, Any]]:
    """The outputs of the calls of a turn."""
    if kept is None or _was_refused(kept, results):
        # Retold in words: what came of it is, too.
        words = [result.text for result in results.values() if result.text]
        shown = [image for result in results.values() for image in result.images][-1:]
        content = [{"type": "input_text", "text": text} for text in words]
        content += [{"type": "input_image", "image_url": wire.data_url(image), "detail": "auto"} for image in shown]
        return [{"role": "user", "content": content}] if content else []
    found: list[dict[str, Any]] = []
    notes: list[str] = []
    for item in kept:
        call = item.get("call_id")
        match item.get("type"):
            case "function_call":
                found.append(_function_output(str(call), results.get(str(call))))
            case "computer_call":
                answers = [results[use.id] for use in computer_uses(item) if use.id in results]
                images = [image for answer in answers for image in answer.images]
                screen = {"type": "computer_screenshot", "image_url": wire.data_url([picture, *images][-1])}
                output: dict[str, Any] = {"type": "computer_call_output", "call_id": call, "output": screen}
                if checks := _checks(item):
                    output["acknowledged_safety_checks"] = [dict(check) for check in checks]
                found.append(output)
                # The output has no place for words: a failure is said beside it.
                notes += [answer.text for answer in answers if answer.is_error]
            case _:
                pass
    if notes:
        said = [{"type": "input_text", "text": f"[Of the last action: {note}]"} for note in dict.fromkeys(notes)]
        found.append({"role": "user", "content": said})
    return found


def _function_output(call: str, result: ToolResult | None) -> dict[str, Any]:
    if result is None:
        return {"type": "function_call_output", "call_id": call, "output": "There is no result."}
    text = f"Error: {result.text}" if result.is_error else result.text or "OK"
    output: Any = text
    if result.images:
        output = [{"type": "input_text", "text": text}] + [
            {"type": "input_image", "image_url": wire.data_url(image), "detail": "auto"} for image in result.images
        ]
    return {"type": "function_call_output", "call_id": call, "output": output}


def _was_refused(kept: Sequence[Mapping[str, Any]], results: Mapping[str, ToolResult]) -> bool:
    """Whether a call with a pending check was not carried out: then the check is not acknowledged."""
    for item in kept:
        if item.get("type") == "computer_call" and _checks(item):
            first = results.get(_id(str(item["call_id"]), 0))
            if first is None or first.is_error:
                return True
    return False


def _kept(message: Message) -> Sequence[Mapping[str, Any]] | None:
    for block in message.content:
        if isinstance(block, Opaque) and block.raw.get("type") == KEPT:
            found: Sequence[Mapping[str, Any]] = block.raw["items"]
            return found
    return None


def _checks(item: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return list(item.get("pending_safety_checks") or ())


def _id(call: str, index: int) -> str:
    return call if index == 0 else f"{call}_{index}"


def _usage(raw: Mapping[str, Any]) -> Usage:
    cached = (raw.get("input_tokens_details") or {}).get("cached_tokens") or 0
    return Usage((raw.get("input_tokens") or 0) - cached, raw.get("output_tokens") or 0, 0, cached)
