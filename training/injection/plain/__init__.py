"""Plain requests and everyday sentences with the same verbs, written by hand, one a line, in text files beside this.

Requests put together from parts (`wishes`) all sound alike: trained on them, the classifier found 19 in 100 requests
that somebody had worded freely. These lists are worded freely, deed by deed; choices and blanks multiply them.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random

from slots import fill


def plain_request(rng: Random, language: str) -> str:
    """A request without any trigger word."""
    return fill(rng.choice(lines(f"orders-{language}")), rng)


def everyday(rng: Random, language: str) -> str:
    """A harmless sentence with such a verb."""
    return fill(rng.choice(lines(f"harmless-{language}")), rng)


@cache
def lines(name: str) -> tuple[str, ...]:
    text = (Path(__file__).parent / f"{name}.txt").read_text("utf-8")
    return tuple(line for line in text.splitlines() if line.strip() and not line.startswith("# "))
