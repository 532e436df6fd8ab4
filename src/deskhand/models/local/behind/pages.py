"""Pages of a PDF taken out, kept alone, turned, or put together, by the tools that the system has."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence

from deskhand.models.local.behind.making import Making

_DELETES = re.compile(r"\b(?:delet|remov|drop|cut|discard|take\s+out)\w*|削除|取り除|消", re.IGNORECASE)
_KEEPS = re.compile(
    r"\b(?:extract|export|split\s+off|copy|save|keep\s+only)\w*|抽出|取り出|抜き出|書き出|だけ", re.IGNORECASE
)
_TURNS = re.compile(r"\b(?:rotat|turn)\w*|回転", re.IGNORECASE)
_JOINS = re.compile(r"\b(?:merg|join|combin|concatenat|append|put\s+together)\w*|結合|まとめ|連結|つな", re.IGNORECASE)
_LEFT = re.compile(r"counter-?\s?clockwise|anti-?\s?clockwise|\bleft\b|反時計|左", re.IGNORECASE)
_HALF = re.compile(r"\b180\b|half\s+turn|upside|逆さ", re.IGNORECASE)
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()  # noqa: SIM905
_LAST = re.compile(r"\blast\s+page\b|最後の(?:ページ|頁)|最終ページ", re.IGNORECASE)
_SPAN = re.compile(
    r"\bpages?\s+(\d+)\s*(?:-|–|to|through)\s*(\d+)|(\d+)\s*(?:ページ目?)?\s*(?:から|[〜~～-])\s*(\d+)\s*ページ",
    re.IGNORECASE,
)
_BOTH = re.compile(r"\bpages\s+(\d+)\s*(?:and|,|&)\s*(\d+)|(\d+)\s*(?:ページ目?)?\s*と\s*(\d+)\s*ページ", re.IGNORECASE)
_ONE = re.compile(
    r"\bpages?\s+(?:no\.?\s*|number\s+)?(\d+)|(\d+)(?:st|nd|rd|th)\s+page\b|(\d+)\s*(?:ページ|頁|枚)目?", re.IGNORECASE
)
_NTH = re.compile(rf"\b({'|'.join(_ORDINALS)})\s+page\b|最初の(?:ページ|頁)", re.IGNORECASE)


def pages_meant(said: str, count: int) -> tuple[int, ...]:
    """The pages that are spoken of, of a document of ``count``; () where none is, or one that there is not."""
    found: list[int] = []
    if span := _SPAN.search(said):
        first, last = (int(part) for part in span.groups() if part)
        found = list(range(first, last + 1))
    elif both := _BOTH.search(said):
        found = [int(part) for part in both.groups() if part]
    elif one := _ONE.search(said):
        found = [int(part) for part in one.groups() if part]
    elif nth := _NTH.search(said):
        found = [_ORDINALS.index(nth[1].lower()) + 1 if nth[1] else 1]
    elif _LAST.search(said):
        found = [count]
    return tuple(found) if all(1 <= page <= count for page in found) else ()


def deals_with_pages(words: str, said: str) -> bool:
    """Whether it is a wish about some pages of a document."""
    deed = any(one.search(words) for one in (_DELETES, _KEEPS, _TURNS))
    return deed and any(one.search(said) for one in (_SPAN, _BOTH, _ONE, _NTH, _LAST))


def paged(words: str, said: str, path: str, out: str, count: int, tool: str) -> Making | None:
    """The pages that ``said`` names taken out, kept alone or turned: into ``out``, which may be the file itself.
    ``tool`` is what the system has for it: qpdf, pdftk or pdfunite."""
    pages = pages_meant(said, count)
    if not pages:
        return None
    everything = range(1, count + 1)
    if _TURNS.search(words):
        turn = 180 if _HALF.search(said) else 270 if _LEFT.search(said) else 90
        return _into(path, out, _turned(path, pages, count, turn, tool))
    if _DELETES.search(words):
        rest = [page for page in everything if page not in pages]
        return _into(path, out, _kept(path, rest, tool)) if rest else None
    if _KEEPS.search(words) and out != path:
        return _into(path, out, _kept(path, pages, tool))
    return None


def joined(words: str, paths: Sequence[str], out: str, tool: str) -> Making | None:
    """Several documents in one new, in their order."""
    if not _JOINS.search(words) or len(paths) < 2 or out in paths:
        return None
    sources, new = shlex.join(paths), shlex.quote(out)
    command = {
        "qpdf": f"qpdf --empty --pages {sources} -- {new}",
        "pdftk": f"pdftk {sources} cat output {new}",
        "pdfunite": f"pdfunite {sources} {new}",
    }.get(tool)
    return None if command is None else Making(f"[ ! -e {new} ] && {command}", out)


_APART = "/tmp/made-apart.pdf"


def _into(path: str, out: str, command: str) -> Making | None:
    """No tool writes into the file that it reads; and over another file none may."""
    if not command:
        return None
    if path == out:
        return Making(f"{command} {_APART} && cp {_APART} {shlex.quote(out)}", out, True)
    return Making(f"[ ! -e {shlex.quote(out)} ] && {command} {shlex.quote(out)}", out)


def _kept(path: str, pages: Sequence[int], tool: str) -> str:
    source = shlex.quote(path)
    if tool == "qpdf":
        return f"qpdf {source} --pages . {','.join(map(str, pages))} --"
    if tool == "pdftk":
        return f"pdftk {source} cat {' '.join(map(str, pages))} output"
    if tool == "pdfunite":
        parts = " ".join(f"/tmp/made-apart-{page}.pdf" for page in pages)
        return (
            f"pdfseparate {source} /tmp/made-apart-%d.pdf && pdfunite {parts}"
            if len(pages) > 1
            else (f"pdfseparate -f {pages[0]} -l {pages[0]} {source}")
        )
    return ""


def _turned(path: str, pages: Sequence[int], count: int, turn: int, tool: str) -> str:
    source = shlex.quote(path)
    if tool == "qpdf":
        return f"qpdf {source} --rotate=+{turn}:{','.join(map(str, pages))}"
    if tool == "pdftk":
        way = {90: "right", 180: "down", 270: "left"}[turn]
        every = " ".join(f"{page}{way if page in pages else ''}" for page in range(1, count + 1))
        return f"pdftk {source} cat {every} output"
    return ""
