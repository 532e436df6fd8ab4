"""The lasting shell, with a real bash: what survives a command, and what a command cannot do to the session."""

from __future__ import annotations

import asyncio
import contextlib
import os
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
import pytest_asyncio

from deskhand.desktop.interface import DesktopError
from deskhand.desktop.shell import Shell

LIMIT = 20.0


@pytest_asyncio.fixture
async def shell(tmp_path: Path) -> AsyncIterator[Shell]:
    started = Shell(home=str(tmp_path))
    try:
        yield started
    finally:
        await started.close()


async def output(shell: Shell, command: str) -> str:
    return (await shell.run(command, LIMIT)).output


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not holds():  # noqa: ASYNC110 - what is waited for sets no event
            await asyncio.sleep(0.02)


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


async def test_state_lasts_from_command_to_command(shell: Shell, tmp_path: Path) -> None:
    await shell.run(
        "mkdir deep; cd deep; export A='one two'; b=3\nf() { echo \"f $1\"; }; alias hi='echo hello'", LIMIT
    )
    result = await shell.run('pwd; echo "$A" $b; f x; hi', LIMIT)
    assert result.output == f"{tmp_path}/deep\none two 3\nf x\nhello\n"
    assert result.directory == f"{tmp_path}/deep"
    assert (await shell.run("false", LIMIT)).exit_code == 1
    assert await output(shell, "echo $?") == "1\n"


@pytest.mark.parametrize(
    ("command", "text", "status"),
    [
        ("echo out; echo err >&2; echo out2", "out\nerr\nout2\n", 0),
        ("printf 'no line end'", "no line end", 0),
        ("", "", 0),
        ("# only a comment", "", 0),
        ("grep nothing /dev/null", "", 1),
        ("cat; read x; echo \"got:$x:$?\"", "got::1\n", 0),
        ("cat <<'EOF'\na $x `b`\nEOF", "a $x `b`\n", 0),
        ("echo \"it's\"; echo \"!!\" %1 \\\\", "it's\n!! %1 \\\n", 0),
        ("printf 'a\\0b\\377c\\n'", "a\ufffdb\ufffdc\n", 0),
        ("echo 日本語 😀", "日本語 😀\n", 0),
        ("kill $$; echo still here", "still here\n", 0),
        ("PS1='prompt> ' PS2='more> ' PROMPT_COMMAND='echo prompt'; echo x", "x\n", 0),
        ("eval_me() { return 7; }; eval_me", "", 7),
        ("! : </dev/tty", "bash: /dev/tty: No such device or address\n", 0),
    ],
)  # fmt: skip
async def test_output_and_status_are_those_of_the_command(shell: Shell, command: str, text: str, status: int) -> None:
    result = await shell.run(command, LIMIT)
    assert result.output == text
    assert result.exit_code == status
    assert await output(shell, "echo next") == "next\n"


@pytest.mark.parametrize("command", ["echo 'abc", 'echo "', "if true", "cat <<END\nabc", "(", "echo $(", "for", "}"])
async def test_what_is_left_open_ends_with_its_command(shell: Shell, command: str) -> None:
    await shell.run("kept=yes", LIMIT)
    assert (await shell.run(command, LIMIT)).output.startswith("bash: ")
    assert await output(shell, "echo $kept") == "yes\n"


async def test_no_output_can_pass_for_the_end_of_a_command(shell: Shell) -> None:
    tricks = "for fd in $(seq 1 80); do echo 0 >&$fd; done 2>/dev/null; cat /proc/$$/cmdline >/dev/null; echo end"
    result = await shell.run(tricks, LIMIT)
    assert result.output.endswith("end\n")
    assert await output(shell, "echo next") == "next\n"


@pytest.mark.parametrize(
    ("command", "status"), [("exit 3", 3), ("exec true", 0), ("set -e; false; echo no", 1), ("kill -9 $$", None)]
)
async def test_a_session_that_ends_is_told_and_replaced_in_the_same_folder(
    shell: Shell, tmp_path: Path, command: str, status: int | None
) -> None:
    await shell.run("mkdir -p sub; cd sub; X=1", LIMIT)
    result = await shell.run(f"echo before; {command}", LIMIT)
    assert result.exit_code == status and not result.timed_out
    assert "before\n" in result.output and "a new session starts" in result.output
    assert await output(shell, "echo [$X] $PWD") == f"[] {tmp_path}/sub\n"


async def test_errexit_is_no_trap_for_later_commands(shell: Shell) -> None:
    await shell.run("set -eu; kept=1", LIMIT)
    assert await output(shell, "false; echo $unset $kept") == "1\n"


async def test_a_background_job_keeps_nobody_waiting_and_survives(shell: Shell, tmp_path: Path) -> None:
    began = time.monotonic()
    await shell.run("sleep 60 & echo $! > pid; (sleep 0.2; echo later; touch done) &", LIMIT)
    assert time.monotonic() - began < 5
    await until((tmp_path / "done").exists)
    text = await output(shell, "echo now")
    assert "later\n" in text and text.endswith("now\n")
    interrupted = await shell.run("sleep 50", 0.2)
    assert interrupted.timed_out
    pid = int(await output(shell, "cat pid"))
    assert is_alive(pid)
    await shell.restart()
    assert is_alive(pid)
    await shell.close()
    await until(lambda: not is_alive(pid))


@pytest.mark.parametrize(
    "command",
    [
        "sleep 100",
        "while true; do sleep 0.05; done",
        "while :; do :; done",
        "sleep 99 | cat; sleep 98; sleep 97",
        "bash -c 'sleep 100; sleep 100'",
        "yes",
        "f() { sleep 100; }; f; f",
    ],
)
async def test_a_command_over_its_limit_is_interrupted_and_the_session_stays(shell: Shell, command: str) -> None:
    await shell.run("kept=yes", LIMIT)
    result = await shell.run(f"echo begun; {command}; echo not reached", 0.3)
    assert result.timed_out and result.exit_code is None
    assert result.output.startswith("begun\n") and "not reached" not in result.output
    assert await output(shell, "echo $kept; jobs") == "yes\n"


async def test_a_stubborn_command_is_killed_and_the_session_stays(shell: Shell) -> None:
    await shell.run("kept=yes", LIMIT)
    result = await shell.run("""(trap '' INT TERM; while :; do sleep 0.1; done)""", 0.3)
    assert result.timed_out
    assert await output(shell, "echo $kept") == "yes\n"


async def test_long_output_keeps_its_ends_and_tells_the_cut(shell: Shell) -> None:
    result = await shell.run("echo first; yes 0123456789 | head -c 100000000; echo; echo last", 60)
    assert result.output.startswith("first\n") and result.output.endswith("last\n")
    assert len(result.output) <= 30_000
    cut = int(result.output.partition("[… ")[2].partition(" characters")[0].replace(",", ""))
    total = len("first\n") + 100_000_000 + 1 + len("last\n")
    kept = len(result.output) - len(f"\n[… {cut:,} characters are cut out here …]\n")
    assert cut + kept == total


async def test_a_flood_from_the_background_does_not_hold_up_the_next_command(shell: Shell) -> None:
    await shell.run("yes flood & echo $! > pid", LIMIT)
    result = await shell.run("echo through", 5)
    assert not result.timed_out and len(result.output) <= 30_000
    await shell.run("kill $(cat pid)", LIMIT)


async def test_restart_ends_what_hangs(shell: Shell) -> None:
    await shell.run("cd /; X=1", LIMIT)
    hanging = asyncio.create_task(shell.run("sleep 100", 60))
    await asyncio.sleep(0.3)
    await shell.restart()
    result = await asyncio.wait_for(hanging, 5)
    assert result.exit_code is None and "restarted while this command ran" in result.output
    assert await output(shell, "echo [$X]") == "[]\n"


async def test_a_caller_who_gives_up_leaves_a_usable_session(shell: Shell) -> None:
    await shell.run("kept=yes", LIMIT)
    waiting = asyncio.create_task(shell.run("sleep 100; echo no", 60))
    await asyncio.sleep(0.3)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert await output(shell, "echo $kept") == "yes\n"


async def test_a_session_killed_between_commands_is_told(shell: Shell) -> None:
    pid = int(await output(shell, "echo $$"))
    os.kill(pid, 9)
    await asyncio.sleep(0.2)
    assert "the old shell had ended" in await output(shell, "echo x")


async def test_somebody_else_may_reap_the_shell(shell: Shell) -> None:
    """As a PID 1 that waits for whatever ends: the exit status is lost, the end is not."""
    pid = int(await output(shell, "echo $$"))
    running = asyncio.create_task(shell.run("sleep 0.3; exit 3", LIMIT))
    with contextlib.suppress(ChildProcessError):  # the shell may have been faster
        await asyncio.to_thread(os.waitpid, pid, 0)
    assert "the shell ended" in (await running).output
    assert await output(shell, "echo x") == "x\n"


async def test_commands_wait_for_each_other(shell: Shell) -> None:
    first = asyncio.create_task(shell.run("sleep 0.2; echo 1 >> order", LIMIT))
    await asyncio.sleep(0)
    await shell.run("echo 2 >> order", LIMIT)
    await first
    assert await output(shell, "cat order") == "1\n2\n"


async def test_a_command_may_be_long(shell: Shell) -> None:
    text = "line of text\n" * 80_000
    result = await shell.run(f"wc -c <<'END'\n{text}END\n", LIMIT)
    assert result.output == f"{len(text)}\n"


async def test_nul_is_refused(shell: Shell) -> None:
    with pytest.raises(DesktopError, match="NUL"):
        await shell.run("echo a\0b", LIMIT)


async def test_nothing_is_left_open(tmp_path: Path) -> None:
    def handles() -> int:
        return len(list(Path("/proc/self/fd").iterdir()))

    before = handles()
    for _ in range(3):
        shell = Shell(home=str(tmp_path))
        await shell.run("sleep 100 & true", LIMIT)
        await shell.restart()
        await shell.run("exit", LIMIT)
        await shell.close()
    await asyncio.sleep(0.1)
    assert handles() == before
