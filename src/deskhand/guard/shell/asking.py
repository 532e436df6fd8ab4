"""Whether a command only asks, told by the words that programs share: ``X --current``, ``X list``, ``X get-volume``.

Tables of programs do not end: of 320 everyday commands that only look or write files of their own, 42 were asked about,
most of them since nobody had written down what ``playerctl status`` or ``xrandr --current`` does. For looking, programs
have a few words in common; a program of somebody's own, named by its path, may mean anything by them.
"""

from __future__ import annotations

import re

from deskhand.guard.shell.effects import Command, Effect

_WORD = re.compile(
    r"(?:list\w*|ls|show|status|info|version|versions|current|query|get|display|print|describe|devices|metadata|monitors|"
    r"props|properties|verbose|help|stats?|whoami|is|log|logs|history|which)(?:-[\w-]+)?"
)
"""How programs call it to look, as a word or behind dashes; ``get-sink-volume`` too."""
_UNSURE = re.compile(r"(?:get|log|query|print|history|display|help)")
"""What a program that nobody knows may mean otherwise: ``foo get URL`` fetches."""
_DOES = re.compile(
    r"(?:set|add|rm|remove|del|delete|clear|reset|off|on|enable|disable|kill|stop|start|drop|purge|edit|save|write|apply|"
    r"install|update|output|mode|fix|push|new|create)(?:-[\w-]+)?"
)
"""Beside which asking is not all: ``xrandr --output X --off --verbose``."""


def only_asks(command: Command, *, known: bool = True) -> Effect | None:
    """What a command that only asks does; None for any other. ``known``: whether somebody here knows the program, and
    only not this use of it."""
    options = [text.lstrip("-").partition("=")[0] for text in command.texts if text.startswith("--")]
    short = [text.lstrip("-").partition("=")[0] for text in command.texts if re.match(r"-[a-z]{4,}", text)]
    words = command.operands()
    verb = next((word.text for word in words[:2] if _WORD.fullmatch(word.text)), "")  # ‘jupyter kernelspec list’
    if not known and ("/" in command.name or _UNSURE.fullmatch(verb) or command.redirects):
        return None
    if any(_DOES.fullmatch(option) for option in (*options, *short, *(word.text for word in words))):
        return None
    asked = _WORD.fullmatch(verb) or next(filter(None, map(_WORD.fullmatch, (*options, *short))), None)
    if asked is None or (known and words and not verb and not _by_option(options, short)):
        return None
    return Effect("observe", f"looks ({command.name} {asked.group()})", 0.85 if known else 0.7)


def _by_option(options: list[str], short: list[str]) -> bool:
    """Whether the first option says so: in ``update-alternatives --list editor`` the word is what is asked about."""
    first = next(iter((*options, *short)), "")
    return _WORD.fullmatch(first) is not None
