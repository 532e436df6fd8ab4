"""Files and folders as a model reads them: lines numbered as ``cat -n`` numbers them, folders two levels deep."""

from __future__ import annotations

from collections.abc import Sequence

from deskhand.desktop.interface import FileInfo
from deskhand.tools.document import Document
from deskhand.tools.edits import Edit
from deskhand.tools.interface import ToolError

CONTEXT = 4
"""Lines shown before and after an edit."""
MAX_SNIPPET = 60
"""Lines of an edit that are shown again; the model has just written them."""
MAX_CHARACTERS = 100_000
"""Of one view where no limit was given: some 30,000 tokens."""
MAX_ENTRIES = 1000
"""Of one folder's view."""


def file(document: Document, path: str, wanted: tuple[int, ...] | None, max_characters: int | None) -> str:
    """The whole file, or lines ``wanted = (first, last)`` of it, both included; last −1 is the end."""
    lines = document.lines
    if not lines:
        if wanted is not None and wanted[0] > 1:
            raise ToolError(f"view: {path} is empty, so it has no line {wanted[0]}")
        return f"{path} is an empty file."
    first, last = _range(wanted, len(lines), path)
    body = numbered(lines[first - 1 : last], first)
    limit = max_characters or MAX_CHARACTERS
    if len(body) > limit:
        shown = body[:limit].count("\n") + 1
        body = (
            f"{body[:limit]}\n[{len(body) - limit:,} characters are left out, from line {first + shown - 1} of "
            f"{len(lines)} on; give a view_range]"
        )
    notes = []
    if document.encoding != "utf-8":
        notes.append(f"The file is in {document.encoding_name}.")
    if "\r" in document.text:
        notes.append(_ends(document))
    return "\n".join([*notes, body])


def numbered(lines: Sequence[str], first: int) -> str:
    return "\n".join(f"{number:6}\t{line}" for number, line in enumerate(lines, first))


def snippet(edit: Edit) -> str:
    """The edited lines with a few around them."""
    lines = edit.document.lines
    if not lines:
        return "(The file is empty now.)"
    first = max(1, min(edit.first, len(lines)) - CONTEXT)
    last = min(len(lines), edit.last + CONTEXT)
    if last - first < MAX_SNIPPET:
        return numbered(lines[first - 1 : last], first)
    head, tail = first + MAX_SNIPPET // 2, last - MAX_SNIPPET // 2
    hidden = f"[{tail - head + 1} lines not shown]"
    return "\n".join((numbered(lines[first - 1 : head - 1], first), hidden, numbered(lines[tail:last], tail + 1)))


def folder(path: str, entries: Sequence[FileInfo]) -> str:
    """One entry a line, folders with a slash."""
    if not entries:
        return f"{path} is an empty folder (hidden files not counted)."
    named = [f"{entry.path}/" if entry.kind == "directory" else entry.path for entry in entries[:MAX_ENTRIES]]
    if len(entries) > MAX_ENTRIES:
        named.append(f"[{len(entries) - MAX_ENTRIES:,} or more entries are left out]")
    return "\n".join([f"Files and folders in {path}, two levels deep, without hidden ones:", *named])


def _range(wanted: tuple[int, ...] | None, count: int, path: str) -> tuple[int, int]:
    if wanted is None:
        return 1, count
    first, last = wanted
    if not 1 <= first <= count:
        raise ToolError(f"view: view_range starts at line {first}, but {path} has lines 1 to {count}")
    if last == -1 or last > count:
        last = count
    if last < first:
        raise ToolError(f"view: view_range [{first}, {last}] ends before it starts; -1 stands for the end")
    return first, last


def _ends(document: Document) -> str:
    if document.uses_returns:
        return "Its lines end in \\r."
    lone = document.text.replace("\r\n", "")
    if "\n" in lone:
        return "Its lines end in \\r\\n and \\n, mixed." if "\r\n" in document.text else "It holds bare \\r characters."
    return "Its lines end in \\r\\n."
