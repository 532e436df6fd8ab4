"""What limits an act: “only the first”, “except the quotes”, 「3回」. A step that does not carry it would do too much."""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.models.local.understand.acts import places
from deskhand.models.local.understand.acts.desk import Desk
from deskhand.models.local.understand.acts.form import LIMIT, Act
from deskhand.models.local.understand.acts.words import bare, how_often, is_it, plain

_IDLE = re.compile(
    r"(?:only|just|all|every(?:where)?|each|once|one|both|everything|nothing else|nothing else does|no (?:more|others?)|the open one|at once|now|please|again|"
    r"だけ|のみ|全部|ぜんぶ|すべて|全て|全件|残らず|一つ残らず|一回|1回|ひとつ|一つだけ|これだけ|今すぐ|もう一度)+",
    re.I,
)
"""These say no more than what the act says: what is named, and nothing else."""


_STAYS = re.compile(
    r"\b(?:leave|leaving|keep|keeping|stays?|remains?|untouched|unchanged|as\s+(?:it\s+is|is|they\s+are)|alone|don't\s+(?:touch|change)|"
    r"(?:must|should)\s+not\s+change|proportions?)\b|そのまま|触ら|さわら|変え(?:な[いく]|ず)|設定のまま|残し|残す|残って|いじら|手を(?:加え|付け|つけ)|変更しない|消さない|縦横比",
    re.I,
)
"""What is to stay as it is: a plan that does only what is named leaves it so."""
_WIDE = frozenset(
    (
        "replace",
        "change_case",
        "sort_lines",
        "each",
        "delete_file",
        "close_all",
        "print",
        "extract",
        "move",
        "copy_file",
    )
)
"""Acts that take in more than what is named: there, what is to stay may be among it."""
_REST = re.compile(
    r"\b(?:the\s+rest|(?:nothing|everything|anything)\s+else|(?:the\s+)?others?|all\s+else|where\s+(?:it\s+is|they\s+are))\b|ほか|他の?|その他|それ以外|残り|あとは",
    re.I,
)
"""What is not named is to stay: of a wish that names what it is about, nothing else is touched."""
_ALL_OF = re.compile(r"\b(?:everything|all|rest)\b|全部|すべて|もの|中身", re.I)
_ORIGINAL = re.compile(
    r"\b(?:original|old\s+(?:file|one)|source)\b|元(?:の|は|ファイル)?|原本|古い(?:方|ほう|ファイル)|\S+\.\w{2,4}\b",
    re.I,
)
_ANSWER = re.compile(
    r"\b(?:just|only)\b.*\b(?:answer|number|numbers|result|name|figure|value)s?|\b(?:leave|keep)\b.*\bdisplay\b|(?:答え|数字|結果|数|名前|時刻|日付|日時|番号|金額|題名|件名|住所)(?:だけ|のみ)|画面はそのまま|表示したまま",
    re.I,
)


_HARMLESS = {
    "type": re.compile(
        r"(?:but\s+)?(?:don't|do\s+not|without)\s+(?:press\w*\s+)?(?:enter|return|run\w*).*|(?:まだ)?(?:enter|エンター|実行)(?:は|を)?(?:押さ|し)な.*",
        re.I,
    ),
    "add": re.compile(r"(?:at\s+)?(?:the\s+)?(?:bottom|end)|一番下|いちばん下|最後|末尾", re.I),
    "setting": re.compile(r"from\s+now\s+on|permanently|for\s+good|これから|今後", re.I),
    "remove": re.compile(r"(?:the\s+)?whole\s+\w+|nothing\s+more|(?:あとは|ほかは)何も.*", re.I),
    "export": re.compile(r"all\s+(?:the\s+)?pages|whole\s+document|全(?:ての)?ページ", re.I),
    "filter": re.compile(r"(?:just|only)\s+(?:those|these|them)|それだけ", re.I),
    "compress": re.compile(
        r"(?:with)?(?:out|no)\s+(?:a\s+)?password|パスワード(?:は)?(?:なし|無し|かけず(?:に)?)", re.I
    ),
    "sort": re.compile(r"from\s+now\s+on|これから|今後", re.I),
}
"""What these acts do anyway."""


_NOT_DONE = re.compile(
    r"(?:but\s+|only\s+|and\s+)?(?:(?:don't|do\s+not|never)\s+(?:run|start|kill|delete|remove|close|send|print|upload|apply|clean|quit|install)(?:\s+(?:it|them|anything|that))?"
    r"|(?:without|not)\s+(?:running|starting|killing|deleting|removing|sending|printing|uploading|installing|the\s+cleaning)(?:\s+(?:it|them|anything))?"
    r"|only\s+stop)"
    r"|(?:まだ)?(?:削除|アップロード|送信|印刷|実行|終了|インストール)?(?:は)?(?:し|消さ|送ら|殺さ)ないで(?:くだ(?:さい)?|ね|ほしい)?",
    re.I,
)
"""Another deed that is not to be done: a plan does none that is not named."""


_EXACT = re.compile(
    r"(?:without\s+rounding|unrounded|not\s+rounded|(?:don't|do\s+not)\s+round\b.*|exact(?:ly)?|in\s+full|with\s+all\s+(?:its\s+)?(?:digits|decimals))|"
    r"丸めず(?:に)?|丸めないで\S*|四捨五入(?:は|を)?(?:しない|せず|なし)\S*|正確に|そのまま|小数(?:点以下)?も(?:含めて|全部)?",
    re.I,
)
"""A result is told as it is, unless rounding is asked for."""


def limit(desk: Desk, act: Act) -> str:
    """The words that limit it, where they do; several in one."""
    words = " ".join(desk.texts(act.args.get(LIMIT)))
    said = plain(words).strip(" ,.、。")
    if _IDLE.fullmatch(said) or (act.name in ("tell", "compute", "convert", "read") and _ANSWER.search(said)):
        return ""
    if act.name in ("tell", "compute", "convert", "sum") and _EXACT.fullmatch(said):
        return ""
    if (harmless := _HARMLESS.get(act.name)) is not None and harmless.fullmatch(said):
        return ""
    if act.name in ("command", "close", "open_file", "save", "export") and _NOT_DONE.fullmatch(said):
        return ""
    if _STAYS.search(said) and not re.search(r"\b(?:except|but|apart|besides|bar)\b|以外|除", said):
        if act.name not in _WIDE:
            return ""
        named = places.kind(act.words("file")) is not None or not _ALL_OF.search(act.words("file"))
        if _REST.search(said) and named:
            return ""
        saved_apart = any(one.name in ("save", "export") and "file" in one.args for one in (act, *desk.after))
        if _ORIGINAL.search(said) and saved_apart:
            return ""
    return words


_EXCEPT = re.compile(
    r"(?:but\s+)?(?:all\s+)?(?:except|apart\s+from|besides|other\s+than|but\s+not|but|bar|leave|keep|leaving|keeping)\s+(?:for\s+)?(?P<en>.+?)(?:\s+(?:alone|open|running|as\s+it\s+is|untouched|there|where\s+(?:it|they)\s+(?:is|are)))?|"
    r"(?P<ja>.+?)(?:だけ)?(?:以外.*|を?除(?:い|く|き).*|は(?:要る|いる|必要|使う)?(?:だ)?(?:から|ので)?、?(?:残|そのまま|消さ|閉じ(?:な|ず)|触ら|開けて).*)",
    re.I,
)


def excepted(desk: Desk, act: Act) -> tuple[str, ...]:
    """What is left out of the many that the act takes in, by the names of the wish.

    Raises:
        Puzzled: the limit is another one.
    """
    words = " ".join(desk.texts(act.args.get(LIMIT))).strip(" ,.、。")
    if not limit(desk, act):
        return ()
    found = _EXCEPT.fullmatch(words)
    if found is None:
        unlimited(desk, act)
        return ()
    names = re.split(r"\s*,\s*(?:and\s+)?|\s+(?:and|or)\s+|、|と(?=\S+\.\w)", found["en"] or found["ja"])
    said = tuple(bare(name) for name in names if bare(name))
    if any(is_it(name) or len(name.split()) > 4 for name in said):
        raise desk.fail("limit", words)
    return said


def unlimited(desk: Desk, act: Act) -> None:
    """Nothing here carries a limit.

    Raises:
        Puzzled: there is one.
    """
    if words := limit(desk, act):
        raise desk.fail("limit", words)


def times(desk: Desk, act: Act, slot: str = LIMIT) -> int:
    """How often.

    Raises:
        Puzzled: the words are no such number.
    """
    words = limit(desk, act) if slot == LIMIT else act.words(slot)
    if not words:
        return 1
    if (found := how_often(words)) is None or not 0 < found <= 100:
        raise desk.fail("limit", words)
    return found
