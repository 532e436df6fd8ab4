"""What pages ask for in ways of their own; the first whose words fit is taken (see `...page.table`)."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import TypeAlias

from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.phrases import pattern

Skill: TypeAlias = Callable[[Pane, "re.Match[str]"], Awaitable[None]]
Entry: TypeAlias = tuple["re.Pattern[str]", Skill]


def on(skill: Skill, *wishes: str) -> tuple[Entry, ...]:
    """``skill`` is called by each of these patterns (see `phrases.pattern`)."""
    return tuple((pattern(wish), skill) for wish in wishes)
