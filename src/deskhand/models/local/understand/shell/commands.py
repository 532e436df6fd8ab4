"""The commands themselves. Each is given words that are quoted already."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence

KEEP = "set -C; "
"""In a subshell: the shell then refuses to write over a file that is there."""


COUNTS = {"lines": "-l", "words": "-w", "characters": "-m", "bytes": "-c"}
"""What `wc` counts."""


def into(command: str, target: str, *, over: bool = False) -> str:
    """The output of a command in a new file."""
    return f"{command} > {target}" if over else f"({KEEP}{command} > {target})"


def text(words: str) -> str:
    """A text as an argument that is never taken for an option."""
    return f"-e {shlex.quote(words)}" if words.startswith("-") else shlex.quote(words)


def count(what: str, files: list[str]) -> str:
    flag = COUNTS[what]
    return f"wc {flag} < {files[0]}" if len(files) == 1 else f"cat {' '.join(files)} | wc {flag}"


def lines_with(words: str, files: list[str], *, number: bool, flags: str = "") -> str:
    """How many lines hold the words (``number``), or those lines."""
    if len(files) == 1:
        return f"grep -{'c' if number else ''}{flags}F {text(words)} {files[0]}"
    found = f"grep -h{flags}F {text(words)} {' '.join(files)}"
    return f"{found} | wc -l" if number else found


def occurrences(words: str, files: list[str], *, whole: bool) -> str:
    return f"grep -oh{'w' if whole else ''}F {text(words)} {' '.join(files)} | wc -l"


def sort(files: list[str], *, numbers: bool, reverse: bool, once: bool) -> str:
    flags = ("n" if numbers else "") + ("r" if reverse else "") + ("u" if once else "")
    return " ".join(["sort", *([f"-{flags}"] if flags else []), *files])


def replace(old: str, new: str) -> str:
    """The script of `sed`: every sign of ``old`` and ``new`` stands for itself."""
    was = re.sub(r"([\\.*\[\]^$/])", r"\\\1", old)
    becomes = re.sub(r"([\\&/])", r"\\\1", new)
    return shlex.quote(f"s/{was}/{becomes}/g")


def ranked(folder: str, by: str, *, least: bool, number: int, endings: Sequence[str] = ()) -> str:
    """The files of a folder by size or time, the first ones; with ``endings`` only those of that kind."""
    order = {"size": "S", "time": "t"}[by] + ("r" if least else "")
    kind = f" | grep -iE '\\.({'|'.join(endings)})$'" if endings else ""
    return f"{f'ls -p{order} {folder}'.rstrip()} | grep -v /{kind} | head -n {number}"


def entry_count(folder: str, what: str) -> str:
    return f"ls -p {folder} | grep {'-c' if what == 'folders' else '-vc'} /"


def zipped(things: list[str], archive: str, base: str | None, *, over: bool) -> str:
    """A zip holds names, not whole paths: so it is made from inside the folder."""
    made = into(f"zip -rq - {' '.join(things)}", archive, over=True)
    enter = f"cd {base} && " if base else ""
    return f"({'' if over else KEEP}{enter}{made})"


def tarred(things: list[str], archive: str, base: str | None, *, over: bool) -> str:
    enter = f"-C {base} " if base else ""
    return into(f"tar -cz {enter}{' '.join(things)}", archive, over=over)


def unpacked(archive: str, name: str, to: str) -> str:
    """Files that are there already stay as they are."""
    if name.lower().endswith(".zip"):
        return f"unzip -n {archive}" + (f" -d {to}" if to else "")
    made = f"mkdir -p {to} && " if to else ""
    return f"{made}tar --skip-old-files -xf {archive}" + (f" -C {to}" if to else "")
