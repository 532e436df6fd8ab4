"""What is typed to a program that has the terminal: who reads it, what it asks, and what the words do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from deskhand.desktop.actions import Key, Type
from deskhand.desktop.remote import RemoteDesktop
from deskhand.guard import drawn
from deskhand.guard.consequence import terminal
from deskhand.guard.consequence.prompts import awaited
from deskhand.guard.consequence.sentences import Deed
from deskhand.guard.evidence import Evidence, Thing
from deskhand.guard.foreground import Foreground, Process, parsed, readers
from deskhand.guard.gather import Gatherer
from deskhand.guard.interface import Place
from deskhand.guard.typed import TypedLine
from deskhand.models.scripted import computer
from deskhand.screen.geometry import Point, Rect
from deskhand.tools.collection import Tools
from deskhand.vision.scene import TextLine

SURE = 0.5
"""From which confidence on the careful policy lets mild acts pass."""


def answer(running: str, lines: Sequence[str], text: str) -> tuple[str, bool, str]:
    """(consequence, whether it is sure, how it is told) of ``text`` and a Return."""
    evidence = Evidence(Place("XTerm"), running=(running,), texts=tuple(lines), typed=text)
    guess, deed = terminal.runs(text, evidence, Deed("Press Return", "Return"))
    return guess.consequence, guess.confidence >= SURE, deed.told("en")


STAGE = ["@@ -1 +1,2 @@", " print(1)", "+print(2)", "(1/1) Stage this hunk [y,n,q,a,d,e,?]?"]
MENU = ["1) List backups", "2) Restore over current files", "3) Delete old backups", "4) Quit", "Your choice:"]
NEW = ["The following NEW packages will be installed:", "  docs", "Do you want to continue? [Y/n]"]
HOST = [
    "The authenticity of host 'a.example' can't be established.",
    "Are you sure you want to continue connecting (yes/no)?",
]
ROUTER = ["1 show state  2 reboot  3 erase configuration  0 leave", ">"]
ASKING = "python3 -c \"input('> ')\""
APT = ["The following packages will be REMOVED:", "  docs tools", "Do you want to continue? [Y/n]"]


@pytest.mark.parametrize(
    ("running", "lines", "text", "does"),
    [
        ("rm -i notes.txt", ["rm: remove regular file 'notes.txt'?"], "y", "delete"),
        ("rm -i notes.txt", ["rm: remove regular file 'notes.txt'?"], "n", "free"),
        ("mv -i a b", ["mv: overwrite 'b'?"], "yes", "delete"),
        ("unzip a.zip", ["replace notes.txt? [y]es, [n]o, [A]ll, [N]one, [r]ename:"], "A", "delete"),
        ("git add -p", STAGE, "y", "free"),
        (ASKING, ROUTER, "1", "free"),
        (ASKING, ROUTER[:1], "1", "free"),
        (ASKING, ROUTER, "2", "settings"),
        (ASKING, ROUTER, "3", "delete"),
        (ASKING, ROUTER, "0", "free"),
        (ASKING, ["report.txt wo uwagaki shimasu ka? (y/n)"], "y", "unclear"),
        (ASKING, ["report.txt wo uwagaki shimasu ka? (y/n)"], "n", "free"),
        ("git add -p", STAGE, "q", "free"),
        ("apt remove docs", APT, "", "delete|install"),
        ("apt remove docs", APT, "n", "free"),
        ("sh fetch.sh", NEW, "y", "install"),
        ("sh fetch.sh", HOST, "yes", "accept"),
        ("sh publish.sh", ["Publish the catalogue now? [y/N]"], "", "free"),
        ("sh publish.sh", ["Publish the catalogue now? [y/N]"], "y", "send"),
        ("sh backups.sh", MENU, "1", "free"),
        ("sh backups.sh", MENU, "3", "delete"),
        ("sh backups.sh", MENU, "4", "free"),
        ("sh quiz.sh", ["What is the capital of Peru?"], "Lima", "free"),
        ("sh mail.sh", ["全員にメールを送信しますか？ [y/N]"], "y", "send"),
        ("vim notes.txt", ['"notes.txt" 3L, 22B'], ":q!", "delete"),
        ("vim notes.txt", ['"notes.txt" 3L, 22B'], ":wq", "save"),
        ("vim notes.txt", ['"notes.txt" 3L, 22B'], ":%s/milk/cream/g", "free"),
        ("vim notes.txt", ['"notes.txt" 3L, 22B'], ":!rm -rf ~/photos", "delete"),
        ("vim notes.txt", ["-- INSERT --"], ":q!", "free"),
        ("python3", [">>>"], "2**64", "free"),
        ("python3", [">>>"], "__import__('shutil').rmtree('photos')", "delete"),
        ("sqlite3 shop.db", ["sqlite>"], "select count(*) from vases;", "free"),
        ("sqlite3 shop.db", ["sqlite>"], "drop table vases;", "delete"),
        ("sqlite3 shop.db", ["sqlite>"], ".shell rm -r photos", "delete"),
        ("bc -l", [""], "240*0.19", "free"),
        ("less notes.txt", ["(END)"], "/milk", "free"),
        ("less notes.txt", ["(END)"], "!rm notes.txt", "delete"),
        ("tmux", ["user@box:~$"], "rm notes.txt", "delete"),
        ("sftp host.example", ["sftp>"], "put list.csv", "leave"),
        ("./wizard", [], "go", "unclear"),
    ],
)
def test_a_line_means_what_its_reader_makes_of_it(running: str, lines: Sequence[str], text: str, does: str):
    consequence, sure, _ = answer(running, lines, text)
    if does == "free":
        assert sure and consequence in ("observe", "navigate", "edit", "save")
    elif does == "unclear":
        assert not sure
    else:
        assert sure and consequence in does.split("|")


def test_a_person_reads_what_is_answered_to_what():
    _, _, told = answer("rm -i notes.txt", ["rm: remove regular file 'notes.txt'?"], "y")
    assert told == "Answer “y” to ‘rm: remove regular file 'notes.txt'?’ (rm)"


@pytest.mark.parametrize(
    ("running", "line"),
    [
        ("psql -W shop", "Password for user clerk:"),
        ("psql -W shop", "Passsword :"),  # as a reader of pictures may have it
        ("gpg -c notes.txt", "Passphrase: ______"),
        ("sudo true", "[sudo] password for nora:"),
        ("sh login.sh", "API token:"),
        ("sh login.sh", "パスワード："),
    ],
)
def test_a_secret_is_told_before_it_is_typed(running: str, line: str):
    evidence = Evidence(Place("XTerm"), running=(running,), texts=("user@box:~$ x", line))
    guess, deed = terminal.typed("lark-hill-2", evidence, Deed("Type “lark-hill-2”", ""))
    assert guess.consequence == "sign_in" and "lark" not in deed.told("en")


def test_news_about_passwords_asks_for_none():
    assert awaited(["$ x", "Your password was changed."]).awaits == "nothing"


def test_the_kernels_lines_are_read_whatever_a_program_is_called():
    assert parsed("68 (a) b) (c) S 56 68 56 34816 68 4194304") == Process(68, "a) b) (c", 56, 68, 56, 34816, 68)
    assert parsed("nonsense") is None


def test_who_reads_is_told_by_the_terminals_own_group():
    xterm = Process(45, "xterm", 1, 45, 45, 0, -1)
    shell = Process(56, "bash", 45, 56, 56, 34816, 68)
    rm = Process(68, "rm", 56, 68, 56, 34816, 68)
    other = Process(90, "bash", 2, 90, 90, 34817, 90)
    known = {process.number: process for process in (xterm, shell, rm, other)}
    assert readers(known, "XTerm") == [68]
    waiting = {**known, 56: Process(56, "bash", 45, 56, 56, 34816, 56)}
    assert readers(waiting, "XTerm") == [] and readers(known, "Konsole") == []


async def test_the_kernel_says_what_runs_in_a_real_terminal(desktop: RemoteDesktop):
    foreground = Foreground(desktop)
    await desktop.launch("xterm")
    try:
        assert await foreground.running("XTerm") == ()
        await desktop.act(Type("cat -"), picture=False)
        await desktop.act(Key("Return"))
        assert await foreground.running("XTerm") == ("cat -",)
        await desktop.act(Key("ctrl+d"))
        assert await foreground.running("XTerm") == ()
    finally:
        await _closed(desktop)


async def _closed(desktop: RemoteDesktop) -> None:
    for window in await desktop.windows():
        if window.program == "XTerm":
            await desktop.close_window(window.id)


@pytest.mark.slow
async def test_a_question_in_a_real_terminal(desktop: RemoteDesktop):
    gatherer, tools = Gatherer(desktop), Tools(desktop)
    await desktop.shell("cd && echo kept > asked.txt")
    await desktop.launch("xterm")
    try:
        await desktop.act(Type("rm -i asked.txt"), picture=False)
        await desktop.act(Key("Return"))
        proposal = await tools.describe(computer("type", text="y\n"))
        evidence = await gatherer.gather(proposal)
        assert evidence.running == ("rm -i asked.txt",) and "remove" in " ".join(evidence.texts)
        guess, _ = terminal.typed("y\n", evidence, Deed("", ""))
        assert guess.consequence == "delete"
    finally:
        await gatherer.close()
        await _closed(desktop)


@pytest.mark.parametrize(
    ("lines", "does"),
    [
        ([*HOST[:1], f"{HOST[1]} yes"], "accept"),
        ([*HOST[:1], f"{HOST[1]} no"], "navigate"),
        (["1 to remove. 続行しますか? [Y/n] y"], "delete"),
        (["1 to remove. 続行しますか? [Y/n] n"], "navigate"),
        (["user@desk:~$ yes"], "observe"),
    ],
)
def test_a_question_of_the_shell_itself_is_answered_and_no_command_run(lines: list[str], does: str):
    evidence = Evidence(Place("XTerm"), texts=tuple(lines), line=lines[-1])
    guess, deed = terminal.runs(evidence.line, evidence, Deed("Press Return", "Return"))
    assert guess.consequence == does and ("Answer" in deed.told("en")) is (does != "observe")


async def test_what_the_shell_asks_is_read_off_the_screen_before_it_is_answered(desktop: RemoteDesktop):
    gatherer, tools = Gatherer(desktop), Tools(desktop)
    await desktop.launch("xterm")
    try:
        proposal = await tools.describe(computer("type", text="yes\n"))
        guess, _ = terminal.typed("yes\n", await gatherer.gather(proposal), Deed("", ""))
        assert guess.consequence == "observe", "at a prompt it is a command that prints"
        await desktop.act(Type("clear; printf 'Delete all 12 letters? [y/N] '; read a"), picture=False)
        await desktop.act(Key("Return"))
        guess, deed = terminal.typed("yes\n", await gatherer.gather(proposal), Deed("", ""))
        assert guess.consequence == "delete" and "Answer" in deed.told("en")
    finally:
        await gatherer.close()
        await _closed(desktop)


def test_a_terminal_in_another_program_is_one():
    inner = Evidence(Place("Sakura"), target=Thing(role="terminal", known="tree"))
    assert terminal.has_keys(inner) and terminal.is_terminal(Place("Sakura"))
    assert terminal.has_keys(replace(inner, place=Place("Some IDE"))) and not terminal.is_terminal(Place("Some IDE"))
    assert not terminal.has_keys(Evidence(Place("Some IDE"), target=Thing(role="text", known="tree")))


def test_keys_for_the_caret_leave_a_line_known_where_it_stands_there_already():
    line = TypedLine()
    for keys in ("ctrl+a", "ctrl+e", "ctrl+u", "ctrl+a"):
        line.done(Key(keys))
    line.done(Type("ls -l"))
    line.done(Key("End"))
    assert line.sure and line.at(None) == "ls -l"
    line.done(Key("Home"))
    assert not line.sure


def test_what_a_program_put_out_is_no_line_at_a_prompt():
    assert terminal.at_prompt("user@desk:~$ rm notes.txt") and terminal.at_prompt("$")
    assert not terminal.at_prompt("12:03 web healthy") and not terminal.at_prompt("")


def test_the_pointer_over_a_terminal_is_no_command():
    prompt, bar = TextLine("$ ls", Rect(5, 40, 40, 14), 0.9), TextLine("I", Rect(300, 200, 8, 16), 0.9)
    assert drawn.without_pointer([prompt, bar], Point(304, 208)) == [prompt]
    assert drawn.without_pointer([prompt, bar], Point(50, 50)) == [prompt, bar]


LIVE = ["How do you want to go on?", "1) Preview on this computer", "2) Upload to www.otters.example", "3) Quit"]
TWICE = ["Photos twice: 132", "1) 一覧を見る", "2) 古いほうを消す", "3) 何もせず終わる"]
NO_ACCOUNT = [
    "No account found.",
    "create one for dora@post.example",
    "t show the terms of use",
    "go on without an account",
]


@pytest.mark.parametrize(
    ("lines", "line", "does"),
    [
        (LIVE, "1", "free"),  # the ‘>’ before it was missed
        (LIVE, "> 2", "send"),
        (LIVE, "3", "free"),
        (TWICE, "番号 > 1", "free"),
        (TWICE, "番号 > 2", "delete"),
        (TWICE, "番号 > 3", "free"),
        (NO_ACCOUNT, "Your choice [c/t/o]: t", "free"),
        (NO_ACCOUNT, "Your choice [c/t/o]: o", "free"),
        (NO_ACCOUNT, "Your choice [c/t/o]: c", "asked"),
        (["The draft is ready."], "[t]ry, [p]ublish, [s]top? t", "free"),
        (["The draft is ready."], "[t]ry, [p]ublish, [s]top? p", "send"),
        (["The draft is ready."], "1) show 2) publish 3) stop ? 2", "send"),
        (["The draft is ready."], "1) show 2) publish 3) stop ? 3", "free"),
        (["This makes a file."], "project name (untitled): allotment", "free"),
        (["This makes a file."], "user@box:~$ allotment", "asked"),
        (["This makes a file."], "project name (untitled): rm -rf x", "delete"),
        (["This makes a file."], "Which account to delete, by name: allotment", "delete"),
    ],
)
def test_an_answer_to_the_shell_itself_means_what_stands_beside_it(lines: list[str], line: str, does: str) -> None:
    evidence = Evidence(Place("XTerm"), texts=(*lines, line), line=line, target=Thing(role="terminal", known="tree"))
    guess, _ = terminal.runs(line, evidence, Deed("Press Return", "Return"))
    grave = guess.consequence not in ("observe", "navigate", "edit", "save")
    assert {"free": not grave and guess.confidence >= SURE, "asked": grave or guess.confidence < SURE}.get(
        does, guess.consequence == does
    )
