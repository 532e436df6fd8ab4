# ruff: noqa: E501 - a pattern is read more easily in one line
"""A wish as a row of aims: what is only told is kept with what is asked for, and each aim says which things it means.

"Kim only worked 6.5 hours on Wednesday. Correct that." asks for one thing, and says in its first sentence what.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from deskhand.models.local.page.aims.acts import acts_in
from deskhand.models.local.page.aims.likeness import is_japanese
from deskhand.models.local.page.phrases import plain
from deskhand.models.local.page.words import number, ordinal


@dataclass(frozen=True, slots=True)
class Most:
    """The cheapest, the second newest, the one with the fewest visitors."""

    least: bool
    nth: int
    of: str
    """What is compared: price, date, or the words that say it."""


@dataclass(frozen=True, slots=True)
class Aim:
    text: str
    """What is asked for, in its own words."""
    about: str = ""
    """What was said before it and not asked for."""
    acts: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    most: Most | None = None
    every: bool = False
    rest: bool = False
    """All that were not meant before."""
    only: bool = False
    count: int | None = None

    @property
    def said(self) -> str:
        """All that tells which things are meant, without what is quoted."""
        return bare(f"{self.about} {self.text}".strip())


_QUOTE = re.compile(r"[\"“]([^\"”]+)[\"”]|「([^」]*)」|『([^』]*)』|(?<!\w)['‘]([^'’]+)['’](?!\w)")
_EVERY = re.compile(
    r"\b(?:all|every|each|both|everything|any)\b|全部|すべて|全て|全員|それぞれ|どれも|みんな|両方", re.IGNORECASE
)
_REST = re.compile(
    r"\b(?:the (?:rest|others?|remaining)|everything else|all (?:the )?others?|everyone else|others)\b|あとは|残り|(?:それ)?以外|ほかは|他は",
    re.IGNORECASE,
)
_ONLY = re.compile(r"\b(?:only|just|nothing but)\b|だけ|のみ", re.IGNORECASE)
_LOW = r"cheapest|lowest|least|fewest|smallest|shortest|lightest|nearest|closest|earliest|oldest|slowest|youngest|quietest|coldest|worst"
_HIGH = r"dearest|most expensive|highest|most|largest|biggest|greatest|longest|heaviest|farthest|furthest|latest|newest|most recent|fastest|busiest|hottest|best(?: rated)?|top[- ]rated|tallest|in the lead|leading|winning|most popular|in front"
_MOST = re.compile(
    rf"(?:(?P<nth>second|third|fourth|2nd|3rd|4th)[- ])?(?P<way>(?P<low>{_LOW})|(?P<high>{_HIGH}))(?:[- ](?P<of>\w+))?",
    re.IGNORECASE,
)
_MOST_JA = re.compile(
    r"(?:(?P<nth>[二三四五2-5２-５])番目に|(?:一番|最も|いちばん|もっとも))(?P<way>[^、。をはがに]{1,12}?[いな])(?=[^い]|$)|(?P<word>最安|最新|最古|最大|最小|最多|最少|最短|最長|最高|最低)"
)
_LOW_JA = (
    "安い",
    "小さい",
    "少ない",
    "近い",
    "短い",
    "軽い",
    "古い",
    "早い",
    "低い",
    "若い",
    "涼しい",
    "最安",
    "最古",
    "最小",
    "最少",
    "最短",
    "最低",
)
_OF = {
    "cheapest": "price", "dearest": "price", "most expensive": "price", "oldest": "date", "newest": "date", "latest": "date",
    "most recent": "date", "earliest": "date", "nearest": "distance", "closest": "distance", "best rated": "rating", "top-rated": "rating",
    "安い": "price", "高い": "price", "最安": "price", "新しい": "date", "古い": "date", "最新": "date", "最古": "date", "近い": "distance",
}  # fmt: skip
_TELLS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|'s|can't|cannot|can|do(?:es)? not|don't|doesn't|did|worked|came|joined|needs?|want|wants|left|only)\b",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(
    r"(?:I|we|he|she|it|they|you|there|the|my|our|your|his|her|their|this|that|these|those|an?|some|no|somebody|someone|nobody)\b|"
    r"(?-i:[A-Z])[\w'’-]*(?:(?:,| and) (?-i:[A-Z])[\w'’-]*)* (?:is|are|was|were|has|have|had|will|can't|cannot|didn't|doesn't|does|did|only|worked|came|joined|needs?|wants?|left|called|got|just)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"^(?:please |just |also |then |and |now |so )*(?:(?:set|make|put|turn|switch|get|give|take|let|show|use|go|keep|bring|leave|move|drag|log|sign|check|tick|select|choose|pick|open|close|"
    r"click|press|type|enter|write|fill|find|look|see|read|tell|sort|order|filter|mark|count|play|stop|start|pay|answer|reply|help|do|finish|undo|replace|correct|fix|change|swap|split|double|"
    r"halve|raise|lower|increase|reduce|decrease|apply|try|accept|approve|decline|reject|submit|post|publish|share|send|search|schedule|plan|assign|invite|add|remove|delete|archive|cancel|"
    r"confirm|book|reserve|buy|rent|hire|rate|vote|follow|unfollow|like|star|pin|mute|block|report|download|upload|print|copy|paste|rename|edit|update|save|join|subscribe|unsubscribe|"
    r"register|enable|disable|clear|reset|return|skip|hide|expand|collapse|scroll|zoom|rotate|call|record|note|proceed|continue|place|pop|throw|empty|deselect|untick|uncheck|renew|extend|"
    r"pause|resume|merge|group|attach|translate|compare|calculate|work out|round|convert|draw|highlight|crop|resize|lock|unlock|restore|which|what|who|where|when|how)\b)",
    re.IGNORECASE,
)


def bare(text: str) -> str:
    """Without what stands in quotation marks."""
    return _QUOTE.sub(" ", text)


def hear(text: str) -> list[Aim]:
    """The aims of a wish, in order."""
    aims: list[Aim] = []
    told: list[str] = []
    for part in _parts(text):
        if _only_tells(part) or (
            is_japanese(part) and not acts_in(part) and _most(bare(part)) is None and "？" not in part
        ):
            told.append(part)
            continue
        aims.append(replace(aim_of(part), about=" ".join(told)))
    if not aims and told:
        aims.append(replace(aim_of(told[-1]), about=" ".join(told[:-1])))
    return aims


def _parts(text: str) -> list[str]:
    if is_japanese(text):
        kept: list[str] = []

        def keep(match: re.Match[str]) -> str:
            kept.append(match[0])
            return f"\x00{len(kept) - 1}\x00"

        hidden = re.sub(r"「[^」]*」|『[^』]*』|\"[^\"]*\"", keep, text)
        pieces = re.split(r"[。！？!?\n]+|(?<=[てでし])、|(?<=から)、|(?<=ので)、|(?<=けど)、|(?<=たら)、", hidden)
        return [
            re.sub(r"\x00(\d+)\x00", lambda m: kept[int(m[1])], piece).strip(" 、")
            for piece in pieces
            if piece and piece.strip(" 、")
        ]
    sentences = re.split(r"(?<=[.!?])\s+(?=[\"“A-Z0-9])", text.strip())
    return [clause for sentence in sentences for clause in _clauses(plain(sentence))]


def _clauses(sentence: str) -> list[str]:
    """Parted where another word of doing follows a comma or an "and", quotations kept whole."""
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[0])
        return f"\x00{len(kept) - 1}\x00"

    hidden = re.sub(r"\"[^\"]*\"|“[^”]*”", keep, sentence)
    parts: list[str] = []
    for piece in re.split(r"(?:,\s+(?:and\s+|then\s+|and then\s+)?|\s+and\s+(?:then\s+)?|\s+then\s+|;\s+)", hidden):
        if parts and not _ASKS.match(piece.strip()):
            parts[-1] = f"{parts[-1]} and {piece}" if ", " not in hidden else f"{parts[-1]}, {piece}"
        else:
            parts.append(piece)
    return [
        re.sub(r"\x00(\d+)\x00", lambda m: kept[int(m[1])], part).strip(" .,") for part in parts if part.strip(" .,")
    ]


def _only_tells(part: str) -> bool:
    """Whether a sentence asks for nothing."""
    if is_japanese(part):
        return re.search(
            r"(?:ので|から|けど|たら|ました|です|ます|だった|なった)$", part
        ) is not None and not re.search(r"(?:ください|下さい|お願いします|ほしいです|たいです)$", part)
    return _ASKS.match(part) is None and _TELLS.search(part) is not None and _SOMEBODY.match(part) is not None


def aim_of(part: str) -> Aim:
    """One part of a wish as an aim."""
    said = bare(part)
    return Aim(
        part,
        acts=acts_in(part),
        quotes=tuple(next(group for group in found if group) for found in _QUOTE.findall(part) if any(found)),
        most=_most(said),
        every=_EVERY.search(said) is not None,
        rest=_REST.search(said) is not None,
        only=_ONLY.search(said) is not None,
        count=count_in(said),
    )


def _most(said: str) -> Most | None:
    if (found := _MOST_JA.search(said)) is not None:
        way = found["word"] or found["way"]
        nth = {"二": 2, "三": 3, "四": 4, "五": 5}.get(found["nth"] or "", 0) or int(found["nth"] or 1)
        of, _, looks = way.rpartition("の") if "の" in way else way.rpartition("が")
        known = next((value for key, value in _OF.items() if looks.endswith(key)), "")
        return Most(looks.endswith(_LOW_JA), nth, of or known)
    if (found := _MOST.search(said)) is None:
        return None
    way = found["way"].lower()
    return Most(found["low"] is not None, ordinal(found["nth"] or "") or 1, _OF.get(way, found["of"] or ""))


def count_in(said: str) -> int | None:
    found = re.search(r"\b(two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\b(?![:.,/%-]?\d)", said, re.IGNORECASE)
    if found is None:
        found = re.search(r"([一二三四五六七八九十\d]+)(?:つ|個|枚|名|人|本|冊|点)", said)
        return (
            None
            if found is None
            else {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}.get(
                found[1]
            )
            or (int(found[1]) if found[1].isdigit() else None)
        )
    return number(found[1])
