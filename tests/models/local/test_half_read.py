"""An order that a reading passed over: read by itself, or told before anything is done; never left out in silence."""

from __future__ import annotations

import pytest

from deskhand.models.local.conversation import Outcome, Task
from deskhand.models.local.dialect import Dialect
from deskhand.models.local.effects import Question
from deskhand.models.local.memory import Memory
from deskhand.models.local.partly import partly
from deskhand.models.local.plan import plan
from deskhand.models.local.steps import EditLine, Plan, Save, TypeText
from deskhand.models.local.understand.acts.completing import completed
from deskhand.models.local.understand.acts.form import Act, Reading, ResultOf
from deskhand.models.local.understand.acts.unsaid import unsaid
from deskhand.models.local.understand.frame import Language

ONIONS = "In Mousepad, take the onions line out of list.txt, put tomatoes at the end and save it"
OPENS = (
    Act("open_program", {"program": "Mousepad"}, "In Mousepad"),
    Act("open_file", {"file": "list.txt"}, "take the onions line out of list.txt"),
    Act("edit_line", {"line": "end", "text": "tomatoes"}, "put tomatoes at the end"),
)


@pytest.mark.parametrize(
    ("wish", "language", "acts", "left"),
    [
        (ONIONS, "en", OPENS, ("take the onions line out of list.txt", "save it")),
        ("Open list.txt, thanks", "en", (Act("open_file", {"file": "list.txt"}, "Open list.txt"),), ()),
        ("Type “go, sleep and eat” here", "en", (Act("type", {}, "Type “go, sleep and eat” here"),), ()),
        ("My boss asked for it, so sort the lines", "en", (Act("sort_lines", {}, "sort the lines"),), ()),
        ("行を並べ替え、英字を大文字にして", "ja", (Act("sort_lines", {}, "行を並べ替え"),), ("英字を大文字にして",)),
        ("gedit で list.txt を開いて保存", "ja", (Act("open_file", {}, "list.txt を開いて"),), ("保存",)),
        ("明日使うので、画像を回転して", "ja", (Act("rotate", {}, "画像を回転して"),), ()),
    ],
)
def test_an_order_that_no_act_says_is_named(
    wish: str, language: Language, acts: tuple[Act, ...], left: tuple[str, ...]
) -> None:
    assert unsaid(acts, wish, language) == left


def test_what_was_passed_over_is_read_by_itself_and_put_in_where_it_stands() -> None:
    wish = "compute 2+2, sort the lines, write the result, dance the polka with me and save it"
    acts = (
        Act("compute", {"expression": "2+2"}, "compute 2+2"),
        Act("type", {"text": ResultOf(0)}, "write the result"),
        Act("tell", {"what": ResultOf(1)}, "write the result"),
    )
    alone = {
        "sort the lines": Reading((Act("sort_lines", {}, "sort the lines"),), "do", 0.9),
        "save it": Reading((Act("save", {}, "save it"),), "do", 0.3),
    }
    told, left = completed(acts, wish, "en", alone.get)
    assert [act.name for act in told] == ["compute", "sort_lines", "type", "tell"]
    assert [act.args.get("text", act.args.get("what")) for act in told[2:]] == [ResultOf(0), ResultOf(2)]
    assert left == ("save it",)  # too unsure of it


def test_what_is_open_is_run_before_it_is_read() -> None:
    wish = "What does squares.kbs print? It is open in Basic; please run it."
    acts = (
        Act("open_program", {"program": "Basic"}, "It is open in Basic"),
        Act("read", {"what": "what squares.kbs prints"}, "What does squares.kbs print"),
        Act("tell", {"what": ResultOf(1)}, "What does squares.kbs print"),
    )
    told, left = completed(acts, wish, "en", lambda clause: None)
    assert [act.name for act in told] == ["open_program", "command", "read", "tell"]
    assert told[1].args == {"words": "run"} and told[3].args == {"what": ResultOf(2)} and not left


def test_the_whole_wish_is_planned() -> None:
    found = plan(ONIONS)
    assert isinstance(found, Plan) and not found.left_out
    assert EditLine("onions", "delete") in found.steps and Save() in found.steps
    assert TypeText(("tomatoes",), own_line=True) in found.steps


HALF = Plan((Save(),), ("save it",), "en", reading="save it", left_out=("dance the polka",))


@pytest.mark.parametrize(
    ("answer", "text", "asks"),
    [
        ("Yes please.", "Saved.\n\nLeft out: “dance the polka”.", False),
        ("no", "Then I have done nothing.", True),
        ("rotate it to the left", "anew: rotate it to the left", False),
    ],
)
def test_the_person_is_asked_before_half_of_it_is_done(answer: str, text: str, asks: bool) -> None:
    async def carries_out(task: Task, plan: Plan) -> Outcome:
        return Outcome("Saved.")

    async def anew(words: str) -> Outcome:
        return Outcome(f"anew: {words}")

    task = Task("", Dialect("computer_20251124", toolset=False, zoom=True, bash=None), Memory())
    program = partly(task, HALF, carries_out, anew)
    asked = program.send(None)
    assert isinstance(asked, Question)
    assert "save it" in asked.text and "dance the polka" in asked.text
    with pytest.raises(StopIteration) as end:
        program.send(answer)
    assert end.value.value == Outcome(text, asks)


@pytest.mark.parametrize(
    ("wish", "forbidden"),
    [
        ("In Thunar delete a.txt. Do not delete b.txt.", "b.txt"),
        ("Please use the Task Manager to terminate the process mate-calc. Nothing else should be closed.", "CloseAll"),
    ],
)
def test_what_is_forbidden_is_not_planned(wish: str, forbidden: str) -> None:
    found = plan(wish)
    assert not isinstance(found, Plan) or forbidden not in repr(found.steps)
