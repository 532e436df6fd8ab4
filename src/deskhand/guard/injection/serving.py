"""Does this act do what a text says? By what both name, by the words both hold, by the button the text points at.

An order that nobody follows is only text. What must be stopped is the act that serves it, and that act has to carry
what the order is about: its address, its account, its command, its button.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from deskhand.guard.injection.acts import Act
from deskhand.guard.injection.cues import ACTS, knows, speaks_to_machines
from deskhand.guard.injection.deeds import wishes
from deskhand.guard.injection.pressed import HALF, MEANS, goes_back, is_foreign, points, said
from deskhand.guard.injection.strings import EMAIL, Named, host_of, named, site_of
from deskhand.guard.injection.trusted import Trusted, content, fold

_PARTS = re.compile(r"[^\s\"'`<>]+")
BESIDE_IT = 0.5
"""How far the press of a page's button serves a text beside it that neither names it, nor the task: ‘Continue’ and its
like in all the words that stand for it."""
_RUNS = re.compile(r"[a-z0-9./:_-]{10,80}", re.ASCII)
_LOST_IN, _ALIKE = 12, 0.75
"""Letters of an address from which it is known by most of them, and how alike the two must be."""
_TYPED = 4
"""Characters from which typed words can be told apart from chance."""
_CONFIRMING = re.compile(
    r"^(?:ok|okay|yes|continue|proceed|accept|agree|allow|confirm|verify|install|download|update|submit|send|run|claim|"
    r"sign in|log ?in|unlock|"
    r"はい|続ける|続行|同意|許可|確認|送信|実行|更新|インストール|ダウンロード|ログイン)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Service:
    """How far an act serves a text, and by what."""

    degree: float
    by: str = ""


NONE = Service(0.0)


def service(
    act: Act,
    text: str,
    names: Iterable[Named],
    task: Trusted,
    *,
    near: bool = False,
    deed: bool = False,
    mild: bool = False,
) -> Service:
    """How far ``act`` does what ``text`` (which names ``names``) says and the task does not; 0 to 1.

    ``near``: whether the act is a click close to where the text stands. ``deed``: whether it does something, and does
    not only go elsewhere: a text may point at such a button, or half name it. ``mild``: whether what it is called says
    that it can be taken back: then no text is served that only stands beside it.
    """
    theirs = {name for name in names if not knows(task, name)}
    for name in act.names:
        if knows(task, name):
            continue
        if name in theirs or (
            name.kind == "host" and any(site_of(name.value) == site_of(o.value) for o in theirs if o.kind == "host")
        ):
            return Service(1.0, name.value)
        if act.address and name.kind == "host" and _garbled(act.words, text):
            return Service(0.7, name.value)
    best = NONE
    if act.words:
        best = _same_words(act.words, text, task)
    if act.label:
        best = max(best, _pointed_at(act.label, text, task, near=near, deed=deed, mild=mild), key=lambda s: s.degree)
    if (
        near
        and not mild
        and best.degree < BESIDE_IT
        and is_foreign(act, task)
        and (wishes(text) or speaks_to_machines(text))
    ):
        best = Service(BESIDE_IT, act.label)
    return best


def _same_words(words: str, text: str, task: Trusted) -> Service:
    """Typed or run words that stand in the text and not in the task."""
    mine, theirs = fold(words), fold(text)
    if len(mine) < _TYPED or mine in task.folded:
        return NONE
    if mine in theirs:
        return Service(1.0 if len(mine) > 6 else 0.7, words)
    said = content(mine) - task.words
    if len(said) >= 2 and said <= content(theirs):
        return Service(0.7, words)
    letters = _letters(mine)
    if len(letters) >= 8 and letters in _letters(theirs):  # a reader of pictures loses spaces and signs
        return Service(0.7, words)
    rare = [part for part in _PARTS.findall(mine) if len(part) >= 5 and part not in task.folded and content(part)]
    shared = [part for part in rare if part.strip(".,;:!?") in theirs]
    if rare and len(shared) >= max(2, len(rare) // 2):
        return Service(0.7, " ".join(shared))
    return NONE


def _garbled(address: str, text: str) -> bool:
    """Whether an address stands in a text as a reader of pictures gives it back who lost some of its letters."""
    letters = _letters(address.lower().partition("://")[2] or address.lower())
    runs = (_letters(run) for run in _RUNS.findall(text.lower())) if len(letters) >= _LOST_IN else ()
    return any(SequenceMatcher(None, letters, run, autojunk=False).ratio() >= _ALIKE for run in runs)


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def _pointed_at(label: str, text: str, task: Trusted, *, near: bool, deed: bool, mild: bool) -> Service:
    """A button or link that the text names, or that stands beside the text and says yes to it."""
    name, whole = fold(label), fold(text)
    if not name or len(name) > 80:
        return NONE
    asked = said(label, task)
    grave = any(ACTS[kind].search(label) and not ACTS[kind].search(task.text) for kind in _GRAVE)
    if _named_as_button(label, text):
        return Service(0.2 if asked else 0.9 if grave else 0.8, label)
    if goes_back(label):
        return NONE
    words = content(label)
    if len(words) > 1 and words <= content(text):
        return Service(0.2 if asked else 0.7, label)
    if len(name) > 2 and name in whole and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", whole):
        return Service(0.2 if asked else 0.4, label)
    if near and _CONFIRMING.match(name) and not asked and not _only_a_command(text):
        return Service(0.5, label)
    does = {kind for kind, pattern in ACTS.items() if pattern.search(label)} & _GRAVE
    wants = {kind for kind in does if ACTS[kind].search(text)}
    if near and deed and not asked and points(text, label):
        return Service(0.6, label)
    own = words - task.words - MEANS
    if deed and own and not asked and not mild and len(own & content(text)) >= HALF * len(words):
        return Service(0.5, label)
    if deed and wants and not any(ACTS[kind].search(task.text) for kind in wants):
        return Service(0.5, label)
    return NONE


def _only_a_command(text: str) -> bool:
    """Whether a text is a command line and no more: how something is installed stands beside every download."""
    line = fold(text).strip("$# \n")
    return any(name.kind == "command" and len(name.value) > len(line) - 3 for name in named(line))


def _named_as_button(label: str, text: str) -> bool:
    """Whether a text points at the thing called ``label``: in quotes, after a word for pressing, or written alike."""
    if label.strip().lower() not in text.lower():
        return False  # patterns with a label in them have to be made for each label, 0.3 ms
    name = re.escape(label.strip())
    if len(label.strip()) > 2 and any(c.isupper() for c in label) and re.search(rf"(?<!\w){name}(?!\w)", text):
        return True
    return bool(
        re.search(rf"[“\"'‘「『\[]\s*{name}\s*[”\"'’」』\]]", text, re.IGNORECASE)
        or re.search(rf"\b(?:{_PRESSING})\s(?:on\s|the\s|button\s|link\s)*{name}(?!\w)", text, re.IGNORECASE)
        or re.search(rf"{name}\s?(?:ボタン|リンク)|{name}\s?を(?:押|クリック|選|タップ)", text, re.IGNORECASE)
    )


_GRAVE = frozenset({"pay", "destroy", "send"})
_PRESSING = "click(?:ing)?|press(?:ing)?|tap(?:ping)?|hit|use|using|choose|select|push(?:ing)?|activate|tick"


def leaks(act: Act, task: Trusted, read: Iterable[Named]) -> Named | None:
    """The place that an act would send to or fetch from, if only untrusted text names it."""
    known = set(read)
    sites = {site_of(name.value) for name in known if name.kind == "host"}
    own = {site_of(name.value) for name in task.names if name.kind == "host"}
    if act.host:
        own.add(site_of(act.host))
    for name in act.names:
        if knows(task, name):
            continue
        if name.kind == "host" and site_of(name.value) in sites - own:
            return name
        if name.kind in ("email", "account", "command", "phone") and name in known:
            return name
    for match in EMAIL.finditer(act.words):
        if Named("host", host_of(match.group().partition("@")[2])) in known:
            return Named("email", match.group())
    return None
