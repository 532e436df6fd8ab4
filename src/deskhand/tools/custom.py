"""A program's own tools beside Anthropic's: any typed async function becomes one.

The schema comes from the function's signature and its description from the docstring, so that what the model is told
and what is called cannot drift apart.
"""

from __future__ import annotations

import inspect
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Any, TypeAlias, cast, get_type_hints

from pydantic import BaseModel, ConfigDict, ValidationError, create_model

from deskhand.desktop.interface import DesktopError, DesktopGone
from deskhand.messages import Image, Text, ToolUse
from deskhand.tools.interface import Proposal, Tool, ToolError, ToolRun, as_input, failed, refused, succeeded
from deskhand.tools.versions import VERSIONS
from deskhand.tools.words import shorten

Answer: TypeAlias = str | Sequence[Text | Image]
RESERVED = frozenset(version.name for version in VERSIONS.values())


class FunctionTool:
    """``function`` takes what the model gives, as keyword arguments, and returns a text or blocks.

    It says what went wrong by raising `ToolError` with a sentence. ``words`` tells a person what a call would do; it
    gets the same arguments.
    """

    def __init__(
        self,
        function: Callable[..., Awaitable[Answer]],
        *,
        name: str = "",
        description: str = "",
        words: Callable[..., str] | None = None,
    ) -> None:
        self.name = name or function.__name__
        self.description = description or inspect.getdoc(function) or ""
        if self.name in RESERVED:
            raise ValueError(f"{self.name!r} is the name of a built-in tool; name yours otherwise")
        if not self.description:
            raise ValueError(
                f"the tool {self.name!r} needs a description (or a docstring): a model goes by nothing else"
            )
        self._function = function
        self._words = words
        self._input = _model_of(function, self.name)

    def definition(self) -> dict[str, Any]:
        schema = self._input.model_json_schema()
        return {"name": self.name, "description": self.description, "input_schema": schema}

    def accepts(self, call: ToolUse) -> bool:
        return call.toolset_name is None and call.name == self.name

    async def describe(self, call: ToolUse) -> Proposal:
        try:
            arguments = self._arguments(call)
        except ToolError as error:
            return refused(call, self.name, self.name, str(error))
        if self._words is not None:
            words = self._words(**arguments)
        else:
            given = ", ".join(f"{key} {value!r}" for key, value in call.input.items())
            words = f"Use {self.name}{shorten(f' with {given}', 200) if given else ''}"
        return Proposal(call, self.name, self.name, words)

    async def run(self, proposal: Proposal) -> ToolRun:
        began = time.monotonic()
        try:
            if proposal.error:
                raise ToolError(proposal.error)
            answer = await self._function(**self._arguments(proposal.call))
            blocks = (Text(answer or "(nothing)"),) if isinstance(answer, str) else tuple(answer)
            done = ToolRun(proposal, succeeded(proposal.call, *blocks))
        except DesktopGone:
            raise
        except (ToolError, DesktopError) as error:
            done = ToolRun(proposal, failed(proposal.call, str(error)))
        return replace(done, seconds=time.monotonic() - began)

    def _arguments(self, call: ToolUse) -> dict[str, Any]:
        try:
            parsed = self._input.model_validate(dict(as_input(call.input)))
        except ValidationError as error:
            wrong = [f"{'.'.join(map(str, item['loc'])) or 'input'}: {item['msg']}" for item in error.errors()[:5]]
            raise ToolError(f"{self.name}: {'; '.join(wrong)}") from None
        return {name: getattr(parsed, name) for name in type(parsed).model_fields}


def as_tools(given: Sequence[Tool | Callable[..., Awaitable[Answer]]]) -> tuple[Tool, ...]:
    """Tools as they are, functions made into tools."""
    return tuple(cast(Tool, each) if hasattr(each, "definition") else FunctionTool(each) for each in given)


def _model_of(function: Callable[..., Any], name: str) -> type[BaseModel]:
    hints = get_type_hints(function, include_extras=True)
    fields: dict[str, Any] = {}
    for parameter in inspect.signature(function).parameters.values():
        if parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD, parameter.POSITIONAL_ONLY):
            raise ValueError(f"the tool {name!r} can have named parameters only, not {parameter}")
        if parameter.name not in hints:
            raise ValueError(f"the parameter {parameter.name!r} of the tool {name!r} needs a type")
        default = ... if parameter.default is parameter.empty else parameter.default
        fields[parameter.name] = (hints[parameter.name], default)
    return create_model(name, __config__=ConfigDict(extra="forbid"), **fields)
