# ruff: noqa: E501 - a pattern is read more easily in one line
"""Instructions that are a row of simple acts: click this, enter that into there, tick these, then submit.

What a clause names is looked up on the page as it is when its turn comes, since each act may change it.
"""

from __future__ import annotations

import re

from deskhand.models.local.hand import Refused, Stuck
from deskhand.models.local.page import acts, choosing, gist, naming, referents, ticking
from deskhand.models.local.page.clause_acts import CLICK, Act, act_of
from deskhand.models.local.page.doings import ASIDE, doing
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.phrases import plain
from deskhand.models.local.page.skills import Skill, lists
from deskhand.models.local.page.told import forbidden, spread, without_asides
from deskhand.screen.geometry import Rect
from deskhand.vision.match import similarity

_MARK = "\x00"
_SPLIT = re.compile(
    r"(?:,?\s+(?:and\s+)?then\b|[.;?!]\s+|,\s+(?=(?:and\s+)?{verb}\b)|\s+and\s+(?=(?:then\s+)?{verb}\b)|,\s+then\b)".replace(
        "{verb}",
        r"(?:click|press|hit|push|tap|enter|type|write|input|select|choose|pick|check|tick|mark|uncheck|set|submit|open|find|"
        r"drag|move|scroll|copy|paste|focus|clear|expand|switch|go|fill|untick|sort|close|follow|visit|turn|toggle|enable|"
        r"disable|draw|send|right-click|double-click|hover|confirm|save|dismiss|use|give|rate|add|delete|remove|calculate|"
        r"answer|increase|decrease|adjust|change|keep|wait|log|sign|search|highlight|connect|navigate|read|count|drop|"
        r"compute|solve|work out|look|reply|forward|publish|post|follow|unfollow|like|unlike|star|block|mute|archive|replace|"
        r"check out|join|book|buy|order|say|agree|point (?:at|to|with)|hold (?:down )?the)",
    ),
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"^(?:(?:and|then|finally|afterwards|after that|next|now|once done|when done|lastly)\b,?\s+)+", re.IGNORECASE
)
_VERB = re.compile(r"\b(?:enter|type|write|choose|select|pick|click|press|tick|check|fill)\b", re.IGNORECASE)
_LISTS = re.compile(r"\b(?:list|box|menu|options|names|table|files|folder)\b", re.IGNORECASE)
_DOES = re.compile(r"[a-z-]+(?:\s|$)")
"""Names begin with a capital, a digit or a quotation mark; a verb does not."""
_ENDS = re.compile(r"\b(?:submit|press|hit|search|button|link)\b", re.IGNORECASE)


async def carry_out(pane: Pane, text: str) -> None:
    """Do each clause of ``text``. `Stuck` names the first that is not understood."""
    parts: list[str] = []
    for piece, called in pieces(spread(without_asides(text))):
        if called is not None:
            parts.append(piece)
            await called[0](pane, called[1])
            continue
        for clause in split(piece):
            parts.append(clause)
            if _LEADS.fullmatch(clause) and _BACK.search(text.partition(clause)[2]):
                pane.last = await referents.find(pane, clause) or pane.last  # "it" in what follows is that
                continue
            await _do(pane, clause)
    if pane.kept is not None:
        await _write_down(pane)
    if parts and not _ENDS.search(parts[-1]) and (name := await _sender(pane, parts[-1])) is not None:
        await pane.press(name)  # said or not, a form is sent off in the end


_LEADS = re.compile(
    r"(?:the \w+ )?\"[^\"]+\" (?:is|was|has been|can be|got|needs?|should be|looks?|has)\b[^\"]*", re.IGNORECASE
)
"""“"Fix roof" is finished.” asks for nothing, and says what “its card” is."""
_BACK = re.compile(r"\b(?:it|its|that|this)\b", re.IGNORECASE)
_SENDERS = ("Submit", "Save", "Apply", "Done", "Confirm", "Update", "Save changes")


async def _sender(pane: Pane, last: str) -> str | None:
    """What sends a form off, said or not; only a wish that set something is about a form."""
    names = (
        _SENDERS
        if re.match(
            r"(?:set|turn|switch|tick|check|untick|uncheck|choose|select|pick|enter|type|fill|change|enable|disable|write|put)\b",
            last,
            re.I,
        )
        else _SENDERS[:1]
    )
    faces = [thing.text.strip() for thing in await pane.things("button")]
    if await pane.button("Submit") is not None:
        return "Submit"
    return next((name for name in names if name in faces), None)


_LAST = re.compile(
    rf"(?:^|\b(?:and|then)\s+|,\s*){CLICK}\s+(?:the\s+)?(?P<name>\"[^\"]+\"|[A-Z][\w ]*?)(?:\s+button)?[.!]?$"
)


async def finish(pane: Pane, text: str) -> None:
    """The button that the wish names last, where a skill stopped short of it."""
    found = _LAST.search(text)
    if found is None or found.start() == 0:
        return
    button = await pane.button(found["name"].strip('"'))
    box = button if button is None or isinstance(button, Rect) else button.box
    if box is not None and (pane.hand.clicked is None or not box.grow(8).contains(pane.hand.clicked)):
        await pane.click(box, f"Click {found['name']}.")


async def _write_down(pane: Pane) -> None:
    """What was reckoned and never asked for again is the answer: into the only empty field, or the button that says it."""
    told = pane.kept or ""
    pane.kept = None
    empty = [field for field in await pane.things("field", "area") if not field.text]
    if empty:
        await pane.fill(empty[-1], told)
    else:
        await pane.press(told)


def pieces(text: str) -> list[tuple[str, tuple[Skill, re.Match[str]] | None]]:
    """``text`` as runs of simple acts and, between them, what `doings` knows: the shortest stretch first."""
    hidden, kept = _hide(text)
    edges = [(0, 0), *((found.start(), found.end()) for found in _SPLIT.finditer(hidden)), (len(hidden), len(hidden))]
    found: list[tuple[str, tuple[Skill, re.Match[str]] | None]] = []
    loose: int | None = None
    index, last = 0, len(edges) - 1
    while index < last:
        for end in range(index + 1, min(last, index + 3) + 1):
            part = _show(hidden[edges[index][1] : edges[end][0]], kept).strip(" .,")
            called = doing(_JOINT.sub("", part))
            if called is not None:
                if loose is not None:
                    found.append((_show(hidden[edges[loose][1] : edges[index][0]], kept), None))
                    loose = None
                found.append((part, called))
                index = end
                break
        else:
            loose = index if loose is None else loose
            index += 1
    if loose is not None:
        found.append((_show(hidden[edges[loose][1] :], kept), None))
    return found


def begins_with_a_doing(text: str) -> bool:
    found = pieces(text)
    return bool(found) and found[0][1] is not None and found[0][1][0] not in ASIDE


def _hide(text: str) -> tuple[str, list[str]]:
    """With marks in place of what is quoted."""
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[0])
        return f"{_MARK}{len(kept) - 1}{_MARK}"

    return re.sub(r"\"[^\"]*\"", keep, text), kept


def _show(hidden: str, kept: list[str]) -> str:
    return re.sub(rf"{_MARK}(\d+){_MARK}", lambda m: kept[int(m[1])], hidden)


def split(text: str) -> list[str]:
    """The clauses, quoted texts kept whole."""
    hidden, kept = _hide(text)
    parts = [piece for part in _SPLIT.split(hidden) for piece in _pairs(part.strip(" .,"))]
    restored = [_show(part, kept) for part in parts]
    restored = _joined(restored)
    bare = [_JOINT.sub("", part) for part in restored]
    return _same_verb([plain(part) if _is_polite(part) else part for part in bare if part])


def _same_verb(parts: list[str]) -> list[str]:
    """“Choose Red, then Small”: a name alone is for the verb before it."""
    whole: list[str] = []
    for part in parts:
        verb = (
            re.match(r"(?:choose|select|pick|click(?: on)?|press|tap|tick|check|open|push)\b", whole[-1], re.I)
            if whole
            else None
        )
        if verb and len(part.split()) <= 4 and not _DOES.match(part) and act_of(part) is None and doing(part) is None:
            part = f"{verb[0]} {part}"
        whole.append(part)
    return whole


def _pairs(part: str) -> list[str]:
    """“Fill in Name with … and City with …” is two acts."""
    found = re.match(r"(?:fill(?:\s+(?:in|out))?|enter|type|write|input|put)\s+", part, re.IGNORECASE)
    pieces = re.split(r",\s*(?:and\s+)?|\s+and\s+", part[found.end() :]) if found else []
    if len(pieces) < 2 or not all(re.search(r"\s(?:with|as|into|in)\s", piece) for piece in pieces):
        return [part]
    return [f"{found[0]}{piece}" for piece in pieces] if found else [part]


_WHERE = re.compile(
    r"(?:in|on|under|inside|within) (?:the )?(?:(?:tab|section|panel|page|menu|view|folder) (?P<name>\"[^\"]+\"|[A-Z][\w ]*)|"
    r"(?P<called>\"[^\"]+\"|[A-Z][\w ]*) (?:tab|section|panel|page|view|folder))",
    re.IGNORECASE,
)


def _joined(parts: list[str]) -> list[str]:
    """“In the Name field, type …” is one act; “in the tab Account, open …” is two."""
    whole: list[str] = []
    for index, part in enumerate(parts):
        if (
            index + 1 < len(parts)
            and (place := _WHERE.fullmatch(part))
            and not re.match(r"(?:choose|select|pick|enter|type)", parts[index + 1], re.I)
        ):
            whole.append(f"click {place['name'] or place['called']}")
            continue
        if whole and re.match(r"(?:in|into|from|with) ", whole[-1], re.IGNORECASE) and not _VERB.search(whole[-1]):
            whole[-1] = f"{whole[-1]}, {part}"
        else:
            whole.append(part)
    return whole


def _is_polite(part: str) -> bool:
    return re.match(r"(?:please|kindly|could|can|would|will|i |you )", part, re.IGNORECASE) is not None


async def _do(pane: Pane, clause: str) -> None:
    """The act that the clause tells; where that comes to nothing, what is probably meant."""
    if (told := forbidden(clause)) is not None:
        what, instead = told
        pane.last = await referents.find(pane, _of_doing(what)) or pane.last
        if instead:
            await _do(pane, instead)
        return
    act = act_of(clause)
    try:
        await _carry_out(pane, clause, act)
    except Refused:
        raise
    except Stuck:
        if (
            act is not None
            and act.kind in ("select", "click", "choose", "tick", "enter")
            and await _further(pane, clause)
        ):
            await _do(pane, clause)
            return
        if act is not None and act.kind in ("enter", "submit", "clear"):
            raise
        if act is None and await _as_heard(pane, clause):
            return
        if not await gist.carry_out(pane, clause):
            raise


def _of_doing(what: str) -> str:
    """“Press Run itself” is about Run."""
    act = act_of(what)
    return re.sub(r"\s+(?:itself|yet|directly)$", "", act.what if act is not None and act.what else what)


_ONWARD = re.compile(r"(?:next|continue|next (?:step|page|question)|go on|proceed|forward|weiter)\W*", re.IGNORECASE)


async def _further(pane: Pane, clause: str) -> bool:
    """Where what is named does not show and the page goes on by a button, one step further; whether it moved."""
    button = next((b for b in await pane.things("button") if _ONWARD.fullmatch(b.text.strip())), None)
    if button is None or similarity(button.text.lower(), clause.lower()) > 0.8:
        return False
    if any(word in (w.lower() for w in re.findall(r"\w+", clause)) for word in ("next", "continue", "proceed")):
        return False
    await pane.click(button, f"Go on by “{button.text}” to where that may be.")
    return await pane.hand.took_effect()


async def _as_heard(pane: Pane, clause: str) -> bool:
    from deskhand.models.local.page.deeds import heard

    return await heard.carry_out(pane, clause)


async def _carry_out(pane: Pane, clause: str, act: Act | None) -> None:
    match act and act.kind:
        case "submit":
            if pane.kept is not None:
                await _write_down(pane)
            await pane.submit("Submit")
        case "enter" if act is not None:
            await acts.enter(pane, act.what, act.into)
        case "tick" if act is not None:
            await ticking.tick(pane, act.what)
        case "clear" if act is not None:
            await acts.clear(pane, act.what)
        case "choose" if act is not None:
            if len(naming.listed(act.what)) > 1 and _LISTS.search(act.into):
                await lists.choose_each(pane, naming.listed(act.what))
            else:
                await choosing.choose(pane, act.what, act.into)
        case "select" if act is not None:
            await acts.select(pane, act.what)
        case "click" if act is not None:
            await acts.click(pane, act.what)
        case "nothing":
            pass  # what follows says what
        case _:
            raise Stuck(f"I do not know how to do this part of what the page asks: “{clause}”.")


__all__ = ("Act", "act_of", "carry_out", "split")
