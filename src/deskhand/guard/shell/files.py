"""Commands that make, change and remove files."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from deskhand.guard.shell.effects import Command, Context, Effect, named
from deskhand.guard.shell.syntax import Redirect, Word

Row: TypeAlias = Callable[[Command, Context], list[Effect]]

_STREAMS = frozenset({"/dev/null", "/dev/stdout", "/dev/stderr", "/dev/tty", "-"})
_STARTS = re.compile(
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
    if _STARTS.search(path):
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
        return [_reads_secret(path)] if holds_secret(path) else []
    if target.text in _STREAMS or (operator.endswith("&") and (target.text.isdigit() or target.text == "-")):
        return []
    return [written(target, context, append=">>" in operator)]


def _reads_secret(path: str) -> Effect:
    return Effect("sign_in", f"reads {path}, which holds a secret", 0.8, path)


def _reads(command: Command, context: Context) -> list[Effect]:
    secret = [
        _reads_secret(context.resolved(word))
        for word in command.words
        if not word.text.startswith("-") and holds_secret(context.resolved(word))
    ]
    return secret or [Effect("observe", f"looks ({command.name})", 0.95)]


_GREPS = frozenset({"grep", "egrep", "fgrep", "rg", "ag", "ack"})
_NAMES_SECRET = re.compile(r"token|secret|pass|api.?key|credential|private.?key|_KEY\b|AWS_", re.IGNORECASE)


def _greps(command: Command, context: Context) -> list[Effect]:
    """Looking for words; the words of secrets in variables or settings bring these to light."""
    before = command.fed_by.words[0].text if command.fed_by is not None and command.fed_by.words else ""
    wanted = next(iter(command.operands("-e", "-f", "-m", "-A", "-B", "-C")), None)
    given = command.value("-e") or wanted
    hidden = before in ("env", "printenv", "set", "export") or command.has("-r", "-R")
    if given is not None and hidden and _NAMES_SECRET.search(given.text):
        return [Effect("sign_in", f"looks for secrets ({command.name} {given.text})", 0.7)]
    return _reads(command, context)


_KEEPS_INPUT = frozenset({"zip", "convert", "magick", "ffmpeg", "pandoc", "sox", "img2pdf", "gnuplot", "dot", "7z"})
_IN_PLACE = frozenset({"mogrify", "optipng", "jpegoptim", "dos2unix", "unix2dos", "exiftool", "shfmt"})


def makes(command: Command, context: Context) -> list[Effect]:
    """A program that writes files: the one that it names as its output, which may be there already."""
    if command.name == "zip" and command.has("-m", "--move"):
        return [Effect("delete", "packs files and deletes them", 0.92)]
    if command.name == "mogrify":
        return [Effect("delete", "changes pictures in place, and keeps no copy", 0.75)]
    target = command.value("-o", "--output", "--out")
    words = command.operands("-o", "-i", "-r", "-vf", "-c:v", "-c:a", "-resize", "-f", "-t", "-ss", "-quality", "-crop")
    if target is None and command.name in ("ffmpeg", "convert", "magick", "sox", "unoconv") and len(words) > 0:
        target = words[-1]
    if target is not None and target.text != "-" and target.known:
        return [written(target, context)]
    return [Effect("save", f"writes files ({command.name})", 0.8)]


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
    secrets = [_reads_secret(context.resolved(word)) for word in sources if holds_secret(context.resolved(word))]
    where = context.resolved(target)
    if command.name != "ln" and where in ("/dev/null",):
        return [Effect("delete", f"throws away {named(tuple(sources))}", 0.95, context.resolved(sources[0]))]
    keeps = command.name != "ln" and command.has("-n", "--no-clobber")
    if keeps or len(sources) > 1 or target.text.endswith("/"):
        into = _inside(sources, target, context)
        if into is not None and not keeps:
            return [*secrets, Effect("delete", f"overwrites {into}", 0.9, into)]
        started = [written(target, context, append=True)] if _STARTS.search(where) else []
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


def _finds(command: Command, context: Context) -> list[Effect]:
    from deskhand.guard.shell.inner import rest_effects

    where = next((word.text for word in command.words if not word.text.startswith("-")), ".")
    found: list[Effect] = []
    for index, word in enumerate(command.words):
        match word.text:
            case "-delete":
                found.append(Effect("delete", f"deletes what it finds in {where}", 0.97, context.resolved(where)))
            case "-exec" | "-execdir" | "-ok" | "-okdir":
                rest = command.words[index + 1 :]
                end = next((i for i, part in enumerate(rest) if part.text in (";", "+")), len(rest))
                found.extend(rest_effects(rest[:end], context))
            case "-fprint" | "-fprintf" | "-fls" if index + 1 < len(command.words):
                found.append(written(command.words[index + 1], context))
    return found or [Effect("observe", f"looks for files in {where}", 0.95)]


def _fd(command: Command, context: Context) -> list[Effect]:
    """`fd` and its like, which may start a command for what they find."""
    from deskhand.guard.shell.inner import rest_effects

    for index, word in enumerate(command.words):
        if word.text in ("-x", "-X", "--exec", "--exec-batch"):
            return rest_effects((*command.words[index + 1 :], Word("{}")), context)
    return [Effect("observe", "looks for files", 0.95)]


def _sed(command: Command, context: Context) -> list[Effect]:
    inplace = command.has("-i") or command.has("--in-place")
    scripts = [word.text for word in command.words if not word.text.startswith("-")][:1]
    if any(re.search(r"(^|[;}\d$/])\s*[we]\s+\S|/[gpIi0-9]*[we](\s|$)", script) for script in scripts):
        return [Effect("edit", "is a sed script that writes files or runs commands", 0.4)]
    if not inplace:
        return _reads(command, context)
    named_files = command.operands("-e", "-f", "--expression", "--file")
    files = named_files if command.value("-e", "--expression") else named_files[1:]
    effects: list[Effect] = []
    for word in files:
        path = context.resolved(word)
        kind = Effect("settings", f"changes {word.text}, which other programs obey", 0.9, path)
        cuts = (command.has("-n") or any(_CUTS.search(script) for script in scripts)) and path not in context.own
        change = Effect("delete", f"deletes lines of {word.text}", 0.85, path)
        if not cuts:
            change = Effect("save", f"changes {word.text} in place", 0.85, path)
        effects.append(kind if _STARTS.search(path) else change)
    return effects or [Effect("save", "changes files in place", 0.8)]


_CUTS = re.compile(r"^\s*[\d$,~+]*(/[^/]*/)?(,[\d$~+]*(/[^/]*/)?)?\s*!?\s*[dQ]\s*(;|$)")
"""A script that deletes lines: ``1,5d``, ``/x/d``."""


def _awk(command: Command, context: Context) -> list[Effect]:
    program = next((word.text for word in command.operands("-F", "-v", "-f")), "")
    named_files = re.findall(r"(>>?)\s*\"([^\"$]+)\"", program)
    rest = re.sub(r">>?\s*\"[^\"$]+\"", "", program)
    if "system(" in rest or re.search(r"\|\s*(getline|\")|(?<![<>=])>\s*\(?\$|\|&", rest) or command.has("-f", "-i"):
        return [Effect("edit", "is an awk program that runs commands or writes files", 0.4)]
    found = [written(Word(name), context, append=arrow == ">>") for arrow, name in named_files]
    return [*found, *_reads(command, context)]


def _tee(command: Command, context: Context) -> list[Effect]:
    append = command.has("-a", "--append")
    return [written(word, context, append=append) for word in command.operands()]


def _tar(command: Command, context: Context) -> list[Effect]:
    first = command.texts[0] if command.words else ""
    letters = first.lstrip("-") if not first.startswith("--") else ""
    if any("checkpoint-action" in text or "to-command" in text or "use-compress" in text for text in command.texts):
        return [Effect("install", "lets tar start another program", 0.6)]
    if "x" in letters or command.has("--extract", "--get", "-x"):
        if command.has("--overwrite", "--unlink-first", "--recursive-unlink"):
            return [Effect("delete", "unpacks, and overwrites what is there", 0.85)]
        into = command.value("-C", "--directory")
        where = into.text if into is not None else context.directory
        return [Effect("save", f"unpacks into {where}", 0.85, context.resolved(where))]
    if "c" in letters or command.has("--create", "-c") or "r" in letters or "u" in letters:
        if command.has("--remove-files"):
            return [Effect("delete", "deletes the files that it packs", 0.95)]
        target = command.value("-f", "--file") or (command.words[1] if len(command.words) > 1 else None)
        if target is not None and target.text != "-":
            return [written(target, context, verb="packs into")]
        return [Effect("observe", "packs files", 0.8)]
    return [Effect("observe", "lists an archive", 0.9)]


def _unzip(command: Command, context: Context) -> list[Effect]:
    if command.has("-l", "-t", "-v", "-p", "-Z"):
        return [Effect("observe", "lists an archive", 0.9)]
    if command.has("-o"):
        return [Effect("delete", "unpacks and overwrites without asking", 0.75)]
    return [Effect("save", f"unpacks {named(command.operands('-d', '-x')[:1])}", 0.85)]


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


def _reads_and_may_save(command: Command, context: Context) -> list[Effect]:
    target = command.value("-o", "--output")
    return [*_reads(command, context), *([written(target, context)] if target is not None else [])]


ROWS: Mapping[str, Row] = {
    **dict.fromkeys(("rm", "rmdir", "unlink", "shred", "srm", "wipe"), _removes),
    **dict.fromkeys(("mv", "cp", "install", "ln", "rename"), _moves),
    **dict.fromkeys(("cat", "head", "tail", "less", "more", "strings", "xxd", "od", "base64"), _reads),
    **dict.fromkeys(("grep", "egrep", "fgrep", "rg", "ag", "ack"), _greps),
    **dict.fromkeys(("sort", "tree", "uniq"), _reads_and_may_save),
    **dict.fromkeys(("awk", "gawk", "mawk", "nawk"), _awk),
    **dict.fromkeys(("trash", "trash-put", "trash-empty", "gio", "gvfs-trash", "kioclient"), _trash),
    **dict.fromkeys(("chmod", "chown", "chgrp", "chattr", "setfacl", "setcap", "chcon"), _changes_mode),
    **dict.fromkeys(
        ("mkfs", "mkfs.ext4", "mkfs.vfat", "mkswap", "fdisk", "sfdisk", "parted", "wipefs", "cfdisk"), _disk
    ),
    "find": _finds,
    **dict.fromkeys(("fd", "fdfind"), _fd),
    "sed": _sed,
    "tee": _tee,
    "tar": _tar,
    "unzip": _unzip,
    "dd": _dd,
    "truncate": _truncates,
}
