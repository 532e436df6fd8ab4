"""Limits stop before they are passed; prices are those of the table or none."""

from __future__ import annotations

import pytest

from deskhand.agent.forecast import Forecast, forecast, overhead, same_beginning
from deskhand.agent.history import outgoing
from deskhand.agent.limits import Limits, Spent, reached
from deskhand.agent.prices import cost, image_tokens, price_of
from deskhand.messages import Image, ToolResult, ToolUse, Usage, assistant, user
from deskhand.models.interface import Reply, Request, Traits
from deskhand.screen.geometry import Size


@pytest.mark.parametrize(
    ("limits", "spent", "sentence"),
    [
        (Limits(3), Spent(steps=2), ""),
        (Limits(3), Spent(steps=3), "The limit of 3 steps is reached."),
        (Limits(None, 1), Spent(seconds=40, largest_seconds=19), ""),
        (Limits(None, 1), Spent(seconds=40, largest_seconds=21), "would pass the limit of 1 minute."),
        (Limits(None, 0.5), Spent(seconds=30), "The limit of 0.5 minutes is reached."),
        (Limits(None, None, 1.0), Spent(usd=0.9, largest_usd=0.09), ""),
        (Limits(None, None, 1.0), Spent(usd=0.93, largest_usd=0.09), "would pass the limit of $1."),
        (Limits(None, None, None), Spent(steps=10**6, seconds=1e9, usd=1e9), ""),
    ],
)
def test_a_limit_stops_before_it_is_passed(limits: Limits, spent: Spent, sentence: str):
    reason = reached(limits, spent)
    assert reason.endswith(sentence) and bool(reason) == bool(sentence)


def test_the_first_step_counts_by_the_size_of_its_request():
    assert "next step (about $0.0300)" in reached(Limits(usd=0.02), Spent(), next_usd=0.03)


@pytest.mark.parametrize("wrong", [{"steps": 0}, {"minutes": -1.0}, {"usd": 0.0}, {"minutes": float("nan")}])
def test_a_limit_of_nothing_is_no_limit(wrong: dict[str, float]):
    with pytest.raises(ValueError, match="must be more than 0"):
        Limits(**wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("model", "usd"),
    [
        ("claude-opus-5-5", 4 + 20 + 5 + 0.20),
        ("claude-opus-5", 5 + 25 + 6.25 + 0.50),
        ("claude-opus-4-5-20251101", 5 + 25 + 6.25 + 0.50),
        ("claude-opus-4-1-20250805", 15 + 75 + 18.75 + 1.50),
        ("claude-sonnet-5-5", 2 + 10 + 2.50 + 0.10),
        ("claude-sonnet-5", 2 + 10 + 2.50 + 0.20),
        ("claude-sonnet-4-5-20250929", 3 + 15 + 3.75 + 0.30),
        ("claude-sonnet-4-20250514", 3 + 15 + 3.75 + 0.30),
        ("claude-haiku-4-5", 1 + 5 + 1.25 + 0.10),
        ("claude-haiku-5-5", 0.50 + 2.50 + 0.625 + 0.05),
        ("claude-fable-5-1", 10 + 50 + 12.50 + 0.25),
        ("bedrock:us.anthropic.claude-sonnet-4-5-20250929-v1:0", 3 + 15 + 3.75 + 0.30),
        ("vertex:claude-opus-4-5@20251101", 5 + 25 + 6.25 + 0.50),
    ],
)
def test_a_million_tokens_of_each_kind(model: str, usd: float):
    assert cost(model, Usage(10**6, 10**6, 10**6, 10**6)) == pytest.approx(usd)


def test_haiku_has_two_prices_by_the_length_of_the_prompt():
    short, long = price_of("claude-haiku-5-5", 100_000), price_of("claude-haiku-5-5", 100_001)
    assert short is not None and long is not None and long.input == 5 * short.input


@pytest.mark.parametrize(
    "model", ["local", "scripted", "claude-opus-9", "claude-fable-5-2", "gpt-5", "claude-opus-5@http://h"]
)
def test_no_price_is_better_than_a_guessed_one(model: str):
    assert cost(model, Usage(1000, 1000)) is None


def png_header(size: Size) -> bytes:
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + size.width.to_bytes(4, "big") + size.height.to_bytes(4, "big") + b"\0" * 9


@pytest.mark.parametrize(("size", "tokens"), [("1024x768", 1036), ("1280x800", 1334), ("1920x1080", 2691)])
def test_tokens_of_an_image(size: str, tokens: int):
    assert image_tokens(Image(png_header(Size.parse(size)))) == tokens


def test_a_forecast_counts_tools_pictures_and_text():
    tools = ({"type": "computer_20251124"}, {"type": "bash_20250124"})
    picture = user(ToolResult("t", (Image(png_header(Size(1280, 800))),)))
    usd = forecast("claude-sonnet-4-6", (user("x" * 300), picture), tools, "")
    assert usd == pytest.approx(((1234 + 244 + 1334 + 100) * 3 + 400 * 15) / 1e6)


@pytest.mark.parametrize(
    ("model", "types", "tokens"),
    [
        ("claude-3-5-sonnet-20241022", ("computer_20241022",), 499 + 683),
        ("claude-3-5-sonnet-20241022", ("bash_20241022", "text_editor_20241022"), 466 + 245 + 700),
        ("claude-sonnet-4-5-20250929", ("computer_20250124", "bash_20250124"), 499 + 735 + 244),
        ("claude-opus-4-6", ("bash_20250124",), 497 + 244),
        ("claude-opus-4-7", ("bash_20250124",), 675 + 325),
        ("claude-opus-4-8", ("computer_toolset_20260801", "bash_20250124", "text_editor_20250728"), 4520 + 325 + 700),
        ("claude-sonnet-5", ("computer_toolset_20260801",), 4590),
        ("claude-opus-4-20250514", ("bash_20250124",), 313 + 244),
        ("claude-opus-5", (), 0),
    ],
)
def test_overheads_of_the_documentation(model: str, types: tuple[str, ...], tokens: int):
    assert overhead(model, [{"type": type} for type in types]) == tokens


def test_without_zoom_the_toolset_is_smaller():
    tool = {"type": "computer_toolset_20260801", "configs": {"zoom": {"enabled": False}}}
    assert overhead("claude-opus-5", [tool]) == 4520 - 410


def test_the_forecast_knows_when_the_cache_is_lost():
    """Leaving out old pictures makes one step ten times as dear as the last: a limit must see it coming."""
    traits = Traits(forgets=True, caches=True)
    forecast_, costs, before = Forecast("claude-sonnet-4-6", True), [], 0
    talk = [user("Do it.")]
    for number in range(25):
        use = ToolUse(f"t{number}", "computer", {"action": "screenshot"})
        talk += [assistant(use), user(ToolResult(f"t{number}", (Image(png_header(Size(1280, 800))),)))]
        request = Request(outgoing(talk, traits), ({"type": "computer_20251124"},), "Be brief.")
        costs.append(forecast_.next_usd(request))
        tokens = 1500 + 1340 * sum(len(result.images) for m in request.messages for result in m.tool_results)
        forecast_.learn(request, Reply((), "tool_use", Usage(0, 100, tokens - before, before)))
        before = tokens
    jumps = [number for number in range(1, 25) if costs[number] > 2 * costs[number - 1]]
    assert jumps == [number - 1 for number in range(2, 26) if number >= 20 and (number - 8) % 12 == 0]
    assert same_beginning(talk[:3], talk) and not same_beginning([user("Else.")], talk) and not same_beginning([], talk)
