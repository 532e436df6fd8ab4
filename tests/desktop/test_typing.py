"""Text typed into real programs is read back exactly: the proof that typing works is what the program has."""

from __future__ import annotations

import pytest
import pytest_asyncio
from tests.desktop import programs
from tests.desktop.texts import TEXTS

from deskhand.desktop.actions import Key, Type

EVERYTHING = "\n".join(text.strip() for text in TEXTS.values())
"""No line begins with a space: editors would indent the following ones."""
STARTS = {
    "gtk": programs.editor,
    "qt": programs.qt,
    "xterm": programs.terminal,
    "tk": programs.tk,
    "input": lambda desktop: programs.browser(desktop, "input"),
    "textarea": lambda desktop: programs.browser(desktop, "textarea"),
    "editable": lambda desktop: programs.browser(desktop, "editable"),
    "office": programs.office,
}
COMMANDS = {"gtk": "mousepad", "qt": "featherpad", "xterm": "xterm", "tk": "wish", "office": "lowriter"}


@pytest_asyncio.fixture(autouse=True)
async def clean(desktop):
    yield
    await programs.close_front(desktop)


async def typed_and_read(desktop, program: str, text: str) -> str:
    command = COMMANDS.get(program, "chromium")
    if (await desktop.shell(f"command -v {command}", timeout=10)).exit_code:
        pytest.skip(f"{command} is not installed")
    read = await STARTS[program](desktop)
    await desktop.act(Type(text), picture=False)
    return await read()


@pytest.mark.parametrize(
    "program",
    ["gtk", "xterm", "textarea", *(pytest.param(each, marks=pytest.mark.slow) for each in ("qt", "tk", "office"))],
)
async def test_everything_at_once(desktop, program):
    assert await typed_and_read(desktop, program, EVERYTHING) == EVERYTHING


@pytest.mark.slow
async def test_an_office_takes_keys_and_text_in_order(desktop):
    if (await desktop.shell("command -v lowriter", timeout=10)).exit_code:
        pytest.skip("lowriter is not installed")
    read = await programs.office(desktop)
    await desktop.act(Key("o n e Return t w o Return Return b"), picture=False)
    await desktop.act(Type("ook: Zażółć 世界\n“end”"), picture=False)
    assert await read() == "one\ntwo\n\nbook: Zażółć 世界\n“end”"


@pytest.mark.slow
@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("program", STARTS)
async def test_each_text_in_each_program(desktop, program, name):
    text = TEXTS[name].replace("\n", " ") if program == "input" else TEXTS[name]
    assert await typed_and_read(desktop, program, text) == text


@pytest.mark.slow
@pytest.mark.parametrize("layout", ["de", "jp"])
@pytest.mark.parametrize("program", ["gtk", "qt", "xterm", "tk", "textarea", "office"])
async def test_other_layouts(desktop, program, layout):
    await desktop.shell(f"setxkbmap {layout}", timeout=10)
    try:
        assert await typed_and_read(desktop, program, EVERYTHING) == EVERYTHING
    finally:
        await desktop.shell("setxkbmap us", timeout=10)


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize("program", ["gtk", "qt", "xterm", "tk", "textarea", "office"])
async def test_ten_thousand_characters(desktop, program):
    line = "The quick brown fox, 素早い茶色の狐が怠け者の犬を飛び越える。 Zażółć gęślą jaźń 0123456789 "
    text = "\n".join(line + str(number) for number in range(10_000 // len(line) + 1))
    assert await typed_and_read(desktop, program, text) == text
