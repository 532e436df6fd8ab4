"""From what happened to the events that tell it: replies, calls and results in the form the journal keeps.

Pictures are kept once, under the hash of their bytes: the result of a call holds the hash where the API's form holds
the data, and `transcript` puts the data back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from deskhand.agent.events import Acted, Acting, Decided, Replied
from deskhand.agent.journal import Journal
from deskhand.guard.interface import Decision
from deskhand.messages import Block, Image, ToolResult, block_to_api
from deskhand.models.interface import Reply
from deskhand.tools.interface import Proposal, ToolRun


def replied(step: int, reply: Reply, seconds: float, usd: float | None) -> Replied:
    return Replied(
        step=step,
        content=tuple(block_to_api(block) for block in reply.content),
        text=reply.message.text,
        stop_reason=reply.stop_reason,
        seconds=round(seconds, 3),
        input_tokens=reply.usage.input_tokens,
        output_tokens=reply.usage.output_tokens,
        cache_write_tokens=reply.usage.cache_write_tokens,
        cache_read_tokens=reply.usage.cache_read_tokens,
        usd=usd,
        asks=reply.asks,
    )


def decided(step: int, proposal: Proposal, decision: Decision) -> Decided:
    return Decided(
        step,
        proposal.call.id,
        decision.allowed,
        decision.by,
        decision.reason,
        proposal.words,
        decision.question,
        decision.scope,
        decision.edited,
        decision.via,
    )


def acting(step: int, proposal: Proposal) -> Acting:
    return Acting(
        step=step,
        call=proposal.call.id,
        tool=proposal.tool,
        name=proposal.name,
        input=dict(proposal.call.input),
        words=proposal.words,
        points=tuple((point.x, point.y) for point in proposal.points),
    )


def acted(step: int, run: ToolRun, journal: Journal) -> Acted:
    """Keeps the pictures in ``journal``. A zoomed part is kept as well, but is not the step's screen."""
    outcome = run.outcome
    picture = None
    if run.picture is not None and run.proposal.region is None:
        picture = journal.keep_picture(run.picture.png, run.picture.size, step=step)
    return Acted(
        step=step,
        call=run.result.tool_use_id,
        result=kept_result(run.result, journal),
        text=run.text,
        is_error=run.is_error,
        seconds=round(run.seconds, 4),
        picture=picture,
        changed=None if outcome is None else outcome.changed,
        regions=()
        if outcome is None
        else tuple((region.x, region.y, region.width, region.height) for region in outcome.regions),
        pointer=None if outcome is None else (outcome.pointer.x, outcome.pointer.y),
        focus="" if outcome is None else outcome.focus,
    )


def kept_blocks(blocks: Sequence[Block], journal: Journal) -> tuple[Mapping[str, Any], ...]:
    """Blocks as API objects, as `kept_result` has them."""
    return tuple(_kept(block, journal) for block in blocks)


def kept_result(result: ToolResult, journal: Journal) -> Mapping[str, Any]:
    """The result as an API object, each image's data replaced by ``{"sha256": …}``."""
    bare = block_to_api(ToolResult(result.tool_use_id, (), result.is_error, result.toolset_name, result.extra))
    return bare | {"content": [_kept(part, journal) for part in result.content]}


def _kept(part: Block, journal: Journal) -> dict[str, Any]:
    if not isinstance(part, Image):
        return block_to_api(part)
    data = {"sha256": journal.keep_bytes(part.data)}
    return {"type": "image", "source": {"type": "base64", "media_type": part.media_type, "data": data}, **part.extra}
