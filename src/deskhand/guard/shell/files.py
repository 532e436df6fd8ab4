"""Commands that make, change and remove files."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from deskhand.guard.shell.effects import Command, Context, Effect, named
from deskhand.guard.shell.syntax import Redirect, Word

Row: TypeAlias = Callable[[Command, Context], list[Effect]]

_STREAMS = frozenset({"/dev/null", "/dev/stdout", "/dev/stderr", "/dev/tty", "-"})
STARTS = re.compile(
    r"^(~/\.(bashrc|bash_profile|profile|zshrc|zprofile|xinitrc|xsession|gitconfig|netrc|pam_environment)$"
    r"|~/\.(ssh|gnupg|aws|kube|docker)(/|$)|~/\.config/(autostart|systemd|environment\.d)(/|$)|~/\.crontab"
    r"|/etc(/|$)|/usr(/|$)|/boot(/|$)|/lib|/var/spool/cron|/sys(/|$)|/proc/sys)"
)
"""What programs obey when they start: writing there changes how things are set."""
_SECRETS = re.compile(
    r"(^|/)(id_(rsa|dsa|ecdsa|ed25519)|\.netrc|\.pgpass|\.git-credentials|credentials(\.json)?|shadow|"
    r"\.htpasswd|Login Data|Cookies|key4\.db|logins\.json|wallet\.dat|secrets?\.(ya?ml|json|toml|env|txt)|"
    r"passwords?(\.(txt|csv|kdbx|md|json|ods|xlsx))?|[^/]*\.(kdbx|pem|p12|pfx|jks)|\.env(\.[a-z]+)?)$|/\.aws/|/\.ssh/(?!"
    r"known_hosts|config|authorized_keys|[^/]*\.pub)[^/]+$",
    re.IGNORECASE,
)
"""Files that hold what opens other doors."""


_HISTORY = re.compile(r"^~/\.(\w+_history|lesshst|histfile)$")


def holds_secret(path: str) -> bool:
    return _SECRETS.search(path) is not None


def written(word: Word, context: Context, *, append: bool = False, verb: str = "writes") -> Effect:
    """A file is made, grows, or loses what stood in it."""
    path = context.resolved(word)
    if path.startswith(("/dev/tcp/", "/dev/udp/")):
        return Effect("leave", f"opens a connection to {path.split('/')[3]}", 0.9, host=path.split("/")[3])
    if re.match(r"/dev/(sd|hd|nvme|vd|mmcblk|disk|mapper)", path):
        return Effect("delete", f"overwrites the disk {path}", 0.98, path)
    if path.startswith(("/dev/", "/proc/self/fd")):
        return Effect("observe", f"writes to {path}", 0.9)
    if _HISTORY.search(path) and not append:
        return Effect("delete", "deletes the record of what was typed", 0.9, path)
    if STARTS.search(path):
        return Effect("settings", f"changes {word.text}, which other programs obey", 0.9, path)
    if append:
        return Effect("save", f"adds to {word.text}", 0.9, path)
    there = context.exists(word)
    if there and path not in context.own:
        return Effect("delete", f"overwrites {word.text}", 0.9, path)
    context.own.add(path)
    return Effect("save", f"{verb} {word.text}", 0.9 if there is not None else 0.75, path)


def redirected(redirect: Redirect, context: Context) -> list[Effect]:
    target, operator = redirect.target, redirect.operator
    if operator.startswith("<") and operator != "<>":
        path = context.resolved(target)
        if path.startswith(("/dev/tcp/", "/dev/udp/")):
            return [written(target, context)]
        return [reads_secret(path)] if holds_secret(path) else []
    if target.text in _STREAMS or (operator.endswith("&") and (target.text.isdigit() or target.text == "-")):
        return []
    return [written(target, context, append=">>" in operator)]


def reads_secret(path: str) -> Effect:
    return Effect("sign_in", f"reads {path}, which holds a secret", 0.8, path)


def _removes(command: Command, context: Context) -> list[Effect]:
    if command.has("--help", "--version"):
        return []
    words = command.operands("-n", "-s", "--iterations", "--size")
    if not words and command.fed_by is None:
        return [Effect("delete", "deletes nothing that it names", 0.6)]
    return [
        Effect("delete", f"deletes {word.text}{' and all in it' if command.has('-r', '-R') else ''}",
               0.97, context.resolved(word))
        for word in words[:8]
    ] or [Effect("delete", "deletes what it is given", 0.95)]  # fmt: skip


def _moves(command: Command, context: Context) -> list[Effect]:
    values = ("-m", "-o", "-g", "--mode", "--owner", "--group") if command.name == "install" else ()
    words = command.operands("-S", "--suffix", "-t", "--target-directory", *values)
    given = command.value("-t", "--target-directory")
    if given is not None:
        words = (*words, given)
    if command.name == "install" and command.has("-d", "--directory"):
        return [Effect("save", f"makes {named(words)}", 0.9)]
    if len(words) < 2:
        return [Effect("save", f"{command.name}: nothing to do", 0.6)]
    *sources, target = words
    verb = "copies" if command.name in ("cp", "install") else "links" if command.name == "ln" else "moves"
    secrets = [reads_secret(context.resolved(word)) for word in sources if holds_secret(context.resolved(word))]
    where = context.resolved(target)
    if command.name != "ln" and where in ("/dev/null",):
        return [Effect("delete", f"throws away {named(tuple(sources))}", 0.95, context.resolved(sources[0]))]
    keeps = command.name != "ln" and command.has("-n", "--no-clobber")
    if keeps or len(sources) > 1 or target.text.endswith("/"):
        into = _inside(sources, target, context)
        if into is not None and not keeps:
            return [*secrets, Effect("delete", f"overwrites {into}", 0.9, into)]
        started = [written(target, context, append=True)] if STARTS.search(where) else []
        return [*secrets, *started, Effect("save", f"{verb} {named(tuple(sources))} to {target.text}", 0.9, where)]
    effect = written(target, context, verb=f"{verb} {named(tuple(sources))} to")
    return [*secrets, effect]


def _inside(sources: list[Word], target: Word, context: Context) -> str | None:
    """The file below ``target`` that would be overwritten, if one is known to be there."""
    for word in sources:
        path = f"{context.resolved(target).rstrip('/')}/{word.text.rstrip('/').rsplit('/', 1)[-1]}"
        if context.files.get(path) and path not in context.own:
            return path
    return None


def _dd(command: Command, context: Context) -> list[Effect]:
    target = next((text[3:] for text in command.texts if text.startswith("of=")), "")
    return [written(Word(target), context)] if target else [Effect("observe", "copies bytes", 0.8)]


def _truncates(command: Command, context: Context) -> list[Effect]:
    return [
        Effect("delete", f"cuts off {word.text}", 0.9, context.resolved(word))
        for word in command.operands("-s", "--size", "-r")
    ] or [Effect("delete", "cuts off files", 0.8)]


def _trash(command: Command, context: Context) -> list[Effect]:
    words = command.words[1:] if command.name == "gio" else command.words
    verb = command.texts[0] if command.name == "gio" and command.words else "trash"
    if command.name == "gio" and verb == "mime" and len(words) > 1:
        return [Effect("settings", "changes which program opens what", 0.9)]
    if command.name == "gio" and verb not in ("trash", "remove", "move", "save", "set"):
        return [Effect("observe", f"looks (gio {verb})", 0.8)]
    if verb in ("move", "save"):
        return [Effect("save", f"writes {named(words[-1:])}", 0.8)]
    if verb == "set":
        return [Effect("settings", "changes what a file is marked with", 0.8)]
    return [
        Effect("edit", f"moves {word.text} to the wastebasket", 0.85, context.resolved(word))
        if verb == "trash" or command.name == "trash-put"
        else Effect("delete", f"deletes {word.text}", 0.93, context.resolved(word))
        for word in words
        if not word.text.startswith("-")
    ] or [Effect("delete", "empties the wastebasket", 0.9)]


def _changes_mode(command: Command, context: Context) -> list[Effect]:
    words = command.operands("--reference")
    named_files = words[1:] if command.name != "setfacl" else words[-1:]
    return [
        Effect("settings", f"changes who may use {word.text}", 0.9, context.resolved(word)) for word in named_files[:8]
    ] or [Effect("settings", "changes who may use files", 0.85)]


def _disk(command: Command, context: Context) -> list[Effect]:
    if command.has("-l", "--list"):
        return [Effect("observe", "lists disks", 0.9)]
    return [Effect("delete", f"writes a disk anew ({command.name})", 0.95, named(command.operands()[-1:]))]


ROWS: Mapping[str, Row] = {
    **dict.fromkeys(("rm", "rmdir", "unlink", "shred", "srm", "wipe"), _removes),
    **dict.fromkeys(("mv", "cp", "install", "ln", "rename"), _moves),
    **dict.fromkeys(("trash", "trash-put", "trash-empty", "gio", "gvfs-trash", "kioclient"), _trash),
    **dict.fromkeys(("chmod", "chown", "chgrp", "chattr", "setfacl", "setcap", "chcon"), _changes_mode),
    **dict.fromkeys(
        ("mkfs", "mkfs.ext4", "mkfs.vfat", "mkswap", "fdisk", "sfdisk", "parted", "wipefs", "cfdisk"), _disk
    ),
    "dd": _dd,
    "truncate": _truncates,
}
