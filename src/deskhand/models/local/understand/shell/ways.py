"""What a way to say a job gives: the groups of its words, and the one function per job that makes the command of them.

Both languages share the functions; their patterns name the groups alike.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from deskhand.models.local.understand.shell import commands
from deskhand.models.local.understand.shell.things import HERE, Files, located, quoted


class Nouns(Protocol):
    """Reads the noun phrases of one language, or gives None for what it does not know wholly."""

    base: str | None
    over: bool

    def files(self, words: str) -> list[Files] | None: ...
    def folder(self, words: str) -> str | None: ...
    def text(self, words: str) -> str | None: ...
    def number(self, words: str) -> int | None: ...


@dataclass(frozen=True, slots=True)
class Way:
    pattern: re.Pattern[str]
    make: Callable[[Nouns, dict[str, str]], str | None]
    tells: bool = True
    """Whether what it prints is the answer."""


class Unclear(Exception):
    """A phrase of the wish is none that is known."""


def paths(nouns: Nouns, words: str, *, one: bool = False) -> list[str]:
    found = nouns.files(words)
    if not found or (one and (len(found) > 1 or found[0].kind)):
        raise Unclear(words)
    return [each.path(nouns.base) for each in found]


def folder(nouns: Nouns, words: str) -> str:
    """The folder, or the one the wish speaks of elsewhere, or the one the shell is in."""
    if not words:
        return quoted(nouns.base or HERE)
    found = nouns.folder(words)
    if found is None:
        raise Unclear(words)
    return quoted(found)


def said(nouns: Nouns, words: str) -> str:
    found = nouns.text(words)
    if not found or "\n" in found or "\r" in found:
        raise Unclear(words)
    return found


def amount(nouns: Nouns, words: str) -> int:
    if not words:
        return 1
    found = nouns.number(words)
    if found is None or not 0 < found < 100_000:
        raise Unclear(words)
    return found


def counted(what: str) -> Callable[[Nouns, dict[str, str]], str]:
    return lambda nouns, got: commands.count(what, paths(nouns, got["files"]))


def containing(*, number: bool) -> Callable[[Nouns, dict[str, str]], str]:
    def make(nouns: Nouns, got: dict[str, str]) -> str:
        flags = ("v" if got.get("none") else "") + ("i" if got.get("anycase") else "")
        command = commands.lines_with(said(nouns, got["text"]), paths(nouns, got["files"]), number=number, flags=flags)
        return _kept(nouns, command, got.get("to", ""))

    return make


def occurring(nouns: Nouns, got: dict[str, str]) -> str:
    return commands.occurrences(said(nouns, got["text"]), paths(nouns, got["files"]), whole=bool(got.get("word")))


def sorting(nouns: Nouns, got: dict[str, str]) -> str:
    flags = {name: bool(got.get(name)) for name in ("numbers", "reverse", "once")}
    return _kept(nouns, commands.sort(paths(nouns, got["files"]), **flags), got.get("to", ""))


def once(nouns: Nouns, got: dict[str, str]) -> str:
    """Each line once, in the order in which they stand: `sort -u` would lose it."""
    return _kept(nouns, f"awk '!seen[$0]++' {' '.join(paths(nouns, got['files']))}", got["to"])


def joining(nouns: Nouns, got: dict[str, str]) -> str:
    files = paths(nouns, got["files"])
    if len(files) < 2 and "*" not in files[0]:
        raise Unclear(got["files"])
    return _kept(nouns, f"cat {' '.join(files)}", got["to"])


def showing(nouns: Nouns, got: dict[str, str]) -> str:
    return f"cat {' '.join(paths(nouns, got['files']))}"


def ends(which: str) -> Callable[[Nouns, dict[str, str]], str]:
    def make(nouns: Nouns, got: dict[str, str]) -> str:
        command = f"{which} -n {amount(nouns, got['n'])} {paths(nouns, got['files'], one=True)[0]}"
        return _kept(nouns, command, got.get("to", ""))

    return make


def replacing(nouns: Nouns, got: dict[str, str]) -> str:
    script = commands.replace(said(nouns, got["old"]), said(nouns, got["new"]))
    files = " ".join(paths(nouns, got["files"]))
    if got.get("to"):
        return _kept(nouns, f"sed {script} {files}", got["to"])
    return f"sed -i {script} {files}"


def making(nouns: Nouns, got: dict[str, str]) -> str:
    if got.get("place"):
        place = nouns.folder(got["place"])
        if place is None:
            raise Unclear(got["place"])
        nouns.base = place
    return f"mkdir -p {' '.join(paths(nouns, got['files']))}"


def gathering(tool: str) -> Callable[[Nouns, dict[str, str]], str]:
    """A folder is made, and files are brought into it: “make a folder …, and copy all the .csv files into it”."""

    def make(nouns: Nouns, got: dict[str, str]) -> str:
        (made,) = paths(nouns, got["made"], one=True)
        sources = [path for path in paths(nouns, got["files"]) if path != made]
        flags = ("r" if tool == "cp" else "") + ("v" if nouns.over else "nv")
        return f"mkdir -p {made} && {tool} -{flags} {' '.join(sources)} {made}/"

    return make


def touching(nouns: Nouns, got: dict[str, str]) -> str:
    return f"touch {paths(nouns, got['files'], one=True)[0]}"


def carrying(tool: str) -> Callable[[Nouns, dict[str, str]], str]:
    """Copying, moving and renaming: each says what it did, and leaves a file of that name as it is."""

    def make(nouns: Nouns, got: dict[str, str]) -> str:
        flags = ("r" if tool == "cp" else "") + ("v" if nouns.over else "nv")
        sources = paths(nouns, got["files"])
        place = nouns.folder(got["to"])
        if place is not None and not place.startswith(("/", "~")) and place != HERE:  # beside what is carried there
            target = quoted(located(place.rstrip("/"), nouns.base))
            return f"mkdir -p {target} && {tool} -{flags} {' '.join(sources)} {target}/"
        if place is not None:
            target = quoted(place.rstrip("/") + "/")
        elif len(sources) == 1 and "*" not in sources[0]:
            target = paths(nouns, got["to"], one=True)[0]
        else:
            raise Unclear(got["to"])
        return f"{tool} -{flags} {' '.join(sources)} {target}"

    return make


def deleting(nouns: Nouns, got: dict[str, str]) -> str:
    found = nouns.files(got["files"])
    if not found or any(each.kind and not (each.before or each.after or each.within) for each in found):
        raise Unclear(got["files"])
    return f"rm {'-r ' if got.get('folder') else ''}{' '.join(each.path(nouns.base) for each in found)}"


def ranking(nouns: Nouns, got: dict[str, str]) -> str:
    by = "size" if got.get("large") or got.get("small") else "time"
    least = bool(got.get("small") or got.get("old"))
    return commands.ranked(folder(nouns, got["folder"]), by, least=least, number=amount(nouns, got.get("n", "")))


def listing(nouns: Nouns, got: dict[str, str]) -> str:
    flags = ("S" if got.get("size") else "") + ("t" if got.get("time") else "") + ("a" if got.get("hidden") else "")
    return " ".join(
        ["ls", *([f"-{'l' if flags and flags != 'a' else ''}{flags}"] if flags else []), folder(nouns, got["folder"])]
    )


def entries(what: str) -> Callable[[Nouns, dict[str, str]], str]:
    return lambda nouns, got: commands.entry_count(folder(nouns, got["folder"]), what)


def kinds(*, number: bool) -> Callable[[Nouns, dict[str, str]], str]:
    """Files of a kind, listed or counted."""

    def make(nouns: Nouns, got: dict[str, str]) -> str:
        found = nouns.files(got["files"])
        if not found or len(found) != 1 or not found[0].kind:
            raise Unclear(got["files"])
        where = quoted(found[0].folder or nouns.base or HERE)
        deep = "" if got.get("deep") or not number else " -maxdepth 1"
        return f"find {where}{deep} -type f -name {found[0].pattern}" + (" | wc -l" if number else "")

    return make


def finding(nouns: Nouns, got: dict[str, str]) -> str:
    found = nouns.files(got["files"])
    if not found or len(found) != 1 or found[0].kind or "/" in found[0].name:
        raise Unclear(got["files"])
    # “find "error"” is said of a text on the screen as well
    if "." not in found[0].name and not re.search(r"file|folder|directory|ファイル|フォルダ", got["files"]):
        raise Unclear(got["files"])
    return f"find {quoted(found[0].folder or nouns.base or HERE)} -name {shlex.quote(found[0].name)}"


def holding(nouns: Nouns, got: dict[str, str]) -> str:
    return f"grep -rlF {commands.text(said(nouns, got['text']))} {folder(nouns, got['folder'])}"


def usage(nouns: Nouns, got: dict[str, str]) -> str:
    return f"du -sh {folder(nouns, got['folder'])} | cut -f1"


def file_size(nouns: Nouns, got: dict[str, str]) -> str:
    return f"stat -c %s {paths(nouns, got['files'], one=True)[0]}"


def packing(nouns: Nouns, got: dict[str, str]) -> str:
    archive = nouns.files(got["to"]) or []
    things = nouns.files(got["files"]) or []
    if len(archive) != 1 or archive[0].kind or not things:
        raise Unclear(got["to"])
    if got.get("place"):
        archive = [Files(archive[0].name, nouns.folder(got["place"]) or archive[0].folder)]
    places = {each.folder if each.folder is not None else nouns.base for each in things}
    if len(places) != 1:
        raise Unclear(got["files"])
    base = places.pop()
    names = [Files(each.name, None, each.before, each.after, each.within).path(None) for each in things]
    whole = located(archive[0].name, archive[0].folder or nouns.base)
    inside = quoted(base) if base not in (None, HERE) else None
    if whole.lower().endswith(".zip"):
        if inside and not whole.startswith("/"):
            raise Unclear(got["to"])
        return commands.zipped(names, quoted(whole), inside, over=nouns.over)
    if whole.lower().endswith((".tar.gz", ".tgz")):
        return commands.tarred(names, quoted(whole), inside, over=nouns.over)
    raise Unclear(got["to"])


def unpacking(nouns: Nouns, got: dict[str, str]) -> str:
    found = nouns.files(got["files"]) or []
    if len(found) != 1 or not found[0].name.lower().endswith((".zip", ".tar.gz", ".tgz", ".tar")):
        raise Unclear(got["files"])
    to = (
        folder(nouns, got["to"])
        if got.get("to")
        else quoted(found[0].folder or nouns.base or "")
        if (found[0].folder or nouns.base)
        else ""
    )
    return commands.unpacked(found[0].path(nouns.base), found[0].name, to)


def allowing(mode: str) -> Callable[[Nouns, dict[str, str]], str]:
    def make(nouns: Nouns, got: dict[str, str]) -> str:
        return f"chmod {mode or got['mode']} {' '.join(paths(nouns, got['files']))}"

    return make


def writing(*, more: bool) -> Callable[[Nouns, dict[str, str]], str]:
    """A text into a file: a new one, or at the end of what it holds."""

    def make(nouns: Nouns, got: dict[str, str]) -> str:
        command = f"printf '%s\\n' {shlex.quote(said(nouns, got['text']))}"
        target = paths(nouns, got["files"], one=True)[0]
        return f"{command} >> {target}" if more else commands.into(command, target, over=nouns.over)

    return make


def plainly(command: str) -> Callable[[Nouns, dict[str, str]], str]:
    return lambda nouns, got: command


def _kept(nouns: Nouns, command: str, words: str) -> str:
    if not words:
        return command
    return commands.into(command, paths(nouns, words, one=True)[0], over=nouns.over)
