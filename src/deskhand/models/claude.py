"""Claude through the Anthropic SDK: streamed, with the tool version that the model wants, and its turns kept untouched.

What came is what goes back: thinking blocks are signed and a null ``citations`` comes back as null, so blocks are
taken from the SDK as the fields that were received, no more and no fewer.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

import anthropic

from deskhand.messages import (
    Block,
    Message,
    MessageError,
    Opaque,
    StopReason,
    Text,
    ToolUse,
    Usage,
    block_from_api,
    message_to_api,
)
from deskhand.models.claude_errors import as_model_error, is_busy, passes_by, too_long
from deskhand.models.claude_pieces import Garbled, Pieces
from deskhand.models.claude_versions import claude_version
from deskhand.models.interface import Delta, ModelError, OnDelta, Reply, Request, Traits
from deskhand.tools.interface import CONCERNS
from deskhand.tools.versions import beta_headers

RETRIES = 4
"""Before a stream has begun: rate limits, overload, broken connections, by the SDK, which honours ``retry-after``."""
STREAM_RETRIES = 3
"""After it has begun: the SDK does not repeat a turn that broke off in the middle, so we do."""
WAITS = (15.0, 30.0, 60.0, 60.0)
"""Seconds, when the SDK has given up on an API that is busy: its attempts are over in 8, an overload is not, and a run
of an hour should not end for it."""
THINKING_BUDGET = 2048
SILENCE = 300.0
"""Seconds without a byte after which a connection counts as lost; the API itself sends a ping about every 15."""

CONTEXT_BETA = "context-management-2025-06-27"
CONTEXT_EDITS = {
    # By the API, because pictures left out by us would invalidate thinking that is signed for the conversation. At
    # least so much at a time, or each clearing would cost more by the lost cache than it saves.
    "edits": [
        {
            "type": "clear_tool_uses_20250919",
            "trigger": {"type": "input_tokens", "value": 100_000},
            "keep": {"type": "tool_uses", "value": 20},
            "clear_at_least": {"type": "input_tokens", "value": 40_000},
        }
    ]
}

TIMEOUT = anthropic.Timeout(600.0, connect=10.0, read=SILENCE)
_STOP_REASONS: Mapping[str, StopReason] = {
    "end_turn": "end_turn",
    "tool_use": "tool_use",
    "max_tokens": "max_tokens",
    "stop_sequence": "stop_sequence",
    "pause_turn": "pause_turn",
    "refusal": "refusal",
    "model_context_window_exceeded": "model_context_window_exceeded",
}


Client: TypeAlias = anthropic.AsyncAnthropic | anthropic.AsyncAnthropicBedrock | anthropic.AsyncAnthropicVertex


class ClaudeModel:
    """One model of the Anthropic API, or of anything that speaks like it (``ANTHROPIC_BASE_URL``).

    The key comes from the environment only: a key on a command line is in every process list.
    """

    def __init__(
        self,
        name: str,
        *,
        client: Client | None = None,
        model: str = "",
        pause: float = 0.5,
        waits: Sequence[float] = WAITS,
    ) -> None:
        """``name``: how the person calls it; ``model``: its id on the wire, where that is another.

        ``pause``: seconds before a turn that broke off is first asked for again. ``waits``: see `WAITS`.
        """
        if client is None and not (os.environ.get("ANTHROPIC_API_KEY") or os.environ.get("ANTHROPIC_AUTH_TOKEN")):
            raise ModelError(
                f"there is no key for {name}: set ANTHROPIC_API_KEY, or use --model local, which needs none"
            )
        self.name = name
        self.model = model or name
        self.version = claude_version(self.model)
        self.computer_tool = self.version.computer_tool
        self.traits = Traits(
            tier=self.version.tier,
            forgets=self.version.forgets,
            caches=True,
            ends_by_word=True,
            max_tokens=8192,
            window=self.version.window,
        )
        self._own = client is None
        self._client = client or anthropic.AsyncAnthropic(max_retries=RETRIES, timeout=TIMEOUT)
        self._pause, self._waits = pause, tuple(waits)

    async def respond(self, request: Request, on_delta: OnDelta | None = None) -> Reply:
        broken = waited = 0
        while True:
            begun = _Begun()
            try:
                return await self._stream(request, on_delta, begun)
            except _ListenerFailed as error:
                raise error.cause from None
            except Exception as error:
                if too_long(error):
                    return Reply((), "model_context_window_exceeded", Usage(), self.model)
                # Also what the HTTP client raises when a stream breaks off, and what the SDK's helper raises
                # (AssertionError, AttributeError, ValueError …) when the events are not those of the Messages API.
                problem = as_model_error(error, self.name)
                if not begun.stream and isinstance(error, anthropic.AnthropicError):  # repeated by the SDK, in vain
                    if not is_busy(error) or waited == len(self._waits):
                        raise problem from error
                    pause, waited = self._waits[waited], waited + 1
                    said = f"There was no answer ({problem}); asking again in {pause:g} seconds."
                else:
                    if not passes_by(error) or broken == STREAM_RETRIES:
                        raise problem from error
                    pause, broken = self._pause * 2**broken, broken + 1
                    said = f"The answer broke off ({problem}); asking for it again."
                if on_delta is not None:
                    await on_delta(Delta("retry", said))
                await asyncio.sleep(pause)

    async def _stream(self, request: Request, on_delta: OnDelta | None, begun: _Begun) -> Reply:
        betas = list(beta_headers(request.tools))
        body = self._body(request)
        if not self.version.forgets:
            betas.append(CONTEXT_BETA)
            body["context_management"] = CONTEXT_EDITS
        # The two have the same shape; only the beta one can name betas, and only the other one is without them.
        messages: Any = self._client.beta.messages if betas else self._client.messages
        if betas:
            body["betas"] = betas
        pieces = Pieces()
        async with messages.stream(**body) as stream:
            async for event in stream:
                begun.stream = True
                pieces.take(event)
                if on_delta is None or event.type != "content_block_delta":
                    continue
                match event.delta.type:
                    case "text_delta":
                        await _tell(on_delta, Delta("text", event.delta.text))
                    case "thinking_delta":
                        await _tell(on_delta, Delta("thinking", event.delta.thinking))
                    case _:
                        pass
            reply = _reply(await stream.get_final_message())
        pieces.check(reply.stop_reason)
        return reply

    def _body(self, request: Request) -> dict[str, Any]:
        body: dict[str, Any] = {
            "model": self.model,
            "max_tokens": request.max_tokens,
            "messages": [message_to_api(_ours_left_out(message)) for message in request.messages],
        }
        if request.system:
            # The mark stands behind the tools and the system prompt, which are the same in every request of a run.
            body["system"] = [{"type": "text", "text": request.system, "cache_control": {"type": "ephemeral"}}]
        if request.tools:
            body["tools"] = [dict(tool) for tool in request.tools]
        if request.tool_choice is not None:
            body["tool_choice"] = dict(request.tool_choice)
        match self.version.thinking:
            case "adaptive":
                body["thinking"] = {"type": "adaptive", "display": "summarized"}
            case "budget" if request.max_tokens > THINKING_BUDGET:
                body["thinking"] = {"type": "enabled", "budget_tokens": THINKING_BUDGET}
            case _:
                pass
        return body

    async def close(self) -> None:
        if self._own:
            await self._client.close()


def _ours_left_out(message: Message) -> Message:
    """Without what other models' adapters keep in their turns: a run may change its model when it is resumed."""
    if not any(
        _is_ours(block) or (isinstance(block, ToolUse) and CONCERNS in block.extra) for block in message.content
    ):
        return message
    blocks = [block for block in message.content if not _is_ours(block)]
    return Message(
        message.role, tuple(replace(block, extra={}) if isinstance(block, ToolUse) else block for block in blocks)
    )


def _is_ours(block: Block) -> bool:
    return isinstance(block, Opaque) and str(block.raw.get("type")).startswith("deskhand_")


class _Begun:
    """Whether anything of the stream has arrived: until then the SDK has done the retrying."""

    stream = False


class _ListenerFailed(Exception):
    """What listened to the answer raised: nothing the API could be asked again for."""

    def __init__(self, cause: Exception) -> None:
        super().__init__()
        self.cause = cause


async def _tell(on_delta: OnDelta, delta: Delta) -> None:
    try:
        await on_delta(delta)
    except Exception as error:
        raise _ListenerFailed(error) from error


def _reply(message: Any) -> Reply:
    """The SDK's message as ours, block by block as received."""
    raw = message.to_dict(mode="json")
    try:
        content = tuple(
            block_from_api(block, f"content.{index}") for index, block in enumerate(raw.get("content") or [])
        )
    except MessageError as error:
        raise Garbled(str(error)) from None
    reason = raw.get("stop_reason")
    if reason not in _STOP_REASONS:
        raise Garbled(f"it stopped for {reason!r}" if reason else "it broke off before its end")
    stop_reason = _STOP_REASONS[reason]
    if stop_reason == "refusal":
        content = (*content, *_explanation(raw))
    return Reply(content, stop_reason, _usage(raw.get("usage") or {}), str(raw.get("model") or ""))


def _explanation(raw: Mapping[str, Any]) -> tuple[Block, ...]:
    """Why a safety classifier refused, as text: the run ends with it, so it never goes back to the API."""
    details = raw.get("stop_details") or {}
    category, explanation = details.get("category"), details.get("explanation")
    said = explanation or "The model's provider refused to go on with this task."
    return (Text(f"{said} (category: {category})" if category else said),)


def _usage(raw: Mapping[str, Any]) -> Usage:
    return Usage(
        input_tokens=raw.get("input_tokens") or 0,
        output_tokens=raw.get("output_tokens") or 0,
        cache_write_tokens=raw.get("cache_creation_input_tokens") or 0,
        cache_read_tokens=raw.get("cache_read_input_tokens") or 0,
    )
