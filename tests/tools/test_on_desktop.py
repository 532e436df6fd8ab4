"""The tools as a model uses them, on a real desktop behind its walls."""

from __future__ import annotations

from typing import Any

import pytest
from tests.conftest import OpenDesktop

from deskhand.desktop.actions import Drag
from deskhand.desktop.remote import RemoteDesktop
from deskhand.messages import ToolUse
from deskhand.screen.geometry import Point, Size
from deskhand.screen.png import png_size
from deskhand.tools.collection import HALTED, Tools
from deskhand.tools.interface import Proposal, ToolRun

pytestmark = pytest.mark.asyncio(loop_scope="session")


def single(action: str, **values: Any) -> ToolUse:
    return ToolUse(f"call-{action}", "computer", {"action": action, **values})


def member(name: str, id: str = "", **values: Any) -> ToolUse:
    return ToolUse(id or f"call-{name}", name, values, toolset_name="computer")


def bash(command: str) -> ToolUse:
    return ToolUse("call-bash", "bash", {"command": command})


def sizes(run: ToolRun) -> list[Size | None]:
    return [png_size(image.data) for image in run.result.images]


@pytest.fixture(scope="module")
async def editor_window(desktop: RemoteDesktop) -> RemoteDesktop:
    """The desktop with a text editor on an empty file, maximised."""
    await desktop.shell("touch ~/note.txt; mousepad ~/note.txt >/dev/null 2>&1 &")
    for _ in range(50):
        if any("note.txt" in window.title for window in await desktop.windows()):
            break
        await desktop.shell("sleep 0.1")
    return desktop


async def test_typed_text_reaches_a_program_and_its_file(editor_window: RemoteDesktop) -> None:
    tools = Tools(editor_window)
    words = "Hand: 日本 ä\n\tend"
    typed = await tools.run(single("type", text=words))
    assert typed.text.startswith(f"Typed {len(words)} characters. The screen changed: ")
    assert "note.txt" in typed.text and typed.outcome is not None and typed.outcome.changed
    saved = await tools.run(single("key", text="CTRL+s"))
    assert not saved.is_error and sizes(saved) == [Size(1280, 800)]
    view = ToolUse("v", "str_replace_based_edit_tool", {"command": "view", "path": "~/note.txt"})
    assert (await tools.run(view)).text == "     1\tHand: 日本 ä\n     2\t\tend"
    assert (await tools.run(bash("cat ~/note.txt"))).text.rstrip() == words


async def test_a_click_says_what_it_did(editor_window: RemoteDesktop) -> None:
    tools = Tools(editor_window)
    here = await tools.run(single("mouse_move", coordinate=[0, 0]))
    assert here.text.startswith("Moved the pointer to (0, 0).")
    again = await tools.run(single("mouse_move", coordinate=[0, 0]))
    assert again.text.startswith("Moved the pointer to (0, 0). Nothing on the screen changed.")
    assert (await tools.run(single("cursor_position"))).text == "X=0,Y=0"
    await tools.run(single("mouse_move", coordinate=[1279, 799]))
    assert (await tools.run(single("cursor_position"))).text == "X=1279,Y=799"
    proposal = await tools.describe(single("left_click"))
    assert (proposal.words, proposal.points) == ("Click where the pointer is", (Point(1279, 799),))
    key = await tools.run(single("key", text="no_such_key"))
    assert key.is_error and "no_such_key" in key.text and not key.result.images


async def test_every_action_answers_with_a_picture_but_the_pointers_position(editor_window: RemoteDesktop) -> None:
    tools = Tools(editor_window)
    at = {"coordinate": [640, 400]}
    calls: dict[str, dict[str, Any]] = {
        "screenshot": {},
        "mouse_move": at,
        "left_click": at | {"text": "shift"},
        "middle_click": at,
        "double_click": at,
        "triple_click": {},
        "left_click_drag": at | {"start_coordinate": [600, 300]},
        "left_mouse_down": {},
        "left_mouse_up": {},
        "scroll": at | {"scroll_direction": "down", "scroll_amount": 2},
        "hold_key": {"text": "shift", "duration": 0.05},
        "wait": {"duration": 0.05},
        "right_click": at,
        "key": {"text": "Escape"},
        "type": {"text": "x"},
        "cursor_position": {},
    }
    assert {*calls, "zoom"} == set(tools.computer.version.actions)
    for action, values in calls.items():
        run = await tools.run(single(action, **values))
        assert not run.is_error, run.text
        assert sizes(run) == ([] if action == "cursor_position" else [Size(1280, 800)])
        assert run.text or action == "screenshot"
        assert run.picture is None or run.picture.size == Size(1280, 800)


async def test_a_smaller_picture_has_its_own_pixels(desktop: RemoteDesktop) -> None:
    tools = Tools(desktop, "computer_20251124", picture_size=Size(640, 400))
    assert tools.definitions[0]["display_width_px"] == 640
    moved = await tools.run(single("mouse_move", coordinate=[639, 399]))
    assert moved.text.startswith("Moved the pointer to (639, 399).") and sizes(moved) == [Size(640, 400)]
    assert await desktop.pointer() == Point(1279, 799) == moved.proposal.points[0]
    assert (await tools.run(single("cursor_position"))).text == "X=639,Y=399"
    outside = await tools.run(single("left_click", coordinate=[640, 0]))
    assert outside.is_error and "outside the 640×400 screenshot" in outside.text
    zoomed = await tools.run(single("zoom", region=[0, 0, 64, 80]))
    assert sizes(zoomed) == [Size(320, 400)]
    assert zoomed.proposal.region is not None and zoomed.proposal.region.width == 128


async def test_the_first_version_moves_then_acts(desktop: RemoteDesktop) -> None:
    tools = Tools(desktop, "computer_20241022")
    assert [entry["type"] for entry in tools.definitions] == [
        "computer_20241022",
        "bash_20241022",
        "text_editor_20241022",
    ]
    assert tools.betas == ("computer-use-2024-10-22",)
    await tools.run(single("mouse_move", coordinate=[100, 120]))
    proposal = await tools.describe(single("left_click_drag", coordinate=[150, 160]))
    assert proposal.action == Drag((Point(100, 120), Point(150, 160)))
    assert (await tools.run(single("left_click_drag", coordinate=[150, 160]), proposal)).text.startswith(
        "Dragged from (100, 120) to (150, 160)."
    )


async def test_a_toolset_batch_runs_in_order_and_shows_the_screen_at_its_end(editor_window: RemoteDesktop) -> None:
    tools = Tools(editor_window, "computer_toolset_20260801", disabled=frozenset({"zoom"}))
    assert tools.definitions[0] == {"type": "computer_toolset_20260801", "configs": {"zoom": {"enabled": False}}}
    assert tools.betas == ()
    calls = [
        member("key", "1", text="ctrl+a"),
        member("type", "2", text="one"),
        bash("echo between"),
        member("screenshot", "3"),
        member("key", "4", text="Return", repeat=2),
    ]
    runs = await tools.run_batch(calls)
    assert [run.result.toolset_name for run in runs] == ["computer", "computer", None, "computer", "computer"]
    assert [len(run.result.images) for run in runs] == [0, 0, 0, 1, 1]
    assert runs[4].text.startswith("Pressed Return 2 times. The screen changed: ")
    assert all(run.picture is not None for run in runs if run.result.toolset_name)


async def test_a_batch_stops_at_the_first_failure(desktop: RemoteDesktop) -> None:
    tools = Tools(desktop, "computer_toolset_20260801")
    calls = [
        member("mouse_move", "1", coordinate=[5, 5]),
        member("left_click", "2", coordinate=[5, 5000]),
        bash("echo still"),
        member("mouse_move", "3", coordinate=[50, 50]),
        member("screenshot", "4"),
    ]
    runs = await tools.run_batch(calls)
    assert [run.is_error for run in runs] == [False, True, False, True, True]
    assert runs[2].text == "still"
    assert [run.text for run in runs[3:]] == [HALTED, HALTED]
    assert HALTED == "Not executed: an earlier computer action in this turn failed."
    assert all(run.result.toolset_name == "computer" for run in (runs[1], runs[3]))
    assert await desktop.pointer() == Point(5, 5)


async def test_a_reviewer_is_asked_before_each_call_and_a_refusal_halts(desktop: RemoteDesktop) -> None:
    tools = Tools(desktop, "computer_toolset_20260801")
    await tools.run(member("mouse_move", coordinate=[7, 7]))
    asked: list[str] = []

    async def review(proposal: Proposal) -> str | None:
        asked.append(proposal.words)
        return "A person said no." if proposal.name == "left_click" else None

    calls = [member("left_click", "1", coordinate=[9, 9]), member("mouse_move", "2", coordinate=[8, 8]), bash("true")]
    runs = await tools.run_batch(calls, review)
    assert asked == ["Click at (9, 9)", "Run `true`"]
    assert [run.text for run in runs] == ["A person said no.", HALTED, "[no output]"]
    assert await desktop.pointer() == Point(7, 7)


async def test_calls_that_fit_no_tool_get_a_sentence(desktop: RemoteDesktop) -> None:
    tools = Tools(desktop, "computer_toolset_20260801", bash=False)
    for call, words in (
        (
            ToolUse("1", "bash", {"command": "ls"}),
            "There is no tool 'bash'. Available tools: computer_toolset_20260801",
        ),
        (ToolUse("2", "left_click", {}), "no tool 'left_click'"),
        (ToolUse("3", "left_click", {}, toolset_name="browser"), "no toolset 'browser'"),
        (member("fly"), "no computer toolset member 'fly'"),
        (ToolUse("5", "left_click", [], toolset_name="computer"), "must be a JSON object"),  # type: ignore[arg-type]
    ):
        run = await tools.run(call)
        assert run.is_error and words in run.text and not run.result.images
        assert run.result.tool_use_id == call.id and run.result.toolset_name == call.toolset_name


async def test_a_large_screen_is_shown_as_large_as_the_api_leaves_alone(open_desktop: OpenDesktop) -> None:
    large = await open_desktop(size=Size(2560, 1600))
    tools = Tools(large)
    assert tools.picture_size == Size(1389, 868)
    run = await tools.run(single("left_click", coordinate=[1388, 867]))
    assert sizes(run) == [Size(1389, 868)] and run.text.startswith("Clicked at (1388, 867).")
    assert await large.pointer() == Point(2559, 1599)
    await tools.run(single("mouse_move", coordinate=[0, 0]))
    assert await large.pointer() == Point(0, 0)
    toolset = Tools(large, "computer_toolset_20260801")
    looked = await toolset.run(member("screenshot"))
    assert sizes(looked) == [toolset.picture_size] == [Size(2420, 1512)]


async def test_the_desktops_extra_tools(editor_window: RemoteDesktop) -> None:
    tools = Tools(editor_window, also=["windows", "focus_window", "elements", "read_clipboard", "set_clipboard"])

    async def use(name: str, **values: Any) -> str:
        run = await tools.run(ToolUse("call", name, values))
        assert not run.is_error, run.text
        return run.text

    assert "16 characters" in await use("set_clipboard", text="クリップ board ✂️ ok")
    assert await use("read_clipboard") == "クリップ board ✂️ ok"
    line = next(line for line in (await use("windows")).splitlines() if "note.txt" in line)
    assert "(Mousepad)" in line and " at (" in line
    await use("focus_window", window=int(line.partition(":")[0]))
    file_menu = next(line for line in (await use("elements")).splitlines() if "menu “File”" in line)
    x, y = (int(number) for number in file_menu.partition(" at (")[2].partition(")")[0].split(", "))
    opened = await tools.run(single("left_click", coordinate=[x, y]))
    waited = await tools.run(single("wait", duration=1))
    assert opened.outcome is not None and waited.outcome is not None
    assert opened.outcome.changed or waited.outcome.changed
    await tools.run(single("key", text="Escape"))
    wrong = await tools.run(ToolUse("call", "focus_window", {"window": 1}))
    assert wrong.is_error and wrong.text
    with pytest.raises(ValueError, match="two tools are called"):
        Tools(editor_window, also=["windows", "windows"])
