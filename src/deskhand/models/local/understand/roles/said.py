"""A plan in words, for the person to read before the first act: each step, and what was taken as said by the way."""

from __future__ import annotations

from collections.abc import Sequence

from deskhand.models.local.steps import Plan, Ref, UseCommand


def in_words(plan: Plan, asides: Sequence[str]) -> str:
    """What is going to be done."""
    parts: list[str] = []
    for step, source in zip(plan.steps, plan.sources, strict=True):
        words = _command(step, plan.language) if isinstance(step, UseCommand) else source
        if words and (not parts or parts[-1] != words):
            parts.append(words)
    told = "; ".join(parts) if plan.language == "en" else "、".join(parts)
    if asides:
        by_the_way = ", ".join(f"“{aside}”" for aside in asides)
        told += f" (said by the way: {by_the_way})" if plan.language == "en" else f"(補足とみなした部分: {by_the_way})"
    return told


def _command(step: UseCommand, language: str) -> str:
    values = ", ".join(
        f"{name} = {value}" if name else str(value) for name, value in step.fields if not isinstance(value, Ref)
    )
    on = step.on.name.replace("\n", ", ") if step.on is not None and step.on.name else ""
    if language == "ja":
        return f"コマンド「{step.words}」" + (f"を「{on}」に" if on else "") + (f"({values})" if values else "")
    return f"the command “{step.words}”" + (f" for “{on}”" if on else "") + (f" with {values}" if values else "")
