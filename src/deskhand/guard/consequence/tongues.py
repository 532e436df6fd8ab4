"""What the lines mean that interpreters, databases and file servers read, each in its own tongue."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskhand.guard.interface import Consequence
from deskhand.guard.shell import Context, Effect, effects_of
from deskhand.guard.shell.effects import Command
from deskhand.guard.shell.programs_of_code import code_effects
from deskhand.guard.shell.reading import command_effects, ordered
from deskhand.guard.shell.syntax import Word

_CODE = re.compile(
    r"^(python[\d.]*|pypy\d?|[ib]python3?|node|deno|bun|irb|ruby|pry|perl|lua|luajit|php|R|Rscript|julia|ghci|octave|scala"
    r"|jshell|swift|tclsh|wish|guile|racket|clj|erl|iex|gnuplot|gdb|lldb)$"
)
_DATA = frozenset({"psql", "mysql", "mariadb", "sqlite3", "duckdb", "redis-cli", "mongosh", "mongo", "cqlsh",
                   "sqlcmd", "sqlplus",
                   "clickhouse-client", "litecli", "pgcli", "mycli"})  # fmt: skip
_SUMS = frozenset({"bc", "dc", "calc", "units", "qalc", "gp", "maxima", "genius", "wcalc", "cat", "sort", "wc",
                   "tr", "sed", "awk",
                   "grep", "rev", "nl", "cal", "fzf", "top", "htop", "btop", "watch", "tail", "ping", "sleep",
                   "yes"})  # fmt: skip
_OTHERS = frozenset({"irssi", "weechat", "nc", "ncat", "netcat", "telnet", "talk", "write", "wall", "mail",
                     "mailx", "sendmail",
                     "profanity", "bitchx", "ii", "mutt", "neomutt", "socat"})  # fmt: skip
_FILES = frozenset({"ftp", "sftp", "lftp", "tftp", "smbclient", "cadaver", "ncftp"})
_OF_FILES: Sequence[tuple[Consequence, str, str]] = (
    ("leave", "put|mput|send|reput|append|mirror -R", "carries a file to another computer"),
    ("delete", "rm|mrm|del|delete|mdelete|rmdir|rd", "deletes on another computer"),
    ("settings", "chmod|chown|chgrp|rename|mv|ln|symlink", "changes files on another computer"),
    ("save", "get|mget|recv|reget|pget|mirror|mkdir|lmkdir", "fetches or makes files"),
    ("observe",
    "ls|dir|pwd|cd|lcd|lls|lpwd|df|help|\\?|version|status|stat|bye|quit|exit|progress|prompt|binary|ascii"
     "|cat|more|recurse|open|close", "looks, or goes to another folder"),
)  # fmt: skip
_SHELL_OUT = re.compile(r"^\s*(\\!|\.shell|\.system|!{1,2}|system\b|\\?sh\b)\s*(.+)$")
_FROM_FILE = re.compile(r"^\s*(\\i[r]?|\.read|source|\\\.|@)\s*\S")
_TO_FILE = re.compile(r"^\s*(\\o|\.output|\.once|\.save|\.backup|\.dump|\\copy|\\w|tee|spool)\s+\S")
_ABOUT = re.compile(
    r"^\s*(\\[a-zA-Z?+]+(\s|$)(?!.*;)|\.(tables|schema|help|mode|headers?|indexes|databases|show|quit|exit"
    r"|width|timer|stats|dump|print|open)"
    r"|help|exit|quit|\\q|use\s|show\b|desc|info|ping\b|clear)",
    re.IGNORECASE,
)


def spoken(name: str, text: str, context: Context) -> tuple[Effect, ...] | None:
    """What the program ``name`` does when it reads ``text``, the worst first; None where its tongue is not known."""
    if name in _DATA:
        return _data(name, text, context)
    if _CODE.match(name):
        return _code(name, text, context)
    if name in _SUMS:
        return (Effect("observe", f"gives {name} something to work on", 0.85),)
    if name in _OTHERS:
        return (Effect("send", f"sends it by {name}", 0.8),)
    if name in _FILES:
        return _files(text)
    return None


def _data(name: str, text: str, context: Context) -> tuple[Effect, ...]:
    if (out := _SHELL_OUT.match(text)) is not None:
        return effects_of(out[2], context)
    if _FROM_FILE.match(text):
        return (Effect("edit", "runs a file of statements on data", 0.4),)
    if _TO_FILE.match(text):
        return (Effect("save", "writes what it finds to a file", 0.75),)
    if _ABOUT.match(text):
        return (Effect("observe", "looks at data", 0.85),)
    found = ordered(command_effects(Command(name, (Word("-c"), Word(text))), Word(name), context))
    if found[0].words == "opens a database, to be spoken to":
        return (Effect("edit", "is a part of a statement", 0.6),)
    return found


def _code(name: str, text: str, context: Context) -> tuple[Effect, ...]:
    if (out := re.match(r"^\s*!(.+)$", text)) is not None:
        return effects_of(out[1], context)
    if re.fullmatch(r"\s*(help|exit|quit|\.exit|\.help|q|credits|license)\s*(\(.*\))?;?", text):
        return (Effect("observe", f"looks for help, or ends {name}", 0.9),)
    language = "python" if name.startswith(("python", "pypy", "ipython", "bpython")) else name
    found = code_effects(language, text.strip(), context)
    if language == "python" and found[0].words == "is Python code that cannot be read":
        # A line that ends in a colon is the head of what follows.
        found = code_effects(language, f"{text.strip()} pass", context) if text.rstrip().endswith(":") else found
    return ordered(found)


def _files(text: str) -> tuple[Effect, ...]:
    if (out := re.match(r"^\s*!(.+)$", text)) is not None:
        return effects_of(out[1])
    verb = text.split()[0].lower() if text.split() else ""
    for consequence, verbs, words in _OF_FILES:
        if re.fullmatch(verbs, verb):
            return (Effect(consequence, words, 0.88),)
    return (Effect("edit", "is a word for a file server that is not known", 0.45),)
