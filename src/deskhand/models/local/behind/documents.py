"""What a step wants done to what a file holds, done to the file itself: notes, people, settings, cells and tasks."""

from __future__ import annotations

import gzip
import shlex
import zlib
from base64 import b64encode

from deskhand.models.local.behind.changing import Unclear
from deskhand.models.local.behind.databases import ENDINGS as DATABASES
from deskhand.models.local.behind.file import PICTURES, File, data_of, meant
from deskhand.models.local.behind.held.database import in_database
from deskhand.models.local.behind.held.doing import done
from deskhand.models.local.behind.held.order import Order, order_of
from deskhand.models.local.behind.held.workbooks import SHEETS, sheet_changed
from deskhand.models.local.behind.stores import page_of, stored
from deskhand.models.local.behind.tags import SOUNDS
from deskhand.models.local.behind.writing import begun, command, written
from deskhand.models.local.hand import Hand
from deskhand.models.local.steps import Step

_OTHERS = (*PICTURES, *SOUNDS, "pdf", "zip", "odt", "docx", "pptx", "odp", "7z", "tar")
"""Endings of what is no text, and has ways of its own."""
AT_ONCE = 60_000
"""Letters of one command at most."""
_APART = "/tmp/made-apart.new"


async def documented(hand: Hand, step: Step) -> str:
    """The sentence for what was changed; "" where it is no such step, or it is not certain what is meant."""
    order = None if hand.dialect.bash is None else order_of(step, hand.memory, hand.wish)
    if order is None:
        return ""
    file = File(hand.unsaved.written) if hand.unsaved.written else await meant(hand, to_change=True)
    if file is None and order.on:
        if order.deed == "more" and (page := await page_of(hand, order.on)) is not None:
            return await carried_out(hand, page, order) or await _at_its_end(hand, page, order)
        file = await stored(hand, order.on)
    return "" if file is None else await carried_out(hand, file, order)


async def _at_its_end(hand: Hand, page: File, order: Order) -> str:
    """The line behind the last of a page that is a file of its own."""
    before = await data_of(hand, page)
    if before is None or not page.is_plain or b"\0" in before:
        return ""
    gap = b"" if not before or before.endswith(b"\n") else b"\n"
    return await replaced_by(hand, page, before, before + gap + order.value.encode() + b"\n")


async def carried_out(hand: Hand, file: File, order: Order) -> str:
    """The sentence for an order carried out on a file; "" where it is not certain what it means there."""
    if file.ending in DATABASES:
        return await in_database(hand, file, order)
    before = None if file.ending in _OTHERS else await data_of(hand, file)
    if before is None:
        return ""
    try:
        after = changed_bytes(before, file.ending, order)
    except (Unclear, ValueError, KeyError, OSError, zlib.error, EOFError):
        return ""
    return await replaced_by(hand, file, before, after)


def changed_bytes(before: bytes, ending: str, order: Order) -> bytes:
    """The file's bytes after the order. Raises Unclear where it is not certain what they should be."""
    if ending in SHEETS:
        return sheet_changed(before, ending, order)
    if before[:2] == b"\x1f\x8b":
        text = gzip.decompress(before).decode()
        return gzip.compress(done(text, ending, order).encode(), mtime=0)
    return done(before.decode(), ending, order).encode()


async def replaced_by(hand: Hand, file: File, before: bytes, after: bytes) -> str:
    """The sentence for it, told only after the file was read back."""
    say = begun(hand, file)
    if after == before:
        return ""
    if plainly := _as_text(before, after, file.path):
        await hand.shell(plainly, say)
    else:
        packed = b64encode(after).decode()
        parts = [packed[at : at + AT_ONCE] for at in range(0, len(packed), AT_ONCE)]
        if len(parts) == 1:
            await hand.shell(f"printf '%s' {packed} | base64 -d > {shlex.quote(file.path)}", say)
        else:
            for number, part in enumerate(parts):
                await hand.shell(f"printf '%s' {part} {'>>' if number else '>'} {_APART}", say)
            await hand.shell(f"base64 -d {_APART} > {shlex.quote(file.path)}", say)
    if await data_of(hand, file) != after:
        return ""
    return written(hand, file)


def _as_text(before: bytes, after: bytes, path: str) -> str:
    """A command that says only what changes, where both are plain texts."""
    try:
        old, new = before.decode(), after.decode()
    except UnicodeDecodeError:
        return ""
    if "\0" in old + new or len(new) > AT_ONCE:
        return ""
    said = command(old, new, (), path)
    return said if "\r" not in said else ""
