"""Commands that are no commands: a whole sentence, several deeds or a sum in the words that would be looked for in menus.

The open reading keeps words as they are said, so everything it does not understand ends in them. Of 240 wishes by a
strange hand about a quarter had a plan that was wrong or half right, and most of those could be told by the words:
"look up hyponatraemia on wikipedia dot org and write it down" is the name of no command. Such a plan is refused, with
the words named.
"""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.models.local.steps import (
    Describe,
    EditLine,
    NotUnderstood,
    OpenProgram,
    Plan,
    ReplaceText,
    Step,
    Tell,
    TypeText,
    UseCommand,
)
from deskhand.models.local.understand.frame import Language
from deskhand.models.local.understand.language import sentence
from deskhand.models.local.understand.roles.english.lexicon import BASE, NOUNISH

_SMALL = frozenset(
    (
        "a", "an", "the", "in", "of", "on", "to", "from", "for", "with", "as", "at", "by", "into", "onto", "over", "up",
        "down", "off", "out", "under", "below", "above", "between", "back", "again", "there", "here", "ago", "me", "my",
        "it", "its", "this", "that", "all", "per", "is", "be", "so", "new", "and", "column", "row", "order",
    )
)  # fmt: skip
_MOST_WORDS = 5
_MOST_BESIDE_VALUES = 7
_MOST_PHRASES = 4
"""Japanese phrases, the verb among them."""
_TOLD = re.compile(
    r"\b(?:what(?:'s|ever)?|where(?:ver)?|who(?:ever|se)?|why|how|when|whichever|which|that(?:'s)?|i|i'm|i've|we|you|he|she|they|them|his|her|their|was|were|should|would|could|isn't|don't|enough|correct(?:ly)?|instead)\b",
    re.I,
)
"""Marks of a clause within the words: no menu has them."""
_RECENT = re.compile(
    r"\bi\s+(?:just\s+)?(?:closed|deleted|removed|opened|copied|cut|typed)\b(?:\s+(?:minute|moment|second|minutes|hour)\s+ago)?",
    re.I,
)
_REASONED = re.compile(
    r"(?:add up|work out|count|reckon|calculate|compute|compare|estimate|find out|figure out|check|look|look up|look for|see|tell|say|read|decide|choose|pick|pick out|think|help|answer|know|remind|make sure|clean up|tidy|tidy up|improve|prepare|finish|deal|handle|solve|verify|write (?:the )?(?:sum|result|total|answer|average|difference)|take (?:the )?(?:sum|total|average))\b",
    re.I,
)
"""Verbs that want something worked out: looked for as a command they would find another one."""
_NUMBERED = re.compile(
    r"(?<![\w:.-])(?<!column )(?<!row )(?<!line )(?<!page )(?<!sheet )(?<!level )(?<!layer )(?<!tab )(?<!cells )(?<!heading )\d[\d.,:]*(?![\w:])"
)
_COUNTED = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|twenty|thirty|forty|fifty|sixty|ninety|thirty|hundred|thousand|half)\b(?! decimals?)(?<!in two)(?<!in half)",
    re.I,
)
_ANOTHER = re.compile(
    r"\b(?:another one|and one)\b|^(?:keep|leave|draw)\b|\b(?:things?|everything|anything|something|each)\b|^(?:slow|speed) (?:down|up)(?: bit)?$|^(?:move|copy|rename|delete|remove) all\b|^(?:show|get|tell) me\b",
    re.I,
)
_LABEL = re.compile(r"(?:title|name|author|artist|album|label|note|date|number|tag|subject)\s+\w", re.I)
_NOWHERE = re.compile(r"(?:add|put|move|copy|write|enter)\s+(?:to|into|in|onto)\b(?!.*\bmode\b)", re.I)
_NO_VALUE = re.compile(r"(?:a|an|the|in|on|with|to|and|not|one)\s|.*\s(?:in|on|into|not|known|and then)\s", re.I)
"""Words that no name or amount has: the value was not found where it ends."""
_WORDY = frozenset(("note", "notes", "memo", "description", "comment", "text", "message", "body", "title"))
_FASTER = re.compile(
    r"make\s+(?!.*(?:mouse|pointer|video|film|play|clip|speed|song|audio|cursor|key|scroll|animation|voice)).*\b(?:faster|slower|better|safer|cleaner)\b",
    re.I,
)
_BARE = frozenset(
    ("set", "make", "put", "change", "use", "give", "get", "have", "take", "turn", "do", "go", "write", "move")
)
_COMPARED = re.compile(
    r"\b(?:largest|biggest|greatest|highest|heaviest|most|dearest|maximum|smallest|lowest|cheapest|least|minimum|newest|latest|oldest|earliest|longest|shortest|sum|total|average|mean|median|altogether|difference|more|fewer|less|landscape|portrait|same|spen[dt]|where\s+(?:i|one|you)\s+(?:can|could)|percent(?:age)?|free\s+space|space)\b|\bhow\s+(?:many|much|often)\b|\bwhich\s+(?:one|of\s+(?:these|those|them|the))\b",
    re.I,
)
_COMPARED_JA = re.compile(
    r"いちばん|一番|最も|最大|最小|最高|最低|最初|最後|最新|平均|合計|総額|差額|割合|より(?:多|少|大|小|高|低)|何(?:個|件|曲|枚|か所|箇所|カ所|人|回|本|冊|匹|パーセント|割)|いくつ|いくら|どれだけ|どれ(?:くらい|ぐらい)|どっち|どちら|多い|少ない|空き"
)
_ASKED_JA = re.compile(
    r"いくら|いくつ|だっけ|どれ|どこ|どう|何[がをかにとで]|なに|なぜ|(?:[るたいう]|だ)か$|だと$|と思"
)
_REASONED_JA = re.compile(
    r"(?:平均|合計|差|答え|結果|数字|小計|割合)(?:\s|$)|(?:調べる|計算|数える|考える|確かめる|確認|比べる|集計|決める|選んでおく|まとめる|整える|頑張る|直しておく|気をつける|教える|答える)$"
)
_INTO = re.compile(r"(?:入れる|書く|移す|写す|貼る|貼り付ける|足す|書き写す|記入|入力|登録|送る|置く|つける)")
_PLACES = re.compile(r"ブックマーク|お気に入り|ゴミ箱|ごみ箱|メモリ|クリップボード|全画面|ドック|パネル")
_BARE_JA = frozenset(
    (
        "する",
        "入れる",
        "書く",
        "出す",
        "やる",
        "変える",
        "作る",
        "表示",
        "開く",
        "使う",
        "置く",
        "つける",
        "直す",
        "足す",
        "お願い",
        "なる",
        "作成",
        "入力",
        "戻す",
        "消す",
    )
)
_NUMBERED_JA = re.compile(
    r"(?<![A-Za-z\d])\d+(?!\d)(?!\s*(?:行|列|ページ|頁|枚目|番目|つ目|時間表示|進|D))|[一二三四五六七八九十]+(?:人分|日分|つに)"
)
_LOOSE_JA = re.compile(
    r"のほう|きのう|昨日|さっき|行ごと|今日の日付|まとめて|(?:全部|ぜんぶ)の|出てる|やつ|いらない|どうにか|(?<!同じ)ところ|の中の|サイト|平均|合計|最大|いちばん|一番|(?:^|\s)(?:いう|の)|[たる]の(?:\s|$)|(?:描く|引く)$|^\S+(?<!ま)で$|は[A-Za-z一-鿿ァ-ヶ]+で(?:\s|$)|[をが]"
)
"""Phrases that point at something or are half a clause."""
_NO_VALUE_JA = frozenset(("名前", "と", "の", "に", "を", "が", "これ", "それ"))
_QUOTE_JA = re.compile(r"「([^」]+)」")
_SEARCHED = re.compile(r"find|search|filter|query|count|test|探|検索|絞|テスト", re.I)


def sieved(plan: Plan) -> Plan | NotUnderstood:
    """The plan of the open reading; refused for the first step that a program cannot be asked for."""
    before: Step | None = None
    for step, source in zip(plan.steps, plan.sources, strict=True):
        match step:
            case UseCommand():
                why = (_english if plan.language == "en" else _japanese)(step, source, before)
            case TypeText() if all(isinstance(part, str) for part in step.text):
                why = _typed(step, source, plan.language)
            case EditLine(line="そ" | "こ" | "あ" | "ど"):
                why = "what target"
            case Describe():
                why = _answers(before, source, plan.language)
            case _:
                why = ""
        if why:
            part = source or (step.words if isinstance(step, UseCommand) else "")
            return NotUnderstood(part, sentence(part, why, plan.language), plan.language)
        before = step
    return plan


def _typed(step: TypeText, source: str, language: Language) -> str:
    """Something to be entered into a form or a list is not typed as it stands."""
    if language == "en":
        enters = re.match(r"(?:please\s+)?(?:enter|record|book|log|register)\b", source, re.I)
        return "what text" if enters and not re.search(r"['\"“‘]", source) else ""
    return "" if re.search(r"[「『\"“]", source) else "what text"


def _answers(before: Step | None, source: str, language: Language) -> str:
    """What a window shows answers no question that wants values compared, counted or worked out."""
    if isinstance(before, OpenProgram) and before.name == "terminal":
        return "what command"
    if isinstance(before, ReplaceText) or (isinstance(before, UseCommand) and _SEARCHED.search(before.words)):
        return ""
    return "worked out" if (_COMPARED if language == "en" else _COMPARED_JA).search(source) else ""


def _quoted(value: str, source: str) -> bool:
    return any(f"{mark}{value}" in source for mark in "'\"“‘")


def _content(words: str) -> list[str]:
    return [word for word in re.findall(r"[\w'’:.-]+", words.lower()) if word not in _SMALL]


def _english(step: UseCommand, source: str, before: Step | None) -> str:
    words = _RECENT.sub("", step.words)
    content = _content(words)
    valued = bool(step.fields) or step.on is not None
    if len(content) > (_MOST_BESIDE_VALUES if valued else _MOST_WORDS):
        return "no command"
    if _TOLD.search(words) or _REASONED.match(words):
        return "no command"
    if _NUMBERED.search(words) or _COUNTED.search(words) or _ANOTHER.search(words):
        return "no command"
    if _FASTER.match(words):
        return "vague"
    if isinstance(before, Tell) and re.match(r"(?:show|write|put|enter)\b", words):
        return "which result"
    if isinstance(before, UseCommand) and before.fields and _LABEL.match(words):
        return "several"
    if not step.fields and _NOWHERE.match(words):
        return "what"
    if any(
        isinstance(value, str) and name not in _WORDY and _NO_VALUE.match(value) and not _quoted(value, source)
        for name, value in step.fields
    ):
        return "what text"
    if (second := words.partition(" and ")[2]) and second.split()[0] in BASE - NOUNISH | {"filter", "link", "tick"}:
        return "several"
    if " and " in words and (len(content) > _MOST_WORDS or len(_content(words.split(" and ", 1)[1])) > 2):
        return "several"
    if before is None and words in _BARE and all(not name for name, _ in step.fields) and step.on is None:
        return "what"
    return ""


def _japanese(step: UseCommand, source: str, before: Step | None) -> str:
    phrases = step.words.split()
    if len(phrases) > _MOST_PHRASES + (1 if step.fields or step.on is not None else 0):
        return "no command"
    if any(_ASKED_JA.search(phrase) for phrase in phrases) or _REASONED_JA.search(step.words):
        return "no command"
    if len(phrases) > 1 and sum(phrase.endswith(("に", "へ")) for phrase in phrases[:-1]) > 1:
        return "several"
    if _NUMBERED_JA.search(step.words) or _LOOSE_JA.search(step.words):
        return "no command"
    quotes = _QUOTE_JA.findall(source)
    for _, value in step.fields:
        if value in _NO_VALUE_JA or (
            isinstance(value, str) and any(quote in value and quote != value for quote in quotes)
        ):
            return "what text"
    if any(len(phrase) > 12 for phrase in phrases):
        return "no command"
    if step.fields or step.on is not None:
        return ""
    if (
        len(phrases) > 1
        and _INTO.fullmatch(phrases[-1])
        and all(phrase.endswith(("に", "へ", "さらに")) for phrase in phrases[:-1])
    ):
        return "" if _PLACES.search(step.words) else "what"
    return "what" if before is None and len(phrases) == 1 and phrases[0] in _BARE_JA else ""
