# ruff: noqa: E501 - a pattern is read more easily in one line
"""A form filled from what the wish says, whatever the order: each field asks, and the wish is looked through for its answer.

By its label in so many words, by the kind of value it wants (an amount, a mail address, a day), by the option that the wish
names, and yes or no by what the wish denies.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from deskhand.models.local.page.aims.likeness import has, spoken_of, words
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Sheet, Thing
from deskhand.models.local.page.skills.facts import told_of
from deskhand.screen.geometry import Rect
from deskhand.vision.scene import TextLine

_END = r"(?=$|[、。,;]|\.(?:\s|$)| and | then |で(?:す|$|[。、])|に(?:して|$)|です)"
_KINDS: tuple[tuple[str, str], ...] = (
    (
        r"金額|価格|値段|amount|price|cost|sum|予算|budget",
        r"[¥￥$€£]?\s?(?P<v>\d[\d,]*(?:\.\d+)?)\s?(?:円|€|\$|euros?|dollars?|pounds?|kr)|[¥￥$€£]\s?(?P<w>\d[\d,]*(?:\.\d+)?)",
    ),
    (r"e-?mail|メール", r"(?P<v>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"),
    (r"phone|mobile|tel|電話|携帯", r"(?P<v>\+?\d[\d ()-]{6,}\d)"),
    (r"post ?code|zip|郵便", r"〒?(?P<v>\d{3}-\d{4}|\d{5}|[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2})"),
    (
        r"人数|名様|people|guests|persons|party|seats|tickets|枚数",
        r"(?P<v>\d+)\s?(?:人|名|枚|people|persons|guests|adults|of us|tickets|seats)",
    ),
    (
        r"個数|数量|quantity|qty|number|count|how many|部数|冊数|copies",
        r"(?P<v>\d+)\s?(?:個|つ|本|冊|部|箱|袋|台|点|pieces|copies|pcs|x\b|times)?",
    ),
    (r"時間|時刻|time|何時", r"(?P<v>\d{1,2}:\d{2})"),
    (r"weight|重さ|体重|kg", r"(?P<v>\d+(?:\.\d+)?)\s?(?:kg|g|キロ)"),
    (r"height|身長|cm", r"(?P<v>\d+(?:\.\d+)?)\s?(?:cm|センチ)"),
    (r"distance|距離|km", r"(?P<v>\d+(?:\.\d+)?)\s?(?:km|キロ)"),
    (r"age|年齢|歳", r"(?P<v>\d{1,3})\s?(?:歳|years? old)|aged? (?P<w>\d{1,3})"),
    (
        r"^(?:.*名前|お?名前|氏名|.*さん|(?:full |your |guest |contact )?name|who)$",
        r"(?P<v>[一-龠ァ-ヶ]{2,8})(?:さん|様|の名前|名義)|\b(?:for|name(?:d)?|called|I am|I'm|under the name(?: of)?|guest) (?P<w>(?-i:[A-Z])[\w'-]+(?: (?-i:[A-Z])[\w'-]+)*)",
    ),
)
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
    folded = _in_digits(unicodedata.normalize("NFKC", text))
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
    if len(answers) + done + len(lists) < 2 or len(answers) + done < 1:
        return done
    for thing, value in answers:
        await pane.fill(thing, value, clear=bool(thing.text) and bool(re.fullmatch(r"[\d.,:]+", thing.text)))
    done += len(answers)
    for thing in lists:
        done += await _option(pane, thing, folded)
    for thing in (await pane.sheet()).of("radio"):
        if len(thing.text) > 2 and not thing.checked and spoken_of(thing.text, folded) >= 1:
            await pane.click(thing, f"Choose “{thing.text}”.")
            done += 1
    return done


def _in_digits(text: str) -> str:
    """ "Five" as 5: lists of numbers are in digits."""
    names = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
    return re.sub(
        rf"\b(?:{'|'.join(names[1:])})\b", lambda m: str(names.index(m[0].lower()) + 1), text, flags=re.IGNORECASE
    )


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


def answer(label: str, text: str) -> str | None:
    """What ``text`` says for a field of that label."""
    asked = unicodedata.normalize("NFKC", label).strip(" :*・")
    if not asked or len(asked) > 40:
        return None
    core = re.escape(re.sub(r"\s*[(（].*$", "", asked))
    told = re.search(
        rf"{core}\s*(?:は|を|が|には?|[:=]|is|as|to|with|should be)\s*(?:「(?P<q>[^」]+)」|\"(?P<p>[^\"]+)\"|(?P<v>[^、。,;\"「]+?){_END})",
        text,
        re.IGNORECASE,
    )
    if told is not None:
        return (told["q"] or told["p"] or told["v"]).strip()
    plainly = re.search(rf"\b{core}:? (?P<v>(?-i:[A-Z\d])[\w'-]*(?: (?-i:[A-Z])[\w'-]+)*)", text, re.IGNORECASE)
    if plainly is not None and asked.isascii():
        return plainly["v"]
    for kind, value in _KINDS:
        if re.search(kind, asked, re.IGNORECASE) and (found := re.search(value, text, re.IGNORECASE)) is not None:
            groups = found.groupdict()
            return str(groups.get("v") or groups.get("w")).replace(",", "" if "金額" in kind else ",").strip()
    return told_of(asked, text)


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


__all__ = ("answer", "fill", "questions")
