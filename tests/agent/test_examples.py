"""Hints and examples: what a large model is shown before the task, from files or from a kept run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from deskhand.agent.examples import MOST_PICTURES, brief, load
from deskhand.agent.export import jsonl, trajectory
from deskhand.agent.journal import Reader
from deskhand.agent.prompt import system_prompt
from deskhand.agent.run import run_task
from deskhand.agent.transcript import conversation
from deskhand.desktop.interface import Desktop
from deskhand.messages import Image, Text
from deskhand.models.interface import Traits
from deskhand.models.scripted import ScriptedModel, Turn, call, computer
from deskhand.screen.geometry import Size

LARGE = Traits(ends_by_word=True)


async def test_a_kept_run_is_an_example_and_is_exported(desktop: Desktop, tmp_path: Path):
    turns: list[Turn] = [
        *([computer("screenshot")] for _ in range(8)),
        [call("bash", command="echo 7")],
        "It is 7.\nDONE",
    ]
    first = await run_task(
        "Find it.", model=ScriptedModel(turns, traits=LARGE), desktop=desktop, record=tmp_path / "runs", hint="Look."
    )
    model = ScriptedModel(["7\nDONE"], traits=LARGE)
    second = await run_task(
        "Find it again.", model=model, desktop=desktop, record=tmp_path / "runs", example=[first.folder],
        hint="It is near the top.",
    )  # fmt: skip
    shown = model.requests[0].messages[0]
    assert len(model.requests[0].messages) == 1 and shown.text.endswith("Find it again.")
    assert "Task: Find it." in shown.text and '"command": "echo 7"' in shown.text
    assert "<hint>\nIt is near the top.\n</hint>" in shown.text
    assert 1 <= sum(isinstance(block, Image) for block in shown.content) <= MOST_PICTURES
    reader = Reader(second.folder)
    assert conversation([entry.event for entry in reader.read()], reader.picture)[0] == shown
    reader.close()

    lines = [json.loads(line) for line in jsonl(first.folder)]
    assert [line["seq"] for line in lines] == list(range(1, len(lines) + 1)) and lines[-1]["event"] == "finished"
    run = trajectory(first.folder)
    assert (run["status"], run["task"], run["steps"]) == ("done", "Find it.", 10)
    assert [message["role"] for message in run["messages"]] == ["user", "assistant"] * 10
    pictures = {
        part["source"]["path"]
        for message in run["messages"]
        for block in message["content"]
        for part in block.get("content", ())
        if part["type"] == "image"
    }
    assert pictures and all((first.folder / name).read_bytes().startswith(b"\x89PNG") for name in pictures)
    assert len(json.dumps(run)) < 50_000


async def test_the_embedded_model_gets_the_task_alone(desktop: Desktop, tmp_path: Path):
    model = ScriptedModel(["Done."])
    await run_task("Do it.", model=model, desktop=desktop, record=tmp_path, hint="Slowly.")
    assert model.requests[0].messages[0].content == (Text("Do it."),)


def test_files_are_an_example(tmp_path: Path):
    import cv2
    import numpy as np

    (tmp_path / "01.txt").write_text("First I look.")
    cv2.imwrite(str(tmp_path / "02.png"), np.zeros((2000, 3000, 3), np.uint8))
    cv2.imwrite(str(tmp_path / "02b.jpg"), np.zeros((100, 100, 3), np.uint8))
    (tmp_path / "03.json").write_text('{"action": "left_click", "coordinate": [1, 2]}')
    blocks = load(tmp_path)
    assert [type(block).__name__ for block in blocks] == ["Text", "Image", "Image", "Text"]
    large, small = (block for block in blocks if isinstance(block, Image))
    pixels = cv2.imdecode(np.frombuffer(large.data, np.uint8), cv2.IMREAD_COLOR)
    assert pixels is not None and max(pixels.shape) <= 1568
    assert small.media_type == "image/jpeg"
    assert brief("", []) == ()
    assert sum(isinstance(block, Image) for block in brief("h", [blocks] * 9)) == MOST_PICTURES


def test_what_is_wrong_with_an_example_is_said(tmp_path: Path):
    with pytest.raises(ValueError, match="is no folder"):
        load(tmp_path / "none")
    with pytest.raises(ValueError, match="nothing to show"):
        load(tmp_path)
    (tmp_path / "1.json").write_text("{")
    with pytest.raises(ValueError, match=r"1\.json cannot be read"):
        load(tmp_path)
    (tmp_path / "1.json").unlink()
    (tmp_path / "1.png").write_bytes(b"no")
    with pytest.raises(ValueError, match="no picture"):
        load(tmp_path)


def test_credentials_are_named_and_never_told():
    prompt = system_prompt(Size(1280, 800), credentials=("shop_password",))
    assert "<robot_credentials>" in prompt and "shop_password" in prompt
    assert "robot_credentials" not in system_prompt(Size(1280, 800))
