"""Entries of calendars, address books, mail boxes, subtitles, bookmarks and feeds, as tables with a head.

Such a file says one thing a line, DTSTART:20260514T143000, and nobody asks for it in those words. As a table, one entry
a row, it is answered out of like any other; its head says in both languages what people call the columns.
"""

from __future__ import annotations

import contextlib
import email
import email.policy
import html
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence

Record = Mapping[str, str]
_CALENDAR = {
    "SUMMARY": "title subject event 件名 予定",
    "DTSTART": "begins starts start time when date 開始 日時 日付",
    "DTEND": "ends end until 終了",
    "DUE": "due deadline 期限 締切",
    "LOCATION": "location place where 場所 会場",
    "DESCRIPTION": "description notes 説明 メモ",
    "ORGANIZER": "organizer 主催",
    "CATEGORIES": "category 分類",
    "STATUS": "status 状態",
    "PRIORITY": "priority 優先",
}
_CARD = {
    "FN": "name 名前 氏名",
    "TEL": "telephone phone 電話",
    "EMAIL": "e-mail mail メール",
    "ORG": "company organization 会社 勤務",
    "TITLE": "job position 役職",
    "ADR": "address street 住所",
    "BDAY": "birthday born 誕生日",
    "URL": "website link サイト",
    "NOTE": "note メモ",
    "NICKNAME": "nickname",
}
_MAIL = ("Subject subject 件名", "From sender 差出人 送信者", "To recipient 宛先", "Date sent received 日時 受信 送信")
_CUES = (
    "number 番号",
    "begins starts start appears from time when 開始 時刻 表示",
    "ends end disappears until 終了",
    "text 字幕 文",
)
_CUE = re.compile(r"(\d+:\d\d(?::\d\d)?[,.]\d+)\s*-->\s*(\d+:\d\d(?::\d\d)?[,.]\d+)[^\n]*\n(.*?)(?=\n\s*\n|\Z)", re.S)
_LINKS = ("title name 名前 題名", "address url link アドレス")
ENDINGS = frozenset(
    ["ics", "vcs", "vcf", "mbox", "srt", "vtt", "xbel", "opml", "rss", "atom", "jsonl", "bib", "m3u", "m3u8"]
)


MAY_BE = frozenset(["xml", "html", "htm", "json", "txt"])
"""Endings of files that may hold such entries all the same."""
_BY_CONTENT = (
    ("xbel", re.compile(r"<xbel\b")),
    ("rss", re.compile(r"<(?:rss|feed|rdf:RDF)\b")),
    ("opml", re.compile(r"<opml\b")),
    ("netscape", re.compile(r"<!DOCTYPE NETSCAPE-Bookmark", re.I)),
    ("ics", re.compile(r"^BEGIN:VCALENDAR", re.M)),
    ("vcf", re.compile(r"^BEGIN:VCARD", re.M)),
)


def entries(text: str, ending: str) -> list[str]:
    """The rows of the table, its head first, cells apart by tabs; empty where it is none of these files."""
    if ending in MAY_BE:
        ending = next((name for name, mark in _BY_CONTENT if mark.search(text[:2000])), "")
    try:
        head, records = _READERS[ending](text) if ending in _READERS else ([], [])
    except (ValueError, LookupError):
        return []
    return _rows(head, records)


def _rows(head: Sequence[str], records: Sequence[Sequence[str]]) -> list[str]:
    used = [at for at in range(len(head)) if any(record[at] for record in records)]
    if not records or len(used) < 1:
        return []
    plain = [[_cell(record[at]) for at in used] for record in records]
    return ["\t".join(head[at] for at in used), *("\t".join(row) for row in plain)]


def _cell(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip() or "-"


def _table(names: Mapping[str, str], records: Iterable[Record]) -> tuple[list[str], list[list[str]]]:
    return list(names.values()), [[record.get(key, "") for key in names] for record in records]


def _unfolded(text: str) -> list[str]:
    return re.sub(r"\r?\n[ \t]", "", text).splitlines()


def _components(text: str, kinds: tuple[str, ...]) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    depth: list[str] = []
    for line in _unfolded(text):
        name, _, value = line.partition(":")
        key = name.split(";")[0].rpartition(".")[2].upper()
        if key == "BEGIN":
            depth.append(value.strip().upper())
            if depth[-1] in kinds:
                found.append({})
        elif key == "END" and depth:
            depth.pop()
        elif depth and depth[-1] in kinds and found:
            said = _said(key, value, name)
            found[-1][key] = f"{found[-1][key]}, {said}" if key in found[-1] else said
    return found


def _said(key: str, value: str, name: str) -> str:
    if key in ("DTSTART", "DTEND", "DUE", "BDAY") and (when := _when(value)):
        return when
    value = value.replace("\\n", " ").replace("\\N", " ").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
    if key in ("ADR", "ORG", "N"):
        value = " ".join(part.strip() for part in value.split(";") if part.strip())
    kind = re.search(r"TYPE=\"?([A-Za-z,]+)", name, re.I)
    value = re.sub(r"^(?:mailto|tel):", "", value.strip(), flags=re.I)
    return f"{value} ({kind[1].lower()})" if kind is not None and key == "TEL" and value else value


def _when(value: str) -> str:
    found = re.fullmatch(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d)(?::?\d\d)?(Z?))?\s*", value)
    if found is None:
        return ""
    day = f"{found[1]}-{found[2]}-{found[3]}"
    return f"{day} {found[4]}:{found[5]}{' UTC' if found[6] else ''}" if found[4] else day


def _calendar(text: str) -> tuple[list[str], list[list[str]]]:
    return _table(_CALENDAR, _components(text, ("VEVENT", "VTODO", "VJOURNAL")))


def _cards(text: str) -> tuple[list[str], list[list[str]]]:
    return _table(_CARD, _components(text, ("VCARD",)))


def _mails(text: str) -> tuple[list[str], list[list[str]]]:
    parts = [part for part in re.split(r"(?m)^From .*\n", text) if part.strip()]
    found: list[list[str]] = []
    for part in parts:
        mail = email.message_from_string(part, policy=email.policy.default)
        said = ""
        with contextlib.suppress(KeyError, LookupError, ValueError):
            body = mail.get_body(("plain",))
            said = "" if body is None else str(body.get_content())
        found.append([str(mail[name] or "") for name in ("Subject", "From", "To", "Date")] + [said])
    return [*_MAIL, "text body 本文"], found


def _subtitles(text: str) -> tuple[list[str], list[list[str]]]:
    cues = _CUE.findall(text.replace("\r\n", "\n"))
    return list(_CUES), [
        [str(number), begins, ends, re.sub(r"<[^>]+>|\{[^}]*\}", "", said)]
        for number, (begins, ends, said) in enumerate(cues, 1)
    ]


def _attributes(mark: str) -> dict[str, str]:
    return {
        name.lower(): html.unescape(a or b)
        for name, a, b in re.findall(r"(\w+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", mark)
    }


def _bookmarks(text: str) -> tuple[list[str], list[list[str]]]:
    found = re.findall(r"<bookmark\b([^>]*)>.*?<title>(.*?)</title>", text, re.S)
    return list(_LINKS), [[html.unescape(title), _attributes(marks).get("href", "")] for marks, title in found]


def _kept_links(text: str) -> tuple[list[str], list[list[str]]]:
    """Bookmarks as browsers write them out."""
    found = re.findall(r"<A\b([^>]*)>(.*?)</A>", text, re.S | re.I)
    return list(_LINKS), [[html.unescape(title), _attributes(marks).get("href", "")] for marks, title in found]


def _outlines(text: str) -> tuple[list[str], list[list[str]]]:
    marks = [_attributes(mark) for mark in re.findall(r"<outline\b([^>]*)>", text)]
    feeds = [mark for mark in marks if mark.get("xmlurl") or mark.get("htmlurl")]
    if not feeds:
        raise ValueError("an outline of words, which its rows tell better")
    return list(_LINKS), [
        [mark.get("text") or mark.get("title", ""), mark.get("xmlurl") or mark["htmlurl"]] for mark in feeds
    ]


def _feed(text: str) -> tuple[list[str], list[list[str]]]:
    found = re.findall(r"<(?:item|entry)\b.*?>(.*?)</(?:item|entry)>", text, re.S)

    def part(item: str, *names: str) -> str:
        for name in names:
            told = re.search(rf"<{name}\b[^>]*>(.*?)</{name}>", item, re.S)
            if told is not None:
                inner = re.sub(r"<!\[CDATA\[(.*?)\]\]>", r"\1", told[1], flags=re.S)
                return html.unescape(re.sub(r"<[^>]+>", " ", html.unescape(inner)))
        return ""

    head = [_LINKS[0], "published date when 日付 公開", "author writer 著者", "description summary 説明"]
    return head, [
        [part(one, "title"), part(one, "pubDate", "published", "updated", "dc:date"), part(one, "author", "dc:creator"),
         part(one, "description", "summary", "content")]
        for one in found
    ]  # fmt: skip


def _json_lines(text: str) -> tuple[list[str], list[list[str]]]:
    said = [json.loads(line) for line in text.splitlines() if line.strip()]
    keys = list(dict.fromkeys(key for one in said for key in one))
    return keys, [[str(one.get(key, "")) for key in keys] for one in said]


def _references(text: str) -> tuple[list[str], list[list[str]]]:
    found: list[dict[str, str]] = []
    for one in re.split(r"(?m)^\s*@", text)[1:]:
        fields = re.findall(r"(\w+)\s*=\s*(?:\{((?:[^{}]|\{[^{}]*\})*)\}|\"([^\"]*)\"|(\d+))", one)
        key = re.match(r"\w+\s*\{\s*([^,\s]+)", one)
        found.append(
            {
                "key": "" if key is None else key[1],
                **{n.lower(): re.sub(r"[{}]", "", a or b or c) for n, a, b, c in fields},
            }
        )
    keys = list(dict.fromkeys(name for one in found for name in one))
    said = {"author": "author 著者", "title": "title 題名 タイトル", "year": "year 年", "publisher": "publisher 出版社"}
    return [said.get(key, key) for key in keys], [[one.get(key, "") for key in keys] for one in found]


def _playlist(text: str) -> tuple[list[str], list[list[str]]]:
    found: list[list[str]] = []
    length = title = ""
    for line in text.splitlines():
        if told := re.match(r"#EXTINF:\s*(-?\d+)\s*,\s*(.*)", line):
            length, title = told[1], told[2]
        elif line.strip() and not line.startswith("#"):
            found.append([title or line.rpartition("/")[2], length, line.strip()])
            length = title = ""
    return ["title name 題名 曲", "length seconds 長さ 秒", "file ファイル"], found


_READERS: Mapping[str, Callable[[str], tuple[list[str], list[list[str]]]]] = {
    "ics": _calendar, "vcs": _calendar, "vcf": _cards, "mbox": _mails, "srt": _subtitles, "vtt": _subtitles,
    "xbel": _bookmarks, "netscape": _kept_links, "opml": _outlines, "rss": _feed, "atom": _feed,
    "jsonl": _json_lines, "bib": _references,
    "m3u": _playlist, "m3u8": _playlist,
}  # fmt: skip
