"""Commands that pack, unpack and make files of other kinds."""

from __future__ import annotations

from collections.abc import Mapping

from deskhand.guard.shell.effects import Command, Context, Effect, named
from deskhand.guard.shell.files import Row, written


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
    if command.name == "mogrify":
        return [Effect("delete", "changes pictures in place, and keeps no copy", 0.75)]
    target = command.value("-o", "--output", "--out")
    words = command.operands("-o", "-i", "-r", "-vf", "-c:v", "-c:a", "-resize", "-f", "-t", "-ss", "-quality", "-crop")
    if target is None and command.name in ("ffmpeg", "convert", "magick", "sox", "unoconv") and len(words) > 0:
        target = words[-1]
    if target is not None and target.text != "-" and target.known:
        return [written(target, context)]
    return [Effect("save", f"writes files ({command.name})", 0.8)]


ROWS: Mapping[str, Row] = {"tar": _tar, "unzip": _unzip}
