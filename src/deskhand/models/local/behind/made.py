"""A command of a program that its window does not let be found, carried out on the file by the system's own tools."""

from __future__ import annotations

import re
import shlex

from deskhand.models.local.behind.file import File, meant, named, there
from deskhand.models.local.behind.filing import FAILED
from deskhand.models.local.behind.information import info_of, informed
from deskhand.models.local.behind.making import Making, added, exported, packed, picture_changed, unpacked
from deskhand.models.local.behind.members import taken, thrown_out
from deskhand.models.local.behind.pages import deals_with_pages, joined, paged
from deskhand.models.local.behind.sounding import piece
from deskhand.models.local.behind.tags import SOUNDS, tag_of, tagged
from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.paths import path_of
from deskhand.models.local.steps import Save, UseCommand


async def made(hand: Hand, step: UseCommand) -> str:
    """The sentence for what was made; "" where the command is not one of these, or went wrong."""
    values = {name: value for name, value in step.fields if isinstance(value, str)}
    making = await _making(hand, step, values)
    if making is None:
        return ""
    name = making.made.rpartition("/")[2]
    say = hand.say(
        f"The program does not let me; doing it with the system's tools: {name}.",
        f"プログラムではできないので、システムのツールで行います: {name}",
    )
    proof = making.proof or f"[ -e {shlex.quote(making.made)} ]"
    view = await hand.shell(f"{making.command} && {proof}", say)
    if view.error or FAILED.search(view.text):
        return ""
    saved = isinstance(hand.next_step, Save)
    if making.changes or saved:
        hand.unsaved.written, hand.unsaved.named = making.made, not making.changes
    return hand.say(
        f"I made {name} with the system's own tools, since I could not do it in the program.",
        f"プログラムではできなかったため、システムのツールで {name} を作りました。",
    )


async def _making(hand: Hand, step: UseCommand, values: dict[str, str]) -> Making | None:
    words = f"{step.words} {hand.said}"
    paths = [value for value in values.values() if "." in value.rpartition("/")[2]]
    folders = [value for value in values.values() if value.startswith("/") and value not in paths]
    if (making := await _packed(hand, words, [*values.values()])) is not None:
        return making
    if (making := await _of_pages(hand, step, paths)) is not None:
        return making
    if (making := await _member(hand, step, folders)) is not None:
        return making
    if (making := await _tags(hand, step, values)) is not None:
        return making
    if (making := await _info(hand, step, values)) is not None:
        return making
    file = await _source(hand, [*paths, *(() if step.on is None else (step.on.name,))])
    if file is None:
        return None
    folder = file.path.rpartition("/")[0]
    if (making := unpacked(words, file.path, folders[0] if folders else folder)) is not None:
        return making
    out = path_of(paths[0], "") if paths and paths[0].startswith("/") else f"{folder}/{paths[0]}" if paths else ""
    if not paths and (told := _FORMAT.search(words)) is not None:
        out = f"{file.path.rpartition('.')[0]}.{told[0].lower()}"
    if out and (making := added(words, file.path, out) or (exported(words, file.path, out))) is not None:
        return making
    after = hand.next_step
    if not isinstance(after, Save):
        return None  # a picture that is only to be looked at from another side stays what it is
    name = hand.memory.fill(after.name).strip()
    out = (path_of(name, after.folder) if after.folder else f"{folder}/{name}") if name else file.path
    return picture_changed(words, file.path, out, (_number(values, _WIDTH), _number(values, _HEIGHT)))


async def _of_pages(hand: Hand, step: UseCommand, paths: list[str]) -> Making | None:
    """Pages of a PDF; several PDFs in one."""
    said = f"{'' if step.on is None else step.on.name} {hand.said or hand.wish}"
    pdfs = [name for name in named(hand.wish) if name.lower().endswith(".pdf")]
    after = hand.next_step if isinstance(hand.next_step, Save) else None
    name = "" if after is None else hand.memory.fill(after.name).strip()
    if len(pdfs) > 2 or (len(pdfs) == 2 and name not in pdfs[-1]):
        out = name or pdfs[-1]
        found = [await there(hand, (one,)) for one in pdfs if one != out]
        if not all(len({file.path for file in one}) == 1 for one in found):
            return None
        folder = path_of(out, after.folder if after is not None and after.folder else "shared")
        return joined(f"{step.words} {said}", [one[0].path for one in found], folder, await _tool(hand))
    file = await meant(hand, to_change=True) if deals_with_pages(step.words, said) else None
    if file is None or file.ending != "pdf" or (after is None and not paths):
        return None
    view = await hand.reads(f"pdfinfo {shlex.quote(file.path)} | grep Pages", hand.say("Pages?", "ページ数を見ます。"))
    told = re.search(r"Pages:\s*(\d+)", view.text)
    out = name or (paths[0] if paths and paths[0].rpartition("/")[2] != file.name else "")
    where = after.folder if after is not None else ""
    folder = file.path.rpartition("/")[0]
    path = file.path if not out else path_of(out, where) if where or out.startswith("/") else f"{folder}/{out}"
    return None if told is None else paged(step.words, said, file.path, path, int(told[1]), await _tool(hand))


async def _tool(hand: Hand) -> str:
    """What the system has for the pages of a PDF."""
    found = await _have(hand, "qpdf pdftk pdfunite")
    return next((tool for tool in ("qpdf", "pdftk", "pdfunite") if tool in found), "")


async def _have(hand: Hand, tools: str) -> frozenset[str]:
    view = await hand.reads(f"command -v {tools}", hand.say("What is there for it?", "使えるツールを調べます。"))
    return frozenset(line.strip().rpartition("/")[2] for line in view.text.splitlines())


async def _member(hand: Hand, step: UseCommand, folders: list[str]) -> Making | None:
    """One file of an archive, taken out of it or thrown out."""
    member = "" if step.on is None else step.on.name
    if not member or _PACKED.search(member):
        return None
    file = await _source(hand, [member])
    if file is None or not _PACKED.search(file.name):
        return None
    to = folders[0].rstrip("/") if folders else file.path.rpartition("/")[0]
    return thrown_out(step.words, file.path, member) or taken(step.words, file.path, member, to)


async def _tags(hand: Hand, step: UseCommand, values: dict[str, str]) -> Making | None:
    if not values or len(values) != len(step.fields):
        return None
    if not any(tag_of(name) for name in values):
        return None
    file = await _source(hand, [])
    if file is None and step.on is not None:
        file = await piece(hand, step.on.name)
    if file is None or file.ending not in SOUNDS:
        return None
    return tagged(step.words, values, file.path, await _have(hand, "ffmpeg mid3v2 metaflac"))


async def _info(hand: Hand, step: UseCommand, values: dict[str, str]) -> Making | None:
    """What a PDF says of itself."""
    if not values or len(values) != len(step.fields) or any(info_of(name) is None for name in values):
        return None
    file = await _source(hand, [])
    return None if file is None or file.ending != "pdf" else informed(step.words, values, file.path)


_PACKED = re.compile(r"\.(?:zip|tar(?:\.\w+)?|tgz|tbz2?|txz|7z)$", re.IGNORECASE)
_WIDTH = re.compile(r"\bwidth\b|幅|横", re.IGNORECASE)
_HEIGHT = re.compile(r"\bheight\b|高さ|縦", re.IGNORECASE)


def _number(values: dict[str, str], named: re.Pattern[str]) -> str:
    return next((value for name, value in values.items() if named.search(name) and value.isdigit()), "")


_PACKS = re.compile(r"\b(?:create|make|compress|pack|zip|archive)\w*|アーカイブ|圧縮|まとめ", re.IGNORECASE)
_ARCHIVE = re.compile(r"\.(?:zip|tar(?:\.\w+)?|tgz|tbz2?|txz)$", re.IGNORECASE)


_FORMAT = re.compile(
    r"(?<![\w.])(?:flac|mp3|ogg|wav|opus|m4a|jpe?g|png|gif|webp|tiff?|bmp|pdf|txt|html|docx|odt|ods|xlsx|csv|epub)(?!\w)",
    re.IGNORECASE | re.ASCII,
)
"""The format a file is to be in, where no new name is said."""


async def _packed(hand: Hand, words: str, values: list[str]) -> Making | None:
    """An archive that is to be made of one file or folder."""
    archives = [value for value in values if _ARCHIVE.search(value)]
    others = [value for value in values if value not in archives and not value.startswith("/home/user/Shared/")]
    if len(archives) != 1 or len(others) != 1 or not _PACKS.search(words):
        return None
    found = await there(hand, (others[0],))
    if len(found) != 1:
        return None
    name, folder = archives[0], found[0].path.rpartition("/")[0]
    return packed(name if name.startswith("/") else f"{folder}/{name}", found[0].path)


async def _source(hand: Hand, others: list[str]) -> File | None:
    """The one file the wish speaks of that is there, but for those that the command itself brings in."""
    apart = {other.rpartition("/")[2] for other in others if other}
    names = tuple(name for name in named(hand.wish) if name.rpartition("/")[2] not in apart)
    if not names:
        return await meant(hand, to_change=True)
    found = await there(hand, names)
    return found[0] if len({one.path for one in found}) == 1 else None
