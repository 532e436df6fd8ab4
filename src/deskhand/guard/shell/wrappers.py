"""Commands that run other commands: what counts is what they run."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from deskhand.guard.shell.effects import Command, Context, Effect
from deskhand.guard.shell.files import Row
from deskhand.guard.shell.inner import rest_effects, text_effects
from deskhand.guard.shell.interpreters import SHELL_NAMES, evaluated, interpreter, shell, sourced
from deskhand.guard.shell.syntax import Word


def _behind(*with_value: str, positional: int = 0, assigns: bool = False) -> Row:
    """A wrapper whose options come first, then ``positional`` words of its own, then the command. ``assigns``: before
    the command variables may be set; what stands behind it is its own, as ``of=/dev/sdb`` is of ``dd``."""

    def row(command: Command, context: Context) -> list[Effect]:
        words, left = list(command.words), positional
        while words:
            text = words[0].text
            if text == "--":
                words.pop(0)
                break
            if text.startswith("-") and len(text) > 1:
                words.pop(0)
                if text in with_value and words:
                    words.pop(0)
            elif assigns and re.fullmatch(r"\w+=.*", text):
                words.pop(0)
            elif left:
                words.pop(0)
                left -= 1
            else:
                break
        return rest_effects(tuple(words), context, command)

    return row


def _asks_or_behind(command: Command, context: Context) -> list[Effect]:
    if command.texts[:1] in (("-v",), ("-V",)):
        return [Effect("observe", "looks where a program is", 0.95)]
    return _behind()(command, context)


def _env(command: Command, context: Context) -> list[Effect]:
    words = list(command.words)
    found: list[Effect] = []
    while words and (words[0].text.startswith("-") or "=" in words[0].text):
        text = words.pop(0).text
        if text in ("-u", "--unset", "-C", "--chdir") and words:
            words.pop(0)
        elif text in ("-S", "--split-string") and words:
            return text_effects(words.pop(0).text, context)
        elif text.partition("=")[0] in ("PATH", "LD_PRELOAD", "LD_LIBRARY_PATH"):
            found.append(Effect("edit", f"sets {text.partition('=')[0]}, which can make any command mean another", 0.4))
    if not words:
        return [*found, Effect("observe", "looks at the environment", 0.95)]
    return [*found, *rest_effects(tuple(words), context, command)]


def _sudo(command: Command, context: Context) -> list[Effect]:
    if command.has("-i", "-s", "-e") and not command.operands("-u", "-g", "-h", "-p"):
        return [Effect("settings", "becomes the administrator", 0.9)]
    if command.has("-l", "-v", "-k", "-K") and not command.operands("-u", "-g"):
        return [Effect("observe", "asks what it may do as administrator", 0.85)]
    told = [Effect("sign_in", "hands over a password", 0.93)] if command.has("-S", "--stdin", "-A") else []
    values = ("-u", "--user", "-g", "--group", "-h", "-p", "-C", "-T", "-r", "-t", "-D")
    return told + _behind(*values, assigns=True)(command, context)


def _su(command: Command, context: Context) -> list[Effect]:
    given = command.value("-c", "--command")
    return text_effects(given.text, context) if given is not None else [Effect("settings", "becomes another user", 0.9)]


def _xargs(command: Command, context: Context) -> list[Effect]:
    inner = _behind(
        "-I", "-n", "-P", "-L", "-d", "-a", "-s", "-E", "--max-args", "--max-procs", "--delimiter", "--arg-file"
    )(command, context)
    return inner or [Effect("observe", "prints what it is given", 0.9)]


def _alias(command: Command, context: Context) -> list[Effect]:
    found: list[Effect] = []
    for word in command.words:
        name, equals, value = word.text.partition("=")
        if equals:
            meant = [e for e in text_effects(value, context) if e.consequence not in ("observe", "navigate")]
            found.extend(replace(e, words=f"makes {name} mean a command that {e.words}") for e in meant)
    return found or [Effect("edit", "gives commands another name", 0.85)]


def _trap(command: Command, context: Context) -> list[Effect]:
    first = command.words[0] if command.words else Word("")
    return text_effects(first.text, context) if first.text not in ("", "-", "-l", "-p") else []


def _tmux(command: Command, context: Context) -> list[Effect]:
    verb = command.texts[0] if command.words else ""
    if verb in ("ls", "list-sessions", "capture-pane", "info", "list-windows", "display-message"):
        return [Effect("observe", "looks at terminals", 0.9)]
    if verb.startswith("kill-") or (command.name == "screen" and {"-X", "quit"} <= set(command.texts)):
        return [Effect("delete", "ends terminals with what runs in them", 0.85)]
    inner = [word.text for word in command.words[1:] if " " in word.text]
    if verb in ("send-keys", "send") or inner:
        keys = [w.text for w in command.operands("-t", "-s", "-n")[1:] if w.text not in ("Enter", "C-m")]
        return text_effects(" ".join(inner or keys), context)
    return [Effect("navigate", "opens a terminal", 0.8)]


def _watch(command: Command, context: Context) -> list[Effect]:
    words = command.operands("-n", "--interval")
    return text_effects(" ".join(word.text for word in words), context)


def _script(command: Command, context: Context) -> list[Effect]:
    """`script`, which keeps what a terminal shows while a command runs in it."""
    given = command.value("-c", "--command")
    found = text_effects(given.text, context) if given is not None else [Effect("navigate", "opens a shell", 0.7)]
    kept = next(iter(command.operands("-c", "--command", "-E", "-t")), None)
    return found if kept is None or kept.text == "/dev/null" else [*found, Effect("save", f"writes {kept.text}", 0.85)]


def _at(command: Command, context: Context) -> list[Effect]:
    if command.has("-l", "-c") or command.name == "atq":
        return [Effect("observe", "lists planned jobs", 0.9)]
    if command.name == "atrm" or command.has("-d", "-r"):
        return [Effect("delete", "takes back a planned command", 0.9)]
    planned = text_effects(command.feed, context) if command.feed else []
    return [Effect("settings", "plans a command for later", 0.9), *planned]


WRAPPERS: Mapping[str, Row] = {
    **dict.fromkeys(("sudo", "doas", "pkexec", "gksudo"), _sudo),
    **dict.fromkeys(("su", "runuser"), _su),
    **dict.fromkeys(SHELL_NAMES, shell),
    **dict.fromkeys(
        ("python", "python2", "python3", "python3.11", "python3.12", "python3.13", "pypy3", "ipython", "perl", "ruby",
         "node", "nodejs", "php", "lua", "Rscript", "deno"),
        interpreter,
    ),
    "env": _env,
    "xargs": _xargs,
    "parallel": _xargs,
    "eval": evaluated,
    "source": sourced,
    ".": sourced,
    "alias": _alias,
    "trap": _trap,
    "tmux": _tmux,
    "screen": _tmux,
    "watch": _watch,
    "at": _at,
    "atq": _at,
    "atrm": _at,
    "script": _script,
    "batch": _at,
    "nohup": _behind(),
    "time": _behind("-f", "-o"),
    "timeout": _behind("-s", "-k", "--signal", "--kill-after", positional=1),
    "nice": _behind("-n", "--adjustment"),
    "ionice": _behind("-c", "-n"),
    "taskset": _behind(positional=1),
    "stdbuf": _behind("-i", "-o", "-e"),
    "unbuffer": _behind(),
    "setsid": _behind(),
    "command": _asks_or_behind,
    "builtin": _behind(),
    "exec": _behind("-a"),
    "coproc": _behind(),
    "busybox": _behind(),
    "valgrind": _behind(),
    "strace": _behind("-e", "-o", "-p", "-f"),
    "ltrace": _behind("-e", "-o"),
    "chronic": _behind(),
    "flock": _behind("-w", "-c", positional=1),
    "caffeinate": _behind(),
    "dbus-run-session": _behind(),
    "xvfb-run": _behind("-s", "-n", "--server-args"),
    "chroot": _behind("--userspec", positional=1),
    "unshare": _behind(),
    "fakeroot": _behind(),
    "systemd-run": _behind("-u", "--unit", "-p"),
    "firejail": _behind(),
    "xterm-e": _behind(),
}  # fmt: skip
