"""A program's own tools."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import pytest
from pydantic import Field

from deskhand.messages import Image, Text, ToolUse
from deskhand.tools.custom import FunctionTool
from deskhand.tools.interface import ToolError, ToolRun


async def weather(
    city: str, unit: Literal["C", "F"] = "C", days: Annotated[int, Field(ge=1, description="How many")] = 1
) -> str:
    """The weather of a city."""
    if city == "Atlantis":
        raise ToolError("there is no such city")
    return f"{city}: 20 {unit} for {days}"


async def call(tool: FunctionTool, **values: Any) -> ToolRun:
    return await tool.run(await tool.describe(ToolUse("call", tool.name, values)))


async def test_a_function_becomes_a_tool_with_its_schema() -> None:
    tool = FunctionTool(weather)
    definition = tool.definition()
    assert (definition["name"], definition["description"]) == ("weather", "The weather of a city.")
    schema = definition["input_schema"]
    assert schema["type"] == "object" and schema["required"] == ["city"]
    assert schema["properties"]["unit"]["enum"] == ["C", "F"]
    assert schema["properties"]["days"]["description"] == "How many"
    run = await call(tool, city="Oslo", unit="F")
    assert (run.text, run.is_error) == ("Oslo: 20 F for 1", False)
    assert run.proposal.words == "Use weather with city 'Oslo', unit 'F'"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "city: Field required"),
        ({"city": "Oslo", "days": 0}, "days: Input should be greater than or equal to 1"),
        ({"city": "Oslo", "town": "x"}, "town: Extra inputs are not permitted"),
        ({"city": "Atlantis"}, "there is no such city"),
    ],
)
async def test_wrong_inputs_and_failures_are_sentences(values: dict[str, Any], words: str) -> None:
    run = await call(FunctionTool(weather), **values)
    assert run.is_error and words in run.text


async def test_a_tool_may_answer_with_pictures_and_describe_itself() -> None:
    async def chart(of: str) -> list[Text | Image]:
        return [Text(of), Image(b"png")]

    tool = FunctionTool(chart, name="draw", description="A chart.", words=lambda of: f"Draw {of}")
    run = await call(tool, of="sales")
    assert run.proposal.words == "Draw sales" and len(run.result.images) == 1


def test_what_cannot_be_a_tool_is_refused_at_once() -> None:
    async def untyped(city) -> str:
        """Says something."""
        return str(city)

    with pytest.raises(ValueError, match="'city' of the tool 'untyped' needs a type"):
        FunctionTool(untyped)
    with pytest.raises(ValueError, match="built-in"):
        FunctionTool(weather, name="bash")
