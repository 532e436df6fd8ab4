"""What a program was asked to make out of a file, made by the tools that the system has: turned pictures, other
formats, archives packed and unpacked.

Only into files that are not there yet, or into the one that the person wanted changed and saved.
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass

from deskhand.models.local.behind.pictures import deed as other_deed

_IMAGES = frozenset("png jpg jpeg gif bmp webp tif tiff ppm".split())  # noqa: SIM905
_OFFICE = frozenset("odt ods odp odg doc xls ppt docx xlsx pptx fodt fods fodp rtf csv".split())  # noqa: SIM905
_MADE_OF_OFFICE = frozenset("pdf odt ods docx xlsx csv txt html rtf png".split())  # noqa: SIM905
_SOUNDS = frozenset("wav mp3 ogg flac opus m4a aac mp4 mkv webm avi mov".split())  # noqa: SIM905
_TEXTS = frozenset("md html htm rst tex txt org docx odt epub".split())  # noqa: SIM905
_PICTURE_DEEDS: tuple[tuple[str, str], ...] = (
    (r"counter-?clockwise|anti-?clockwise|(?:rotate|turn).*\bleft\b|反時計|左.*回転|回転.*左", "-rotate 270"),
    (r"\b180\b|half turn|upside ?down.*rotat|180\s*度", "-rotate 180"),
    (r"\b(?:rotat|turn)\w*.*\b(?:clockwise|right|90)\b|時計回り|右.*回転|回転.*右|90\s*度", "-rotate 90"),
    (r"(?:flip|mirror)\w*.*horizontal|horizontal\w*.*(?:flip|mirror)|左右|水平.*反転|鏡", "-flop"),
    (r"(?:flip|mirror)\w*.*vertical|vertical\w*.*(?:flip|mirror)|upside ?down|上下|垂直.*反転", "-flip"),
    (r"gr[ae]y|black[- ]and[- ]white|desaturat|白黒|グレー|モノクロ", "-colorspace Gray"),
    (r"invert|negat|(?:色|階調).*反転|ネガ", "-negate"),
)
_UNPACKS = re.compile(r"\b(?:extract|unpack|unzip|decompress)\w*|展開|解凍|伸長|取り出", re.IGNORECASE)
_ADDS = re.compile(r"\badd\b|追加", re.IGNORECASE)
_EXPORTS = re.compile(r"\b(?:export|convert|save)\w*|エクスポート|書き出|変換|保存", re.IGNORECASE)
_TAR = re.compile(r"\.(?:tar(?:\.\w+)?|tgz|tbz2?|txz)$", re.IGNORECASE)
_OWN_PROFILE = "-env:UserInstallation=file:///tmp/made-apart"
"""An office that runs already takes the work and does none of it."""


@dataclass(frozen=True, slots=True)
class Making:
    command: str
    made: str
    """The file, or the folder for what comes out of an archive."""
    changes: bool = False
    """It is the file itself that becomes another."""
    proof: str = ""
    """A command that fails where it did not come to be: with it, nothing is told but what was read back."""


def picture_changed(words: str, path: str, out: str, size: tuple[str, str] = ("", "")) -> Making | None:
    """A picture turned, mirrored, made grey or of another size (``size``: width and height, or "")."""
    if _ending(path) not in _IMAGES or _ending(out) not in _IMAGES:
        return None
    deed = other_deed(words, size) or next(
        (deed for said, deed in _PICTURE_DEEDS if re.search(said, words, re.IGNORECASE)), ""
    )
    deed = shlex.join(deed.split())
    if not deed:
        return None
    command = _first_of(("magick", "convert"), f"{_q(path)} {deed} {_q(out)}")
    return Making(command, out, path == out)


def exported(words: str, path: str, out: str) -> Making | None:
    """A file in another format, by what its ending and that of the new name say."""
    if not _EXPORTS.search(words) or path == out:
        return None
    one, other = _ending(path), _ending(out)
    folder = out.rpartition("/")[0]
    command = ""
    if one in _OFFICE and other in _MADE_OF_OFFICE:
        born = f"{folder}/{path.rpartition('/')[2].rpartition('.')[0]}.{other}"
        move = "" if born == out else f" && mv -n {_q(born)} {_q(out)}"
        office = f"{_OWN_PROFILE} --headless --convert-to {other} --outdir {_q(folder)} {_q(path)} >/dev/null 2>&1"
        command = _first_of(("soffice", "libreoffice"), office) + move
    elif one == "svg" and other in ("png", "pdf"):
        command = f"rsvg-convert -f {other} -o {_q(out)} {_q(path)}"
    elif one in _IMAGES and other in _IMAGES | {"pdf"}:
        command = _first_of(("magick", "convert"), f"{_q(path)} {_q(out)}")
    elif one in _SOUNDS and other in _SOUNDS:
        command = f"ffmpeg -nostdin -n -loglevel error -i {_q(path)} {_q(out)}"
    elif one == "pdf" and other == "txt":
        command = f"pdftotext -layout {_q(path)} {_q(out)}"
    elif one in _TEXTS and other in _TEXTS:
        command = f"pandoc {_q(path)} -o {_q(out)}"
    return Making(f"[ ! -e {_q(out)} ] && {command}", out) if command else None


def unpacked(words: str, path: str, folder: str) -> Making | None:
    """What is in an archive, into a folder; nothing that is there is written over."""
    if not _UNPACKS.search(words):
        return None
    command = ""
    if _TAR.search(path):
        command = f"tar -xkf {_q(path)} -C {_q(folder)}"
    elif _ending(path) == "zip":
        command = f"unzip -nq {_q(path)} -d {_q(folder)}"
    elif _ending(path) == "7z":
        command = f"7z x -aos -y -o{_q(folder)} {_q(path)} >/dev/null"
    return Making(command, folder) if command else None


def added(words: str, path: str, file: str) -> Making | None:
    """A file put into an archive that can be added to."""
    if not _ADDS.search(words):
        return None
    folder, _, name = file.rpartition("/")
    if _ending(path) == "zip":
        return Making(f"cd {_q(folder)} && zip -q {_q(path)} {_q(name)}", path, True)
    if path.endswith(".tar"):
        return Making(f"tar -rf {_q(path)} -C {_q(folder)} {_q(name)}", path, True)
    return None


def packed(path: str, file: str) -> Making | None:
    """A new archive of a file or a folder."""
    folder, _, name = file.rpartition("/")
    if _TAR.search(path):
        return Making(f"[ ! -e {_q(path)} ] && tar -caf {_q(path)} -C {_q(folder)} {_q(name)}", path)
    if _ending(path) == "zip":
        return Making(f"[ ! -e {_q(path)} ] && cd {_q(folder)} && zip -qr {_q(path)} {_q(name)}", path)
    return None


def _first_of(programs: tuple[str, str], arguments: str) -> str:
    """The first of two programs of the same options that there is."""
    one, other = programs
    return f"if command -v {one} >/dev/null; then {one} {arguments}; else {other} {arguments}; fi"


def _ending(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[2].lower()


def _q(path: str) -> str:
    return shlex.quote(path)
