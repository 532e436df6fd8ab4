"""Commands that pack, unpack and make files of other kinds."""

from __future__ import annotations

import re
from collections.abc import Mapping

from deskhand.guard.shell.effects import Command, Context, Effect, named
from deskhand.guard.shell.files import Row, written
from deskhand.guard.shell.syntax import Word


def _tar(command: Command, context: Context) -> list[Effect]:
    first = command.texts[0] if command.words else ""
    letters = first.lstrip("-") if not first.startswith("--") else ""
    if any("checkpoint-action" in text or "to-command" in text or "use-compress" in text for text in command.texts):
        return [Effect("install", "lets tar start another program", 0.6)]
    if "x" in letters or command.has("--extract", "--get", "-x"):
        if command.has("--overwrite", "--unlink-first", "--recursive-unlink"):
            return [Effect("delete", "unpacks, and overwrites what is there", 0.85)]
        into = command.value("-C", "--directory")
        where = into.text if into is not None else context.directory
        return [Effect("save", f"unpacks into {where}", 0.85, context.resolved(where))]
    if "c" in letters or command.has("--create", "-c") or "r" in letters or "u" in letters:
        if command.has("--remove-files"):
            return [Effect("delete", "deletes the files that it packs", 0.95)]
        target = command.value("-f", "--file") or (command.words[1] if len(command.words) > 1 else None)
        if target is not None and target.text != "-":
            return [written(target, context, verb="packs into")]
        return [Effect("observe", "packs files", 0.8)]
    return [Effect("observe", "lists an archive", 0.9)]


def _unzip(command: Command, context: Context) -> list[Effect]:
    if command.has("-l", "-t", "-v", "-p", "-Z"):
        return [Effect("observe", "lists an archive", 0.9)]
    if command.has("-o"):
        return [Effect("delete", "unpacks and overwrites without asking", 0.75)]
    return [Effect("save", f"unpacks {named(command.operands('-d', '-x')[:1])}", 0.85)]


def makes(command: Command, context: Context) -> list[Effect]:
    """A program that writes files: the one that it names as its output, which may be there already."""
    if command.name == "zip" and command.has("-m", "--move"):
        return [Effect("delete", "packs files and deletes them", 0.92)]
    if command.name == "zip" and command.has("-d", "--delete"):
        return [Effect("delete", f"deletes {named(command.operands()[1:])} out of an archive", 0.92)]
    if command.name == "mogrify":
        return [Effect("delete", "changes pictures in place, and keeps no copy", 0.75)]
    target = command.value("-o", "--output", "--out")
    words = command.operands("-o", "-i", "-r", "-vf", "-c:v", "-c:a", "-resize", "-f", "-t", "-ss", "-quality", "-crop")
    if target is None and command.name in ("ffmpeg", "convert", "magick", "sox", "unoconv") and len(words) > 0:
        target = words[-1]
    if target is not None and target.text != "-" and target.known:
        return [written(target, context)]
    return [Effect("save", f"writes files ({command.name})", 0.8)]


def _seven(command: Command, context: Context) -> list[Effect]:
    """`7z` and `rar`, whose first letter says what they do."""
    verb, *rest = command.operands("-o") or (Word(""),)
    match verb.text:
        case "l" | "t" | "i" | "v" | "lb" | "lt" | "vt" | "b" | "h" | "p" | "":
            return [Effect("observe", "lists an archive", 0.9)]
        case "d":
            return [Effect("delete", f"deletes {named(tuple(rest[1:]))} out of an archive", 0.92)]
        case "m":
            return [Effect("delete", "packs files and deletes them", 0.92)]
        case "x" | "e" if command.has("-aoa", "-o+"):
            return [Effect("delete", "unpacks and overwrites without asking", 0.75)]
        case "x" | "e":
            return [Effect("save", f"unpacks {named(tuple(rest[:1]))}", 0.85)]
        case _ if command.has("-sdel", "-df", "-dw"):
            return [Effect("delete", "packs files and deletes them", 0.92)]
        case _:
            return [Effect("save", f"packs into {named(tuple(rest[:1]))}", 0.85)]


def _unpacks(command: Command, context: Context) -> list[Effect]:
    """`gunzip` and its like: the file that was packed stands where the packed one stood."""
    if command.has("-l", "-t", "--list", "--test") or command.name == "lsar":
        return [Effect("observe", "looks at an archive", 0.9)]
    if command.has("-f", "--force"):
        return [Effect("delete", "unpacks and overwrites without asking", 0.75)]
    if command.has("-c", "--stdout", "--to-stdout"):
        return [Effect("observe", "reads an archive", 0.9)]
    return [Effect("save", f"unpacks {named(command.operands('-o', '-S')[:1])}", 0.85)]


def _cpio(command: Command, context: Context) -> list[Effect]:
    if command.has("-t", "--list"):
        return [Effect("observe", "lists an archive", 0.9)]
    if command.has("-u", "--unconditional"):
        return [Effect("delete", "unpacks and overwrites without asking", 0.75)]
    packs = command.has("-o", "--create") and not command.has("-i", "-p")
    return [Effect("observe", "packs files", 0.8) if packs else Effect("save", "unpacks or copies files", 0.8)]


def _tags(command: Command, context: Context) -> list[Effect]:
    """`exiftool`, which writes what is given a value, and keeps what was there beside it unless told not to."""
    if not any(
        re.match(r"-[\w:]+[-+<]?=|-(?:tagsfromfile|geotag|d?[o]verwrite)", text, re.I) for text in command.texts
    ):
        return [Effect("observe", "looks (exiftool)", 0.95)]
    if command.has("-overwrite_original", "-overwrite_original_in_place", "-delete_original"):
        return [Effect("delete", "changes what files say of themselves, and keeps no copy", 0.8)]
    return [Effect("save", "changes what files say of themselves", 0.85)]


ROWS: Mapping[str, Row] = {
    **dict.fromkeys(("tar", "bsdtar", "gtar"), _tar),
    "unzip": _unzip,
    **dict.fromkeys(("7z", "7za", "7zr", "7zz", "rar", "unrar"), _seven),
    **dict.fromkeys(("gunzip", "bunzip2", "unxz", "unlzma", "unzstd", "unlz4", "lz4", "uncompress", "unpigz", "pigz",
                     "pbzip2", "pixz", "unar", "lsar", "dtrx", "brotli", "lzop"), _unpacks),
    "cpio": _cpio,
    "exiftool": _tags,
}  # fmt: skip
