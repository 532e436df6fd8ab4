"""Commands in the terminal: given as they are typed, or made here for files that are named to the letter."""

from __future__ import annotations

import re

from deskhand.models.local.skills.paths import path_of
from deskhand.models.local.steps import Repeat, RunCommand
from deskhand.models.local.understand.acts import naming, places
from deskhand.models.local.understand.acts.desk import Desk
from deskhand.models.local.understand.acts.form import Act
from deskhand.models.local.understand.acts.limits import times
from deskhand.models.local.understand.acts.words import plain
from deskhand.models.local.understand.shell.things import quoted

_PLAIN_WORDS = re.compile(r"[ぁ-んァ-ヶ一-龠]")
_OVER = re.compile(r"(?P<command>[\w./~-]+(?:\s+-\S+)*)\s+(?:on|over)\s+(?P<file>\S+)")
_COMMANDS = frozenset(
    """ls pwd cd cat echo date cal df du free top htop uptime whoami id uname hostname ps kill killall pkill history
    clear touch mkdir rmdir rm cp mv ln chmod chown find grep egrep sed awk sort uniq wc head tail cut tr tee diff tar
    zip unzip gzip gunzip git make cmake gcc python python3 pip pip3 node npm npx yarn cargo go java ruby perl bash sh
    apt apt-get dpkg dnf pacman snap flatpak systemctl journalctl service ssh scp rsync curl wget ping ip ifconfig
    netstat ss dig nslookup man which whereis file stat mount umount lsblk fdisk sudo su passwd crontab tmux screen nano
    vim vi less more tree ffmpeg convert pdftk pdfunite docker podman kubectl ansible seq factor bc xdg-open reboot
    shutdown poweroff exit env export alias printf yes sleep ssconvert md5sum sha256sum nproc lscpu lsusb lspci
    sensors nmcli ffprobe pytest ruff mypy gradle mvn""".strip().split()
)


def in_terminal(desk: Desk) -> bool:
    """Whether a terminal is in front, by its kind or by a name of its own."""
    named = desk.named.get(desk.front)
    return desk.front == "terminal" or (named is not None and naming.TERMINAL.search(named.name) is not None)


def job(desk: Desk, command: str, store: str = "") -> None:
    """A command of ours; not where the wish names a program of another kind for it.

    Raises:
        Puzzled: it does.
    """
    named = desk.named.get(desk.front)
    if named is not None and not in_terminal(desk) and not naming.manages_files(named.name):
        raise desk.fail("loop")
    if not in_terminal(desk):
        desk.bring("terminal")
    desk.add(RunCommand((command,), store or desk.store))


def go_on(desk: Desk, variable: str, command: str) -> None:
    """A command that uses what the one before it put into a variable: both in one line, for what stands on the screen
    by then is the guard's to doubt."""
    last = desk.steps[-1] if desk.steps else None
    if isinstance(last, RunCommand) and isinstance(said := last.command[0], str) and f"{variable[1:]}=" in said:
        desk.steps[-1] = RunCommand((f"{said}; {command}",), last.store)
        return
    job(desk, command)


def run(desk: Desk, act: Act) -> None:
    """A command of the wish, to the letter."""
    often = times(desk, act)
    command = plain(desk.text(act.args.get("command"), "what command"))
    if (over := _OVER.fullmatch(command)) is not None:
        found = places.file(over["file"])
        path = over["file"] if found is None else quoted(path_of(found.name, found.folder))
        command = f"{over['command']} {path}"
    if not is_command(command):
        raise desk.fail("what command", command)
    if not in_terminal(desk):
        desk.bring("terminal")
    step = RunCommand((command,), desk.store)
    desk.add(Repeat(often, (step,)) if often > 1 else step)
    desk.keeps()


def is_command(words: str) -> bool:
    """Whether it is typed into a shell as it stands: not a description of what to run."""
    first = words.split()[0] if words.split() else ""
    if _PLAIN_WORDS.search(re.sub(r"'[^']*'|\"[^\"]*\"|\S*/\S*|\S+\.\w+", "", words)):
        return False
    return first in _COMMANDS or re.match(r"(?:\./|~/|/)\S+", first) is not None
