"""What each Claude model wants: its computer tool, the largest picture, how it thinks, whether it may forget.

One table, because each of these is a 400 from the API if it is wrong, and a new model is then one line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

Thinking: TypeAlias = Literal[
    "adaptive",  # the model decides how much (4.6 and later)
    "budget",  # a number of tokens for it (3.7 to 4.5)
    "none",  # it cannot
]


@dataclass(frozen=True, slots=True)
class ClaudeVersion:
    computer_tool: str
    tier: Literal["standard", "high"]
    """Of pictures: up to 1568 pixels a side, or up to 2576."""
    thinking: Thinking
    forgets: bool = True
    """Old pictures may be left out; not where thinking is signed for the whole conversation."""

    @property
    def window(self) -> int:
        """Tokens of the context window."""
        return 1_000_000 if self.thinking == "adaptive" else 200_000


_TOOLSET = "computer_toolset_20260801"
_TABLE: tuple[tuple[str, ClaudeVersion], ...] = (
    (r"(fable|mythos)-5-[1-9]", ClaudeVersion(_TOOLSET, "high", "adaptive", forgets=False)),
    (r"(fable|mythos)-5", ClaudeVersion(_TOOLSET, "high", "adaptive")),
    (r"opus-5-5", ClaudeVersion(_TOOLSET, "high", "adaptive", forgets=False)),
    (r"(sonnet|haiku)-5-5", ClaudeVersion(_TOOLSET, "high", "adaptive")),
    (r"(opus|sonnet)-5", ClaudeVersion(_TOOLSET, "high", "adaptive")),
    (r"opus-4-8", ClaudeVersion(_TOOLSET, "high", "adaptive")),
    (r"opus-4-7", ClaudeVersion("computer_20251124", "high", "adaptive")),
    (r"(opus|sonnet)-4-6", ClaudeVersion("computer_20251124", "standard", "adaptive")),
    (r"opus-4-5", ClaudeVersion("computer_20251124", "standard", "budget")),
    (r"(sonnet|haiku)-4-5", ClaudeVersion("computer_20250124", "standard", "budget")),
    (r"(opus|sonnet)-4(-[01])?", ClaudeVersion("computer_20250124", "standard", "budget")),
    (r"3-7-sonnet", ClaudeVersion("computer_20250124", "standard", "budget")),
    (r"3-5-sonnet", ClaudeVersion("computer_20241022", "standard", "none")),
)
_PATTERNS = tuple(
    (re.compile(rf"(?:.*[./])?claude-{pattern}(-latest|[-@]20\d{{6}}.*|-v\d.*)?$"), entry) for pattern, entry in _TABLE
)

NEWER = ClaudeVersion(_TOOLSET, "high", "adaptive", forgets=False)
"""For a model that is newer than the table: what the newest want, and nothing that could be refused."""


def claude_version(model: str) -> ClaudeVersion:
    """The table's line for a model id, with or without its date."""
    return next((entry for pattern, entry in _PATTERNS if pattern.match(model)), NEWER)
