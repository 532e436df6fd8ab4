"""Jobs in a terminal become the shell command that does them, or are left to the other readers."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.models.local.shell_wishes import ENGLISH, JAPANESE, LEFT

from deskhand.agent.run import run_task
from deskhand.models.local.plan import plan
from deskhand.models.local.prompted import waits_only
from deskhand.models.local.steps import OpenProgram, Plan, RunCommand, Tell
from deskhand.models.local.understand.shell.reader import by_shell

TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Co", "Zl", "Zp"], exclude_characters="“”「」"),
    min_size=1,
    max_size=30,
).filter(lambda text: text == text.strip() and text.strip(" .…") != "")


def command_of(wish: str) -> str:
    found = plan(wish)
    assert isinstance(found, Plan), found
    assert isinstance(found.steps[1], RunCommand), found
    (command,) = found.steps[1].command
    assert isinstance(command, str)
    return command


@pytest.mark.parametrize("cases", [ENGLISH, JAPANESE], ids=["en", "ja"])
def test_a_job_becomes_its_command(cases: list[tuple[str, str, bool]]) -> None:
    for wish, command, tells in cases:
        found = plan(wish)
        assert isinstance(found, Plan), wish
        assert found.steps == (OpenProgram("terminal"), RunCommand((command,)), *((Tell(),) if tells else ())), wish


def test_a_terminal_by_its_name_keeps_it() -> None:
    for wish in ("In Sakura, count the words in a.txt.", "Sakuraで a.txt の単語数を数えて"):
        found = plan(wish)
        assert isinstance(found, Plan)
        assert [(named.kind, named.name) for named in found.named] == [("terminal", "Sakura")]


def test_a_terminal_by_another_name_is_told_by_its_prompt() -> None:
    for wish, command in (
        (
            "In Murmel, count the lines of a.txt in the shared folder and save the number as n.txt in the same folder.",
            "(set -C; wc -l < /home/user/Shared/a.txt > /home/user/Shared/n.txt)",
        ),
        (
            "Murmel で、共有フォルダーの Alt フォルダーを圧縮して、共有フォルダーに alt.tar.gz を作ってください。",
            "(set -C; tar -cz -C /home/user/Shared Alt > /home/user/Shared/alt.tar.gz)",
        ),
        (
            "端末 Murmel で、共有フォルダーの Alt フォルダーにあるファイルを全部 Neu フォルダーに移動してください。",
            "mkdir -p /home/user/Shared/Neu && mv -nv /home/user/Shared/Alt/* /home/user/Shared/Neu/",
        ),
    ):
        found = plan(wish)
        assert isinstance(found, Plan), wish
        assert (found.at_prompt or found).steps[1] == RunCommand((command,))
    assert waits_only(["~$", "I"])
    assert waits_only(["user@desk:~/Shared$"])
    assert not waits_only(["File Edit View", "Price $ 20"])
    assert not waits_only(["$ 2", "All of it is here"])


def test_what_is_no_job_of_a_shell_or_not_wholly_understood_is_left() -> None:
    assert [wish for wish in LEFT if by_shell(wish) is not None] == []


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_a_text_reaches_the_file_as_it_was_quoted(text: str) -> None:
    for wish in (f"In the terminal, add “{text}” to log.txt", f"端末で「{text}」を log.txt に追記して"):
        assert shlex.split(command_of(wish)) == ["printf", "%s\\n", text, ">>", "log.txt"]


def shell(command: str, folder: Path) -> str:
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C.UTF-8"}
    )
    return done.stdout.strip()


def test_the_commands_do_what_was_asked(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("pear\nap.ple\napxple\npear\n")
    (tmp_path / "b.txt").write_text("precious\n")
    (tmp_path / "big.dat").write_text("x" * 999)
    for wish, answer in {
        "In the terminal, how many lines of a.txt contain “ap.”?": "1",
        "In the terminal, count the lines in a.txt": "4",
        "端末で a.txt に「pear」は何回出てくるか数えて": "2",
        "In the terminal, what is the largest file here?": "big.dat",
        "In the terminal, how many txt files are there?": "2",
        "ターミナルで a.txt の最後の1行を表示して": "pear",
    }.items():
        assert shell(command_of(wish), tmp_path) == answer, wish
    shell(command_of("In the terminal, replace “ap.” with “a/&” in a.txt"), tmp_path)
    assert (tmp_path / "a.txt").read_text() == "pear\na/&ple\napxple\npear\n"
    shell(command_of("In the terminal, remove the duplicate lines from a.txt and save it as c.txt"), tmp_path)
    assert (tmp_path / "c.txt").read_text() == "pear\na/&ple\napxple\n"


@pytest.mark.parametrize(
    "wish",
    [
        "In the terminal, sort a.txt and save it as b.txt",
        "端末で a.txt を b.txt にコピーして",
        "In the terminal, rename a.txt to b.txt",
        "端末で「new」と b.txt に書き込んで",
        "In the terminal, compress a.txt into b.zip",
        "In the terminal, join a.txt and b.txt into b.txt",
    ],
)
def test_a_file_that_is_there_stays(wish: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("new\n")
    for name in ("b.txt", "b.zip"):
        (tmp_path / name).write_text("precious\n")
    shell(command_of(wish), tmp_path)
    assert [(tmp_path / name).read_text() for name in ("b.txt", "b.zip")] == ["precious\n"] * 2


@pytest.mark.slow
@pytest.mark.timeout(400)
@pytest.mark.parametrize("inside", ["xterm", "Sakura"])
async def test_a_job_is_done_in_a_real_terminal(inside: str, tmp_path: Path) -> None:
    share = tmp_path / "share"
    share.mkdir()
    (share / "names.txt").write_text("Ulrike\nAnna\nMio\n")
    wish = f"In {inside}, sort names.txt alphabetically and save it as sorted.txt in the shared folder."
    done = await run_task(wish, share=share, record=tmp_path / "runs", max_minutes=3)
    assert (share / "sorted.txt").read_text() == "Anna\nMio\nUlrike\n", done.answer
    asked = await run_task(
        f"{inside}で共有フォルダーの names.txt は何行ありますか", share=share, record=tmp_path / "runs", max_minutes=3
    )
    assert asked.answer.splitlines()[0] == "3", asked.answer
