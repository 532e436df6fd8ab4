"""A sum as it is said, for the calculator: with what was read before in it, with units beside the numbers, split among
people, with tax, as powers.

The grammar's sums stand alone (“12 times 7”). Of 176 that people wrote into their wishes those were 28.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskhand.models.local.steps import Ref, Value
from deskhand.models.local.understand.acts.desk import Desk
from deskhand.models.local.understand.acts.form import Argument, ResultOf
from deskhand.models.local.understand.acts.japanese_sums import counted, japanese
from deskhand.models.local.understand.acts.worded_sums import apart, in_digits, japanese_told, lots
from deskhand.models.local.understand.acts.words import number, plain
from deskhand.models.local.understand.english.sums import english_command_sum, english_sum
from deskhand.models.local.understand.japanese.sums import japanese_command_sum

_FUNCTION = re.compile(r"[\d.+\-*/^()\s]*(?:sin|cos|tan|log|ln|sqrt|exp)\s*\(?[\d.+\-*/^\s]+\)?[\d.+\-*/^()\s]*", re.I)
_LIST_EN = re.compile(
    r"\d+(?:\.\d+)?(?:(?:,|\s+and|\s+then|\s+plus|\s+another|,?\s+and\s+another)+\s+(?:another\s+)?\d+(?:\.\d+)?)+",
    re.I,
)
_MONEY = re.compile(
    r"[$€£¥]\s?(?=\d)|(?<=\d)\s?(?:euros?|dollars?|pounds?|quid|bucks|kg|km|grams?|g|each|people|of\s+us|ways?)\b", re.I
)


def expression(desk: Desk, argument: Argument | None) -> Value | None:
    """The sum as the calculator takes it; None where the words are none."""
    if isinstance(argument, ResultOf):
        return None
    if isinstance(argument, tuple):
        refs = [part for part in argument if isinstance(part, ResultOf)]
        if len(refs) == len(argument) > 1 and (joined := _together(desk, refs)) is not None:
            return joined
        if not refs:
            return _apart(desk, [part for part in argument if isinstance(part, str)])
        if len(refs) != 1 or len(desk.result(refs[0]).value) != 1:
            return None
        held = desk.result(refs[0]).value[0]
        it = desk.say(" it ", "それ")
        rest = [it if isinstance(part, ResultOf) else part for part in argument if isinstance(part, str | ResultOf)]
        found = said(desk, "".join(rest))
        share = next(
            (
                by
                for words, by in _SHARES.items()
                for part in argument
                if isinstance(part, str) and part.lower().startswith(words)
            ),
            0,
        )
        if found is None and share:
            found = (Ref(), f"/{share}")
        if found is None and len(argument) == 2 and isinstance(argument[1], str):
            found = (
                english_command(argument[1]) if desk.language == "en" else japanese_command_sum(counted(argument[1]))
            )
        if found is None:
            return None
        return tuple(held if isinstance(piece, Ref) else piece for piece in found)
    return said(desk, desk.text(argument, "sum"))


def _apart(desk: Desk, parts: Sequence[str]) -> Value | None:
    """Parts of the wish that lie apart: some numbers and what is made of them, or one and what is done to it."""
    if (found := apart(parts, desk.act.of)) is not None:
        return found
    if len(parts) != 2 or (start := number(parts[0])) is None or (done := english_command(parts[1])) is None:
        return None
    return ("".join(start if isinstance(piece, Ref) else piece for piece in done),)


_PLACES = re.compile(
    r",?\s*(?:and\s+)?(?:(?:rounded\s+)?to|with|show(?:ing)?)\s+(?:\w+)\s+(?:decimals?(?:\s+places)?|places|digits)|、?(?:を|は)?小数点?(?:以下)?第?[\d一二三四五六](?:位|桁)(?:まで)?",
    re.I,
)
"""How many digits the answer is told with."""
_ONE = re.compile(
    r"(?P<f>sin|cos|tan|log|ln|sqrt|exp)\s*(?:of\s+|\()?\s*(?P<n>\d+(?:\.\d+)?)\s*(?:degrees|°|度)?\)?", re.I
)
_BY = re.compile(
    r"(?P<one>\d[\d,]*(?:\.\d+)?)\s+(?:by|among|between|into|and)\s+(?P<two>\w[\w.]*)(?:\s+(?:ways|people|of\s+us|parts))?",
    re.I,
)


def _by_verb(desk: Desk, text: str) -> Value | None:
    """“7 by 9”, where the verb before it says what is done; “the area, 4.2 by 3.6”."""
    found = _BY.fullmatch(text)
    if found is None or (other := number(found["two"])) is None:
        return None
    verb = desk.act.of[: desk.act.of.find(found["one"])].lower()
    for words, sign in ((r"multipl|area|times", "*"), (r"divid|split|share", "/"), (r"\badd|sum|total", "+")):
        if re.search(words, verb):
            return (f"{found['one'].replace(',', '')}{sign}{other}",)
    return None


_SHARES = {"half": 2, "halve": 2, "a third": 3, "one third": 3, "a quarter": 4, "a fifth": 5, "a tenth": 10}


def _together(desk: Desk, refs: Sequence[ResultOf]) -> Value | None:
    """Several values that were read, as the words say: added up, or one taken from the other."""
    values = [desk.result(ref).value for ref in refs]
    if any(len(value) != 1 for value in values):
        return None
    if re.search(r"\b(?:differ\w*|subtract|minus|less)\b|差|引", desk.act.of, re.I):
        sign = "-"
    elif re.search(r"\b(?:add|sum|total|together|plus|altogether)\b|足|合計|合わせ|たす", desk.act.of, re.I):
        sign = "+"
    elif re.search(r"\b(?:multiply|times|product)\b|かけ|掛け", desk.act.of, re.I):
        sign = "*"
    else:
        return None
    joined: list[str | Ref] = []
    for value in values:
        joined += [*([sign] if joined else []), value[0]]
    return tuple(joined)


_RATE = re.compile(
    r"(?:if\s+)?(?:1|one|an?)\s+(?P<unit>[a-z]+?)\s+(?:is|costs?|buys|makes|=)\s+(?P<rate>\d+(?:\.\d+)?)\s*\w+,?\s*(?:then\s+)?(?:what|how\s+(?:much|many)\s+\w*)?\s*(?:is|are|do|would)?\s*(?P<n>\d+(?:\.\d+)?)\s*(?P=unit)s?.*|"
    r"1(?P<unit_ja>[^\d]{1,5}?)(?:が|を|は|＝|=)(?P<rate_ja>\d+(?:\.\d+)?)[^\d、]{0,4}(?:のとき|として|なら|の場合|で|だと|とすると)、?(?P<n_ja>\d+(?:\.\d+)?)(?P=unit_ja).*",
    re.I,
)
"""“If one euro is 1.08 dollars, what are 50 euros”."""


def said(desk: Desk, words: str) -> Value | None:
    if (rate := _RATE.fullmatch(re.sub(r"(?<=\d),(?=\d{3})", "", plain(words)).strip(" ?.。？"))) is not None:
        return (f"{rate['n'] or rate['n_ja']}*{rate['rate'] or rate['rate_ja']}",)
    text = in_digits(_PLACES.sub("", plain(words)).strip(" ?.。？、,"))
    for told in (lots, japanese_told):
        if (counted_up := told(text, desk.wish)) is not None:
            return counted_up
    if (one := _ONE.fullmatch(text)) is not None:
        return (f"{one['f'].lower()}({one['n']})",)
    if (worked := _by_verb(desk, text)) is not None:
        return worked
    if (listed := re.fullmatch(r"(?:[\d,.]+円?(?:と|、)?){2,}", re.sub(r"\s", "", text))) and re.search(
        r"足|合計|合わせ|たす", desk.act.of
    ):
        return ("+".join(part.replace(",", "") for part in re.findall(r"\d[\d,]*(?:\.\d+)?", listed[0])),)
    if _FUNCTION.fullmatch(text) and re.search(r"[a-z]\s*\(", text, re.I):
        return (re.sub(r"\s+", "", text.lower()),)
    return english(text) if desk.language == "en" or text.isascii() else japanese(text)


def english(text: str) -> Value | None:
    bare = _MONEY.sub("", re.sub(r"\bthe\s+(?=\d)", "", text.lower()))
    bare = re.sub(r"^(?:what(?:'s|\s+is)|how\s+much\s+is|work\s+out|calculate)\s+", "", bare).strip(" ,?.")
    bare = re.sub(r"\bdown\s+to\b.*$|,?\s*rounded.*$", "", bare).strip()
    bare = re.sub(r"^(.+?),\s*(?:and\s+)?then\s+(divided|multiplied)\s+by\s+(\S+)$", r"(\1) \2 by \3", bare)
    if found_ways := re.fullmatch(r"(\d+(?:\.\d+)?)\s+split\s+(?:into\s+)?(\w+)(?:\s+ways)?", bare):
        return english_sum(f"{found_ways[1]} / {found_ways[2]}")
    if found_tip := re.fullmatch(
        r"(\d+(?:\.\d+)?)\s*(?:%|percent)\s+(?:tip|tax|vat|of\s+tip)\s+on\s+(\d+(?:\.\d+)?)", bare
    ):
        return (f"{found_tip[2]}*{found_tip[1]}/100",)
    if found_kilos := re.fullmatch(
        r"(\d+(?:\.\d+)?)\s*(?:kg|kilos?|pounds?|lbs?|litres?)?\s*of\s+\w+\s+at\s+(\d+(?:\.\d+)?)(?:\s+(?:a|per)\s+\w+)?",
        bare,
    ):
        return (f"{found_kilos[1]}*{found_kilos[2]}",)
    for reading in (english_sum, english_command, english_share):
        if (found := reading(bare)) is not None:
            return found
    if found_list := re.fullmatch(
        rf"(?:(?:add|sum|total)(?:\s+up)?(?:\s+of)?\s+|the\s+sum\s+of\s+)?(?:all\s+)?({_LIST_EN.pattern})", bare, re.I
    ):
        numbers = re.findall(r"\d+(?:\.\d+)?", re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", found_list[1]))
        return ("+".join(numbers),)
    n = r"(\d+(?:\.\d+)?|it|that)"
    if found_share := re.fullmatch(
        rf"(?:a\s+)?(?:tip\s+(?:of|on)|vat\s+(?:at|of)|tax\s+(?:at|of))\s+{n}\s*(?:%|percent)?\s+(?:on|at|of)\s+{n}\s*(?:%|percent)?",
        bare,
    ):
        first, second = found_share[1], found_share[2]
        share, whole = (second, first) if re.search(r"(?:at)\s+\S+\s*(?:%|percent)$", bare) else (first, second)
        return english_sum(f"{whole} * {share} / 100")
    if found_split := re.fullmatch(
        rf"(?:split|divide|share)\s+(?:the\s+)?{n}\s+(?:between|among|by|into|in)?\s*(\w+)\s*(?:ways?|people|parts)?",
        bare,
    ):
        return english_sum(f"{found_split[1]} / {found_split[2]}")
    if found_boxes := re.fullmatch(r"(\d+)\s+\w+\s+(?:of|at)\s+(\d+(?:\.\d+)?)", bare):
        return (f"{found_boxes[1]}*{found_boxes[2]}",)
    if found_change := re.fullmatch(r"percent(?:age)?\s+change\s+from\s+([\d,.]+)\s+to\s+([\d,.]+)", bare):
        old, new = (part.replace(",", "") for part in found_change.groups())
        return (f"({new}-{old})/{old}*100",)
    return None


_N = r"(\d+(?:\.\d+)?|it|that)"
_PERCENT = r"\s*(?:%|percent|per\s+cent)"


def english_share(text: str) -> Value | None:
    """“12,800 plus 10 % tax”, “20% off 60”, “half of 64”, “three eighths of 152”, “twice 225”, areas."""
    bare = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", text.strip())
    if found := re.fullmatch(rf"{_N}\s*(plus|and|minus|less)\s*(\d+(?:\.\d+)?){_PERCENT}(?:\s+\w+)?", bare):
        return english_sum(f"{found[1]} * (100{'+' if found[2] in ('plus', 'and') else '-'}{found[3]}) / 100")
    if found := re.fullmatch(rf"(?:take\s+)?(\d+(?:\.\d+)?){_PERCENT}\s+(?:off|from|discount\s+on)\s+{_N}", bare):
        return english_sum(f"{found[2]} * (100-{found[1]}) / 100")
    if found := re.fullmatch(rf"(?:twice|double|(two|three|four|five|ten)\s+times)\s+(?:of\s+)?{_N}", bare):
        times = {"three": 3, "four": 4, "five": 5, "ten": 10}.get(found[1] or "", 2)
        return english_sum(f"{found[2]} * {times}")
    if found := re.fullmatch(rf"(?:half|(?:a|one)\s+quarter|three\s+quarters)\s+(?:of\s+)?{_N}", bare):
        return english_sum(f"{found[1]} {'* 3 / 4' if 'three' in bare else '/ 4' if 'quarter' in bare else '/ 2'}")
    if found := re.fullmatch(
        r"(one|two|three|four|five|six|seven)\s+(thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\s+of\s+(\d+(?:\.\d+)?)",
        bare,
    ):
        above = ("one", "two", "three", "four", "five", "six", "seven").index(found[1]) + 1
        below = ("third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth").index(
            found[2].rstrip("s")
        ) + 3
        return (f"{found[3]}*{above}/{below}",)
    if found := re.fullmatch(
        r"area\s+of\s+a\s+circle\s+(?:of|with)\s+(?:an?\s+)?(radius|diameter)\s+(?:of\s+)?(\d+(?:\.\d+)?)(?:\s*\w+)?",
        bare,
    ):
        radius = found[2] if found[1] == "radius" else f"({found[2]}/2)"
        return (f"3.14159265*{radius}*{radius}",)
    if found := re.fullmatch(r"sin(?:e)?\s+of\s+(\d+)(?:\s+degrees)?|cosine\s+of\s+(\d+)(?:\s+degrees)?", bare):
        return (f"sin({found[1]})" if found[1] else f"cos({found[2]})",)
    if found := re.fullmatch(
        rf"{_N}\s+to\s+(?:the\s+)?(?:power\s+(?:of\s+)?)?(\d+)(?:th|nd|rd|st)?(?:\s+power)?", bare
    ):
        return english_sum(f"{found[1]} ^ {found[2]}")
    return None


def english_command(text: str) -> Value | None:
    """“divide it by 4”, “times twelve”, “multiply that by 2”."""
    bare = text.strip().lower()
    if found := re.fullmatch(r"(?:times|multiplied\s+by)\s+(.+)", bare):
        return english_sum(f"it times {found[1]}")
    if found := re.fullmatch(r"(?:divided\s+by|over|plus|minus)\s+(.+)", bare):
        return english_sum(f"it {bare}")
    if found := re.match(r"(add|subtract|multiply|divide|double|triple|halve|square)(?:\s+up)?\s+(.+)", bare):
        return english_command_sum(found[1], found[2])
    return None
