"""The editor, on real files: what it changes, what it leaves alone, and what it says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.tools.local_desktop import local_desktop

from deskhand.messages import ToolUse
from deskhand.tools.editor import EditorTool
from deskhand.tools.interface import ToolRun
from deskhand.tools.versions import VERSIONS

NEW, OLD = "text_editor_20250728", "text_editor_20241022"


class Edit:
    """Calls the tool and gives back what it answered."""

    def __init__(self, folder: Path, type: str = NEW, **options: Any) -> None:
        self.tool = EditorTool(local_desktop(folder), type, **options)

    async def __call__(self, **values: Any) -> str:
        run = await self.run(**values)
        assert not run.is_error, run.text
        return run.text

    async def fails(self, **values: Any) -> str:
        run = await self.run(**values)
        assert run.is_error and run.text and not run.result.images
        return run.text

    async def run(self, **values: Any) -> ToolRun:
        values = {key: str(value) if isinstance(value, Path) else value for key, value in values.items()}
        return await self.tool.run(await self.tool.describe(ToolUse("call", self.tool.version.name, values)))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "file.txt"


@pytest.fixture
def edit(tmp_path: Path) -> Edit:
    return Edit(tmp_path)


@pytest.mark.parametrize("type", [type for type, version in VERSIONS.items() if version.kind == "editor"])
async def test_every_version_has_its_name_and_commands(tmp_path: Path, file: Path, type: str) -> None:
    edit = Edit(tmp_path, type)
    assert edit.tool.definition() == {"type": type, "name": VERSIONS[type].name}
    await edit(command="create", path=file, file_text="one\ntwo\n")
    await edit(command="insert", path=file, insert_line=1, insert_text="x")
    await edit(command="insert", path=file, insert_line=0, new_str="y\n")
    await edit(command="str_replace", path=file, old_str="two", new_str="2")
    assert await edit(command="view", path=file) == "     1\ty\n     2\tone\n     3\tx\n     4\t2"
    run = await edit.run(command="undo_edit", path=file)
    assert run.is_error != ("undo_edit" in VERSIONS[type].actions)
    assert file.read_text() == ("y\none\nx\n2\n" if run.is_error else "y\none\nx\ntwo\n")


@pytest.mark.parametrize(
    ("before", "old", "new", "after"),
    [
        (b"all:\n\tcc -o a\t a.c  \n", "cc", "gcc", b"all:\n\tgcc -o a\t a.c  \n"),
        (b"a\r\nb\r\nc\r\n", "b", "B\nB2", b"a\r\nB\r\nB2\r\nc\r\n"),
        (b"a\r\nb\r\nc\r\n", "a\nb\n", "a\nX\n", b"a\r\nX\r\nc\r\n"),
        (b"a\r\nb\nc\r\nd", "a\nb\nc\n", "a\nb\nC\n", b"a\r\nb\nC\r\nd"),  # mixed: the kept ends are kept
        (b"a\r\nb\r\n", "a\r\nb", "a\r\nB", b"a\r\nB\r\n"),
        (b"old mac\rline\r", "mac\nline", "Mac\nLine", b"old Mac\rLine\r"),
        (b"no end", "end", "END", b"no END"),
        (b"x\n\n\ny", "\n\n\n", "\n", b"x\ny"),
        (b"a\nb\n", "a\n", "", b"b\n"),
        (b"\xef\xbb\xbftop\n", "top", "Top", b"\xef\xbb\xbfTop\n"),
        ("東京 a\n".encode("cp932") * 3 + b"z", "z", "終", "東京 a\n".encode("cp932") * 3 + "終".encode("cp932")),
        ("日本語のテスト\n".encode("euc_jp"), "テスト", "文", "日本語の文\n".encode("euc_jp")),
        ("これは\n".encode("iso2022_jp"), "は", "が", "これが\n".encode("iso2022_jp")),
        ("élève à Zoë\n".encode("latin-1"), "Zoë", "Noël", "élève à Noël\n".encode("latin-1")),
        ("héllo\n".encode("utf-16"), "hé", "é", "éllo\n".encode("utf-16")),
        (b"\xfe\xff" + "a😀\r\n".encode("utf-16-be"), "a", "b\n", b"\xfe\xff" + "b\r\n😀\r\n".encode("utf-16-be")),
        ("日本 ".encode() + b"\xff bad\n", "bad", "good", "日本 ".encode() + b"\xff good\n"),
        (b"a\0".replace(b"\0", b"\x1b[1m"), "a", "b", b"b\x1b[1m"),
    ],
)
async def test_replace_touches_only_what_it_is_asked_to(
    edit: Edit, file: Path, before: bytes, old: str, new: str, after: bytes
) -> None:
    file.write_bytes(before)
    await edit(command="str_replace", path=file, old_str=old, new_str=new)
    assert file.read_bytes() == after


@pytest.mark.parametrize(
    ("before", "line", "text", "after"),
    [
        (b"a\nb\n", 0, "x", b"x\na\nb\n"),
        (b"a\nb\n", 1, "x\n", b"a\nx\nb\n"),
        (b"a\nb\n", 2, "x", b"a\nb\nx\n"),
        (b"a\nb", 2, "x", b"a\nb\nx"),
        (b"a\nb", 1, "x\ny", b"a\nx\ny\nb"),
        (b"", 0, "x", b"x\n"),
        (b"a\r\nb\r\n", 1, "x\ny\n", b"a\r\nx\r\ny\r\nb\r\n"),
        (b"a\rb\r", 1, "x", b"a\rx\rb\r"),
        (b"\xef\xbb\xbfa\n", 0, "x", b"\xef\xbb\xbfx\na\n"),
        ("あ\n".encode("euc_jp"), 1, "い", "あ\nい\n".encode("euc_jp")),
    ],
)
async def test_insert_puts_whole_lines(
    edit: Edit, file: Path, before: bytes, line: int, text: str, after: bytes
) -> None:
    file.write_bytes(before)
    await edit(command="insert", path=file, insert_line=line, insert_text=text)
    assert file.read_bytes() == after


async def test_a_passage_must_stand_there_exactly_once(edit: Edit, file: Path) -> None:
    file.write_text("one\n\ttwo three\none two\n\naaa\n")
    said = await edit.fails(command="str_replace", path=file, old_str="one", new_str="1")
    assert "2 times" in said and "lines 1, 3" in said
    assert "2 times" in await edit.fails(command="str_replace", path=file, old_str="aa", new_str="b")
    said = await edit.fails(command="str_replace", path=file, old_str="  two  three", new_str="")
    assert "other spaces" in said
    assert "does not stand" in await edit.fails(command="str_replace", path=file, old_str="four", new_str="")
    said = await edit.fails(command="str_replace", path=file, old_str="one two\nother", new_str="")
    assert "first line stands in line 3" in said
    assert "the same" in await edit.fails(command="str_replace", path=file, old_str="one", new_str="one")
    assert "empty" in await edit.fails(command="str_replace", path=file, old_str="", new_str="x")
    assert file.read_text() == "one\n\ttwo three\none two\n\naaa\n"


async def test_a_character_that_the_encoding_lacks_is_refused_exactly(edit: Edit, file: Path) -> None:
    before = "テスト\n".encode("cp932")
    file.write_bytes(before)
    said = await edit.fails(command="str_replace", path=file, old_str="テ", new_str="😀")
    assert "Shift-JIS" in said and "U+1F600" in said
    assert file.read_bytes() == before


@pytest.mark.parametrize("data", [b"\x7fELF\0\0", b"\x89PNG\r\n\x1a\n\0", bytes(range(1, 32)) * 9, b"\xff\xfe\x00"])
async def test_what_is_no_text_is_refused(edit: Edit, file: Path, data: bytes) -> None:
    file.write_bytes(data)
    for values in ({"command": "view"}, {"command": "insert", "insert_line": 0, "insert_text": "x"}):
        assert "bash" in await edit.fails(path=file, **values)
    assert file.read_bytes() == data


async def test_create_makes_folders_and_never_writes_over(edit: Edit, tmp_path: Path) -> None:
    place = tmp_path / "a/b/c.txt"
    assert "2 lines, 4 bytes" in await edit(command="create", path=place, file_text="é\nx")
    assert place.read_bytes() == "é\nx".encode()
    assert "exists already" in await edit.fails(command="create", path=place, file_text="other")
    assert "exists already" in await edit.fails(command="create", path=tmp_path, file_text="other")
    empty = tmp_path / "touched"
    empty.touch(0o600)
    await edit(command="create", path=empty, file_text="now")
    assert empty.read_text() == "now" and empty.stat().st_mode & 0o777 == 0o600


async def test_view_numbers_lines_and_keeps_to_its_range(edit: Edit, file: Path) -> None:
    file.write_bytes(b"\tone\ntwo  \n\nfour")
    assert await edit(command="view", path=file) == "     1\t\tone\n     2\ttwo  \n     3\t\n     4\tfour"
    assert await edit(command="view", path=file, view_range=[2, 3]) == "     2\ttwo  \n     3\t"
    assert await edit(command="view", path=file, view_range=[4, -1]) == "     4\tfour"
    assert await edit(command="view", path=file, view_range="[1, 99]") == await edit(command="view", path=file)
    for wrong in ([0, 2], [5, 6], [3, 2], [1], "x", [1.5, 2], [True, 2]):
        assert "view_range" in await edit.fails(command="view", path=file, view_range=wrong)
    file.write_bytes(b"")
    assert "empty file" in await edit(command="view", path=file)
    file.write_bytes("一\r\n".encode("cp932") * 3)
    said = await edit(command="view", path=file)
    assert "Shift-JIS" in said and "\\r\\n" in said and "     3\t一" in said and "\r" not in said


async def test_a_long_view_is_cut_and_says_where(tmp_path: Path, file: Path) -> None:
    file.write_text("".join(f"line {number}\n" for number in range(1, 1001)))
    edit = Edit(tmp_path, max_characters=100)
    assert edit.tool.definition()["max_characters"] == 100
    said = await edit(command="view", path=file)
    assert said.count("\n") == 8 and "characters are left out, from line 8 of 1000" in said
    assert "max_characters" not in Edit(tmp_path, OLD, max_characters=5).tool.definition()


async def test_a_folder_is_listed_two_levels_deep(edit: Edit, tmp_path: Path) -> None:
    (tmp_path / "a/b/c").mkdir(parents=True)
    (tmp_path / "a/.git").mkdir()
    (tmp_path / "z.txt").touch()
    said = await edit(command="view", path=tmp_path)
    assert said.splitlines()[1:] == [f"{tmp_path}/a/", f"{tmp_path}/a/b/", f"{tmp_path}/z.txt"]
    assert "is a folder" in await edit.fails(command="view", path=tmp_path, view_range=[1, 2])
    assert "is a folder" in await edit.fails(command="str_replace", path=tmp_path, old_str="a", new_str="b")
    assert "does not exist" in await edit.fails(command="view", path=tmp_path / "none")


async def test_undo_goes_back_step_by_step_and_not_over_others(tmp_path: Path, file: Path) -> None:
    edit = Edit(tmp_path, OLD)
    file.write_bytes(b"1\r\n")
    await edit(command="str_replace", path=file, old_str="1", new_str="2")
    await edit(command="insert", path=file, insert_line=1, new_str="x")
    await edit(command="undo_edit", path=f"{tmp_path}/./../{tmp_path.name}/{file.name}")
    assert file.read_bytes() == b"2\r\n"
    file.write_bytes(b"someone else\n")
    assert "changed by something else" in await edit.fails(command="undo_edit", path=file)
    file.write_bytes(b"2\r\n")
    await edit(command="undo_edit", path=file)
    assert file.read_bytes() == b"1\r\n"
    assert "no edit" in await edit.fails(command="undo_edit", path=file)


async def test_an_edit_shows_its_surroundings(edit: Edit, file: Path) -> None:
    file.write_text("".join(f"{number}\n" for number in range(1, 21)))
    said = await edit(command="str_replace", path=file, old_str="10\n", new_str="ten\nten\n")
    shown = [line.partition("\t")[2] for line in said.splitlines()[1:]]
    assert shown == ["6", "7", "8", "9", "ten", "ten", "11", "12", "13", "14"]
    said = await edit(command="insert", path=file, insert_line=0, insert_text="\n".join("x" * 500))
    assert "lines not shown" in said and said.count("\n") < 70


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "'command' is missing"),
        ({"command": "delete", "path": "/x"}, "no command 'delete'"),
        ({"command": ["view"], "path": "/x"}, "no command"),
        ({"command": "view"}, "'path' is missing"),
        ({"command": "view", "path": ""}, "path is empty"),
        ({"command": "view", "path": 7.5}, "does not exist"),
        ({"command": "view", "path": ["/x"]}, "path must be a string"),
        ({"command": "view", "path": "/x\0y"}, "NUL"),
        ({"command": "view", "path": "/x", "old_str": "a"}, '"old_str" is not accepted'),
        ({"command": "create", "path": "/x"}, "'file_text' is missing"),
        ({"command": "create", "path": "/x", "file_text": "\ud800"}, "surrogate"),
        ({"command": "insert", "path": "/x", "insert_line": 1}, "'insert_text' is missing"),
        ({"command": "insert", "path": "/x", "insert_line": -1, "insert_text": "a"}, "insert_line must be 0"),
        ({"command": "insert", "path": "/x", "insert_line": 1, "insert_text": "a", "new_str": "b"}, "two names"),
    ],
)
async def test_wrong_inputs_get_a_sentence(edit: Edit, values: dict[str, Any], words: str) -> None:
    assert words in await edit.fails(**values)


async def test_insert_outside_the_file_names_its_lines(edit: Edit, file: Path) -> None:
    file.write_text("a\nb\n")
    said = await edit.fails(command="insert", path=file, insert_line=3, insert_text="x")
    assert "has 2 lines: 0 (the top) to 2 (the end)" in said
