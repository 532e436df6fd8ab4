"""Any OpenAI-compatible chat endpoint (vLLM, Ollama, LM Studio, llama.cpp …), with our tools as function tools."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import openai

from deskhand.messages import Block, Message, StopReason, Text, ToolUse, Usage
from deskhand.models import openai_wire as wire
from deskhand.models.address import Address
from deskhand.models.interface import Delta, OnDelta, Reply, Request, Traits
from deskhand.models.openai_client import Begun, WindowFull, make_client, persistently, tell

IMAGES = 6
"""Pictures in one request, where nothing else is said: a server on a person's own computer has a small window."""
WINDOW = 128_000


def few_pictures(most: int) -> tuple[int, int]:
    """``keep`` and ``interval`` of `Traits`, so that a request holds ``most`` pictures or fewer."""
    keep = max(1, most // 2)
    return keep, most - keep + 1


class OpenAIChat:
    def __init__(self, address: Address, *, client: openai.AsyncOpenAI | None = None, pause: float = 0.5) -> None:
        self.name = address.spec
        self.address = address
        self.computer_tool = "computer_20251124"
        keep, interval = few_pictures(address.images or IMAGES)
        self.traits = Traits(
            forgets=True,
            keep=keep,
            interval=interval,
            ends_by_word=True,
            max_tokens=4096,
            window=address.window or WINDOW,
        )
        self._own = client is None
        self._client = client or make_client(address)
        self._pause = pause

    async def respond(self, request: Request, on_delta: OnDelta | None = None) -> Reply:
        body: dict[str, Any] = {
            "model": self.address.model,
            "messages": self._messages(request.messages, request.system),
            # OpenAI's own newer models take the one name only, other servers know the other.
            "max_completion_tokens" if "//api.openai.com" in (self.address.url or "") else "max_tokens": (
                request.max_tokens
            ),
        }
        if tools := self._tools(request.tools):
            body["tools"] = tools
        try:
            return await persistently(
                lambda begun: self._stream(body, request, on_delta, begun), self.address, on_delta, self._pause
            )
        except WindowFull:
            return Reply((), "model_context_window_exceeded", Usage(), self.address.model)

    def _messages(self, messages: Sequence[Message], system: str) -> list[dict[str, Any]]:
        return wire.chat_messages(messages, system)

    def _tools(self, definitions: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        return wire.functions(definitions)

    def _calls(self, calls: Sequence[ToolUse], request: Request) -> Sequence[Block]:
        """The model's function calls as calls of our tools."""
        return calls

    async def _stream(self, body: Mapping[str, Any], request: Request, on_delta: OnDelta | None, begun: Begun) -> Reply:
        heard = _Heard()
        stream = await self._client.chat.completions.create(**body, stream=True, stream_options={"include_usage": True})
        async with stream:
            async for chunk in stream:
                begun.stream = True
                delta = heard.take(chunk)
                if delta is not None:
                    await tell(on_delta, delta)
        return self._reply(heard, body, request)

    def _reply(self, heard: _Heard, body: Mapping[str, Any], request: Request) -> Reply:
        if not heard.reason:
            raise ValueError("it broke off before its end")
        text, calls = heard.text, heard.calls()
        if not calls:
            names = frozenset(tool["function"]["name"] for tool in body.get("tools", ()))
            text, written = wire.hermes_calls(text, names)
            calls = list(written)
        stop: StopReason = wire.STOP_REASONS.get(heard.reason, "end_turn")
        if calls and stop == "end_turn":  # several servers say "stop" after calls as well
            stop = "tool_use"
        content: tuple[Block, ...] = (Text(text),) if text.strip() else ()
        if stop != "max_tokens":
            content = (*content, *self._calls(calls, request))
        return Reply(content, stop, heard.usage, heard.model or self.address.model)

    async def close(self) -> None:
        if self._own:
            await self._client.close()


@dataclass(slots=True)
class _Heard:
    """An answer as it comes in, chunk by chunk."""

    text: str = ""
    reason: str = ""
    model: str = ""
    usage: Usage = field(default_factory=Usage)
    _calls: dict[int, list[str]] = field(default_factory=dict[int, list[str]])

    def take(self, chunk: Any) -> Delta | None:
        self.model = chunk.model or self.model
        if chunk.usage is not None:
            details = chunk.usage.prompt_tokens_details
            cached = (details.cached_tokens or 0) if details is not None else 0
            given = chunk.usage.prompt_tokens or 0
            self.usage = Usage(given - cached, chunk.usage.completion_tokens or 0, 0, cached)
        if not chunk.choices:
            return None
        choice = chunk.choices[0]
        self.reason = choice.finish_reason or self.reason
        delta = choice.delta
        for call in delta.tool_calls or ():
            index = call.index if call.index is not None else len(self._calls)
            kept = self._calls.setdefault(index, ["", "", ""])
            kept[0] = call.id or kept[0]
            if call.function is not None:
                kept[1] += call.function.name or ""
                kept[2] += call.function.arguments or ""
        if delta.content:
            self.text += delta.content
            return Delta("text", delta.content)
        extra = delta.model_extra or {}  # no field of OpenAI's: what vLLM, llama.cpp and others call it
        thought = extra.get("reasoning_content") or extra.get("reasoning")
        return Delta("thinking", thought) if isinstance(thought, str) and thought else None

    def calls(self) -> list[ToolUse]:
        seen: set[str] = set()
        found: list[ToolUse] = []
        for _, (id, name, arguments) in sorted(self._calls.items()):
            use = wire.tool_use("" if id in seen else id, name, arguments)
            seen.add(use.id)
            found.append(use)
        return found
