"""What the `elements` tool says is read back exactly, and put into what was seen."""

from __future__ import annotations

from deskhand.desktop.interface import Element
from deskhand.models.choose import make_model
from deskhand.models.interface import traits_of
from deskhand.models.local.described import told, with_elements
from deskhand.models.local.dialect import Dialect
from deskhand.models.local.effects import Call
from deskhand.screen.geometry import Rect, Size
from deskhand.screen.sizing import Scale
from deskhand.tools.desk import _element
from deskhand.vision.scene import Scene, TextLine, Widget

SIZE = Size(800, 600)
SCREEN = Scene(
    SIZE,
    (TextLine("Replace A1l", Rect(20, 20, 80, 14), 0.8), TextLine("Wrap lines", Rect(60, 100, 70, 14), 0.9)),
    (Widget("checkbox", Rect(40, 100, 14, 14), True),),
)


def element(role: str, name: str, box: Rect, value: str = "", *states: str) -> Element:
    return Element(role, name, box, value, frozenset({"enabled", "sensitive", *states}), "program", 2, "")


def words(*elements: Element) -> str:
    return "\n".join(_element(one, Scale(SIZE, SIZE)) for one in elements)


def test_the_words_of_the_tool_are_read_back() -> None:
    one, other = told(
        words(
            element("check box", "Say “yes” at (1, 2), 3×4", Rect(10, 20, 30, 40), "", "checked"),
            element("entry", "", Rect(100, 200, 120, 24), "typed, value “x”", "focused"),
        )
        + "\nNo program on the screen describes itself."
    )
    assert (one.role, one.name, one.states) == ("check box", "Say “yes” at (1, 2), 3×4", frozenset({"checked"}))
    assert (one.box, other.box) == (Rect(10, 20, 30, 40), Rect(100, 200, 120, 24))
    assert (other.name, other.value, other.states) == ("", "typed, value “x”", frozenset({"focused"}))


def test_names_and_states_come_into_the_reading() -> None:
    scene = with_elements(
        SCREEN,
        told(
            words(
                element("push button", "Replace All", Rect(10, 10, 100, 30)),
                element("push button", "Undo", Rect(200, 10, 24, 24)),
                element("check box", "Wrap lines", Rect(38, 96, 110, 22)),
                element("frame", "notes - Editor", Rect(0, 0, 800, 600)),
            )
        ),
    )
    assert {line.text for line in scene.texts} == {"Replace All", "Undo", "Wrap lines"}
    assert next(line.box for line in scene.texts if line.text == "Undo") == Rect(200, 10, 24, 24)
    assert [widget.checked for widget in scene.widgets if widget.kind == "checkbox"] == [False]
    assert with_elements(SCREEN, ()).texts == SCREEN.texts


def test_what_an_open_menu_covers_is_left_out() -> None:
    entries = [
        element("menu item", name, Rect(300, 100 + 25 * row, 200, 25)) for row, name in enumerate(("Cut", "Replace"))
    ]
    scene = with_elements(SCREEN, told(words(*entries, element("push button", "Undo", Rect(320, 110, 30, 30)))))
    assert {"Cut", "Replace"} <= {line.text for line in scene.texts} and "Undo" not in {
        line.text for line in scene.texts
    }


def test_elements_are_asked_for_only_where_they_are_offered() -> None:
    computer = {"type": "computer_20251124", "name": "computer", "display_width_px": 800, "display_height_px": 600}
    offered = {"name": "elements", "description": "…", "input_schema": {}}
    assert not Dialect.of([computer]).elements
    dialect = Dialect.of([computer, offered])
    assert dialect.elements
    uses = dialect.encode((Call("screenshot"), Call("elements", tool="elements")), ["a", "b", "c"])
    assert [(use.name, dict(use.input)) for use in uses] == [("computer", {"action": "screenshot"}), ("elements", {})]
    assert traits_of(make_model("local")).also == () == traits_of(make_model("local-shell")).also
    assert make_model("local-shell").name == "local-shell"
    assert (make_model("local+elements").name, traits_of(make_model("local+elements")).also) == (
        "local+elements",
        ("elements",),
    )
