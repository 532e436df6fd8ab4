"""What leads to the answer is done before the answer is read, also where it is said after the question.

“At what time does the museum close? Its page is open; follow the link to the opening hours” was answered with the page
that has the link.
"""

from __future__ import annotations

from dataclasses import replace

from deskhand.models.local.behind.asking import only_asks
from deskhand.models.local.steps import ClickOn, Describe, Plan, Read, Tell


def there_first(plan: Plan, wish: str) -> Plan:
    """The plan with the clicks that stand behind its last word put before the look; only where nothing else follows."""
    steps = list(plan.steps)
    tells = [at for at, step in enumerate(steps) if isinstance(step, Tell)]
    if len(tells) != 1 or len(plan.sources) != len(steps) or not only_asks(wish):
        return plan
    at = tells[0]
    after = steps[at + 1 :]
    looks = at - 1
    if looks < 0 or not after or not isinstance(steps[looks], Read | Describe):
        return plan
    if not all(isinstance(step, ClickOn) for step in after):
        return plan
    order = [*range(looks), *range(at + 1, len(steps)), looks, at]
    return replace(
        plan, steps=tuple(steps[one] for one in order), sources=tuple(plan.sources[one] for one in order)
    )  # fmt: skip
