"""The tools of a request, and which of them the model may or must use.

The rules are those of the hosted API, so that what works here works there: what a toolset's definition may hold, names
that are taken twice, and when a call may be forced.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from deskhand.server.errors import invalid
from deskhand.tools.versions import VERSIONS, Version

MAX_TOOLS = 1000
_NAME = re.compile(r"[a-zA-Z0-9_-]{1,128}\Z")
_OTHERS = {"memory_20250818": "memory"}
"""Anthropic-defined tools that the client runs and that no model here uses: taken, so that programs need no change."""
_TOOLSET_KEYS = frozenset({"type", "configs", "cache_control", "allowed_callers"})

ChoiceKind: TypeAlias = Literal["auto", "any", "tool", "none"]


@dataclass(frozen=True, slots=True)
class Offer:
    """What the request offers."""

    tools: tuple[Mapping[str, Any], ...] = ()
    computer: Mapping[str, Any] | None = None
    """The computer tool's definition."""
    version: Version | None = None
    """Its line in the table."""
    names: frozenset[str] = field(default_factory=frozenset[str])
    """Of all tools that a choice may name."""

    @property
    def disabled(self) -> frozenset[str]:
        """Members or actions that must not be used."""
        if self.computer is None or self.version is None:
            return frozenset()
        if self.version.kind == "toolset":
            configs = self.computer.get("configs") or {}
            return frozenset(name for name, config in configs.items() if (config or {}).get("enabled") is False)
        zoom = "zoom" in self.version.actions and not self.computer.get("enable_zoom")
        return frozenset({"zoom"}) if zoom else frozenset()


@dataclass(frozen=True, slots=True)
class Choice:
    kind: ChoiceKind = "auto"
    name: str = ""
    one_at_a_time: bool = False
    """``disable_parallel_tool_use``."""

    def to_api(self) -> dict[str, Any] | None:
        """As it goes to a model; None for the default."""
        if self == Choice():
            return None
        name = {"name": self.name} if self.name else {}
        single = {"disable_parallel_tool_use": True} if self.one_at_a_time else {}
        return {"type": self.kind, **name, **single}

    @property
    def forced(self) -> bool:
        return self.kind in ("any", "tool")


def check_tools(raw: object, model: str) -> Offer:
    if raw is None:
        return Offer()
    if not isinstance(raw, list):
        raise invalid("tools: must be a list of tools")
    if len(raw) > MAX_TOOLS:
        raise invalid(f"tools: at most {MAX_TOOLS:,} are taken")
    names: dict[str, int] = {}
    choosable: set[str] = set()
    computer: Mapping[str, Any] | None = None
    version: Version | None = None
    for index, tool in enumerate(raw):
        where = f"tools.{index}"
        if not isinstance(tool, dict):
            raise invalid(f"{where}: must be an object")
        kind = tool.get("type", "custom")
        if kind is None or kind == "custom":
            name = _check_custom(tool, where)
        elif isinstance(kind, str) and kind in VERSIONS:
            found = VERSIONS[kind]
            name = _check_toolset(tool, found, where) if found.kind == "toolset" else _check_single(tool, found, where)
            if found.kind in ("computer", "toolset"):
                if computer is not None:
                    raise invalid(f"{where}: the request has two computer tools; offer one")
                computer, version = tool, found
        elif isinstance(kind, str) and kind in _OTHERS:
            name = _named(tool, _OTHERS[kind], where)
        else:
            accepted = ", ".join(("custom", *VERSIONS, *_OTHERS))
            raise invalid(f"'{model}' does not support tool types: {str(kind)[:80]}. Supported are: {accepted}.")
        if name in names:
            raise invalid(f"{where}.name: tool names must be unique, and {name!r} is also that of tools.{names[name]}")
        names[name] = index
        if VERSIONS.get(str(kind)) is None or VERSIONS[str(kind)].kind != "toolset":
            choosable.add(name)
    return Offer(tuple(raw), computer, version, frozenset(choosable))


def check_choice(raw: object, offer: Offer, thinks: bool) -> Choice:
    if raw is None:
        return Choice()
    if not isinstance(raw, dict):
        raise invalid("tool_choice: must be an object")
    if not offer.tools:
        raise invalid("tool_choice: may only be given together with tools")
    single = raw.get("disable_parallel_tool_use", False)
    if not isinstance(single, bool):
        raise invalid("tool_choice.disable_parallel_tool_use: must be true or false")
    kind = raw.get("type")
    if thinks and kind in ("any", "tool"):
        raise invalid("tool_choice: thinking may not be enabled when tool_choice forces tool use")
    match kind:
        case "auto":
            return Choice("auto", one_at_a_time=single)
        case "any":
            return Choice("any", one_at_a_time=single)
        case "none":
            return Choice("none")
        case "tool":
            name = raw.get("name")
            if not isinstance(name, str):
                raise invalid("tool_choice.tool.name: Field required")
            if name not in offer.names:
                toolset = offer.version is not None and offer.version.kind == "toolset"
                if toolset and offer.version is not None and name in ("computer", *offer.version.actions):
                    raise invalid(f"tool_choice.tool.name: {name!r} is a toolset or its member, which cannot be forced")
                raise invalid(f"tool_choice.tool.name: {name[:80]!r} is not among the tools")
            return Choice("tool", name, single)
        case _:
            raise invalid("tool_choice.type: must be one of auto, any, tool, none")


def _check_custom(tool: Mapping[str, Any], where: str) -> str:
    name = tool.get("name")
    if not isinstance(name, str):
        raise invalid(f"{where}.custom.name: Field required")
    if not _NAME.match(name):
        raise invalid(f"{where}.custom.name: must have 1 to 128 letters, digits, underscores or hyphens")
    schema = tool.get("input_schema")
    if not isinstance(schema, dict):
        raise invalid(f"{where}.custom.input_schema: Field required")
    if schema.get("type") != "object":
        raise invalid(f"{where}.custom.input_schema.type: must be 'object'")
    description = tool.get("description")
    if description is not None and not isinstance(description, str):
        raise invalid(f"{where}.custom.description: must be a string")
    return name


def _named(tool: Mapping[str, Any], name: str, where: str) -> str:
    given = tool.get("name")
    if given is None:
        raise invalid(f"{where}.{tool['type']}.name: Field required")
    if given != name:
        raise invalid(f"{where}.{tool['type']}.name: must be {name!r}")
    return name


def _check_single(tool: Mapping[str, Any], version: Version, where: str) -> str:
    name = _named(tool, version.name, where)
    path = f"{where}.{version.type}"
    if version.kind == "computer":
        for key in ("display_width_px", "display_height_px"):
            value = tool.get(key)
            if value is None:
                raise invalid(f"{path}.{key}: Field required")
            if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 100_000:
                raise invalid(f"{path}.{key}: must be a whole number of at least 1")
        number = tool.get("display_number")
        if number is not None and (isinstance(number, bool) or not isinstance(number, int) or number < 0):
            raise invalid(f"{path}.display_number: must be a whole number of at least 0")
        zoom = tool.get("enable_zoom")
        if zoom is not None and "enable_zoom" not in version.options:
            raise invalid(f"{path}.enable_zoom: Extra inputs are not permitted")
        if zoom is not None and not isinstance(zoom, bool):
            raise invalid(f"{path}.enable_zoom: must be true or false")
    limit = tool.get("max_characters")
    if limit is not None and "max_characters" not in version.options:
        raise invalid(f"{path}.max_characters: Extra inputs are not permitted")
    if limit is not None and (isinstance(limit, bool) or not isinstance(limit, int) or limit < 1):
        raise invalid(f"{path}.max_characters: must be a whole number of at least 1")
    return name


def _check_toolset(tool: Mapping[str, Any], version: Version, where: str) -> str:
    path = f"{where}.{version.type}"
    for key in tool:
        if key not in _TOOLSET_KEYS:
            raise invalid(f"{path}.{str(key)[:80]}: Extra inputs are not permitted")
    callers = tool.get("allowed_callers")
    if callers is not None and callers != ["direct"]:
        raise invalid(f"{path}.allowed_callers: only ['direct'] is supported")
    configs = tool.get("configs")
    if configs is not None and not isinstance(configs, dict):
        raise invalid(f"{path}.configs: must be an object")
    deferred: set[bool] = set()
    disabled = 0
    for name, config in (configs or {}).items():
        if name not in version.actions:
            raise invalid(f"{path}.configs.{name[:80]}: is no member; the members are {', '.join(version.actions)}")
        if config is not None and not isinstance(config, dict):
            raise invalid(f"{path}.configs.{name}: must be an object")
        for key, value in (config or {}).items():
            if key not in ("enabled", "defer_loading"):
                raise invalid(f"{path}.configs.{name}.{key[:80]}: Extra inputs are not permitted")
            if value is not None and not isinstance(value, bool):
                raise invalid(f"{path}.configs.{name}.{key}: must be true or false")
        if (config or {}).get("enabled") is False:
            disabled += 1
    for name in version.actions:
        config = (configs or {}).get(name) or {}
        if config.get("enabled") is not False:
            deferred.add(bool(config.get("defer_loading")))
    if disabled == len(version.actions):
        raise invalid(f"{path}.configs: at least one member must be enabled")
    if len(deferred) > 1:
        raise invalid(f"{path}.configs: defer_loading must be the same for all enabled members")
    return version.name
