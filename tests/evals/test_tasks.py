"""Task files are what they say, their checks tell right from wrong, and the margins are right."""

from __future__ import annotations

from pathlib import Path

import pytest

from deskhand.desktop.interface import Window
from deskhand.evals.check import printed, wrong
from deskhand.evals.desktop import main, wordings
from deskhand.evals.stats import Rate
from deskhand.evals.task import Check, FileCheck, ShellCheck, TaskError, WindowCheck, choose, load, load_all
from deskhand.models.local.plan import plan
from deskhand.models.local.steps import Plan
from deskhand.screen.geometry import Rect

TASKS = load_all()


def test_there_are_tasks_in_both_languages() -> None:
    assert len(TASKS) >= 60
    assert all(len(set(task.wordings)) == 3 for task in TASKS), "each is told in three wordings"
    assert sum(task.language == "ja" for task in TASKS) >= 8
    assert sum(task.language == "en" for task in TASKS) >= 8


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.id)
def test_the_embedded_model_understands_each_task_or_is_meant_not_to(task: object) -> None:
    assert isinstance(task, type(TASKS[0]))
    if task.group != "own":
        return  # those measure, and may be beyond it
    understood = plan(task.instruction)
    assert isinstance(understood, Plan) == (task.check.status == ("done",))
    assert understood.language == task.language


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('id = "x"\nlanguage = "en"', "instruction: Field required"),
        ('id = "y"\nlanguage = "en"\ninstruction = "a"\n[check]\nanswer = "b"', "its id is 'y'"),
        ('id = "x"\nlanguage = "fr"\ninstruction = "a"\n[check]\nanswer = "b"', "language"),
        ('id = "x"\nlanguage = "en"\ninstruction = "a"\n[check]\nanswer = "("', "no regular expression"),
        ('id = "x"\nlanguage = "en"\ninstruction = "a"\n[check]', "look at a file"),
        (
            'id = "x"\nlanguage = "en"\ninstruction = "a"\n[[check.files]]\npath = "../secret"',
            "inside the shared folder",
        ),
        ('id = "x"\nlanguage = "en"\ninstruction = "a"\nextra = 1\n[check]\nanswer = "b"', "extra"),
        ("id = ", "cannot be read"),
    ],
)
def test_a_wrong_task_file_is_refused_with_its_reason(tmp_path: Path, text: str, complaint: str) -> None:
    path = tmp_path / "x.toml"
    path.write_text(text)
    with pytest.raises(TaskError, match=r"x\.toml") as raised:
        load(path)
    assert complaint in str(raised.value)


def test_tasks_are_chosen_by_name_language_and_skill() -> None:
    assert [task.id for task in choose(TASKS, "showcase, hello-ja")] == ["showcase", "hello-ja"]
    assert {task.language for task in choose(TASKS, "ja")} == {"ja"}
    assert len(choose(TASKS, "all")) == len(TASKS)
    with pytest.raises(TaskError, match="no task called 'nothing'"):
        choose(TASKS, "nothing")


def test_a_paraphrase_is_chosen_by_its_number() -> None:
    task = TASKS[0]
    assert [wordings(task, wanted) for wanted in ("0", "2", "all")] == [(0,), (2,), (0, 1, 2)]
    alone = task.model_copy(update={"paraphrases": (), "held_out": True})
    assert wordings(alone, "1") == () and wordings(alone, "all") == (0,)
    assert choose([alone, *(other for other in TASKS[1:] if not other.held_out)], "held-out") == [alone]


def test_held_out_tasks_are_told_three_ways_on_programs_that_no_other_task_uses() -> None:
    held = [task for task in TASKS if task.held_out]
    programs = {task.needs[0] for task in held}  # what comes after it makes pictures for the check
    assert programs.isdisjoint(need for task in TASKS if not task.held_out for need in task.needs)
    assert len({task.needs[0] for task in held}) >= 12
    assert min(sum(task.language == language for task in held) for language in ("en", "ja")) >= 0.4 * len(held)


def test_a_task_whose_program_is_not_installed_is_left_out_and_says_how_to_get_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "far.toml").write_text(
        'id = "far"\nlanguage = "en"\ninstruction = "Open it."\nneeds = ["coreutils:ls", "no-such-editor"]\n'
        "[check]\nanswer = 'x'"
    )
    task = load(tmp_path / "far.toml")
    assert (task.missing, task.group) == (("no-such-editor",), "other")
    assert choose([task, *TASKS], "coreutils") == [task] == choose([task], "other")
    assert main(["--folder", str(tmp_path), "--list"]) == 0
    assert "apt-get install --no-install-recommends no-such-editor" in capsys.readouterr().out
    assert main(["--folder", str(tmp_path)]) == 2
    assert "1 of 1 tasks are left out" in capsys.readouterr().err


def test_what_a_command_prints_is_checked() -> None:
    check = ShellCheck(command="cat settings", matches=r"^tabs=4$", lacks=("wrap",))
    assert printed(check, "font=x\ntabs=4\n") == []
    assert len(printed(check, "tabs=8\nwrap=1\n")) == 2


def window(title: str, program: str, *, focused: bool = False) -> Window:
    return Window(1, title, program, Rect(0, 0, 10, 10), focused)


@pytest.mark.parametrize(
    ("content", "check", "right"),
    [
        ("42", {"equals": "42"}, True),
        ("42\n", {"equals": "42"}, True),
        ("42\n\n", {"equals": "42"}, False),
        ("43", {"equals": "42"}, False),
        ("a b", {"contains": ("a", "b"), "lacks": ("c",)}, True),
        ("a b", {"contains": ("a", "c")}, False),
        ("a b", {"lacks": ("b",)}, False),
        ("x\n12:30\n", {"matches": r"^\d\d:\d\d$"}, True),
        (None, {"exists": False}, True),
        ("", {"exists": False}, False),
        (None, {"equals": ""}, False),
    ],
)
def test_files_are_checked(tmp_path: Path, content: str | None, check: dict[str, object], right: bool) -> None:
    if content is not None:
        (tmp_path / "a.txt").write_text(content)
    wanted = Check(files=(FileCheck.model_validate({"path": "a.txt", **check}),))
    assert (wrong(wanted, status="done", answer="", shared=tmp_path, windows=[]) == []) is right


def test_a_link_out_of_the_shared_folder_is_no_success(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    (tmp_path / "outside.txt").write_text("42")
    (shared / "a.txt").symlink_to(tmp_path / "outside.txt")
    check = Check(files=(FileCheck(path="a.txt", equals="42"),))
    assert wrong(check, status="done", answer="", shared=shared, windows=[]) == ["a.txt leads out of the shared folder"]


def test_windows_answers_and_the_end_are_checked(tmp_path: Path) -> None:
    open_now = [window("notes.txt - Mousepad", "Mousepad", focused=True), window("galculator", "Galculator")]

    def told(check: Check, answer: str = "", status: str = "done") -> list[str]:
        return wrong(check, status=status, answer=answer, shared=tmp_path, windows=open_now)

    assert told(Check(windows=(WindowCheck(program="mousepad", focused=True), WindowCheck(title="galc")))) == []
    assert told(Check(windows=(WindowCheck(program="galculator", open=False),)))
    assert told(Check(windows=(WindowCheck(program="xterm"),)))
    assert told(Check(windows=(WindowCheck(program="galculator", focused=True),)))
    assert told(Check(answer=r"\b42\b"), "It is 42.") == []
    assert told(Check(answer=r"\b42\b"), "It is 420.")
    assert told(Check(answer="x"), "x", "asks")
    assert told(Check(status=("asks",)), "Which?", "asks") == []


def test_wilson_intervals() -> None:
    assert Rate(0, 0).interval == (0.0, 1.0)
    low, high = Rate(3, 3).interval
    assert (round(low, 3), round(high, 3)) == (0.439, 1.0)
    low, high = Rate(45, 50).interval
    assert (round(low, 3), round(high, 3)) == (0.786, 0.957)


def test_wrong_usage_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--tasks", "nothing"]) == 2
    assert main(["--repeats", "0"]) == 2
    assert main(["--list"]) == 0
    assert "showcase" in capsys.readouterr().out
