"""Conditions and repetition."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from deskhand.models.local.skills.paths import path_of
from deskhand.models.local.steps import IfShown, IfValue, Read, Ref, Step, Tell, Until
from deskhand.models.local.understand.acts import places
from deskhand.models.local.understand.acts.conditions import Compared, Shown, condition
from deskhand.models.local.understand.acts.desk import Desk, Made
from deskhand.models.local.understand.acts.form import Act
from deskhand.models.local.understand.acts.limits import unlimited
from deskhand.models.local.understand.acts.running import job
from deskhand.models.local.understand.acts.targets import cell
from deskhand.models.local.understand.acts.words import bare, is_it
from deskhand.models.local.understand.shell.things import quoted

Run = Callable[[Desk, Sequence[Act]], None]


def if_(desk: Desk, act: Act, run: Run) -> None:
    unlimited(desk, act)
    words = desk.text(act.args.get("condition"), "condition")
    if act.then and not act.otherwise and _STATE.search(words) and all(one.name in _IDEMPOTENT for one in act.then):
        run(desk, act.then)  # “if it is ticked, untick it”: the step looks for itself
        return
    if act.then and not act.otherwise and _ABSENT.search(words) and all(one.name == "make_folder" for one in act.then):
        _made_if_absent(desk, act, words, run)
        return
    if (found := _IT_IS.fullmatch(words.strip())) is not None and (at := _cell_of(act.then)):
        words = f"{at} is empty" if found["empty"] or found["empty_ja"] else words
    asked = condition(desk, words)
    then, otherwise = _inside(desk, act.then, run), _inside(desk, act.otherwise, run)
    desk.cell = ""
    if not then and not otherwise:
        raise desk.fail("condition")
    match asked:
        case Shown(what, shown):
            desk.add(IfShown(what, then, otherwise) if shown else IfShown(what, otherwise, then))
        case Compared(value, how, to, so):
            desk.add(IfValue(value, how, to, then, otherwise) if so else IfValue(value, how, to, otherwise, then))


_IT_IS = re.compile(
    r"(?:(?:if\s+)?(?:it|that)(?:'s|\s+is)\s+(?P<empty>empty|blank)|(?:そこが)?(?P<empty_ja>空|空欄|空っぽ)(?:なら|だったら|の場合)?)",
    re.I,
)


_ABSENT = re.compile(r"\b(?:no|not|isn't|doesn't|missing|without)\b|n't\b|な(?:けれ|かった|い)|無", re.I)
_CALLED = re.compile(
    r"(?:called|named)\s+(?P<en>\S+)|(?:no|the)\s+(?:folder\s+)?(?P<en2>[A-Z]\S*)(?:\s+folder)?|[「『](?P<ja>[^」』]+)[」』]",
    re.I,
)


def _made_if_absent(desk: Desk, act: Act, words: str, run: Run) -> None:
    """“if there is no folder called Backup, make one”: made so that nothing happens where it is there."""
    for one in act.then:
        name = one.args.get("name")
        if not isinstance(name, str) or is_it(name) or re.fullmatch(r"one|a\s+new\s+one|それ", name):
            found = _CALLED.search(words) or _CALLED.search(desk.wish)
            if found is None:
                raise desk.fail("condition", words)
            name = found["en"] or found["en2"] or found["ja"]
        desk.act = one
        place = places.folder(one.words("folder")) if one.words("folder") else ""
        folder = place or desk.folder
        job(desk, f"mkdir -p {quoted(path_of(bare(name), folder or 'shared'))}")
        desk.leave(Made("folder", name=bare(name), folder=folder))


def _cell_of(acts: Sequence[Act]) -> str:
    return next((at for act in acts if (at := cell(act.words("control") or act.words("where")))), "")


_STATE = re.compile(
    r"\b(?:tick|check|select|on|off|enabled|disabled|hidden|locked)(?:ed)?\b|チェック|オン|オフ|有効|無効|外れ|隠れ",
    re.I,
)
_IDEMPOTENT = frozenset(("check", "uncheck", "setting"))
"""Acts that do nothing where it is so already."""


def until(desk: Desk, act: Act, run: Run) -> None:
    unlimited(desk, act)
    asked = condition(desk, desk.text(act.args.get("condition"), "loop"))
    last = desk.steps[-1] if desk.steps else None
    steps = _inside(desk, act.do, run)
    if not steps:
        raise desk.fail("loop")
    if isinstance(asked, Shown):
        desk.add(Until(asked.what, steps, asked.shown))
        return
    if not isinstance(last, Read) or not asked.so:
        raise desk.fail("loop")
    desk.steps.pop()
    desk.sources.pop()
    desk.add(Until(last.what, steps, how=asked.how, to=asked.to))  # read anew in each round


def _inside(desk: Desk, acts: Sequence[Act], run: Run) -> tuple[Step, ...]:
    """The steps of a block."""
    steps, sources, after = desk.steps, desk.sources, desk.after
    desk.steps, desk.sources = [], []
    try:
        run(desk, acts)
        if acts and acts[-1].name == "read" and isinstance(last := desk.steps[-1] if desk.steps else None, Read):
            desk.add(Tell((Ref(last.store),)))  # what is only read would be for nobody
        return tuple(desk.steps)
    finally:
        desk.steps, desk.sources, desk.after = steps, sources, after
