"""A text file as text, such that what is not edited keeps its bytes.

A file is decoded only in an encoding that gives back the very same bytes; anything else is refused. So the editor can
work on text, in UTF-8 with stray bytes, UTF-16 and Shift-JIS alike, and still touch nothing but what it was asked to.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace
from functools import cache

from deskhand.tools.interface import ToolError

_MARKS = (  # UTF-32 first: its little-endian mark begins with UTF-16's
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NAMES = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16 (little-endian)",
    "utf-16-be": "UTF-16 (big-endian)",
    "utf-32-le": "UTF-32 (little-endian)",
    "utf-32-be": "UTF-32 (big-endian)",
    "iso2022_jp": "ISO-2022-JP",
    "euc_jp": "EUC-JP",
    "cp932": "Shift-JIS",
    "cp1252": "Windows-1252 (Latin-1)",
}
# Patterns and not loops over characters: a file may be 32 MiB long, and the run stands still meanwhile.
_STRAY = re.compile("[\ud800-\udfff]")
_FOREIGN = re.compile("[^\0-\x7f]")
_CONTROL = re.compile("[\0-\x07\x0e-\x1a\x1c-\x1f\x7f-\x9f]")
_KANA = re.compile("[\u3000-\u30ff\uff01-\uff5e]")
_KANJI = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Document:
    text: str
    """With its line ends as they are. Bytes that are no UTF-8 stand in it as lone surrogates."""
    encoding: str = "utf-8"
    mark: bytes = b""
    """The byte order mark in front, which is no part of the text."""

    @property
    def encoding_name(self) -> str:
        return _NAMES[self.encoding]

    @property
    def line_end(self) -> str:
        """The one that most lines have; ``\\n`` where there is none to go by."""
        windows = self.text.count("\r\n")
        unix = self.text.count("\n") - windows
        if windows > unix:
            return "\r\n"
        return "\r" if self.uses_returns else "\n"

    @property
    def uses_returns(self) -> bool:
        """Whether lines end in a bare ``\\r``, as on a very old Macintosh."""
        return "\r" in self.text and "\n" not in self.text

    @property
    def lines(self) -> list[str]:
        """Without their ends, counted as ``cat -n`` counts them."""
        parts = self.text.split("\r" if self.uses_returns else "\n")
        if parts[-1] == "":
            parts.pop()
        return [part.removesuffix("\r") for part in parts]

    def with_text(self, text: str) -> Document:
        return replace(self, text=text)

    def encode(self) -> bytes:
        """The file's bytes; ToolError when its encoding has no place for a character."""
        try:
            return self.mark + self.text.encode(self.encoding, _errors(self.encoding))
        except UnicodeEncodeError as error:
            character = self.text[error.start]
            raise ToolError(
                f"the file is in {self.encoding_name}, which has no {character!r} (U+{ord(character):04X}); nothing "
                "was changed. Use other characters, or convert the file first (iconv in bash)"
            ) from None


def decode(data: bytes, path: str) -> Document:
    """The document these bytes are; ToolError when they are no text that can be edited safely."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            document = _exact(data, encoding, mark)
            if document is None:
                raise ToolError(
                    f"{path} starts as {_NAMES[encoding]} does but holds bytes that are not; edit it in bash"
                )
            return _readable(document, path)
    if b"\0" in data:
        raise ToolError(f"{path} is a binary file; only text can be viewed and edited (try file or xxd in bash)")
    document = _seven_bit_japanese(data) or _exact(data, "utf-8")
    if document is not None and not _is_damaged(document.text):
        return _readable(document, path)
    for encoding in ("euc_jp", "cp932"):
        legacy = _exact(data, encoding)
        if legacy is not None and _looks_japanese(legacy.text):
            return _readable(legacy, path)
    if document is not None and _mostly_fine(document.text):
        return _readable(document, path)
    western = _exact(data, "cp1252")
    if western is None:
        raise ToolError(f"{path} is in no text encoding that is known here; edit it in bash")
    return _readable(western, path)


def _errors(encoding: str) -> str:
    # Only UTF-8 is lenient: a log with one broken line is still a text file, and its bytes come back as they were.
    return "surrogateescape" if encoding == "utf-8" else "strict"


def _exact(data: bytes, encoding: str, mark: bytes = b"") -> Document | None:
    """The document in this encoding, or None unless it encodes back to the very same bytes."""
    try:
        document = Document(data[len(mark) :].decode(encoding, _errors(encoding)), encoding, mark)
        return document if document.text.encode(encoding, _errors(encoding)) == data[len(mark) :] else None
    except UnicodeError:
        return None


def _seven_bit_japanese(data: bytes) -> Document | None:
    return _exact(data, "iso2022_jp") if b"\x1b$" in data and data.isascii() else None


def _is_damaged(text: str) -> bool:
    return _STRAY.search(text) is not None


def _mostly_fine(text: str) -> bool:
    """UTF-8 with a few stray bytes, rather than another encoding in which UTF-8 is seen by chance."""
    return _count(_FOREIGN, text) > 2 * _count(_STRAY, text)


def _looks_japanese(text: str) -> bool:
    """Kana, common kanji and full-width punctuation, and hardly anything else beside ASCII.

    Latin-1 read as Shift-JIS gives rare kanji and half-width kana: ``élève`` becomes two of the former.
    """
    sample = text[:1_000_000]
    common = _count(_KANA, sample) + sum(map(_is_first_level, _KANJI.findall(sample)))
    return common * 3 > _count(_FOREIGN, sample) * 2


def _count(pattern: re.Pattern[str], text: str) -> int:
    return sum(1 for _ in pattern.finditer(text))


@cache
def _is_first_level(kanji: str) -> bool:
    try:
        return kanji.encode("euc_jp")[0] < 0xD0
    except UnicodeEncodeError:
        return False


def _readable(document: Document, path: str) -> Document:
    if "\0" in document.text or _count(_CONTROL, document.text) * 10 > len(document.text):
        raise ToolError(f"{path} is a binary file; only text can be viewed and edited (try file or xxd in bash)")
    return document
