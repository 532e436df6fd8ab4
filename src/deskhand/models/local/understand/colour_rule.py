"""A colour for a program that shows colours: told by its parts or by its six digits, and what is to be told of it.

“Red 40, Green 90, Blue 210” was read as four things to add, and “#2e8b57 … enter it” as a question of what shows
already. Such a wish is understood only whole: a program, a colour, what is wanted of it, and words that order nothing
else.
"""

from __future__ import annotations

import re

from deskhand.models.local.named import names
from deskhand.models.local.steps import OpenProgram, Plan, Read, Ref, SetSetting, Step, Target, Tell
from deskhand.models.local.steps.plan import Named
from deskhand.models.local.understand.frame import Language

LONGEST = 240
_HEX = r"#(?:[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})(?![0-9A-Fa-f])"
_PARTS = {
    "red": "red", "green": "green", "blue": "blue", "hue": "hue", "saturation": "saturation", "alpha": "alpha",
    "赤": "red", "緑": "green", "青": "blue", "色相": "hue", "彩度": "saturation",
}  # fmt: skip
_PART = re.compile(
    rf"(?P<name>{'|'.join(_PARTS)})\s*(?:[:=：＝]|of|to|is|at|を|に|が|は)?\s*(?P<value>\d{{1,3}})(?!\d)", re.IGNORECASE
)
_FOR = (
    re.compile(
        rf"\b(?P<name>[A-Za-z]{{3,20}})(?:\s+colou?r)?\s*(?:[:=]|to|is|as|of|in)\s*(?:the\s+)?(?:colou?r\s+)?(?P<value>{_HEX})"
    ),
    re.compile(
        rf"(?P<name>[A-Za-z]{{3,20}}|[一-龠ァ-ヶー]{{2,8}})\s*(?:の色)?\s*(?:欄)?\s*[をがはに:：]\s*(?P<value>{_HEX})"
    ),
)
"""A colour for one of several places: 「文字の色を #1f4e79」."""
_BARE = re.compile(_HEX)
_NO_PROGRAM = re.compile(rf"{'|'.join(_PARTS)}|rgb|hsv|cmyk|html|hex|[0-9a-f]{{6}}", re.IGNORECASE)
_NO_PLACE = frozenset(("colour", "color", "html", "hex", "code", "this", "色", "値"))
_LABEL = r"(?:[A-Za-z][A-Za-z-]+(?: [a-z][a-z-]+)?|[一-龠ァ-ヶー]{1,12})"
_LIST = rf"(?P<wanted>{_LABEL}(?:\s*(?:,|、|・|と|/|\band\b|,\s*and\b)\s*{_LABEL})*)"
_VALUES = r"(?:\s*(?:values?|numbers?|codes?|fields?|components?))?"
_ENGLISH = (
    re.compile(
        rf"\b(?:tell|give|show)\s+me\s+(?:what\s+)?(?:its\s+|the\s+|their\s+)?{_LIST}{_VALUES}"
        r"(?:\s+(?:of\s+it|it\s+has|is|are))?(?=[.,!?]|$)",
        re.I,
    ),
    re.compile(rf"\b(?:what\s+(?:is|are))\s+(?:its\s+|the\s+|their\s+)?{_LIST}{_VALUES}(?=[.,!?]|\s+of\b|$)", re.I),
    re.compile(rf"\bwhich\s+{_LIST}\s*(?:values?|numbers?)\b", re.I),
    re.compile(rf"\bas\s+{_LIST}\s+(?:values?|numbers?)\b", re.I),
)  # fmt: skip
_GLOSS = r"(?:\s*[((][^()()]{2,30}[))])?"
_JAPANESE = (
    re.compile(
        rf"(?:その|、|の|と)\s*{_LIST}{_GLOSS}\s*(?:の(?:値|数値|番号)|欄|の欄|値)?\s*"
        r"(?:を\s*(?:教え|調べ|知りた)|(?:は|が)\s*(?:いくつ|何|どう|どれ))"
    ),
    re.compile(r"(?:色は|色を)\s*(?P<wanted>[A-Za-z]{2,12})\s*で(?:は)?(?:何|どう)"),
)
_GROUPS = {"rgb": ("Red", "Green", "Blue")}
"""What is wanted by one name and shown as several."""
_REST = {
    "en": re.compile(
        r"please|can|could|you|me|i|want|need|would|like|to|know|the|a|an|of|for|and|with|using|use|in|into|on|at|by|it|its|"
        r"is|are|has|have|does|do|what|which|tell|give|show|make|mix|set|put|enter|type|choose|pick|select|look|up|find|out|"
        r"open|colou?rs?|values?|numbers?|codes?|html|hex|that|then|now|from|as|program|window",
        re.I,
    ),
    "ja": re.compile(
        r"開いている|入力|設定|指定|選択|選び|選ん|調べ|教え|作り|作っ|作成|表示|使っ|使い|変え|変更|ください|下さい|ほしい|欲しい|"
        r"知りた|お願い|いくつ|何|番号|数値|書き|言い|ときの?|と|色|値|欄|入れる|入れた|入れ|なります|なり|なる|です|ます|ました|して|した|する|"
        r"その|この|HTML|[てでにをはがのとかへもいくたるしさあっまこれそすどうめ]"
    ),
}


def by_colour(instruction: str, language: Language) -> Plan | None:
    """The plan of such a wish; None for anything else."""
    if re.search(r"[\u3040-\u30ff]", instruction):
        language = "ja"  # however many of its words are labels
    called = [one.name for one in names(instruction)]
    program = next((one for one in called if not _NO_PROGRAM.fullmatch(one) and not _is_place(one, instruction)), None)
    if program is None or len(instruction) > LONGEST or re.search(r"[「『“\"]", instruction):
        return None
    rest = instruction.replace(program, " ")
    told, rest = _values(rest)
    if not told:
        return None
    wanted, rest = _wanted(rest, language)
    if not wanted and re.search(r"[?？]|\btell\b|教え", rest):
        return None
    if not _orders_nothing_else(rest, language):
        return None
    kind = program.lower()
    steps: list[Step] = [OpenProgram(kind), *(SetSetting(name, value=(value,)) for name, value in told)]
    pieces: list[str | Ref] = []
    for number, name in enumerate(wanted):
        store = f"part {number}"
        steps.append(Read(Target(name, "field"), store))
        pieces += [f"{', ' if number else ''}{name}: " if len(wanted) > 1 else "", Ref(store)]
    if wanted:
        steps.append(Tell(tuple(piece for piece in pieces if piece != "")))
    return Plan(tuple(steps), (instruction.strip(),) * len(steps), language, (Named(kind, program, False),))


def _is_place(name: str, text: str) -> bool:
    """Whether a colour is told for it: it is a place then, and no program."""
    return re.search(rf"{re.escape(name)}\s*(?:に|を|は|が|to|:)?\s*{_HEX}", text) is not None


def _values(text: str) -> tuple[list[tuple[str, str]], str]:
    """The places with their values, and the wish without them."""
    parts = list(_PART.finditer(text))
    if len(parts) >= 2:
        return [(_PARTS[one["name"].lower()].capitalize(), one["value"]) for one in parts], _PART.sub(" ", text)
    placed: list[tuple[int, str, str]] = []
    for pattern in _FOR:
        for one in pattern.finditer(text):
            if one["name"].lower() not in _NO_PLACE:
                placed.append((one.start(), one["name"], one["value"]))
    for _, name, value in placed:
        text = re.sub(rf"{re.escape(name)}(?:\s+colou?r|\s*の色)?[^#]{{0,12}}?{re.escape(value)}", " ", text)
    if placed:
        return [(name, value) for _, name, value in sorted(placed)], text
    bare = set(_BARE.findall(text))
    return ([("colour", bare.pop())] if len(bare) == 1 else []), _BARE.sub(" ", text)


def _wanted(text: str, language: Language) -> tuple[list[str], str]:
    for pattern in _ENGLISH if language == "en" else _JAPANESE:
        if (found := pattern.search(text)) is not None:
            gloss = re.match(r"\s*[((]([A-Za-z][A-Za-z ]+)[))]", text[found.end("wanted") :])
            if gloss is not None:  # what the screen calls it
                return [gloss[1]], _without_wanted(text, found, language)
            said = re.split(r"\s*(?:,|、|・|と|/|\band\b)\s*", found["wanted"])
            said = [re.sub(r"\s+(?:values?|numbers?|codes?)$", "", one) for one in said]
            named = [name for one in said if one for name in _GROUPS.get(one.lower(), (one,))]
            if named == ["colour"] or named == ["color"]:
                continue
            return list(dict.fromkeys(named)), _without_wanted(text, found, language)
    return [], text


def _without_wanted(text: str, found: re.Match[str], language: Language) -> str:
    rest = text[: found.start("wanted")] + " " + text[found.end("wanted") :]
    for pattern in _ENGLISH if language == "en" else _JAPANESE:  # asked once more in other words
        rest = pattern.sub(" ", rest)
    return re.sub(r"[((][^()()]{2,30}[))]", " ", rest)


def _orders_nothing_else(rest: str, language: Language) -> bool:
    if language == "ja":
        return re.search(r"[^\W_]", _REST["ja"].sub(" ", rest)) is None
    return all(_REST["en"].fullmatch(word) for word in re.findall(r"[^\W_]+", rest))
