"""`deskhand run` as a process, on real desktops, with a model that plays a script."""

from __future__ import annotations

import contextlib
import json
import signal
import time
from pathlib import Path

import pytest
from tests.cli.command import Running, bash, computer, deskhand, here, script

from deskhand.sandbox.session import sessions_folder

LOOK = computer("screenshot")


class Trace:
    """Everything that the sandbox of one deskhand process has on this machine."""

    def __init__(self, process: int) -> None:
        (self.folder,) = (
            path.parent
            for path in sessions_folder().glob("*/session.json")
            if json.loads(path.read_text())["host"] == process
        )
        launcher = json.loads((self.folder / "launcher.json").read_text())
        self.cgroups = [Path(group) for group in launcher["cgroups"]]
        self.inside = self._processes()
        assert len(self.inside) > 3

    def left(self) -> list[str]:
        """What of it is still there."""
        mounts = [line for line in Path("/proc/mounts").read_text().splitlines() if self.folder.name in line]
        there = [str(path) for path in (self.folder, *self.cgroups) if path.exists()]
        return mounts + there + [str(process) for process in self.inside & self._processes()]

    def left_in_the_end(self) -> list[str]:
        """A process that was just killed takes a moment to be gone."""
        deadline = time.monotonic() + 5
        while self.left() and time.monotonic() < deadline:
            time.sleep(0.05)
        return self.left()

    def _processes(self) -> set[int]:
        """Processes in the PID namespace of the sandbox's first one."""
        try:
            init = json.loads((self.folder / "launcher.json").read_text())["init"]
            self.namespace = str(Path(f"/proc/{init}/ns/pid").readlink())
        except OSError:
            pass
        found = set()
        for entry in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                if str((entry / "ns/pid").readlink()) == self.namespace:
                    found.add(int(entry.name))
        return found


def test_a_whole_run(tmp_path: Path) -> None:
    model = script(
        tmp_path,
        ["I look.", LOOK],
        [bash("printf 7006652 > ~/Shared/answer.txt; echo kept")],
        [computer("left_click", coordinate=[640, 300])],
        ["The answer is 7006652."],
    )
    done = deskhand("run", "--model", model, "Work it out", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    (run,) = (tmp_path / "runs").iterdir()
    for words in ("Work it out", "I look.", "Take a screenshot", "Click at (640, 300)", "kept", "Done", "4 steps"):
        assert words in done.stdout, words
    assert done.stdout.count("The answer is 7006652.") == 1
    assert f"runs/{run.name}/report.html" in done.stdout
    assert "\x1b" not in done.stdout
    assert (run / "shared" / "answer.txt").read_text() == "7006652"
    assert "7006652" in (run / "report.html").read_text()
    assert sorted(path.name for path in (run / "screens").iterdir()) == ["0001.png", "0003.png"]
    # and again, from the journal
    again = here("replay", "latest", folder=tmp_path)
    assert again.returncode == 0
    assert "Click at (640, 300)" in again.stdout
    listed = here("runs", "--json", folder=tmp_path)
    assert json.loads(listed.stdout)["status"] == "done"


def test_json_is_one_event_per_line_and_ends_with_finished(tmp_path: Path) -> None:
    share = tmp_path / "out"
    model = script(tmp_path, [bash("touch ~/Shared/made")], [{"asks": "Which colour?"}])
    done = deskhand("run", "--json", "--share", "out", "--record", "kept", "--model", model, "Paint", folder=tmp_path)
    assert done.returncode == 2, done.stderr
    events = [json.loads(line) for line in done.stdout.splitlines()]
    assert [event["event"] for event in events] == [
        "started",
        "asked",
        "replied",
        "found",
        "acting",
        "acted",
        "asked",
        "replied",
        "finished",
    ]
    last = events[-1]
    assert last["status"] == "asks" and last["answer"] == "Which colour?" and last["steps"] == 2
    assert last["seconds"] > 0 and (tmp_path / "kept" / last["run"] / "report.html").exists()
    assert (share / "made").exists() and last["files"] == ["made"]


def test_limits_refusals_and_failures_have_their_own_status(tmp_path: Path) -> None:
    endless = script(tmp_path, *[[LOOK]] * 5)
    assert here("run", "--max-steps", "2", "--model", endless, "Look", folder=tmp_path).returncode == 3
    clicks = script(tmp_path, [computer("left_click", coordinate=[5, 5])])
    refused = here("run", "--ask", "always", "--model", clicks, "Click", folder=tmp_path)
    assert refused.returncode == 4
    assert "nobody to ask" in refused.stdout
    ended = here("run", "--model", script(tmp_path), "Look", folder=tmp_path)
    assert ended.returncode == 1
    assert "Traceback" not in ended.stdout + ended.stderr


def test_ctrl_c_once_lets_the_action_end(tmp_path: Path) -> None:
    model = script(tmp_path, [bash("sleep 1.5; touch ~/Shared/whole")], ["never asked for"])
    with Running("run", "--json", "--model", model, "Wait", folder=tmp_path) as run:
        run.until("acting")
        trace = Trace(run.process.pid)
        run.interrupt()
        status, err = run.finish()
    assert status == 130
    assert "after the action under way" in err
    assert run.events[-1]["status"] == "interrupted"
    assert run.events[-1]["files"] == ["whole"]
    assert not trace.left_in_the_end()


def test_ctrl_c_twice_ends_at_once(tmp_path: Path) -> None:
    model = script(tmp_path, [bash("sleep 60; touch ~/Shared/whole")], ["never asked for"])
    with Running("run", "--json", "--model", model, "Wait", folder=tmp_path) as run:
        run.until("acting")
        trace = Trace(run.process.pid)
        run.interrupt()
        time.sleep(0.3)
        began = time.monotonic()
        run.interrupt()
        status, err = run.finish()
    assert status == 130
    assert time.monotonic() - began < 10
    assert "at once" in err
    assert run.events[-1]["status"] == "interrupted" and run.events[-1]["files"] == []
    assert not trace.left_in_the_end()


@pytest.mark.slow
def test_ctrl_c_while_the_model_thinks_does_not_wait_for_it(tmp_path: Path) -> None:
    model = script(tmp_path, [{"sleep": 60}, "late"])
    with Running("run", "--json", "--model", model, "Think", folder=tmp_path) as run:
        run.until("asked")
        run.interrupt()
        status, _ = run.finish()
    assert status == 130


def test_what_a_killed_run_left_is_gone_after_the_next_start(tmp_path: Path) -> None:
    model = script(tmp_path, [bash("echo $$; sleep 60")], ["never asked for"])
    with Running("run", "--json", "--model", model, "Wait", folder=tmp_path) as run:
        killed = run.until("started")["run"]
        run.until("acting")
        trace = Trace(run.process.pid)
        run.process.send_signal(signal.SIGKILL)
        run.finish()
    report = here("replay", "--report", killed, folder=tmp_path)
    assert "Cut off" in Path(report.stdout.strip()).read_text()
    assert here("run", "--model", script(tmp_path, ["Hello."]), "Hi", folder=tmp_path).returncode == 0
    assert not trace.left_in_the_end()
    assert "unfinished" in here("runs", folder=tmp_path).stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["run"], "Missing argument"),
        (["run", " "], "task is empty"),
        (["run", "--size", "huge", "Look"], "1280x800"),
        (["run", "--max-steps", "0", "Look"], "max-steps"),
        (["run", "--model", "gpt", "Look"], "there is no model 'gpt'"),
        (["run", "--share", "/etc/hosts", "Look"], "is no folder"),
        (["run", "--model", "scripted:/nowhere", "Look"], "cannot be read"),
        (["run", "--record", "/etc/hosts/runs", "Look"], "--record DIR"),
        (["run", "open", "the", "calculator"], "in quotes"),
        (["run", "--ask", "sometimes", "Look"], "sometimes"),
        (["replay", "nothing"], "no runs"),
        (["walk"], "walk"),
    ],
)
def test_wrong_usage_is_a_sentence_and_status_1(tmp_path: Path, arguments: list[str], words: str) -> None:
    done = here(*arguments, folder=tmp_path)
    assert done.returncode == 1
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "runs").exists()


@pytest.mark.parametrize("command", ["", "run", "desktop", "replay", "runs", "doctor", "eval"])
def test_help_teaches(command: str, tmp_path: Path) -> None:
    done = here(*command.split(), "--help", folder=tmp_path)
    assert done.returncode == 0
    assert "usage: deskhand" in done.stdout.lower()
    if command in ("", "run", "desktop", "replay"):
        assert "deskhand" in done.stdout.partition("─╯")[2]  # examples
