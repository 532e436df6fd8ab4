"""At a real desktop: the file behind a window is read and changed where the window does not let it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from deskhand.agent.run import run_task
from deskhand.models.local.behind.file import named, size_in

XML = (
    '<office:document-content><office:body><text:p>Rubbish: <text:span>Wednesday</text:span></text:p>'
    "<text:p>Market: Saturday</text:p></office:body></office:document-content>"
)  # fmt: skip


async def test_a_question_is_answered_out_of_the_file(tmp_path: Path):
    share = tmp_path / "share"
    share.mkdir()
    with zipfile.ZipFile(share / "village.odt", "w") as packed:
        packed.writestr("content.xml", XML)
    question = "On which day is the rubbish collected? It stands in village.odt in the shared folder."
    result = await run_task(question, share=share, record=tmp_path / "runs", max_minutes=2)
    assert result.status == "done" and "Wednesday" in result.answer and "Saturday" not in result.answer, result.answer


@pytest.mark.slow
async def test_a_program_that_is_not_there_is_said_and_not_gone_round(tmp_path: Path):
    share = tmp_path / "share"
    share.mkdir()
    (share / "list.txt").write_text("milk\n")
    wish = 'Open list.txt in nosucheditor, add a line "eggs" at the end and save the file.'
    result = await run_task(wish, share=share, record=tmp_path / "runs", max_minutes=2)
    told = (share / "list.txt").read_text()
    assert (result.status, told) == ("asks", "milk\n") and "nosucheditor" in result.answer, result.answer


def test_files_are_named():
    assert named("tilde で開いている shopping.txt の最後に「卵」を") == ("shopping.txt",)
    assert named("開いているmap.pngと「運動会.txt」") == ("運動会.txt", "map.png")
    assert named("write to ann@post.example or v2.5") == ()


def test_the_size_stands_in_a_pictures_head():
    png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (640).to_bytes(4, "big") + (480).to_bytes(4, "big")
    gif = b"GIF89a" + (30).to_bytes(2, "little") + (20).to_bytes(2, "little")
    jpeg = b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x0b\x08" + (90).to_bytes(2, "big") + (120).to_bytes(2, "big") + b"\0\0"
    assert (size_in(png), size_in(gif), size_in(jpeg), size_in(b"text")) == ((640, 480), (30, 20), (120, 90), None)
