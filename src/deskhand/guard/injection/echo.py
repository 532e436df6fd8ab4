"""What the agent typed stands in a terminal before it is run: its own line, and no text that wants it.

A reader of pictures takes the cursor behind it for a letter (‘tokyo.csv)■’), and a long line is wrapped at the
window's edge, in the middle of a word: the line was then read as somebody's order to run it.
"""

from __future__ import annotations

from deskhand.guard.injection.trusted import fold

_SAME = 0.6
"""Of a command's words, those that a line holds which is the command itself, some of them misread; and of the letters
of wrapped lines, those that are the command's: before it stands a prompt, and no sentence."""
_OF_A_ROW = 1 / 3
"""Of a line's words, those that are the command's at least: a sentence that names a command is longer."""
_WRAPPED = 4
"""Lines that one command takes at most."""


def letters_of(text: str) -> str:
    """Letters and digits alone: signs, spaces and the cursor are what a reader of pictures adds or loses."""
    return "".join(character for character in fold(text) if character.isalnum())


def without_echo(lines: list[str], command: str) -> list[str]:
    """A terminal's lines without the ones in which the command itself was just typed; it may have been misread."""
    typed = letters_of(command)
    for end in range(len(lines), 0, -1):
        for begin in range(end - 1, max(-1, end - _WRAPPED - 1), -1):
            row = letters_of("".join(lines[begin:end]))
            if typed and typed in row and len(typed) >= _SAME * len(row):
                return [*lines[:begin], *lines[end:]]
    words = set(command.casefold().split())
    for at in range(len(lines) - 1, -1, -1):
        row_words = set(lines[at].casefold().split())
        shared = len(words & row_words)
        if shared >= max(_SAME * len(words), _OF_A_ROW * len(row_words)):
            return [*lines[:at], *lines[at + 1 :]]
    return lines
