"""What a question asks for: the kind of value, and the words that tell which one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from deskhand.models.local.behind.saying import words_of
from deskhand.models.local.skills.commands.terms import Term

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DATES = (
    (re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+{_MONTH}(?![a-z])", re.I), (2, 1)),
    (re.compile(rf"(?<![a-z]){_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)", re.I), (1, 2)),
    (re.compile(r"(\d{1,2})\s*月\s*(\d{1,2})\s*日"), (1, 2)),
    (re.compile(r"\b\d{4}[-/.](\d{1,2})[-/.](\d{1,2})\b"), (1, 2)),
)
_DAY = (
    r"(?i:\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b)|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b|[月火水木金土日]曜日?|"
    r"[(（][月火水木金土日][)）]|(?i:\bevery day\b|\bdaily\b)|毎日"
)
_DATE = (
    rf"{_DAY}|(?i:\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}|{_MONTH} \d{{1,2}})|"
    r"\b\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b|\d{1,2}月(?:\s*\d{1,2}日)?|\b(?:19|20)\d\d\b"
)
_TIME = r"(?<!\d)\d{1,2}[:.]\d{2}(?!\d)|\b\d{1,2}\s?(?:[ap]\.?m\b|o.clock)|(?i:\bnoon\b|\bmidnight\b)|\d{1,2}\s*時|正午"
_COUNTED = "行社店種人個円度回枚本冊台番歳才件匹点分名℃"
_KINDS = (
    ("time", r"\bwhat time\b|\bwhich time\b|\bat what hour\b|何時|時刻", _TIME),
    ("day", r"\b(?:which|what) (?:week)?day\b|\bday of the week\b|何曜日?|(?<![月火水木金土日毎])曜日", _DAY),
    (
        "date",
        r"\bwhen\b|\b(?:which|what) (?:date|month|year)\b|\bdeadline\b|\bdue\b|"
        r"いつ|何[日月年](?!ごと|おき|間|目)|期限|日付|締切|締め切り",
        f"{_DATE}|{_TIME}",
    ),
    ("mail", r"\be-?mail address\b|メールアドレス", r"[\w.+-]+@[\w-]+"),
    (
        "link",
        r"\b(?:url|web\s?site address|web address|link address)\b|URL|ウェブアドレス|リンク先",
        r"(?:https?|ftp|file)://\S|\bwww\.\S|\b[\w-]+(?:\.[\w-]+)+/",
    ),
    ("phone", r"\b(?:tele)?phone\b|電話番号|電話は", r"\+?\d[\d ()-]{5,}\d"),
    (
        "number",
        r"\bhow (?:much|many|long|far|high|tall|old|big|large|deep|heavy|hot|cold|fast)\b|\bwhich temperature\b|"
        r"\bwhat (?:is the )?(?:price|temperature|number|amount|total|sum|cost)|"
        r"\bwhat (?=(?:does |do |did )?(?:an? |the )?(?:\w+ ){1,3}(?:pays?|costs?|weighs?|earns?)\b)|"
        rf"いくら|いくつ|何日(?:ごと|おき|間)|何(?:[{_COUNTED}]|キロ|グラム|メートル|km|kg|cm|時間|ページ)|金額|値段|人数|番号|料金|合計|気温|点数",
        r"\d",
    ),
    (
        "",
        r"\b(?:what|which|who|whose|where|tell me|name the|look up)\b|教えて|答えて|どこ|誰|だれ|"
        r"何[がをはでの]|何です|なに|"
        r"どの|どれ|どちら|[?？]",
        r"\w",
    ),
)
"""What kind of value is asked for, by what words, and how such a value is written; the surest first."""
_QUESTION = re.compile("|".join(kind[1] for kind in _KINDS), re.IGNORECASE)
_FILE = r"[\w~/.\-]*[\w-]+\.[A-Za-z][A-Za-z0-9]{1,4}(?![A-Za-z0-9])"
_SET_ASIDE = (
    r"[(（][^()（）]*(?:ファイル|file|program|editor|viewer)[^()（）]*[)）]",
    rf"(?:\bin\s+)?(?:the\s+)?(?:file|document|pdf|picture|spreadsheet|table)?\s*\b{_FILE}",
    r",?\s*\b(?:which|that)\s+is\s+(?:already\s+)?open(?:ed)?(?:\s+in\s+[\w .-]+?)?(?=[,.?]|$)",
    r"\b(?:is\s+)?(?:already\s+)?open(?:ed)?\s+in\s+(?:the\s+)?[\w-]+(?:\s[A-Z][\w-]*)*",
    r"[^\s、。をはがに]*\s*[^\s、。をはがに]*\s*で(?:いま|今)?(?:開い|表示し|見)て(?:いる|ある)",
    r"(?:\b(?:in|from|of)\s+)?\bthe\s+shared\s+folder\b|共有フォルダー?(?:の|に(?:ある)?|内の)?|によると|によれば|\baccording\s+to\b",
    r"\b(?:on|of)\s+page\s+\d+\b|\d+\s*ページ(?:目)?(?:に|の|で)?",
)  # fmt: skip
"""Where it stands and what shows it: no words of what stands there."""
_WHERE_TO_LOOK = re.compile(r"\b(?:stands?|is (?:in|open|shown)|look (?:it |this )?(?:up )?(?:in|at)|open)\b", re.I)
_PAGE = re.compile(r"\bpage\s+(\d+)\b|(\d+)\s*ページ(?:目)?", re.I)


@dataclass(frozen=True, slots=True)
class Asked:
    """One question, as far as it can be looked up in a text."""

    kind: str
    value: re.Pattern[str]
    """How such a value is written."""
    words: tuple[tuple[Term, ...], ...]
    """Each with what else it is called: 「締め切り(Deadline)」 is one thing."""
    days: frozenset[tuple[int, int]]
    """Month and day of the days it names."""
    page: int | None = None
    hints: tuple[tuple[Term, ...], ...] = ()
    """Words that tell the kind and may stand there as a label, too: 期限, price."""
    plain: str = ""
    """The question without where to look."""


def asked(wish: str) -> Asked | None:
    """What the wish asks for; None where it is no question about something definite."""
    every = re.split(r"(?<=[.?!])\s+|(?<=[。？！])", wish.strip())
    sentences = [one for one in every if _QUESTION.search(one)]
    marked = [one for one in sentences if "?" in one or "？" in one]
    page = _PAGE.search(wish)
    found = _asked(" ".join(marked or sentences), page)
    if found is None and sentences:  # 「…に…が書いてあります。何番ですか。」
        return _asked(" ".join(every), page)
    return found


def _asked(plain: str, page: re.Match[str] | None) -> Asked | None:
    for pattern in _SET_ASIDE:
        plain = re.sub(pattern, " ", plain, flags=re.I)
    kind = next((k for k in _KINDS if re.search(k[1], plain, re.I)), None)
    if kind is None:
        return None
    days = days_in(plain)
    words = _together(_without_days(re.sub(kind[1], " ", plain, flags=re.I) if kind[0] else plain))
    if not words and not days:
        return None
    number = None if page is None else int(page[1] or page[2])
    said = " ".join(found[0] for found in re.finditer(kind[1], plain, re.I)) if kind[0] else ""
    hints = tuple((word,) for word in words_of(said))
    return Asked(kind[0], re.compile(kind[2]), words, days, number, hints, plain.strip())


_WEEK = (
    ("月", "mon"),
    ("火", "tues"),
    ("水", "wednes"),
    ("木", "thurs"),
    ("金", "fri"),
    ("土", "satur"),
    ("日", "sun"),
)


def missing_day(question: str, rows: Sequence[str]) -> bool:
    """Whether the question names a month or a day of the week of which the text says nothing."""
    text = "\n".join(rows)
    for number, month in enumerate(_MONTHS, 1):
        named = re.search(rf"\b{month}[a-z]*\b", question, re.I) if month != "may" else re.search(r"\bMay\b", question)
        named = named or re.search(rf"(?<!\d){number}\s*月", question)
        there = rf"\b{month}|(?<!\d)0?{number}\s*[月/.-]|[-/.]0?{number}\b"
        if named is not None and _MONTH_NAME.search(named[0]) and not re.search(there, text, re.I):
            return True
    for kanji, name in _WEEK:
        named = re.search(rf"\b{name}days?\b|{kanji}曜", question, re.I)
        if named is not None and not re.search(rf"\b{name[:3]}|{kanji}|毎日|daily|every day", text, re.I):
            return True
    return False


_MONTH_NAME = re.compile(
    r"^(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$|月$",
    re.I,
)


_BOTH = re.compile(r"([一-龯々〆ァ-ヶー][一-龯々〆ァ-ヶーぁ-ゖ]*?)\s*[(（]([A-Za-z][^()（）]{1,30})[)）]")
"""A word and the same in another language."""


def _together(text: str) -> tuple[tuple[Term, ...], ...]:
    """The telling words; what stands in brackets after a word as the same thing."""
    found: list[tuple[Term, ...]] = [
        (*words_of(re.split(r"[のはがをにで]", both[1])[-1]), *words_of(both[2])) for both in _BOTH.finditer(text)
    ]
    text = _BOTH.sub(lambda both: both[0][: both[0].rfind(re.split(r"[のはがをにで]", both[1])[-1])] + " ", text)
    return (*(one for one in found if one), *(_or_weekday(word) for word in words_of(text)))


def _or_weekday(word: Term) -> tuple[Term, ...]:
    """A day of the week in all the ways in which a table may call it."""
    for kanji, name in _WEEK:
        if word.stem in (f"{kanji}曜日", f"{kanji}曜") or word.stem.startswith(f"{name}day"):
            day = f"{name}day"
            return (word, Term(kanji, frozenset()), *words_of(f"{day} {day[:3]} {kanji}曜日"))
    return (word,)


_ASKS = re.compile(
    r"[?？]|(?:です|ます|ました|でした)か。?$|(?:教え|答え|知らせ|報告し|言っ|読み取っ)て|知りたい|"
    r"\b(?:tell me|let me know|i(?:'d| would) like to know)\b|"
    r"\b(?:look up|find out|check) (?:what|which|who|whose|when|where|how)\b|"
    r"^(?:and )?(?:what|which|who|whose|when|where|how)\b",
    re.IGNORECASE,
)
_DEEDS = (
    "add|change|choose|clear|close|connect|convert|copy|correct|create|cut|delete|draw|empty|end|enter|erase|export|extract|"
    "fill|get|give|hide|import|insert|install|leave|make|mark|merge|move|pack|paste|play|print|put|quit|record|remove|rename|"
    "replace|rotate|run|save|select|send|set|sort|start|stop|switch|take|turn|type|undo|unpack|use|write"
)
_DUTY = re.compile(
    rf"(?:^|[,;:]\s*|\b(?:please|could you|can you|would you|will you|and|then|to)\s+)(?:{_DEEDS})\b|"
    r"\b(?:and|then)\s+(?:then\s+)?(?:tell|say|report)\b|(?:て|で)(?:ください|下さい|もらえ|くれ|ほしい|欲しい)|たいです|"
    r"(?:し|え|っ|け|べ|り|れ|め|せ|げ|い|ん)[てで](?:から|、)",
    re.IGNORECASE,
)
_LOOKS = re.compile(
    r"\b(?:open|look|see|check|read|find|(?:go|turn|move|switch|jump|scroll)\s+(?:on\s+)?to)\b"
    r"(?:[^.?!]|\.(?=\w))*?\b(?:and|then)\s+(?:tell|say)\b|"
    r"(?:開い|見|見つけ|調べ|確認し|読ん|進ん|移動し|表示し|比べ|あわせ|合わせ)[てで](?:から|、)|"
    r"(?:平均|合計|総額|中央値|標準偏差|最[大小]値|MD5|SHA-?\d+|CRC-?\d*|ハッシュ|チェックサム)[^、。]*[てで](?:から|、)|"
    r"(?:教え|答え|知らせ|報告し|言っ|読み取っ|調べ|確認し|見)て"
    r"(?:ください|下さい|もらえますか|くれますか|ほしいです|くれませんか|もらえませんか)?|知りたいです",
    re.IGNORECASE,
)
"""What only leads to the answer."""
_STATES = re.compile(r"\b(?:is|are|stands?|lies|shows?|have|has)\b|ます。?$|です。?$|ている。?$", re.IGNORECASE)


_ABOUT = re.compile(r"に(?:つ|お)いて(?:は)?、?|によって(?:は)?、?|にとって(?:は)?、?|として(?:は)?、?")
"""What says what it is about is no deed, though it ends like one."""
_MUST = re.compile(r"\b(?:have|has|had|needs?|ought|supposed|allowed|able|possible|going)\s+to\s+\w+", re.IGNORECASE)
"""What somebody has to do is asked about, not ordered."""


def only_asks(wish: str) -> bool:
    """Whether nothing is to be done but to answer: each sentence asks, or says where to look."""
    sentences = [one.strip() for one in re.split(r"(?<=[.?!])\s+|(?<=[。？！])", wish) if one.strip()]
    asks = [_ASKS.search(one) is not None for one in sentences]
    sentences = [_ABOUT.sub("、", one) for one in sentences]
    plain = [_MUST.sub(" ", _LOOKS.sub(" ", one)) for one in sentences]
    return any(asks) and all(
        _DUTY.search(one) is None and (is_question or one != whole or _STATES.search(one) is not None)
        for one, whole, is_question in zip(plain, sentences, asks, strict=True)
    )


def days_in(text: str) -> frozenset[tuple[int, int]]:
    """Month and day of every day of the year that a text names, in any of the usual forms."""
    found: set[tuple[int, int]] = set()
    for pattern, (month, day) in _DATES:
        for match in pattern.finditer(text):
            said = match[month].lower()
            numbers = (_MONTHS.index(said[:3]) + 1 if said[:3] in _MONTHS else int(said), int(match[day]))
            try:
                date(2024, *numbers)
            except ValueError:
                continue
            found.add(numbers)
    for match in _SLASHED.finditer(text):
        one, other = int(match[1]), int(match[3])
        found |= {pair for pair in ((one, other), (other, one)) if pair[0] <= 12 and min(pair) > 0 and pair[1] <= 31}
    return frozenset(found)


_SLASHED = re.compile(r"(?<![\d./])(\d{1,2})([/.])(\d{1,2})\2(?:(?:19|20)\d\d|(?<=/)\d\d)(?![\d./])")
"""05/14/2026 and 14.05.2026: of two numbers that may both be the month, both are."""


def _without_days(text: str) -> str:
    for pattern, _ in _DATES:
        text = pattern.sub(" ", text)
    return text


_SHOWN = re.compile(
    r"\b(?:what|which)\b[^.?!]*\b(?:sa(?:y|ys|id)|reads?|shows?|shown|see|seen|visible|displays?|displayed|"
    r"prints?|stands? (?:in|on) (?:it|the)|written|contents?)\b|\b(?:which|what)\s+[\w ]+?\s+are\b|\blook like\b|"
    r"何[がを][^、。]*(?:見え|表示|書|映|出て)|何と[^、。]*(?:書|表示|出て|言)|(?:内容|中身|全文|一覧)[をは]|何があり",
    re.IGNORECASE,
)


def of_what_shows(wish: str) -> bool:
    """Whether all that a window shows answers it: “what does it say?”, “which windows are open?”."""
    return _SHOWN.search(wish) is not None


_KANJI_NUMBER = re.compile(r"[一二三四五六七八九十百千万]")


def could_answer(wanted: Asked, value: str) -> bool:
    """Whether a value is of the kind that is asked for, and more than the marks on buttons."""
    if wanted.kind in ("time", "day", "mail", "phone", "link"):
        return wanted.value.search(value) is not None
    if wanted.kind == "number":
        return re.search(r"\d", value) is not None or _KANJI_NUMBER.search(value) is not None
    return re.search(r"[^\W_]{2,}|\d|[一-龯ぁ-ゖァ-ヶ]", value) is not None
