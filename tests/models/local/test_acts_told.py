"""Sums, limits and lists as they are told, and what becomes of them: a plan does what was said, or is none."""

# ruff: noqa: E501
from __future__ import annotations

import pytest
from tests.models.local.test_acts import Told, a, ref, steps

from deskhand.models.local.steps import Compute, Step, Target, TypeText

TELL = a("tell", what=ref(0))
INTO = a("set_value", control="B10", value=ref(0))


@pytest.mark.parametrize(
    ("wish", "act", "wanted"),
    [
        ("Sum the three fees, 14.50, 9.90 and 31.20", a("compute", expression=["14.50", "9.90", "31.20", "Sum"]), "14.50+9.90+31.20"),
        ("890 円、1240 円、675 円の合計", a("compute", expression=["890 円", "1240 円", "675 円", "合計"]), "890+1240+675"),
        ("It costs 812 a month. Multiply that by 12", a("compute", expression=["812", "Multiply that by 12"]), "812*12"),
        ("3! divided by 2!", a("compute", expression="3! divided by 2!"), "(2*3)/(2)"),
        ("A third of 1,452 plus 17", a("compute", expression="A third of 1,452 plus 17"), "(1452/3)+17"),
        ("Add up three boards of 1.85 m and two of 2.40 m", a("compute", expression="three boards of 1.85 m and two of 2.40 m"), "3*1.85+2*2.40"),
        ("消費税 10% を足すと 3,480 円は", a("compute", expression="消費税 10% を足すと 3,480 円"), "3480*(100+10)/100"),
        ("3 割引だと 5,980 円の靴は", a("compute", expression="3 割引だと 5,980 円"), "5980*(10-3)/10"),
        ("三角形の面積、底辺 12 高さ 7", a("compute", expression="三角形の面積、底辺 12 高さ 7"), "12*7/2"),
    ],
)  # fmt: skip
def test_a_sum_is_worked_out_as_it_is_told(wish: str, act: Told, wanted: str) -> None:
    assert [step for step in steps(wish, act, TELL) if isinstance(step, Compute)] == [Compute((wanted,), "act 0")]


def cell(formula: str) -> list[Step]:
    return [TypeText((formula,), Target("B10", "cell"))]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (["B2 から B9", "平均"], cell("=AVERAGE(B2:B9)")),
        ("add up B4 and D4", cell("=B4+D4")),
        ("B 列の平均", cell("=AVERAGE(B1:B9)")),
        ("the sum of column C", cell("=SUM(C:C)")),
    ],
)
def test_a_table_works_out_a_sum_of_its_cells(words: str | list[str], wanted: list[Step]) -> None:
    assert steps("x", a("compute", expression=words), INTO) == tuple(wanted)
