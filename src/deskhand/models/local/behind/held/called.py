"""What the usual values of files are called, by people and by formats, in English and Japanese."""

from __future__ import annotations

import functools
import re
import unicodedata

_ROLES: tuple[tuple[str, str], ...] = (
    (
        "title",
        r"\b(?:title|subject|summary|caption|tit2|nam)\b|タイトル|題名|表題|件名|曲名|見出し|題(?!材)",
    ),
    ("name", r"\b(?:name|fn|called|label)\b|名前|氏名|名称"),
    ("author", r"\b(?:author|writer|by|creator|byline)\b|著者|作者|筆者|作成者"),
    ("date", r"\b(?:date|day|dtstart|due|year)\b|日付|日にち|年月日|期日|締め?切り?|年"),
    ("time", r"\b(?:time|dtstart|hour|start)\b|時刻|時間|開始"),
    ("end", r"\b(?:end|dtend|until)\b|終了|終わり"),
    ("phone", r"\b(?:phone|telephone|tel|number|mobile|cell|fax)\b|電話|携帯|でんわ"),
    ("mobile", r"\b(?:mobile|cell|cellphone)\b|携帯"),
    ("fax", r"\bfax\b|ファックス|ファクス|FAX"),
    ("work", r"\b(?:work|business|office)\b|勤務先|職場|会社"),
    ("home", r"\bhome\b|自宅"),
    ("email", r"\b(?:e-?mail|mail)\b|メール"),
    ("address", r"\b(?:address|adr|street)\b(?<!mail address)|住所"),
    ("organization", r"\b(?:organi[sz]ation|org|company|employer)\b|会社|組織|勤務先"),
    ("birthday", r"\b(?:birthday|bday|birth)\b|誕生日"),
    ("location", r"\b(?:location|place|venue|where|room)\b|場所|会場"),
    ("note", r"\b(?:notes?|description|comment|memo|remark)\b|メモ|説明|備考|注記|コメント"),
    ("url", r"\b(?:url|link|address|href|web ?site|homepage|uri)\b|リンク|アドレス|ウェブ|URL"),
    ("text", r"\b(?:text|content|body|wording|words)\b|本文|文章|内容|テキスト|文字"),
    ("amount", r"\b(?:amount|sum|price|cost|total)\b|金額|値段|価格"),
    ("volume", r"\bvolume\b|音量"),
    ("font", r"\bfont\b|フォント"),
    ("size", r"\bsize\b|サイズ|大きさ"),
    ("colour", r"\bcolou?r\b|色"),
    ("language", r"\b(?:language|lang)\b|言語"),
    ("priority", r"\bpriority\b|優先"),
    ("status", r"\b(?:status|state)\b|状態"),
)
_FORMS = tuple((role, re.compile(form, re.IGNORECASE)) for role, form in _ROLES)


@functools.lru_cache(maxsize=4096)
def roles(label: str) -> frozenset[str]:
    """What a label means, of the usual things."""
    said = re.sub(r"[_./:-]+", " ", unicodedata.normalize("NFKC", label))
    said = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", said)
    return frozenset(role for role, form in _FORMS if form.search(said))
