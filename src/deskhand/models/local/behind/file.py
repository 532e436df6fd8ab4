"""Which file a wish is about, and what it says, by the shell.

Only commands that read (`cat`, `pdftotext`, `unzip -p`), written out plainly: the guard judges them as anybody's, and
the person can read in the record what was looked at.
"""

from __future__ import annotations

import base64
import re
import shlex
from collections.abc import Sequence
from dataclasses import dataclass

from deskhand.models.local.behind.packed import MARKED, PACKED, rows_in
from deskhand.models.local.effects import Call
from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.paths import FOLDERS, HOME, folder_path
from deskhand.screen.geometry import Rect

MOST = 100_000
"""Bytes of a file at most."""
SHOWN = 24_000
"""Bytes of a command's output that the shell shows whole."""
AT_ONCE = 4
"""Parts of so many bytes that are asked for in one turn, of a longer or a packed file: three times at most."""
BAR = 150
"""Pixels at the head of a window in which its address bar stands."""
HEAD = 16_000
"""Bytes of a picture in which its size stands."""
_NAME = re.compile(r"(?<![\w.@/~-])(?:~|/)?[A-Za-z0-9_~][\w.~/+-]*\.[A-Za-z][A-Za-z0-9]{1,8}(?![\w@])", re.ASCII)
_QUOTED = re.compile(r"[\"“「『']([^\"“”「」『』'/]{1,80}\.[A-Za-z][A-Za-z0-9]{1,8})[\"”」』']")
_PATTERN, _LITERALLY = re.compile(r"[\[\]*?]"), r"[\g<0>]"
"""Letters of a name that `find` takes for a pattern."""
_PLACES = ("shared", "desktop", "documents", "downloads", "home")
_OWN_PARTS = re.compile(r"/(?:usr/(?:s?bin|lib\w*|games)|usr/share/(?!fonts/|doc/)|lib|s?bin|etc|opt|proc|dev|run)/")
"""Where what a program is made of lies, which it is started with, too."""
_PLAIN = frozenset(
    """
    txt md text log csv tsv ini cfg conf json yaml yml toml srt vtt sub ics vcf html htm xml tex rst org
    py sh c h cpp js ts css sql diff patch eml bib po properties desktop list m3u gpx ged todo svg
    fountain adoc lrc abc
    """.split()  # noqa: SIM905
)
"""Endings of files that are text."""
TABLES_BY_TOOL = {
    "sav": "pspp-convert -O csv {} /dev/stdout",
    "por": "pspp-convert -O csv {} /dev/stdout",
    "zsav": "pspp-convert -O csv {} /dev/stdout",
}
"""By what a table that is no text is written out as one."""
PICTURES = ("png", "jpg", "jpeg", "gif", "bmp", "webp", "tif", "tiff")


@dataclass(frozen=True, slots=True)
class File:
    path: str

    @property
    def name(self) -> str:
        return self.path.rsplit("/", 1)[-1]

    @property
    def ending(self) -> str:
        return self.name.rsplit(".", 1)[-1].lower()

    @property
    def is_plain(self) -> bool:
        return self.ending in _PLAIN


def named(text: str) -> tuple[str, ...]:
    """The files that a text names."""
    found = [*_QUOTED.findall(text), *_NAME.findall(text)]
    return tuple(dict.fromkeys(name for name in found if not name.lower().endswith((".com", ".example", ".org"))))


async def meant(hand: Hand, *, to_change: bool = False) -> File | None:
    """The one file that the wish, else the window in front, names and that there is; None where there are several."""
    if hand.dialect.bash is None:
        return None
    front = await hand.front()
    title = (await hand.view()).focus or ("" if front is None else front.title)
    others = " ".join(window.title for window in await hand.windows())  # a message may stand in front
    for text in (hand.wish, title, await _address(hand), others):
        if names := named(text):
            found = await there(hand, names) or await _deeper(hand, names)
            return found[0] if len({one.path for one in found}) == 1 else None
    return await _given_to_program(hand, to_change=to_change)


async def _deeper(hand: Hand, names: tuple[str, ...]) -> list[File]:
    """Where each is, in folders of the usual ones."""
    plain = [name for name in names if "/" not in name][:2]
    if not plain:
        return []
    say = hand.say(f"Looking where {plain[0]} is.", f"{plain[0]} の場所を調べます。")
    wanted = " -o ".join(f"-name {shlex.quote(_PATTERN.sub(_LITERALLY, name))}" for name in plain)
    view = await hand.reads(f"find {HOME} -maxdepth 4 -not -path '*/.*' -type f \\( {wanted} \\)", say)
    lines = [line.strip() for line in view.text.splitlines()]
    return [File(line) for line in lines if line.startswith(f"{HOME}/") and line.rpartition("/")[2] in plain]


async def _given_to_program(hand: Hand, *, to_change: bool) -> File | None:
    """The one file that the program of the wish, else, in the home folder, any program at all, was started with, where
    neither wish nor title names it. ``to_change``: a file of another program is not touched."""
    own, every = await _started_with(hand)
    found = own or (() if to_change else every)
    files = await there(hand, found, most=40) if found else []
    files = [one for one in files if "." in one.name.strip(".")]
    return files[0] if len({one.path for one in files}) == 1 else None


async def given_to_programs(hand: Hand) -> list[File]:
    """The files and folders that programs of the wish were started with."""
    own, _ = await _started_with(hand)
    return await there(hand, own, most=40) if own else []


async def _started_with(hand: Hand) -> tuple[tuple[str, ...], tuple[str, ...]]:
    say = hand.say("Looking which file the program was started with.", "プログラムが開いているファイルを調べます。")
    # What runs the desktop itself is no program that anybody works with, and its words look like orders.
    view = await hand.reads(
        r"ps -eo args | grep -E ' /[^ ]+\.[A-Za-z0-9]{1,8}( |$)' | grep -vE 'grep|deskhand|/run/user/'", say
    )
    return given(view.text.splitlines(), hand.wish)


def given(processes: Sequence[str], wish: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The files that the programs which the wish names were started with, and those in the home folder of all."""
    plain = re.sub(r"[^a-z0-9]", "", wish.lower())
    own, every = dict[str, None](), dict[str, None]()
    for line in processes:
        words = [word.strip("\"',;") for word in line.split()]
        paths = [word for word in words[1:] if word.startswith("/") and _OWN_PARTS.match(word) is None]
        programs = [re.sub(r"[^a-z0-9]", "", word.rpartition("/")[2].lower()) for word in words if word not in paths]
        every |= {path: None for path in paths if path.startswith(f"{HOME}/")}
        if any(len(program) > 2 and program in plain for program in programs):
            own |= dict.fromkeys(paths)
    return tuple(own), tuple(every)


async def _address(hand: Hand) -> str:
    """The path in the address bar of a browser that shows a file."""
    front = await hand.front()
    if front is None:
        return ""
    head = Rect(front.body.x, front.body.y, front.body.width, BAR)
    shown = [line.text for line in (await hand.scene()).texts if head.contains(line.box.center)]
    found = [match[1] for text in shown if (match := re.search(r"file:/{2,3}(\S+)", text))]
    return f" /{found[0].lstrip('/')} " if len(found) == 1 else ""


async def there(hand: Hand, names: tuple[str, ...], most: int = 4) -> list[File]:
    """Where each is, of the usual folders."""
    folders = [hand.memory.folder, *(FOLDERS[place] for place in _PLACES)]
    paths: list[str] = []
    for name in names[:most]:
        if name.startswith(("/", "~")):
            paths.append(HOME + name[1:] if name.startswith("~") else name)
        else:
            paths += [f"{folder_path(folder).rstrip('/')}/{name}" for folder in folders if folder]
    say = hand.say(f"Looking where {names[0]} is.", f"{names[0]} の場所を調べます。")
    view = await hand.reads(f"ls -d {' '.join(map(shlex.quote, dict.fromkeys(paths)))} 2>/dev/null", say)
    return [File(line.strip()) for line in view.text.splitlines() if line.strip() in paths]


async def rows(hand: Hand, file: File, page: int | None = None) -> list[str]:
    """What the file says, row by row, its cells apart by tabs or two spaces; empty where nothing here can read all."""
    if file.ending in PACKED or file.ending in MARKED:
        data = await bytes_of(hand, f"cat {shlex.quote(file.path)}", _looking(hand, file))
        return [] if data is None else rows_in(data, file.ending)
    return [line.rstrip() for line in (await said_in(hand, file, page)).splitlines() if line.strip()]


def _looking(hand: Hand, file: File) -> str:
    return hand.say(
        f"The window does not tell it for certain; looking into {file.name} itself.",
        f"画面からは確かに分からないので、{file.name} そのものを見ます。",
    )


async def said_in(hand: Hand, file: File, page: int | None = None) -> str:
    """The text of a file that is a text, or of which a tool of the system makes one; "" where there is none."""
    path, say = shlex.quote(file.path), _looking(hand, file)
    if file.ending == "pdf":
        only = "" if page is None else f"-f {page} -l {page} "
        source = f"pdftotext -layout {only}{path} -"
    elif file.ending in ("djvu", "djv"):
        source = f"djvutxt {'' if page is None else f'-page={page} '}{path}"
    elif file.ending in TABLES_BY_TOOL:
        source = TABLES_BY_TOOL[file.ending].format(path)
    elif file.is_plain:
        source = f"cat {path}"
    else:
        source = f"grep -I '' {path}"  # nothing of a file that is no text
    view = await hand.reads(f"{source} | head -c {SHOWN}", say)
    if view.error or re.search(r"^\[exit status \d+\]$|^\[no output\]$", view.text, re.MULTILINE):
        return ""
    text = view.text
    if len(text.encode()) >= SHOWN - 1:  # more than the shell shows at once
        data = await bytes_of(hand, source, say)
        text = "" if data is None else data.decode("utf-8", "replace")
    return text.replace("\f", "\n")


async def bytes_of(hand: Hand, source: str, say: str) -> bytes | None:
    """All that a command prints, to the byte; None where it is more than is read here, or nothing."""
    packed, part = "", 0
    for many in (1, AT_ONCE, AT_ONCE, AT_ONCE):
        shown = [f"tail -c +{(part + one) * SHOWN + 1} | head -c {SHOWN}" for one in range(many)]
        commands = [f"{source} | base64 -w 0 | {one}" for one in shown]
        if many == 1:
            view = await hand.reads(commands[0], say)
        else:
            view = await hand.act(say, *(Call("bash", {"command": command}, tool="bash") for command in commands))
        if view.error or "[exit status" in view.text:
            return None
        some = "".join(view.text.replace("[no output]", " ").split())
        packed += some
        part += many
        if len(some) < many * SHOWN:
            return _unpacked(packed) or None
    return None


async def size(hand: Hand, file: File) -> tuple[int, int] | None:
    """Width and height of a picture in pixels, as its first bytes say."""
    if file.ending not in PICTURES:
        return None
    say = hand.say(f"Looking up the size of {file.name}.", f"{file.name} の大きさを調べます。")
    view = await hand.reads(f"head -c {HEAD} {shlex.quote(file.path)} | base64 -w 0", say)
    data = _unpacked(view.text)
    return None if data is None else size_in(data)


def size_in(data: bytes) -> tuple[int, int] | None:
    """Of PNG, GIF, BMP and JPEG, by their published headers."""
    if data[:8] == b"\x89PNG\r\n\x1a\n" and len(data) >= 24:
        return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    if data[:4] == b"GIF8" and len(data) >= 10:
        return int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")
    if data[:2] == b"BM" and len(data) >= 26:
        return int.from_bytes(data[18:22], "little"), abs(int.from_bytes(data[22:26], "little", signed=True))
    at = 2
    while data[:2] == b"\xff\xd8" and at + 9 < len(data) and data[at] == 0xFF:
        mark, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if 0xC0 <= mark <= 0xCF and mark not in (0xC4, 0xC8, 0xCC):
            return int.from_bytes(data[at + 7 : at + 9], "big"), int.from_bytes(data[at + 5 : at + 7], "big")
        at += 2 + length
    return None


async def text_of(hand: Hand, file: File) -> str | None:
    """All of a plain text to the letter; None where it is none (another encoding, too long, not there)."""
    data = await data_of(hand, file)
    try:
        return None if data is None or len(data) >= MOST or b"\0" in data else data.decode("utf-8")
    except UnicodeDecodeError:
        return None


async def data_of(hand: Hand, file: File) -> bytes | None:
    """All of a file; None where it is too long, or not there."""
    say = hand.say(f"Reading {file.name} itself.", f"{file.name} そのものを読みます。")
    data = await bytes_of(hand, f"head -c {MOST} {shlex.quote(file.path)}", say)
    if data is None and (await hand.reads(f"stat -c %s {shlex.quote(file.path)}", say)).text.strip() == "0":
        return b""
    return None if data is None or len(data) >= MOST else data


def _unpacked(text: str) -> bytes | None:
    """None where the output is cut, or is a sentence about it."""
    try:
        return base64.b64decode("".join(text.split()), validate=True)
    except ValueError:
        return None
