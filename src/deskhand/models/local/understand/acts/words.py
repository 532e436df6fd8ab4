"""The words that fill a slot, without what only carries them: articles, particles, quotation marks; and what they
stand for where they name nothing themselves."""

from __future__ import annotations

import re
import unicodedata

from deskhand.models.local.understand.numbers import count, english_number, japanese_number, ordinal

_QUOTES = (("「", "」"), ("『", "』"), ("“", "”"), ("‘", "’"), ('"', '"'), ("'", "'"), ("`", "`"))
_BEFORE = re.compile(
    r"(?:(?:the|a|an|my|your|our|his|her|their|this|that|these|those|some|any|all|every|each|both|of)\s+)+(?=\S)", re.I
)
_BEFORE_JA = re.compile(r"(?:この|その|あの|例の|いまの|今の|開いている|開いてる|表示されている|出ている|出てる)+(?=.)")
_AFTER_JA = re.compile(r"(?<=.)(?:っていう|という|ってやつ|のやつ|を|って)$")
_IT = re.compile(
    r"(?:it|this|that|them|they|these|those|here|there|the\s+(?:same|selection|rest)|(?:the|this|that|my|its)\s+(?:one|thing|file|document|text|page|"
    r"picture|image|photo|drawing|note|letter|sheet|spreadsheet|table|list|window|program|app|archive|selection|map)"
    r"|(?:the\s+)?(?:selected|highlighted)\s+(?:text|part|words|lines?|cells?)|what(?:'s|\s+is)\s+selected|選択(?:範囲|部分|した(?:部分|ところ|文字|テキスト))(?:ぜんぶ|全部|すべて)?"
    r"|this\s+one|これ|それ|あれ|ここ|そこ|こいつ|そいつ|(?:この|その|あの|開いている|開いてる|表示中の|今の|いまの)"
    r"(?:ファイル|文書|文章|書類|テキスト|ページ|画像|写真|絵|図|メモ|ノート|シート|表|一覧|リスト|ウィンドウ|画面|アプリ|プログラム|書庫|アーカイブ|やつ|中|行|列|セル|項目)"
    r"|(?:picture|image|photo|drawing|document|text|page|file|sheet|window|program|app|archive|the\s+screen)"
    r"|ファイル|文書|文章|テキスト|ページ|画像|写真|絵|シート|表|ウィンドウ|画面|アプリ|書庫|アーカイブ|プログラム|中身)",
    re.I,
)
_ALL = re.compile(
    r"(?:all|everything|(?:the\s+)?(?:whole|entire|complete)\s+(?:thing|text|file|document|page|note|letter|list|sheet|lot)|"
    r"all\s+(?:(?:of\s+)?(?:the\s+|my\s+)?(?:text|it|this|letters|lines|words|content|contents)|of\s+it)|all\s+the\s+text|the\s+lot|"
    r"全部|ぜんぶ|全て|すべて|全文|全体|文書全体|本文全体|全行|(?:文字|テキスト|文章|内容|本文|英字|小文字|大文字)(?:を|は)?(?:全部|ぜんぶ|すべて|全て|残らず)|"
    r"(?:全部|すべて|全て)の(?:文字|テキスト|文章|行|英字))",
    re.I,
)
JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff々〆]")


def unquoted(text: str) -> str:
    """Without the quotation marks around all of it."""
    text = text.strip()
    for opens, closes in _QUOTES:
        if len(text) > 1 and text.startswith(opens) and text.endswith(closes) and opens not in text[1:-1]:
            return text[1:-1]
    return text


def bare(text: str) -> str:
    """A thing's name, without article and particle."""
    plain = unquoted(text)
    if plain != text.strip():
        return plain
    plain = re.sub(r"\s+", " ", plain).strip(" ,.;:、。!！?？")
    if JAPANESE.search(plain):
        plain = _BEFORE_JA.sub("", plain)
        return unquoted(_AFTER_JA.sub("", plain) or plain)
    return unquoted(_BEFORE.sub("", plain, count=1) if _BEFORE.match(plain) else plain)


def is_it(text: str) -> bool:
    """Whether it only points at what is in front, or was spoken of: “it”, “the file”, 「そのファイル」."""
    return not text.strip() or _IT.fullmatch(text.strip(" ,.、。")) is not None


def is_all(text: str) -> bool:
    """Whether it is all of the document."""
    return _ALL.fullmatch(text.strip(" ,.、。")) is not None


def plain(text: str) -> str:
    """Numbers, keys, addresses and names of files as programs write them: ``１２`` is 12."""
    return unicodedata.normalize("NFKC", unquoted(text)).strip()


def place_in_order(text: str) -> int | None:
    """“the third line”, 「最後の行」, “line 5”, 「3行目」, “the last one”: 1 is the first, -1 the last."""
    words = plain(text).lower()
    if found := re.search(
        r"(?:second|2nd)[\s-]+(?:to[\s-]+)?last|last\s+but\s+one|最後から(?:2|二)|下から(?:2|二)", words
    ):
        return -2
    for pattern in (
        r"\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final|\d+(?:st|nd|rd|th))\b",
        r"((?:\d+|[一二三四五六七八九十百]+)(?:番目|つ目|つめ|個目|行目|列目|段目|枚目|件目|通目|ページ目))",
        r"(最初|最後|最終|先頭|末尾|一番上|一番下|いちばん上|いちばん下|いちばん最後|一番最後)",
    ):
        if found := re.search(pattern, words):
            word = re.sub(r"(?:段目|枚目|件目|通目|ページ目)$", "番目", found[1])
            return ordinal(
                re.sub(r"^(?:一番|いちばん)(?=最後)|最終", lambda match: "最後" if match[0] == "最終" else "", word)
            )
    if found := re.search(r"\b(?:line|row|page|no\.?|number|#)\s*(\d+|[a-z]+(?:-[a-z]+)?)\b", words):
        return english_number(found[1])
    if re.search(r"\btop\b", words):
        return 1
    return -1 if re.search(r"\bbottom\b", words) else None


def how_often(text: str) -> int | None:
    """“three times”, “twice”, 「3回」, “back two pages”."""
    words = plain(text).lower()
    words = re.sub(r"^(?:the\s+|last\s+|by\s+|about\s+)+", "", words)
    words = re.sub(
        r"\s*(?:times?|steps?|pages?|clicks?|more|回|度|ステップ|つ|手|個|歩|ページ|段階)+(?:分|ほど|くらい)?$",
        "",
        words,
    )
    return count(words) if words else None


def number(text: str) -> str | None:
    """A bare number, “5000 lines”, “fourteen”, 「三十」, as digits; None where it is none."""
    words = plain(text).replace(",", "") if re.fullmatch(r"[\d,.]+", plain(text)) else plain(text)
    if re.fullmatch(r"[-−]?\d+(?:\.\d+)?", words):
        return words.replace("−", "-")
    if found := re.fullmatch(r"(\d+(?:\.\d+)?)\s*(?:[a-z]{1,12}|pt|px|%|％|[一-龥ぁ-んァ-ヶー]{1,4})", words, re.I):
        return found[1]
    spelled = english_number(words) if words.isascii() and words else japanese_number(words)
    return None if spelled is None else str(spelled)


def both(english: str, japanese: str, language: str) -> str:
    return english if language == "en" else japanese
