"""What words mean once their quotes are taken off."""

from __future__ import annotations

from deskhand.guard.shell.syntax import Word


def unknown(name: str) -> Word:
    return Word(f"${name}", known=False)


def bare(text: str, substitutes: bool) -> Word:
    """A word without quotes: a backslash quotes the letter after it."""
    if "\\" not in text:
        return Word(text, not substitutes)
    out, quoting = "", False
    for c in text:
        if quoting:
            out += "" if c == "\n" else c
            quoting = False
        elif c == "\\":
            quoting = True
        else:
            out += c
    return Word(out, not substitutes, quoted=True)


def unescaped(text: str) -> str:
    """Inside double quotes a backslash quotes only four letters."""
    for letter in ('"', "$", "`", "\\"):
        text = text.replace("\\" + letter, letter)
    return text.replace("\\\n", "")


def ansi(text: str) -> str:
    try:
        return text.encode("latin-1", "backslashreplace").decode("unicode_escape")
    except UnicodeDecodeError:
        return text
