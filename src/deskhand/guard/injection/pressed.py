"""A button that nobody asked to press: does a text that was read speak of it, or of what it does?

Four degrees. What cannot be changed back needs no wish on a page: to speak of its kind is enough. A button with a verb
of its own (‘Sync with contacts’) is named where a text holds all its words. What is half named, or only of the kind,
needs a text that wants something. And a text may point without naming (‘the second of the buttons below’).
"""

# ruff: noqa: E501
from __future__ import annotations

import re
from collections.abc import Callable

from deskhand.guard.injection.acts import Act
from deskhand.guard.injection.cues import COMMANDS, speaks_to_machines
from deskhand.guard.injection.deeds import GRAVE, Kind, asked_for, kinds_of, meant_for_another, wishes
from deskhand.guard.injection.speech import speaks
from deskhand.guard.injection.trusted import Trusted, content, fold
from deskhand.guard.interface import Consequence

_PRESSED = frozenset({"push button", "button", "toggle button", "push button menu", "menu item", "check menu item", ""})
_BUTTONS = frozenset({"push button", "button"})
"""What may do at once what it seems to open only: ‘Share calendar’ names what it is done to."""
HALF = 0.5
"""The share of a button's words that a text which wants something holds when it means that button."""
LONGEST_LABEL = 80
_ROOT = 4
"""Letters that two words of one root share."""
_SENTENCE, _SENTENCE_JA = 7, 14
"""Words, or letters of Japanese, from which a text is a sentence."""
_NUMBERED = re.compile(r"[a-z]{3,} #?\d+\W*$", re.IGNORECASE)
"""A thing that is told from others by its number."""
_LATIN = re.compile(r"[A-Za-z’']+")
_ENDS = re.compile(r"\s[·|–—-]\s|(?<=[!?;])\s|(?<=[a-z]\.)\s+(?=[A-Z])")
_QUOTED = re.compile(r"“[^”\n]{1,60}”")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|does|do|did|can|may|will|would|could|never|not|nobody|(?-i:[a-z]{3,}(?:s|ed|en)))\b",
    re.IGNORECASE,
)
MEANS = content(
    "ok next back previous show view open close search find details more menu select choose apply save go continue edit "
    "settings help refresh reload sort filter page list new add expand collapse zoom copy print scroll play login home step changes "
    "entry entries create sign log 作成 保存 閉じる 開く 次へ 戻る 検索 表示 追加 編集 完了"
)
"""Words of buttons that are means to any end: no text has to have spoken of them."""
_GENERAL = re.compile(
    r"\b(?:send|submit|post|reply|answer|confirm|save|order|buy|pay|book|apply|sign|register|add|continue|create|accept|agree)\b"
    r"|送信|投稿|確認|保存|注文|購入|支払|予約|登録|追加|同意|申し込",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"\b(?:buttons?|click\w*|press(?:ed|ing)?|tap(?:ped)?|push(?:ed)?|activat\w+)\b|ボタン|クリック|押し|タップ",
    re.IGNORECASE,
)
_BANNER = re.compile(
    r"\b(?:cookies?|consent|privacy|newsletter|notifications?|offers?)\b|クッキー|プライバシー", re.IGNORECASE
)
"""What one only wants out of the way: whoever declines it serves nobody."""
_COOKIES = re.compile(r"\bcookies?\b|クッキー", re.IGNORECASE)
_NAME = re.compile(r"\s([A-Z][a-z]+)\b(?!\s+(?:button|link))")
_BACK = re.compile(r"\W*(?:(?:go )?back\b|return to\b|previous\b)|.{0,12}(?:戻る|もどる)$", re.IGNORECASE)
_ON = re.compile(
    r"(?:continue|proceed|go(?: on)?|next|on)(?: (?:to|with)\b.*)?\W*|.*[にへ](?:進む|すすむ|移る|移動する?)",
    re.IGNORECASE,
)
"""A button that says only that it goes on, and where to."""
_WORD_JA = re.compile(r"[\u4e00-\u9fff々]+|[ァ-ヶー]+")
"""Of Japanese the words that carry its meaning: what stands between them are particles and endings."""
_JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_SAYS_JA = re.compile(r"[ぁ-ん][るたいうくすつぬぶむねよん]|[ぁ-ねは-ん][^ぁ-ん・｜|]*(?:[。！]|$)|[てで]")
"""What says something in Japanese: a row of a table (‘8:21 → 8:52 出発 到着’) and a heading (パスワードの変更) only name
things."""
_VERB_JA = re.compile(r"(?:する|[いきしちにりげべけめせてれえねる]る|[うくすつぬぶむる])$")


def pressing(
    act: Act,
    does: Consequence,
    task: Trusted,
    *,
    asked: bool = False,
    guessed: bool = False,
    mild: bool = False,
    opens: bool = False,
) -> Callable[[str], str] | None:
    """What a text would have to say for this press to serve it; None where the press matters to nobody, or was asked
    for. ``does``: the worst that it would do; ``guessed``: which is only what the reader of labels takes it for;
    ``mild``: what it is called is known to go about, to edit or to keep: then a text has to name it; ``opens``: all
    that it does is to open a field or a form."""
    label = act.label.replace("_", " ")
    if len(label) > LONGEST_LABEL or said(label, task):
        return None
    grave = (does in GRAVE or (asked and bool(act.label))) and act.way != "tool"
    named = act.role in _PRESSED or act.way == "tool" or act.ticks
    if not (grave or (named and label)):
        return None
    kinds = list(kinds_of(label, does))
    own = content(label) - task.words
    head = content(label.partition(" ")[0])
    specific = own - MEANS
    if specific and head <= MEANS:
        specific |= head  # ‘Copy link’ is not meant by whoever speaks of a link
    if asked_for(label, does, task.text) or about_the_same(label, does, task):
        return _another_of_the_kind(label, own, kinds) if grave or act.ticks else None
    foreign = is_foreign(act, task)
    final = bool(kinds) and all(kind.consequence in ("delete", "pay") for kind in kinds)
    japanese = [word for word in _WORD_JA.findall(label) if len(word) > 1]
    shows = does == "navigate" and head <= MEANS and not foreign
    if not grave and ((not kinds and not specific) or shows or goes_back(label)):
        return None
    of_kind = not guessed or any(kind.label.search(label) for kind in kinds)
    bare_kind = grave and of_kind and (bool(act.host) or act.way != "click")
    ends = any(kind.consequence in ("delete", "pay") for kind in kinds)  # かごを空にする
    slight = opens and len(specific) < 2  # *Reply*, *Share*: every page of letters speaks of that
    verb = _begins_as_command(label) and not (head and head <= MEANS)
    numbered = _NUMBERED.search(label) is not None
    lettered = frozenset(word for word in own if not word.isdigit())  # ‘Star message 2’, and ‘1–2 of 2’

    def says(text: str) -> bool:
        """A single word of a label stands in many a row: 最終変更 2025年3月 has nobody press 変更."""
        return speaks(text, _SENTENCE, _SENTENCE_JA) if len(japanese) < 2 else _SAYS_JA.search(text) is not None

    def serves(text: str) -> str:
        if meant_for_another(label, text):
            return ""  # ‘use the “add” button’ wants nothing of any other
        theirs = content(text)
        both = frozenset(word for word in specific if word in theirs or _of_one_root(word, theirs))
        shared = len(both)
        half = shared >= HALF * len(specific) and (
            shared > 1 or bool(both & head - MEANS) or any(w.isdigit() for w in both)
        )
        only_number = not grave and numbered and not both & head  # *Flag question 3*, beside ‘Question 3: … you should’
        of_it = any(kind.text.search(text) for kind in kinds)
        wants = wishes(text) or speaks_to_machines(text)
        tells = wants or _tells(text)  # ‘Refund of $64 to Visa’ only names what there is: no row or heading asks
        if slight and not (points(text, label) or speaks_to_machines(text)):
            return ""
        if does == "navigate" and _BANNER.search(text):
            return ""
        if _COOKIES.search(text) and not (wants or both or does == "accept"):
            return ""  # ‘cookies that serve what is published beside it’ has nobody share the article
        named = (grave and tells and (of_it or shared > 1)) or (
            verb and does != "navigate" and (len(specific) > 1 or tells)
        )  # ‘£55 or nearest offer’ asks for none
        if specific and shared == len(specific) and (wants or named):
            return label
        if foreign and (whole(label, text) or (wants and half and lettered & both and not only_number)):
            return label  # whatever it is taken for
        if foreign and most(label, text, of_its_verb=grave) and (wants or (grave and says(text))):
            return label
        if foreign and _tells(text) and _holds_most(label, text, both & lettered, specific):
            return label  # *Open my plot to visitors*, where ‘plots that visitors walk through are watered for nothing’
        if foreign and of_it and final and (lettered & both or any(word in text for word in japanese)):
            return label  # ‘nobody needs photos of two years ago’, and 古い写真を片付ける
        if foreign and speaks_to_machines(text) and (points(text, label) or lettered & both):
            return label  # ‘to keep your assistant connected, use the button’
        if act.leads:
            return ""
        if does == "navigate":
            return label if act.role in _BUTTONS and len(content(label)) > 1 and of_it and wants else ""
        if specific and half and (wants or (grave and tells)) and not only_number:
            return label
        if (mild and not ends) or (act.ticks and not grave):
            return ""  # a box is meant by its words: forms are full of texts about what their boxes are about
        if (of_it and (wants or (bare_kind and tells))) or (lettered & theirs and wants and (kinds or grave)):
            return label or does
        return label if grave and act.way != "key" and wants and points(text, label) else ""

    return serves


def is_foreign(act: Act, task: Trusted) -> bool:
    """Whether a button of a page is pressed that the task has no word for."""
    label = act.label.replace("_", " ")
    return bool(act.host) and act.role in _BUTTONS and not of_the_task(label, task)


def of_the_task(label: str, task: Trusted) -> bool:
    """Whether the person may have meant a button: they named it or most of its words, or it is a means to any end."""
    japanese = _WORD_JA.findall(label)
    words = frozenset(japanese) if japanese else content(label) - MEANS
    shared = [word for word in words if word in task.text] if japanese else words & task.words
    return content(label) <= MEANS or len(shared) > HALF * len(words) or goes_back(label) or said(label, task)


def whole(label: str, text: str) -> bool:
    """Whether a sentence holds all of a label of several words as it is written, and says more: a name in quotes before
    a colon is what another control is about."""
    name, said_there = fold(label), fold(text)
    if len(_WORD_JA.findall(name)) < 2 and " " not in name:
        return False
    rest = said_there.replace(name, " ", 1)
    return rest != said_there and (len(re.findall(r"\w+", rest)) > 2 or _JAPANESE.search(rest) is not None)


def most(label: str, text: str, *, of_its_verb: bool = False) -> bool:
    """Whether a text holds most words of a Japanese label, two at least: 役員を引き受ける, 役員が決まりません…引き受けて.
    ``of_its_verb``: the verb is enough, which stands last: この句を推薦, 推薦した人だけが…."""
    words = _WORD_JA.findall(label)
    if of_its_verb and words and len(words[-1]) > 1 and words[-1] in text:
        return True
    shared = [word for word in words if word in text]
    return len(words) > 1 and len(shared) > 1 and len(shared) >= HALF * len(words)


def _holds_most(label: str, text: str, both: frozenset[str], specific: frozenset[str]) -> bool:
    """Whether a text holds two words at least of a label, and half of them: no chance, where it tells something. Of
    Japanese only labels that end in a verb: 花を手向けた方 is a list of people."""
    if _JAPANESE.search(label):
        return _VERB_JA.search(label) is not None and most(label, text)
    return len(both) > 1 and len(both) >= HALF * len(specific)


def _tells(text: str) -> bool:
    """Whether a text is a sentence, and no name, row or heading: one that wants nothing in so many words may be
    obeyed all the same. Of 25 plain statements of this kind eight were, while only wishes counted."""
    if _JAPANESE.search(text):
        return _SAYS_JA.search(text) is not None and len(text) >= _SENTENCE_JA
    parts = _ENDS.split(_QUOTED.sub(" ", text))
    return any(len(_LATIN.findall(part)) >= _SENTENCE and _FINITE.search(part) is not None for part in parts)


def points(text: str, label: str) -> bool:
    """Whether a text tells to press something which may be called ``label``: ‘Tap Masters’ names another thing."""
    for match in _POINTS.finditer(text):
        name = _NAME.match(text, match.end())
        if name is None or fold(name[1]) in fold(label) or not match.group().istitle():
            return True
    return False


def goes_back(label: str) -> bool:
    return _BACK.match(label) is not None


def goes_on(label: str) -> bool:
    return _ON.fullmatch(label.strip()) is not None


def _of_one_root(word: str, others: frozenset[str]) -> bool:
    """‘leader’ and ‘leads’, ‘tracking’ and ‘tracks’: one begins as the other does, and is not much longer."""
    return any(
        len(short) >= _ROOT and long.startswith(short) and len(long) - len(short) <= 3
        for short, long in (sorted((word, other), key=len) for other in others)
    )


def _begins_as_command(label: str) -> bool:
    first = fold(label).partition(" ")[0]
    return first in COMMANDS or _VERB_JA.search(label) is not None


def _another_of_the_kind(label: str, own: frozenset[str], kinds: list[Kind]) -> Callable[[str], str] | None:
    """The task asks to send, and this forwards the mailbox: where a text names the button, verb and thing, it is not
    what the person meant. Buttons that do just what was asked for are called in general words."""
    verb = content(" ".join(match.group() for kind in kinds for match in kind.label.finditer(label)))
    rest = own - verb
    if not rest or _GENERAL.search(label):
        return None
    named = rest | (verb & own)
    return lambda text: label if named <= content(text) and wishes(text) else ""


def about_the_same(label: str, does: Consequence, task: Trusted) -> bool:
    """Whether the button and the task name the same things, though the verb is another: ‘get me on the waiting list’
    asks for ‘Join waiting list’. Not for what deletes or pays: the task may speak of the thing for its own sake."""
    words, first = content(label), fold(label).partition(" ")[0]
    if first in _SMALL_VERBS and first not in re.findall(r"\w+", task.folded):
        return False
    shared = words & task.words
    if does in ("delete", "pay") or len(shared) < HALF * len(words) or not shared:
        return False
    if len(shared) > 1:
        return True
    # ‘Blank this page’ is not what whoever asks for another page means, nor is ‘Give up plot’ about the plot.
    head = content(label.partition(" ")[0])
    return (
        head <= task.words | MEANS
        and not shared <= MEANS
        and not any(kind.label.search(label) for kind in kinds_of(label, does))
    )


_SMALL_VERBS = frozenset(
    ["give", "get", "make", "let", "put", "take", "turn", "set", "go", "do", "hand", "keep", "have", "say", "tell"]
)
"""Verbs so common that they tell nothing in a sentence; of a button they say what it does."""


def said(label: str, task: Trusted) -> bool:
    """Whether the person named the button itself."""
    if len(label) > 2 and fold(label) in task.folded:
        return True
    words, first = content(label), fold(label).partition(" ")[0]
    if first in _SMALL_VERBS and first not in re.findall(r"\w+", task.folded):
        return False
    return bool(words) and words <= task.words
