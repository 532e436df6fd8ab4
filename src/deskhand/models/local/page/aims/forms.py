# ruff: noqa: E501 - a pattern is read more easily in one line
"""A form filled from what the wish says, whatever the order: each field asks, and the wish is looked through for its answer.

By its label in so many words, by the kind of value it wants (an amount, a mail address, a day), by the option that the wish
names, and yes or no by what the wish denies.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from deskhand.models.local.page.aims.acts import acts_in
from deskhand.models.local.page.aims.answers import KINDS, answer, in_digits
from deskhand.models.local.page.aims.likeness import has, spoken_of, words
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Sheet, Thing
from deskhand.screen.geometry import Rect
from deskhand.vision.scene import TextLine

_NO = re.compile(
    r"なし|無し|ない|ません|いいえ|不要|ず(?:、|$)|\b(?:no|not|never|without|none|don't|doesn't|isn't|haven't|hasn't|can't|neither|nor)\b",
    re.IGNORECASE,
)
_YES_OPTION = re.compile(r"^(?:はい|ある|あり|有|有り|いる|必要|希望する|yes|true|i do|agree|○)$", re.IGNORECASE)
_NO_OPTION = re.compile(r"^(?:いいえ|ない|なし|無|無し|いない|不要|希望しない|no|false|i don't|×)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with two answers."""

    question: TextLine
    yes: Rect
    no: Rect


async def fill(pane: Pane, text: str) -> int:
    """How many fields, lists and questions were answered from ``text``."""
    folded = in_digits(unicodedata.normalize("NFKC", text))
    parts = [part for part in re.split(r"[、。,;]|\.\s|\band\b|\bbut\b", folded) if part.strip()]
    done = 0
    answered: set[str] = set()
    for _ in range(12):
        open_ones = [each for each in questions(await pane.sheet()) if each.question.text not in answered]
        rated = [(_about(each.question.text, part), each, part) for each in open_ones for part in parts]
        best = max(rated, key=lambda one: one[0], default=None)
        if best is None or best[0] < 0.3:
            break
        _, asked, part = best
        answered.add(asked.question.text)
        denied = _NO.search(part) is not None
        before = await pane.sheet()
        await pane.click(asked.no if denied else asked.yes, f"Answer “{asked.question.text}”.")
        done += 1
        if await pane.hand.took_effect() and not denied:
            await _further(pane, before, part, asked.question.text)
    sheet = await pane.sheet()
    answers = [(thing, value) for thing in _fields(sheet) if (value := answer(_asks(sheet, thing), folded)) is not None]
    lists = [thing for thing in sheet.of("select") if thing.text]
    marks = [thing for thing in sheet.of("radio") if len(thing.text) > 2 and spoken_of(thing.text, folded) >= 1]
    if len(answers) + done + len(lists) + len(marks) < 2 or len(answers) + done < 1:
        return done
    for thing, value in answers:
        await pane.fill(thing, value, clear=bool(thing.text) and bool(re.fullmatch(r"[\d.,:]+", thing.text)))
        await _suggested(pane, thing, value)
    done += len(answers)
    for thing in lists:
        done += await _option(pane, thing, folded)
    done += await _named_options(pane, folded)
    for thing in (*(await pane.sheet()).of("radio"), *_pills(await pane.sheet())):
        if (
            2 < len(thing.text) < 20
            and not thing.checked
            and not acts_in(thing.text)
            and spoken_of(thing.text, folded) >= 1
        ):
            await pane.click(thing, f"Choose “{thing.text}”.")
            done += 1
    return done


async def _suggested(pane: Pane, field: Thing, value: str) -> None:
    """The suggestion that opens under a field for what was typed."""
    await pane.hand.took_effect()
    below = Rect(field.box.x - 10, field.box.bottom, field.box.width + 40, int(14 * (await pane.sheet()).unit))
    changes = [box for box in (await pane.hand.view()).changes if box.intersect(below) and box.height > 10]
    shown = [line for line in await pane.lines() if below.contains(line.box.center) and changes]
    named = [line for line in shown if line.text.strip().lower().startswith(value.lower()) and line.text != field.text]
    if named and any(box.contains(named[0].box.center) for box in changes):
        await pane.click(named[0].box, f"Take the suggestion “{named[0].text}”.")


def _pills(sheet: Sheet) -> list[Thing]:
    """Small faces side by side, one of which is taken: "Return" and "One way"."""
    faces = [
        thing for thing in sheet.of("button", "field", "shape") if thing.text and thing.box.height < 2.6 * sheet.unit
    ]
    return [
        one for one in faces
        if any(two is not one and abs(two.box.y - one.box.y) < 4 and two.box.height == one.box.height
               and 0 < max(one.box.x, two.box.x) - min(one.box.right, two.box.right) < 2 * sheet.unit for two in faces)
    ]  # fmt: skip


async def _named_options(pane: Pane, text: str) -> int:
    """Options of several words that the wish has word for word: "One way"."""
    done = 0
    held = [field.box for field in _fields(await pane.sheet())]
    for line in await pane.lines():
        told = len(line.text.split()) > 1 and len(line.text) < 20 and spoken_of(line.text, text) > 1.1
        if told and not acts_in(line.text) and not any(box.contains(line.box.center) for box in held):
            await pane.click(line.box, f"Choose “{line.text}”.")
            done += 1
    return done


def _fields(sheet: Sheet) -> list[Thing]:
    return [
        thing for thing in sheet.of("field", "area")
        if thing.box.height < 8 * sheet.unit and len(thing.text) < 40 and thing.box.width > 2.5 * sheet.unit
        and sum(thing.box.contains(line.box.center) for line in sheet.lines) < 2
    ]  # fmt: skip


def _asks(sheet: Sheet, thing: Thing) -> str:
    """What a field asks for: its hint, else its label."""
    hint = thing.text.strip()
    return hint if re.search(r"[^\W\d_]{2}", hint) else _label(sheet, thing)


def _label(sheet: Sheet, thing: Thing) -> str:
    """What stands before a field in its row, however far off, if nothing else is nearer; else over it."""
    label, before = sheet.label(thing.box), sheet.beside(thing.box, right=False)
    far = before is not None and thing.box.x - before.box.right < 40 * sheet.unit
    return label or (before.text.strip(" :") if far and before is not None else "")


def questions(sheet: Sheet) -> list[Asked]:
    """Questions with a yes and a no close under or beside them."""
    faces = [
        (thing.text.strip(), thing.box) for thing in sheet.of("button", "field", "radio", "card", "shape") if thing.text
    ]
    faces += [(line.text.strip(), line.box) for line in sheet.lines]
    found: list[Asked] = []
    for text, box in faces:
        if not _YES_OPTION.match(text):
            continue
        partner = [
            other
            for label, other in faces
            if _NO_OPTION.match(label) and abs(other.center.y - box.center.y) < sheet.unit
        ]
        if not partner:
            continue
        no = min(partner, key=lambda other: abs(other.x - box.x))
        over = [
            line for line in sheet.lines
            if -0.6 * sheet.unit <= box.center.y - line.box.center.y < 5 * sheet.unit and line.box.x < box.right
            and not _YES_OPTION.match(line.text.strip()) and not _NO_OPTION.match(line.text.strip())
        ]  # fmt: skip
        question = max(over, key=lambda line: line.box.y, default=None)
        if question is not None and not any(each.question is question for each in found):
            found.append(Asked(question, box, no))
    return found


def _about(question: str, part: str) -> float:
    """How much of a question's words a part of the wish has."""
    own = [word for word in words(question) if word not in ("現在", "今", "ありますか", "あり")]
    if not own:
        return 0.0
    return sum(has(part, word) for word in own) / len(own) + 0.2 * (spoken_of(question, part) > 0.5)


async def correct(pane: Pane, text: str) -> int:
    """How many fields were given another value of the same kind: the number that the wish tells for the one that is held."""
    folded = unicodedata.normalize("NFKC", text)
    done = 0
    for thing in _fields(await pane.sheet()):
        label = _label(await pane.sheet(), thing)
        for kind, value in KINDS[1:4]:
            held = re.fullmatch(value, thing.text.strip(), re.IGNORECASE) or re.search(kind, label, re.IGNORECASE)
            told = re.search(value, folded, re.IGNORECASE)
            if held is not None and told is not None and told["v"] != thing.text.strip():
                await pane.fill(thing, told["v"], clear=True)
                done += 1
                break
    return done


async def _further(pane: Pane, before: Sheet, part: str, question: str) -> None:
    """A field that the answer opened wants to know which."""
    sheet = await pane.sheet()
    old = [thing.box for thing in _fields(before)]
    fresh = [
        thing
        for thing in _fields(sheet)
        if not any(abs(thing.box.y - box.y) < 6 and abs(thing.box.x - box.x) < 6 for box in old)
    ]
    empty = [thing for thing in fresh if not thing.text or re.search(r"[^\W\d_]{2}", thing.text)]
    rest = [word for word in words(part) if not has(question, word)]
    if empty and rest and len(fresh) <= len(old) + 2:
        await pane.fill(empty[0], rest[0])


async def _option(pane: Pane, thing: Thing, text: str) -> int:
    """The option of a list that the wish names, if the list has it: 1, else 0."""
    before = {(line.text, line.box.x // 8, line.box.y // 8) for line in await pane.lines()}
    held = [field.box for field in _fields(await pane.sheet())]
    await pane.click(thing, "Open the list.")
    await pane.hand.took_effect()
    shown = [
        line for line in await pane.lines()
        if (line.text, line.box.x // 8, line.box.y // 8) not in before and abs(line.box.x - thing.box.x) < 60
        and not any(box.contains(line.box.center) for box in held)
    ]  # fmt: skip
    wanted = answer(_label(await pane.sheet(), thing), text)
    exact = [line for line in shown if wanted is not None and line.text.strip().lower() == wanted.lower()]
    named = exact or [
        line for line in shown
        if spoken_of(line.text, text) >= 0.9 and line.text.strip() != thing.text.strip()
        and (wanted is None or not line.text.strip().isdigit())
    ]  # fmt: skip
    best = max(named, key=lambda line: (spoken_of(line.text, text), len(line.text)), default=None)
    if wanted is not None and not exact and wanted.isdigit():
        await pane.hand.type(wanted, f"Type {wanted} to choose it.")
        await pane.key("Return")
        return 1
    if best is None:
        await pane.key("Escape")
        return 0
    await pane.click(best.box, f"Choose “{best.text}”.")
    return 1


__all__ = ("correct", "fill", "questions")
