"""What is calculated and converted: sums in words, measures, bases, formulas of cells."""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.models.local.steps import Compute, Ref, Target, TypeText, Value
from deskhand.models.local.understand.acts import totalling
from deskhand.models.local.understand.acts.bases import in_base
from deskhand.models.local.understand.acts.desk import Desk, Made
from deskhand.models.local.understand.acts.expressions import expression
from deskhand.models.local.understand.acts.form import Act
from deskhand.models.local.understand.acts.formulas import in_cells
from deskhand.models.local.understand.acts.limits import limit, unlimited
from deskhand.models.local.understand.acts.running import job
from deskhand.models.local.understand.acts.units import conversion

_INTO_CELL = re.compile(r"(?P<what>.+?)\s+(?:in|into)\s+(?:the\s+)?cell\s+(?P<cell>[A-Z]{1,2}[1-9]\d*)", re.I)


def compute(desk: Desk, act: Act) -> None:
    unlimited(desk, act)
    words = act.words("expression")
    if (into := _INTO_CELL.fullmatch(words)) is not None and _AVERAGE.fullmatch(into["what"]):
        compute(desk, Act("compute", {"expression": into["what"]}, act.of))
        desk.add(TypeText(desk.made[desk.now].value, Target(into["cell"].upper(), "cell")))
        return
    if formula := in_cells(desk, act.args.get("expression")):
        desk.leave(Made("value", (formula,), "formula"))
        return
    if (average := _AVERAGE.fullmatch(words)) is not None and re.search(
        r"[a-z一-龠ァ-ヶ]", average["what"] or average["what_ja"]
    ):
        totalling.total(
            desk,
            Act(
                "sum",
                {"what": _averaged(average["what"] or average["what_ja"], desk), "where": average["where"] or ""},
                act.of,
            ),
        )
        return
    found = expression(desk, act.args.get("expression"))
    if found is None and (measure := _MEASURE.search(words)) is not None:
        parts = {key: part for key, part in measure.groupdict().items() if part}
        amount = next(part for key, part in parts.items() if key.startswith("n"))
        unit, goal = (next(part for key, part in parts.items() if key.startswith(letter)) for letter in "uo")
        found = conversion((amount,), unit, goal)
    if found is None:
        raise desk.fail("sum")
    _calculate(desk, found)


def _calculate(desk: Desk, found: Value) -> None:
    if any(isinstance(piece, Ref) and piece.name == "result" for piece in found):
        latest = next(
            (desk.made[number].value for number in sorted(desk.made, reverse=True) if desk.made[number].value), None
        )
        if latest is None or len(latest) != 1:
            raise desk.fail("which result")
        found = tuple(latest[0] if isinstance(piece, Ref) and piece.name == "result" else piece for piece in found)
    desk.bring("calculator")
    desk.add(Compute(found, desk.store))
    desk.keeps()


_MEASURE = re.compile(
    r"how\s+many\s+(?P<o1>[a-z]+)\s+(?:are|is|in)\s+(?P<n1>[\d.,]+)\s*(?P<u1>[a-z]+)|(?P<n2>[\d.,]+)\s*(?P<u2>[a-z]+)\s+(?:is\s+)?(?:in|to|into)\s+(?P<o2>[a-z]+)|"
    r"(?P<n3>[\d.,]+)\s*(?P<u3>[^\W\d]+?)は?(?:、)?何(?P<o3>[^\W\d]+?)(?:か|です|$|？)",
    re.I,
)
_AVERAGE = re.compile(
    r"(?:the\s+)?(?:average|mean)\s+of\s+(?:the\s+)?(?P<what>[A-Za-z]\w*|column\s+\w|[a-z ]+?)(?:\s+(?:in|of)\s+(?P<where>\S+\.\w+))?|(?:\S+\.\w+の)?(?P<what_ja>\S+?)の平均",
    re.I,
)


def _averaged(what: str, desk: Desk) -> str:
    return desk.say(f"average {what}", f"{what}の平均")


def convert(desk: Desk, act: Act) -> None:
    value = desk.value(act.args.get("value"))
    based = in_base(value[0], act.words("from"), act.words("to")) if isinstance(value[0], str) else None
    if based is not None and desk.front not in desk.named:
        job(desk, based)
        desk.keeps()
        return
    found = conversion(value, act.words("from"), act.words("to"), limit(desk, act))
    if found is None:
        raise desk.fail("convert")
    _calculate(desk, found)
