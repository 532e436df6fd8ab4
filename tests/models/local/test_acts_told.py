"""Sums, limits and lists as they are told, and what becomes of them: a plan does what was said, or is none."""

# ruff: noqa: E501
from __future__ import annotations

import pytest
from tests.models.local.test_acts import Told, a, made, ref, steps

from deskhand.models.local.steps import (
    Compute,
    EditLine,
    NotUnderstood,
    OpenFile,
    OpenProgram,
    PressKeys,
    ReplaceText,
    RunCommand,
    Save,
    Step,
    Target,
    TypeText,
    UseCommand,
)

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


@pytest.mark.parametrize(
    ("value", "unit", "goal", "wanted"),
    [
        ("12 US gallons", "", "litres", "12*3785.411784/1000"),
        ("A", "mile", "furlongs", "1*1609.344/201.168"),
        ("1", "気圧", "ヘクトパスカル", "1*101325/100"),
    ],
)
def test_a_measure_is_converted(value: str, unit: str, goal: str, wanted: str) -> None:
    told = a("convert", value=value, from_=unit, to=goal)
    assert Compute((wanted,), "act 0") in steps("x", told, TELL)


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


def saved(name: str, *done: Step) -> list[Step]:
    return [OpenFile(name), *done, Save()]


REPLACED = ReplaceText("Meyer", "Meier")
LISTS: list[tuple[str, list[Told], list[Step]]] = [
    ("replace in both and save each", [a("replace", old="Meyer", new="Meier", where=["r1.odt", "r2.odt"]), a("save", file=["r1.odt", "r2.odt"])], [*saved("r1.odt", REPLACED), *saved("r2.odt", REPLACED)]),
    ("delete lines 4 and 5", [a("edit_line", how="=delete", line=["4", "5"])], [EditLine(5, "delete"), EditLine(4, "delete")]),
    ("kawa.mp3 の曲名(Title)を「春の川」に変えて", [a("change", thing="Title", field="曲名", to="春の川")], [UseCommand("Title 変更", (("Title", "春の川"),))]),
    ("the album of both", [a("change", thing=["a.mp3", "b.mp3"], field="album", to=["X", "Y"])], [UseCommand("edit album", (("album", "X"),), Target("a.mp3", "file")), UseCommand("edit album", (("album", "Y"),), Target("b.mp3", "file"))]),
    ("zoom out two steps", [a("zoom", how="=out", to="two steps")], [UseCommand("zoom out"), UseCommand("zoom out")]),
]  # fmt: skip


@pytest.mark.parametrize(("wish", "acts", "wanted"), LISTS)
def test_what_is_listed_is_done_to_each(wish: str, acts: list[Told], wanted: list[Step]) -> None:
    assert steps(wish, *acts) == tuple(wanted)


def test_several_files_do_not_become_one() -> None:
    both = a("rotate", what=["l.jpg", "r.jpg"], how="180 degrees")
    assert isinstance(made("rotate both", both, a("save", file=["one.jpg", "two.jpg", "x.jpg"])), NotUnderstood)


LIMITS: list[tuple[str, Told, list[Step]]] = [
    ("Stop it, but don't kill it", a("command", words=["Stop", "longnap"], limit="don't kill it"), [UseCommand("Stop longnap")]),
    ("get a.jpg and b.jpg out", a("extract", archive="x.zip", limit="a.jpg and b.jpg"), [OpenProgram("terminal"), RunCommand(("unzip -n /home/user/Shared/x.zip a.jpg b.jpg -d /home/user/Shared",), "act 0")]),
    ("how many files of the shared folder end in .png", a("count", what="files", where="shared folder", limit="end in .png"), [OpenProgram("terminal"), RunCommand(("find /home/user/Shared -maxdepth 1 -type f -name '*.png' | wc -l",), "act 0")]),
    ("undo my last merge", a("undo", times="my last merge"), [PressKeys("ctrl+z")]),
    ("Write it twice, one below the other", a("type", text="Hi", limit="twice"), [TypeText(("Hi",), enter=True), TypeText(("Hi",))]),
]  # fmt: skip


@pytest.mark.parametrize(("wish", "act", "wanted"), LIMITS)
def test_a_limit_is_kept(wish: str, act: Told, wanted: list[Step]) -> None:
    assert steps(wish, act) == tuple(wanted)


@pytest.mark.parametrize("words", ["without changing the pitch", "not the second", "only this week"])
def test_a_limit_that_no_step_carries_is_none_that_goes_without_saying(words: str) -> None:
    assert isinstance(made("do it", a("command", words="Do it", limit=words)), NotUnderstood)


@pytest.mark.parametrize("said", ["ページを読み直し", "http://localhost:8080/ を開き直して"])
def test_a_page_is_read_anew(said: str) -> None:
    assert steps(said, a("reload", said)) == (PressKeys("F5"),)


@pytest.mark.parametrize(
    ("said", "ending"), [("but the PDFs", "pdf"), ("but the .odt files", "odt"), ("except the ods files", "ods")]
)
def test_a_kind_that_stays_is_told_by_its_ending(said: str, ending: str) -> None:
    found = steps("x", a("move", file="everything", from_="Downloads", to="Sorting", limit=said))
    assert f"! -iname '*.{ending}' " in str(found[-1])
