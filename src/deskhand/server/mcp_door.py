"""The desktop's tools for any client of the Model Context Protocol, with the guard in front.

What is to be asked about (by the policy, or everything with ``ask="always"``), the client's person is asked by
elicitation: over the back channel up to the protocol of 2025-11, by a result that asks for input since 2026-07. A
client that can do neither has nobody to ask: the guard then does what `unattended` allows.
"""

from __future__ import annotations

import base64
import uuid
from dataclasses import replace
from typing import Any

import mcp_types as types
from mcp.server import Server
from mcp.server.context import ServerRequestContext
from mcp.server.transport_security import TransportSecuritySettings
from mcp_types.version import MODERN_PROTOCOL_VERSIONS
from starlette.types import ASGIApp

from deskhand import __version__
from deskhand.desktop.interface import Desktop, DesktopError
from deskhand.guard.interface import Approver, Ask, Decision, Question, allow, refuse
from deskhand.guard.misuse import MisuseWatch
from deskhand.guard.policy import Policy
from deskhand.guard.review import Review
from deskhand.messages import Image, Text, ToolUse
from deskhand.sandbox.interface import SandboxError
from deskhand.screen.sizing import Scale
from deskhand.server import schemas
from deskhand.server.desk import Desk
from deskhand.tools.interface import Proposal, ToolRun

_QUESTION = "approval"
_ANSWER: types.ElicitRequestedSchema = {
    "type": "object",
    "properties": {"allow": {"type": "boolean", "title": "Allow this action"}},
    "required": ["allow"],
}
INSTRUCTIONS = (
    "A Linux desktop of its own, behind walls, with a text editor, a calculator, a file manager, a terminal and a "
    "browser. Begin with computer {action: screenshot}; look again after each step."
)


class McpDoor:
    """One desktop, offered to one or many clients."""

    def __init__(self, desk: Desk, ask: Ask = "never", policy: Policy | None = None, *, more: str = "") -> None:
        """``more`` is told to the client's model beside the usual instructions."""
        self._desk = desk
        self._review = Review(ask, policy=policy, watch=MisuseWatch())
        self._seen: Desktop | None = None
        self.server: Server[Any] = Server(
            "deskhand",
            version=__version__,
            title="deskhand",
            instructions="\n\n".join(part for part in (INSTRUCTIONS, more) if part),
            on_list_tools=self._list,
            on_call_tool=self._call,
        )

    def http_app(self, path: str = "/mcp") -> ASGIApp:
        """Streamable HTTP. Who may come in is asked by the gate around it, not here."""
        open_gate = TransportSecuritySettings(enable_dns_rebinding_protection=False)
        return self.server.streamable_http_app(streamable_http_path=path, transport_security=open_gate)

    async def _list(self, _: ServerRequestContext[Any], __: object) -> types.ListToolsResult:
        picture = Scale.for_tier(self._desk.size, "standard").model
        harmful = types.ToolAnnotations(read_only_hint=False, destructive_hint=True, open_world_hint=False)
        return types.ListToolsResult(
            tools=[
                types.Tool(
                    name="computer",
                    description=schemas.computer_words(picture),
                    input_schema=schemas.computer_schema(),
                    annotations=harmful,
                ),
                types.Tool(
                    name="bash",
                    description=schemas.BASH_WORDS,
                    input_schema=schemas.bash_schema(),
                    annotations=harmful,
                ),
                types.Tool(
                    name=schemas.EDITOR_NAME,
                    description=schemas.EDITOR_WORDS,
                    input_schema=schemas.editor_schema(),
                    annotations=harmful,
                ),
            ]
        )

    async def _call(
        self, context: ServerRequestContext[Any], params: types.CallToolRequestParams
    ) -> types.CallToolResult | types.InputRequiredResult:
        asked: list[str] = []
        approver = self._approver(context, params, asked)

        async def decide(proposal: Proposal) -> str | None:
            decision = await replace(self._guard(), approver=approver).decide(proposal)
            return None if decision.allowed else decision.reason or "a person said no"

        use = ToolUse(f"mcp_{uuid.uuid4().hex}", params.name, params.arguments or {})
        try:
            done = await self._desk.call(use, decide)
        except (DesktopError, SandboxError) as error:
            return _said(str(error), is_error=True)
        if asked:
            question = types.ElicitRequestFormParams(message=asked[0], requested_schema=_ANSWER)
            return types.InputRequiredResult(input_requests={_QUESTION: types.ElicitRequest(params=question)})
        if isinstance(done, str):
            return _said(f"Refused: {done}", is_error=True)
        return _result(done)

    def _guard(self) -> Review:
        """One per desktop: what it knows of the screen and of the files holds from call to call."""
        desktop = self._desk.desktop
        if desktop is not None and desktop is not self._seen:
            self._seen, self._review = desktop, self._review.at(desktop)
        return self._review

    def _approver(
        self, context: ServerRequestContext[Any], params: types.CallToolRequestParams, asked: list[str]
    ) -> Approver | None:
        """Who can be asked at this client; None when nobody can."""
        capabilities = context.session.client_capabilities
        elicitation = capabilities.elicitation if capabilities is not None else None
        if elicitation is None or (elicitation.form is None and elicitation.url is not None):
            return None

        async def by_back_channel(question: Question) -> Decision:
            answer = await context.session.elicit_form(_question(question), _ANSWER, context.request_id)
            return _decision(answer)

        async def by_result(question: Question) -> Decision:
            answer = (params.input_responses or {}).get(_QUESTION)
            if isinstance(answer, types.ElicitResult):
                return _decision(answer)
            asked.append(_question(question))
            return refuse("it has to be approved first")

        return by_result if context.protocol_version in MODERN_PROTOCOL_VERSIONS else by_back_channel


def _question(question: Question) -> str:
    alarms = "".join(f" Careful: {alarm.sentence}." for alarm in question.alarms)
    return f"deskhand: {question.sentence}.{alarms} Allow it?"


def _decision(answer: types.ElicitResult) -> Decision:
    if answer.action == "accept" and (answer.content or {}).get("allow") is True:
        return allow()
    return refuse("the person said no")


def _said(text: str, *, is_error: bool = False) -> types.CallToolResult:
    return types.CallToolResult(content=[types.TextContent(type="text", text=text)], is_error=is_error)


def _result(run: ToolRun) -> types.CallToolResult:
    content: list[Any] = []
    for block in run.result.content:
        match block:
            case Text(text):
                content.append(types.TextContent(type="text", text=text))
            case Image(data, media_type):
                encoded = base64.b64encode(data).decode("ascii")
                content.append(types.ImageContent(type="image", data=encoded, mime_type=media_type))
    return types.CallToolResult(content=content, is_error=run.is_error)
