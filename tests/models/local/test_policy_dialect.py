"""One action in every version of the computer tool."""

from __future__ import annotations

import pytest

from deskhand.models.local.dialect import Dialect, NoComputer
from deskhand.models.local.effects import Call
from deskhand.tools.versions import VERSIONS

CLICK = Call("triple_click", {"coordinate": [0, 9]})


def offered(version: str) -> dict[str, object]:
    return {"type": version} if "toolset" in version else {"type": version, "name": "computer"}


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        (
            "computer_20241022",  # no triple click, and a click carries no place
            [("mouse_move", {"coordinate": [0, 9]}), ("double_click", {}), ("left_click", {})],
        ),
        ("computer_20250124", [("triple_click", {"coordinate": [0, 9]})]),
        ("computer_20251124", [("triple_click", {"coordinate": [0, 9]})]),
        ("computer_toolset_20260801", [("triple_click", {"coordinate": [0, 9]}), ("screenshot", {})]),
    ],
)
def test_a_click_in_every_version(version: str, expected: list[tuple[str, dict[str, object]]]):
    dialect = Dialect.of([offered(version)])
    uses = dialect.encode([CLICK], [f"id{n}" for n in range(dialect.needed([CLICK]))])
    spoken = []
    for use in uses:
        fields = dict(use.input)
        name = use.name if use.toolset_name == "computer" else fields.pop("action")
        assert use.toolset_name == "computer" or use.name == "computer"
        assert name in VERSIONS[version].actions
        spoken.append((name, fields))
    assert spoken == expected


@pytest.mark.parametrize(
    "call",
    [
        Call("scroll", {"coordinate": [5, 5], "scroll_direction": "down", "scroll_amount": 3}),
        Call("wait", {"duration": 1}),
        Call("left_click_drag", {"start_coordinate": [1, 2], "coordinate": [3, 4]}),
        Call("key", {"text": "ctrl+s"}),
    ],
)
@pytest.mark.parametrize("version", [name for name in VERSIONS if name.startswith("computer")])
def test_nothing_is_asked_of_a_version_that_it_lacks(version: str, call: Call):
    dialect = Dialect.of([offered(version)])
    for use in dialect.encode([call], [f"id{n}" for n in range(8)]):
        name = use.name if use.toolset_name else use.input["action"]
        assert name in VERSIONS[version].actions


def test_zoom_only_where_it_is_switched_on():
    assert not Dialect.of([offered("computer_20251124")]).zoom
    assert Dialect.of([{**offered("computer_20251124"), "enable_zoom": True}]).zoom
    toolset = offered("computer_toolset_20260801")
    assert Dialect.of([toolset]).zoom
    assert not Dialect.of([{**toolset, "configs": {"zoom": {"enabled": False}}}]).can("zoom")


def test_without_a_computer_there_is_nothing_to_do():
    with pytest.raises(NoComputer, match="offer it a computer tool"):
        Dialect.of([{"type": "bash_20250124", "name": "bash"}])
