"""A window as a form, on the real screens of a small program: filled, pressed and read, or asked about."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.models.local.test_not_told_done import acted

from deskhand.models.local.dialect import Dialect
from deskhand.models.local.effects import Call, Turn
from deskhand.models.local.eyes import Eyes
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.memory import Memory
from deskhand.models.local.plan import plan
from deskhand.models.local.skills.commands.slots import Slot
from deskhand.models.local.skills.form_values import place_of, same_value
from deskhand.models.local.skills.working_out import _WORKS, work_out
from deskhand.models.local.steps import Plan, Ref, WorkOut
from deskhand.models.local.understand.worked_out_rule import by_values
from deskhand.screen.geometry import Point, Rect
from deskhand.vision.scene import Widget

PICTURES = Path(__file__).parent / "pictures"
DIALECT = Dialect.of([{"type": "computer_20251124", "name": "computer"}])
CALCULATE = Rect(921, 265, 80, 26)
WISH = WorkOut("broadcast address", (("", "172.16.45.20"), ("mask", "20")))


@pytest.fixture(scope="module")
def eyes() -> Eyes:
    return Eyes()


def hand() -> Hand:
    return Hand(DIALECT, Memory(), "en", (PICTURES / "network_start.png").read_bytes())


async def worked(told: Hand, step: WorkOut) -> str:
    await told.look()  # the first picture comes without a word about the focus
    return await work_out(told, step)


def clicks(turns: list[Turn]) -> list[Point]:
    calls: list[Call] = [call for turn in turns for call in turn.calls if call.name == "left_click"]
    return [Point(*call.input["coordinate"]) for call in calls]


def networks(*, works: bool) -> Callable[[list[Turn]], tuple[str, str]]:
    """The program's screens, as they came on 2026-11-23; one that does not work shows what it showed at the start."""

    def shows(turns: list[Turn]) -> tuple[str, str]:
        done = [call for turn in turns for call in turn.calls]
        typed = any(call.name == "type" and call.input["text"] == "172.16.45.20" for call in done)
        at = clicks(turns)
        name = "network_typed" if typed else "network_start"
        if any(769 <= point.x <= 914 and point.y < 292 for point in at):
            name = "network_list"
        if name == "network_list" and len(at) > 2:
            name = "network_chosen" if works else "network_typed"
        if any(CALCULATE.contains(point) for point in at):
            name = "network_result"
        last = turns[-1].calls[-1].name
        changed = "147×760 at (768, 0)" if name == "network_list" else "267×98 at (734, 265)"
        said = "The screen changed: " + changed if last in ("left_click", "type") else "Nothing on the screen changed"
        return name, f"Done. {said}. Focus: “IP Qalc, v1.5.3”."

    return shows


def test_a_form_is_filled_its_button_pressed_and_the_result_read_by_its_label(eyes: Eyes):
    told = hand()
    value, turns = acted(worked(told, WISH), eyes, networks(works=True))
    assert value == ""
    assert told.memory.get(Ref("result")) == "broadcast address: 172.16.47.255"
    assert CALCULATE.contains(clicks(turns)[-1]) and len(clicks(turns)) == 4  # two fields, the choice, the button


def test_what_a_window_shows_from_the_start_is_no_result(eyes: Eyes):
    value, turns = acted(worked(hand(), WISH), eyes, networks(works=False))
    assert isinstance(value, Stuck)
    assert not any(CALCULATE.contains(point) for point in clicks(turns))  # the mask does not read 20


def test_no_button_is_pressed_while_a_value_has_no_place(eyes: Eyes):
    step = WorkOut("broadcast address", (("", "parcel.dat"),))
    value, turns = acted(worked(hand(), step), eyes, networks(works=True))
    assert isinstance(value, Stuck) and "parcel.dat" in str(value)
    assert clicks(turns) == []


@pytest.mark.parametrize(
    ("shown", "value", "same"),
    [
        ("20 - 255.255.240.0", "20", True),
        ("2 - 192.0.0.0", "20", False),
        ("120", "20", False),
        ("CRC-32", "CRC32", True),
        ("172.16.45.2", "172.16.45.20", False),
        ("", "20", False),
    ],
)
def test_nothing_is_taken_for_another_value(shown: str, value: str, same: bool):
    assert same_value(shown, value) is same


def test_a_value_that_two_fields_could_take_has_no_place():
    def field(label: str, y: int, value: str) -> Slot:
        box = Rect(100, y, 200, 24)
        return Slot(label, "text", box, value, Widget("box", box))

    first, second = field("From", 100, "10.0.0.1"), field("To", 140, "10.0.0.9")
    assert place_of([first, second], "", "172.16.45.20") is None
    assert place_of([first, field("File:", 140, "")], "", "172.16.45.20") is first
    assert place_of([first, second], "gateway", "172.16.45.20") is None


@pytest.mark.parametrize("label", ["Calc", "calculate", "Hash", "計算"])
def test_a_button_that_works_something_out(label: str):
    assert _WORKS.fullmatch(label)


@pytest.mark.parametrize(
    "label", ["Save", "Convert", "Compare the hash", "Execute", "Delete hash", "Start", "OK", "Convert all files"]
)
def test_a_button_that_may_do_more_is_left_alone(label: str):
    assert not _WORKS.fullmatch(label)


@pytest.mark.parametrize(
    ("wish", "language", "wanted", "fields"),
    [
        (
            "Work out the broadcast address of 10.1.2.3 with mask 12 in Netkit.",
            "en",
            "broadcast address",
            (("", "10.1.2.3"), ("mask", "12")),
        ),
        (
            "Sumbox で共有フォルダーの niku.iso の SHA256 を計算して、教えてください。",
            "ja",
            "SHA256",
            (("", "niku.iso"),),
        ),
        (
            "Netkit で 10.1.2.3/12 のワイルドカードを求めてください。",
            "ja",
            "ワイルドカード",
            (("", "10.1.2.3"), ("mask", "12")),
        ),
    ],
)
def test_a_wish_for_a_result_names_the_values_and_what_is_wanted(
    wish: str, language: str, wanted: str, fields: tuple[tuple[str, str], ...]
):
    found = by_values(wish, "ja" if language == "ja" else "en")
    assert found is not None and found.steps[1] == WorkOut(wanted, fields)


@pytest.mark.parametrize(
    ("wish", "works"),
    [
        ("Calculate the MD5 of box.dat with Sumbox and tell me the value.", True),
        ("10.1.2.3/12 のブロードキャストアドレスを Netkit で求めて。", True),
        ("What is the title of notes.txt in Sumbox?", False),
        ("Calculate the total of sales.csv in Gnumeric.", False),
    ],
)
def test_what_is_to_be_worked_out_is_not_only_looked_for(wish: str, works: bool):
    found = plan(wish)
    assert isinstance(found, Plan)
    assert any(isinstance(step, WorkOut) for step in found.steps) is works


@pytest.mark.parametrize(
    "wish",
    [
        "Calculate the MD5 of box.dat with Sumbox and delete the file.",
        "Find the wildcard of 10.0.0.1/8 with Netkit and close it.",
        "Sumbox で niku.iso の MD5 を計算して、sums.txt に保存してください。",
        "Netkit で 10.1.2.3/12 のワイルドカードを求めて、メールで送ってください。",
        "Work out the broadcast address in Netkit.",
    ],
)
def test_a_wish_that_orders_more_is_none(wish: str):
    assert by_values(wish, "ja" if "で" in wish else "en") is None
    found = plan(wish)
    assert not isinstance(found, Plan) or not any(isinstance(step, WorkOut) for step in found.steps)
