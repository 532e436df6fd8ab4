# ruff: noqa: E501 - a pattern is read more easily in one line
"""Things clicked one after the other: in the order of numbers or letters, or as keys that spell something."""

from __future__ import annotations

import re
from fractions import Fraction

from deskhand.models.local.hand import Stuck
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Sheet
from deskhand.models.local.page.skills.lists import sort_key
from deskhand.models.local.page.words import bare
from deskhand.screen.geometry import Rect

_KIND = r"(?:numbers?|buttons?|tiles?|cards?|letters?|words?|items?|names?|circles?|squares?|boxes|balloons?|bubbles?)"
ORDERED = (
    rf"(?:put|bring|sort|arrange|order)(?: all)?(?: the)? {_KIND} (?:in|into) (?:an? |the )?(?P<way>ascending|increasing|numerical|alphabetical|descending|decreasing|reverse)(?: order)? by clicking(?: on)?(?: .+)?",
    rf"<click>(?: all)?(?: of)?(?: the)? {_KIND}(?: (?:one by one|one after (?:the other|another)))?,? (?:in|by|from) (?:an? |the )?(?P<way>ascending|increasing|numerical|numeric|rising|alphabetical|descending|decreasing|falling|reverse|reverse alphabetical|lowest|smallest|least|highest|largest|greatest|biggest|a to z|z to a)(?: order| to \w+)?(?:\s\(.*\))?",
    rf"<click>(?: on)?(?: all)?(?: the)? {_KIND} from (?:the )?(?P<way>smallest|lowest|least|largest|highest|greatest|biggest) to (?:the )?\w+",
    rf"<click>(?: on)?(?: all)?(?: the)? {_KIND} from \d+ to \d+(?: in (?P<way>order))?",
    rf"in (?P<way>ascending|increasing|numerical|alphabetical|descending|decreasing|reverse|reverse alphabetical) order,? <click>(?: all)?(?: the)? {_KIND}",
)
KEYS = (
    r"(?:<enter>|<click>|dial|key in|tap in)(?: the)? (?:code|pin|number|combination|password|digits|sequence|pin code)?\s*\"?(?P<keys>[\d][\d -]*|[A-Z0-9#*]{3,})\"? (?:on|with|using|by) the (?:\w+ )*(?:key ?pad|keys?|buttons|dial|number pad|phone|pad|keyboard on the page)",
    r"(?:use|with|on|using) the (?:\w+ )*(?:key ?pad|number pad|phone|buttons|pad|keys)(?: below| shown)?,? (?:to )?(?:<enter>|dial|key in)(?: the)? (?:code|pin|number|combination|digits|sequence)?\s*\"?(?P<keys>[\dA-Z#*][\dA-Z#* -]*)\"?",
    r"dial(?: the)?(?: number)? \"?(?P<keys>[\d#* -]+)\"?",
)
SPELL = (
    r"(?:spell|write|enter|type|form)(?: out)? (?:the (?:word|name) )?\"?(?P<keys>\w+)\"? (?P<way>backwards?|in reverse)? ?(?:by|with|using|from|out of) (?:clicking(?: on)? |pressing )?the (?:letter )?(?:letters|tiles|buttons|keys|on-screen keyboard)(?: below| above| shown| given)?(?: (?P<back>backwards?|in reverse))?",
)
CALCULATE = (
    r"(?:type|enter|key|put) (?P<sum>[\d.]+(?:\s*(?:[-+*/x×÷−]|plus|minus|times|divided by)\s*[\d.]+)+) (?:into|in|on) the (?:\w+ )?calculator(?: and .+)?",
    r"(?:use|with|on|using) the (?:\w+ )?calculator(?: below| shown)?,? (?:to )?(?:<reckon>|do|work|get|add|multiply|divide|subtract)?\s*(?:the result of |what is )?(?P<sum>[\d.]+(?:\s*(?:[-+*/x×÷−]|plus|minus|times|divided by|multiplied by)\s*[\d.]+)+)(?: is| makes)?",
    r"(?:<reckon>|do)\s*(?P<sum>[\d.]+(?:\s*(?:[-+*/x×÷−]|plus|minus|times|divided by|multiplied by)\s*[\d.]+)+) (?:on|with|using|by|in) the (?:\w+ )?calculator",
)
SUM = (
    r"(?:<reckon>|do|what(?:'s| is)|how much is)\s*(?:the result of |the answer to )?(?P<sum>[\d.]+(?:\s*(?:[-+*/x×÷−]|plus|minus|times|divided by|multiplied by)\s*[\d.]+)+)",
    r"<enter> (?:the )?(?:result|answer|value|sum|product) (?:of|to|for) (?P<sum>[\d.]+(?:\s*(?:[-+*/x×÷−]|plus|minus|times|divided by|multiplied by)\s*[\d.]+)+)(?: (?:in|into) .+)?",
)
COMPARE = (
    r"(?:is|are) (?:the number )?(?P<one>-?[\d.]+) (?:is )?(?P<how>greater than|larger than|bigger than|more than|higher than|less than|smaller than|lower than|equal to|the same as) (?P<other>-?[\d.]+)",
    r"(?:is|are) (?:the number )?(?P<one>-?\d+) (?:an? )?(?P<how>even|odd|prime)(?: number)?",
)
ALPHABET = (
    r"(?:which|what|click|choose|select|find)(?: on)?(?: the)? (?:word|name|item|button|one|letter|\w+)?(?: (?:that|which|who))? ?(?:comes|is|would be|stands|would come) (?P<end>first|last) (?:in the alphabet|alphabetically|in alphabetical order|in a dictionary)",
)
_SIGNS = {
    "plus": "+",
    "minus": "-",
    "times": "*",
    "multiplied by": "*",
    "divided by": "/",
    "x": "*",
    "×": "*",
    "÷": "/",
    "−": "-",
}
_KEYS_OF = {
    "*": ("x", "X", "×", "*", "✕"),
    "/": ("/", "÷", ":"),
    "-": ("-", "−", "–", "_"),
    "+": ("+",),
    "=": ("=", "＝"),
    ".": (".", ","),
}


async def ordered(pane: Pane, match: re.Match[str]) -> None:
    """``Click the numbers in ascending order``."""
    way = (match["way"] or "ascending").lower()
    down = way.startswith(("desc", "decr", "fall", "rev", "high", "larg", "great", "big", "z "))
    sheet = await pane.sheet()
    names = ("submit", "ok", "done", "reset", "start", "clear")
    places = [(line.box, line.text.strip()) for line in sheet.lines if line.text.strip().lower() not in names]
    split = [
        (word.box, word.text) for line in sheet.lines if line.text.strip().lower() not in names for word in line.words
    ]
    if all(re.fullmatch(r"-?\d+", text) for _, text in split):
        places = split
    if len(places) < 2:
        raise Stuck("I see nothing to click in an order.")
    for box, text in sorted(places, key=lambda pair: sort_key(pair[1]), reverse=down):
        await pane.click(box, f"Click “{text}”.")


async def keys(pane: Pane, match: re.Match[str]) -> None:
    """``Enter the code 4821 on the keypad``."""
    told, signs = match.groupdict(), re.sub(r"[\s-]", "", bare(match["keys"]))
    await press_each(pane, signs[::-1] if told.get("way") or told.get("back") else signs)


async def press_each(pane: Pane, text: str) -> None:
    """Each sign by the button that carries it; a letter used twice may need its second tile. A key that is the only one
    of its sign is pressed again where it was: what lies under the pointer, or in the display, is read otherwise."""
    used: list[Rect] = []
    only: dict[str, Rect] = {}
    for sign in text:
        found = [only[sign]] if sign in only else _keys(await pane.sheet(), sign)
        if not found:
            raise Stuck(f"I see no key “{sign}”.")
        if len(found) == 1:
            only[sign] = found[0]
        box = next((each for each in found if each not in used), found[0])
        used.append(box)
        await pane.click(box, f"Press {sign}.")


def _keys(sheet: Sheet, sign: str) -> list[Rect]:
    looks = _KEYS_OF.get(sign, (sign, sign.upper(), sign.lower()))
    found = [thing.box for thing in sheet.of("button", "card", "shape") if thing.text.strip() in looks]
    if not found:  # what a display shows is no key
        found = [line.box for line in sheet.lines if line.text.strip() in looks]
    return found or [mark.box for mark in sheet.marks if mark.mark in looks]


async def calculate(pane: Pane, match: re.Match[str]) -> None:
    """``Use the calculator to work out 7 x 8``: its keys are pressed, and what it shows is kept."""
    told = _signs(match["sum"])
    await press_each(pane, f"{told}=")
    pane.kept = _text(worked_out(told))


async def result(pane: Pane, match: re.Match[str]) -> None:
    """``What is 12 + 7?``: kept, to be written."""
    pane.kept = _text(worked_out(_signs(match["sum"])))


def _signs(text: str) -> str:
    text = re.sub(r"\s+", " ", text.lower())
    for word, sign in _SIGNS.items():
        text = text.replace(word, sign)
    return text.replace(" ", "").rstrip(".")


def worked_out(text: str) -> Fraction:
    """Times and divided by before plus and minus."""
    parts = re.findall(r"[\d.]+|[-+*/]", text)
    values, signs = [Fraction(parts[0])], list[str]()
    for sign, part in zip(parts[1::2], parts[2::2], strict=False):
        number = Fraction(part)
        if sign == "*":
            values[-1] *= number
        elif sign == "/":
            if not number:
                raise Stuck("The page asks to divide by nought.")
            values[-1] /= number
        else:
            signs.append(sign)
            values.append(number)
    total = values[0]
    for sign, number in zip(signs, values[1:], strict=True):
        total = total + number if sign == "+" else total - number
    return total


def _text(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else f"{float(value):.6g}"


async def compare(pane: Pane, match: re.Match[str]) -> None:
    """``Is 17 greater than 12?``: kept as Yes or No."""
    one, how = float(match["one"]), match["how"].lower()
    match how:
        case "even" | "odd":
            true = (int(one) % 2 == 0) == (how == "even")
        case "prime":
            true = one > 1 and all(int(one) % d for d in range(2, int(one**0.5) + 1))
        case _:
            other = float(match["other"])
            true = (
                one == other
                if how in ("equal to", "the same as")
                else one > other
                if how.split()[0] in ("greater", "larger", "bigger", "more", "higher")
                else one < other
            )
    names = ("Yes", "True", "Correct") if true else ("No", "False", "Wrong")
    shown = [thing.text.strip() for thing in await pane.things("button", "radio")]
    pane.kept = next((name for name in names if any(text.lower() == name.lower() for text in shown)), names[0])


async def in_alphabet(pane: Pane, match: re.Match[str]) -> None:
    """``Which word comes first in the alphabet?``"""
    sheet = await pane.sheet()
    things = [
        (thing.text.strip(), thing.box)
        for thing in sheet.of("button", "radio", "checkbox")
        if thing.text.strip().lower() not in ("submit", "ok", "done", "next")
    ]
    places = things if len(things) > 1 else [(line.text.strip(), line.box) for line in sheet.lines]
    if not places:
        raise Stuck("I see no words.")
    text, box = (min if match["end"].lower() == "first" else max)(places, key=lambda pair: pair[0].lower())
    pane.last, pane.kept = box, text
    if re.match(r"(?:click|choose|select)", match[0], re.I):
        pane.kept = None
        await pane.click(box, f"Click “{text}”.")
