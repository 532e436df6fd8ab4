"""A plan in words, for the person to read before the first act: each step as it was said, a command as it is sought."""

from __future__ import annotations

from deskhand.models.local.steps import Plan, Ref, UseCommand


def in_words(plan: Plan) -> str:
    """What is going to be done."""
    parts: list[str] = []
    for step, source in zip(plan.steps, plan.sources, strict=True):
        words = _command(step, plan.language) if isinstance(step, UseCommand) else source
        if words and words not in parts:
            parts.append(words)
    return ("; " if plan.language == "en" else "、").join(parts)


def _command(step: UseCommand, language: str) -> str:
    values = ", ".join(
        f"{name} = {value}" if name else str(value) for name, value in step.fields if not isinstance(value, Ref)
    )
    on = step.on.name.replace("\n", ", ") if step.on is not None and step.on.name else ""
    if language == "ja":
        return f"コマンド「{step.words}」" + (f"を「{on}」に" if on else "") + (f"({values})" if values else "")
    return f"the command “{step.words}”" + (f" for “{on}”" if on else "") + (f" with {values}" if values else "")
