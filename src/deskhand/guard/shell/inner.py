"""What commands inside of commands do: each deeper by one, and none deeper than can be followed."""

from __future__ import annotations

from dataclasses import replace

from deskhand.guard.shell.effects import Command, Context, Effect
from deskhand.guard.shell.syntax import Word


def rest_effects(words: tuple[Word, ...], context: Context, command: Command | None = None) -> list[Effect]:
    """What a command inside of another does."""
    from deskhand.guard.shell.reading import command_effects

    if not words:
        return []
    inner = Command(words[0].text, words[1:])
    if command is not None:
        inner = replace(inner, feed=command.feed, fed_by=command.fed_by)
    if context.depth > 8:
        return [Effect("edit", "nests commands deeper than can be followed", 0.1)]
    deeper = replace(context, depth=context.depth + 1)
    return command_effects(inner, words[0], deeper)


def text_effects(text: str, context: Context) -> list[Effect]:
    """What a script inside of a command does."""
    from deskhand.guard.shell.reading import effects_of

    return list(effects_of(text, replace(context, depth=context.depth + 1)))
