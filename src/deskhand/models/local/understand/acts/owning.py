"""Whose value is asked for: “the density of selenium”, 「インジウム(In)の沸点」.

The reader points at whose it is in two of three such questions, and it was dropped: the window that came up first then
answered for another thing than the one that was asked about, or the question was given up.
"""

from __future__ import annotations

import re

from deskhand.models.local import concepts
from deskhand.models.local.understand.acts import places
from deskhand.models.local.understand.acts.words import bare, is_all, is_it, unquoted

_PLACE = re.compile(
    r"\b(?:window|program|app|application|browser|editor|viewer|dialog|menu|tab|panel|pane|side\s?bar|status\s?bar|title\s?bar|tool\s?bar|"
    r"screen|display|table|list|document|file|folder|page|sheet|chart|map|picture|image|corner|bottom|top|database|archive|playlist|"
    r"collection|calendar|project)s?\b|"
    r"ウィンドウ|ウインドウ|画面|プログラム|アプリ|ダイアログ|メニュー|タブ|パネル|バー|表示|表|一覧|リスト|文書|ファイル|フォルダ|ページ|シート|"
    r"画像|写真|データベース|書庫|カレンダー|プロジェクト|ブラウザ|欄",
    re.IGNORECASE,
)
"""Where something stands is no owner of it."""
_LONGEST, _LONGEST_JA = 5, 24
_BEFORE_JA = re.compile(r"[、。,.\s]|(?<!もの)で(?=[^すし])|には|から|では")


def owner_in(where: str) -> str:
    """The thing that the place of a value names; "" where it is a window, a file or a part of the screen."""
    words = bare(where)
    if not words or is_it(where) or is_all(words) or places.file(where) is not None or concepts.folder(words):
        return ""
    if _PLACE.search(words) and unquoted(where) == where.strip():
        return ""
    return words if len(words.split()) <= _LONGEST and len(words) <= 2 * _LONGEST_JA else ""


def owner_said(wish: str, name: str) -> str:
    """Whose value of that name the wish speaks of: what stands before 「の」 and it, or after it and “of”."""
    if not name:
        return ""
    said = re.escape(name)
    if (found := re.search(rf"([^\n]+?)の{said}", wish)) is not None:
        owner = _BEFORE_JA.split(found[1])[-1]
        return owner_in(owner) if 1 < len(owner) <= _LONGEST_JA else ""
    if (found := re.search(rf"\b{said}\s+(?:of|for)\s+(?:the\s+)?([\w'’-]+(?:\s+[\w'’-]+)?)", wish, re.I)) is not None:
        owner = re.split(r"\s+(?:in|as|is|on|and|with|from|to|that|which|at)\b", found[1])[0]
        return owner_in(owner)
    if (found := re.search(rf"\b([A-Z][\w-]*)['’]s\s+{said}\b", wish)) is not None:
        return owner_in(found[1])
    return ""
