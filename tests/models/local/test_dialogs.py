"""Dialogs, entries and commands on the screen: days as they are said, months, rows, menus of the view, files."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.models.local.scenes import scene, text, widget

from deskhand.models.local.behind.proving import file_made
from deskhand.models.local.skills.commands.answering import yes_button
from deskhand.models.local.skills.commands.atlas import Entry
from deskhand.models.local.skills.commands.boxed_rows import rows
from deskhand.models.local.skills.commands.clock_parts import parts
from deskhand.models.local.skills.commands.dated import end_of, place_for_day
from deskhand.models.local.skills.commands.days import day_said, time_said, written_like
from deskhand.models.local.skills.commands.fit import of_the_view
from deskhand.models.local.skills.commands.form import amount_of, by_kind, says_label, with_what_stood
from deskhand.models.local.skills.commands.its_page import page_of
from deskhand.models.local.skills.commands.main_action import carries_out, says_act
from deskhand.models.local.skills.commands.month_grid import arrow_of, month_in
from deskhand.models.local.skills.commands.relabel import named_in, renames, written_as
from deskhand.models.local.skills.commands.slots import Kind, Slot, ticked_row
from deskhand.models.local.skills.overwriting import says_over
from deskhand.models.local.steps import Plan, Target, TypeText, UseCommand
from deskhand.models.local.supposing import supposed
from deskhand.models.local.understand.amending import amended
from deskhand.screen.geometry import Point, Rect
from deskhand.vision.scene import Scene, TextLine, Widget

TODAY = date(2026, 11, 23)  # a Monday


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("the 15th of this month", "2026-11-15"), ("on the 3rd of next month", "2026-12-03"),
        ("tomorrow", "2026-11-24"),
        ("Friday", "2026-11-27"), ("next Monday", "2026-11-30"), ("Dec. 5, 2027", "2027-12-05"),
        ("5 December", "2026-12-05"), ("March 5", "2027-03-05"), ("on Friday, 4 December", "2026-12-04"),
        ("in two weeks", "2026-12-07"), ("明日", "2026-11-24"), ("来週の月曜日", "2026-11-30"),
        ("3月5日", "2027-03-05"), ("12月5日(土)", "2026-12-05"), ("今月15日", "2026-11-15"),
        ("再来週の金曜日", "2026-12-11"), ("3日後", "2026-11-26"),
    ],
)  # fmt: skip
def test_a_day_is_worked_out_from_today(said: str, day: str) -> None:
    assert day_said(said, TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize("said", ["Dentist", "may", "Monday morning", "30th of February", "15", "3.50", "日", "月", ""])
def test_what_is_no_day_is_none(said: str) -> None:
    assert day_said(said, TODAY) is None


@pytest.mark.parametrize(
    ("said", "clock"),
    [
        ("3 pm", "15:00"), ("12 am", "00:00"), ("午後3時半", "15:30"), ("9時", "09:00"), ("15:05", "15:05"), ("3", ""),
        ("25:00", ""), ("12.50", ""),
    ],
)  # fmt: skip
def test_a_time_of_day_is_told_in_hours_and_minutes(said: str, clock: str) -> None:
    assert time_said(said) == clock


@pytest.mark.parametrize(
    ("shown", "written"),
    [
        ("2026-11-23", "2026-12-05"), ("11/23/2026", "12/05/2026"), ("23.11.2026", "05.12.2026"),
        ("3/4/2026", "12/5/2026"),
        ("Mon 23 Nov 2026", "Sat 5 Dec 2026"), ("November 23, 2026", "December 5, 2026"),
        ("2026年11月23日(月)", "2026年12月05日(土)"), ("11/23/26", "12/05/26"),
        ("Today", ""), ("12:30", ""), ("3.50", ""), ("November 2026", ""),
    ],
)  # fmt: skip
def test_a_day_is_written_as_the_field_shows_one(shown: str, written: str) -> None:
    assert written_like(date(2026, 12, 5), shown) == written


def _month(first: date, column: int = 40, row: int = 30, left: int = 100, top: int = 200) -> list[TextLine]:
    """The month of ``first`` with Sunday at the left, and the days around it."""
    day = first - timedelta(days=(first.weekday() + 1) % 7)
    shown: list[TextLine] = []
    for place in range(42):
        shown.append(text(str(day.day), left + column * (place % 7), top + row * (place // 7)))
        day += timedelta(days=1)
    return shown


def _calendar(left_out: tuple[str, ...] = ()) -> Scene:
    days = [line for line in _month(date(2026, 10, 1)) if line.text not in left_out]
    arrows = (widget("icon", 110, 150, 16, 16), widget("icon", 300, 150, 16, 16))
    return scene(text("October 2026", 160, 150), *days, *arrows)


def test_the_days_of_a_month_are_found_and_those_around_it_are_none_of_them() -> None:
    month = month_in(_calendar(), Rect(60, 100, 400, 400))
    assert month is not None
    assert (month.month, month.year) == (10, 2026)
    assert sorted(month.days) == list(range(1, 32))
    assert month.at(1) == Point(264, 207)  # a Thursday


def test_a_day_that_was_not_read_is_where_it_must_be() -> None:
    month = month_in(_calendar(("14", "21")), Rect(60, 100, 400, 400))
    assert month is not None
    assert 14 not in month.days
    assert abs(month.at(14).x - (100 + 3 * 40 + 8)) <= 4
    assert abs(month.at(14).y - (200 + 2 * 30 + 7)) <= 2


def test_a_month_is_turned_by_the_signs_at_both_sides_of_its_name() -> None:
    shown, area = _calendar(), Rect(60, 100, 400, 400)
    month = month_in(shown, area)
    assert month is not None
    assert arrow_of(shown, area, month, forward=True) == Point(308, 158)
    assert arrow_of(shown, area, month, forward=False) == Point(118, 158)


def test_a_month_is_turned_by_signs_that_were_read_with_its_name() -> None:
    shown = scene(text("< October >", 110, 150), text("2026", 300, 150), *_month(date(2026, 10, 1)))
    area = Rect(60, 100, 400, 400)
    month = month_in(shown, area)
    assert month is not None
    before, after = (arrow_of(shown, area, month, forward=forward) for forward in (False, True))
    assert before is not None
    assert after is not None
    assert before.x < 118 < 190 < after.x


def test_numbers_of_a_table_are_no_month() -> None:
    table = scene(*(text(str(number), 100, 100 + 20 * number) for number in range(1, 25)))
    assert month_in(table, Rect(0, 0, 800, 800)) is None


@pytest.mark.parametrize(
    ("words", "path", "of_view"),
    [
        ("rotate clockwise", ("View", "Flip & Rotate"), True), ("画像を左右反転", ("表示(V)",), True),
        ("rotate clockwise", ("Image", "Transform"), False), ("rotate view", ("View",), False),
        ("sort by name", ("View",), False),
    ],
)  # fmt: skip
def test_what_turns_only_the_view_is_known_by_its_menu(words: str, path: tuple[str, ...], of_view: bool) -> None:
    assert of_the_view(words, path) is of_view


@pytest.mark.parametrize(
    ("label", "score"),
    [("Overwrite ticket.png", 1.0), ("Export to ticket.png", 1.0), ("Overwrite other.png", 0.0), ("Export As…", 0.0)],
)
def test_a_file_is_written_over_only_by_the_command_that_names_it(label: str, score: float) -> None:
    assert says_over(Entry(label, ("File",)), "[ticket] (imported)-1.0 – Painter") == score


def _row(name: str, y: int, *more: TextLine | Widget) -> list[TextLine | Widget]:
    return [widget("box", 100, y, 400, 54), text(name, 115, y + 20), *more]


ROWS = scene(
    *_row("Location", 154),
    *_row("All Day", 208, Widget("checkbox", Rect(440, 218, 50, 30), checked=True, role="switch")),
    *_row("Starts", 262, text("Today", 400, 281), text("V", 470, 283)),
    widget("box", 100, 100, 400, 54), TextLine("Title", Rect(115, 108, 30, 8), 0.99), text("Unnamed", 115, 126),
)  # fmt: skip


def test_the_rows_of_a_boxed_list_are_places_for_values() -> None:
    found = rows(ROWS, Rect(90, 90, 420, 400), lambda line: line.text in ("Location", "Title"))
    assert [(row.name, row.value, row.kind) for row in found] == [
        ("Title", "Unnamed", "text"), ("Location", "", "text"), ("All Day", "", "check"), ("Starts", "Today", "choice"),
    ]  # fmt: skip


def test_rows_that_only_show_something_are_no_places() -> None:
    found = rows(ROWS, Rect(90, 90, 420, 400), lambda line: False)
    assert [row.kind for row in found] == [None, None, "check", "choice"]


def _slot(label: str, value: str, kind: Kind = "text") -> Slot:
    return Slot(label, kind, Rect(100, 10 * len(label), 200, 24), value, widget("box", 0, 0, 1, 1))


def test_an_amount_goes_where_money_shows_whatever_that_is_called() -> None:
    form = [_slot("Income:", "¥0.00"), _slot("Quantity:", "1"), _slot("Payer:", "")]
    assert amount_of(form, "金額") is form[0]
    assert amount_of([_slot("Cost", "0.00"), _slot("Quantity", "1.00")], "amount").label == "Cost"  # type: ignore[union-attr]
    assert amount_of([_slot("Cost", "0.00"), _slot("Fee", "0.00")], "amount") is None  # which of them nobody told
    assert amount_of(form, "payer") is None


def test_a_day_goes_to_the_start_and_its_end_is_known() -> None:
    form = [_slot("Title", "Unnamed"), _slot("Starts", "Today", "choice"), _slot("Ends", "2026-11-23", "choice")]
    assert place_for_day(form) is form[1]
    assert end_of(form, form[1]) is form[2]
    assert place_for_day([_slot("Title", ""), _slot("Place", "")]) is None


def test_a_time_in_two_numbers_is_found_by_the_place_of_both() -> None:
    hours, minutes = text("15", 300, 100), text("13", 340, 100)
    assert parts(scene(hours, minutes, text("5 minutes", 300, 200)), Rect(0, 0, 800, 600)) == (hours.box, minutes.box)
    assert parts(scene(hours, minutes, text("10", 300, 200), text("20", 340, 200)), Rect(0, 0, 800, 600)) is None


def test_a_page_is_gone_to_for_what_is_called_so_and_for_nothing_else() -> None:
    head = scene(*(text(name, 100 + 120 * at, 40) for at, name in enumerate(("World", "Alarms", "Timer"))))
    area = Rect(0, 0, 800, 120)
    found = page_of(head, area, "add alarm", ())
    assert found is not None
    assert found.text == "Alarms"
    assert page_of(head, area, "add note", ()) is None
    side = scene(*(text(name, 20, 100 + 80 * at) for at, name in enumerate(("Gantt", "Tasks", "Resources"))))
    found = page_of(side, Rect(0, 60, 150, 500), "リソース 追加", ())
    assert found is not None
    assert found.text == "Resources"


def test_a_name_is_found_though_its_letters_were_read_one_by_one() -> None:
    pieces = (text("M", 100, 50), text("a i n", 110, 50), text("Idea", 156, 50))
    assert written_as(scene(*pieces), Rect(0, 0, 800, 600), "main idea") == Rect(100, 50, 88, 14)
    assert written_as(scene(*pieces, text("Main Idea", 100, 200)), Rect(0, 0, 800, 600), "main idea") is None
    assert named_in("rename main idea") == "main idea"
    assert renames("名前を変更")
    assert not renames("add alarm")


@pytest.mark.parametrize(
    ("wish", "out"),
    [
        ("carry out the copying", True), ("bring both to the same state", True), ("同期を実行", True),
        ("delete the files, carry it out", False), ("add alarm", False),
    ],
)  # fmt: skip
def test_what_only_is_to_be_carried_out_is_known(wish: str, out: bool) -> None:
    assert carries_out(wish) is out


def test_the_only_words_that_carry_something_out_stand_alone() -> None:
    assert says_act(Entry("Execute", ("File",))) == 1.0
    assert says_act(Entry("Go", ())) == 1.0
    assert says_act(Entry("Go to line", ())) == 0.0


def test_a_bars_delete_agrees_to_nothing() -> None:
    bar = scene(widget("box", 400, 300, 80, 26), text("Delete", 412, 306))
    area = Rect(0, 0, 800, 600)
    assert yes_button(bar, area, "") is None
    assert yes_button(bar, area, "remove entry") is not None


def test_a_comment_on_a_cell_is_not_written_into_it() -> None:
    wish = "Tabelle で、セル C4 に「要確認」というコメントを付けてください。"
    typed = TypeText(("要確認",), Target("C4", kind="cell"))
    plan = amended(Plan((typed,), (wish,), "ja"), wish)
    assert plan.steps == (UseCommand("コメント 追加", (("コメント", "要確認"),), Target("C4", kind="cell")),)
    plain = "Tabelle で、セル C4 に「コメントを付けて」と入力してください。"
    typed = TypeText(("コメントを付けて",), Target("C4", kind="cell"))
    assert amended(Plan((typed,), (plain,), "ja"), plain).steps == (typed,)


def test_a_wish_that_first_tells_what_shows_is_its_order() -> None:
    found = supposed("Mirrorer shows how the folders A1 and B1 differ. Bring both to the same state.", (), "en")
    assert found is not None
    assert found.steps[-1] == UseCommand("Bring both to the same state")


def test_the_file_that_an_export_makes_is_known_by_its_name_alone() -> None:
    assert file_made(UseCommand("export PNG", (("name", "a.png"),))) == "/home/user/Shared/a.png"
    assert file_made(UseCommand("export PNG", (("name", "/tmp/a.png"),))) == ""
    assert file_made(UseCommand("add file", (("name", "a.png"),))) == ""


def test_what_stood_in_a_field_is_known_while_it_is_selected() -> None:
    before, now = _slot("Income:", "¥0.00"), _slot("Income:", "")
    assert with_what_stood(now, [before]).value == "¥0.00"
    assert with_what_stood(_slot("Income:", "12"), [before]).value == "12"
    assert with_what_stood(_slot("A much longer name:", ""), [before]).value == ""


def test_a_weekday_is_a_name_where_no_day_is_asked_for() -> None:
    names = [_slot("Title", ""), _slot("Amount", "0.00")]
    assert by_kind(names, "Friday") is names[0]
    assert by_kind(names, "5 December") is None


def test_the_new_name_is_meant_where_the_old_one_stands_beside_it() -> None:
    assert _slot("New Name:", "x").named("name") > _slot("Old Name:", "x").named("name")


def test_what_is_paid_from_an_account_goes_where_it_says_account() -> None:
    form = [_slot("Description:", ""), _slot("From account:", "Cash", "choice"), _slot("Payee:", "")]
    assert says_label("Checking Account", form[1].label)


def test_a_strip_with_a_box_to_tick_is_no_place_for_words() -> None:
    strip = widget("box", 100, 100, 300, 24)
    bold = scene(strip, widget("box", 104, 105, 14, 14), text("Bold", 126, 105))
    assert ticked_row(bold, strip.box)
    assert not ticked_row(scene(strip, text("Bold", 106, 105)), strip.box)
    frame = widget("box", 100, 100, 300, 160)
    assert ticked_row(scene(frame, widget("checkbox", 120, 140, 14, 14)), frame.box)
    assert not ticked_row(scene(frame), frame.box)
