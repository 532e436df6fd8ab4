"""Commands that run other commands: what counts is what they run."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from deskhand.guard.shell import programs_of_code
from deskhand.guard.shell.effects import Command, Context, Effect
from deskhand.guard.shell.files import Row, holds_secret
from deskhand.guard.shell.parse import Simple, Word

_SHELL_NAMES = ("sh", "bash", "dash", "zsh", "ksh", "ash", "fish", "rbash")
_INSTALLER = re.compile(r"(^|[/_.-])(install(er)?|setup|bootstrap|get-[\w-]+)([_.-][\w.]*)?(\.(sh|run|bin|py))?$", re.I)
_FOREIGN = re.compile(r"(^|/)(Downloads|ダウンロード)/|\.(run|appimage|bin|deb|rpm|exe|msi|jar)$", re.I)


def rest_effects(words: tuple[Word, ...], context: Context, command: Command | None = None) -> list[Effect]:
    """What a command inside of another does."""
    from deskhand.guard.shell.reading import command_effects

    if not words:
        return []
    inner = Command(words[0].text, words[1:])
    if command is not None:
        inner = replace(inner, feed=command.feed, fed_by=command.fed_by)
    if context.depth > 8:
        return [Effect("edit", "nests commands deeper than can be followed", 0.1)]
    deeper = replace(context, depth=context.depth + 1)
    return command_effects(inner, words[0], deeper)


def text_effects(text: str, context: Context) -> list[Effect]:
    """What a script inside of a command does."""
    from deskhand.guard.shell.reading import effects_of

    return list(effects_of(text, replace(context, depth=context.depth + 1)))


def _behind(*with_value: str, positional: int = 0) -> Row:
    """A wrapper whose options come first, then ``positional`` words of its own, then the command."""

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
    return told + _behind("-u", "--user", "-g", "--group", "-h", "-p", "-C", "-T", "-r", "-t", "-D")(
        replace(command, words=tuple(w for w in command.words if not re.fullmatch(r"\w+=.*", w.text))), context
    )


def _su(command: Command, context: Context) -> list[Effect]:
    given = command.value("-c", "--command")
    return text_effects(given.text, context) if given is not None else [Effect("settings", "becomes another user", 0.9)]


def _xargs(command: Command, context: Context) -> list[Effect]:
    inner = _behind(
        "-I", "-n", "-P", "-L", "-d", "-a", "-s", "-E", "--max-args", "--max-procs", "--delimiter", "--arg-file"
    )(command, context)
    return inner or [Effect("observe", "prints what it is given", 0.9)]


def _shell(command: Command, context: Context) -> list[Effect]:
    words = list(command.words)
    while words and re.fullmatch(r"[-+][a-zA-Z]+|--[\w-]+", words[0].text):
        option = words.pop(0).text
        if not option.startswith("--") and option.startswith("-") and "c" in option:
            if not words:
                return [Effect("edit", "starts a shell", 0.6)]
            if not words[0].known:
                return [
                    *text_effects(words[0].text, context),
                    Effect("edit", "runs words known only when it runs", 0.2),
                ]
            return text_effects(words[0].text, context)
        if option in ("-o", "+o", "-O", "--rcfile", "--init-file") and words:
            words.pop(0)
    if words:
        return run_file(words[0], context)
    return _fed(command, context)


def _fed(command: Command, context: Context) -> list[Effect]:
    """A shell or an interpreter that reads its script from its standard input."""
    if command.feed is not None:
        if command.name in _SHELL_NAMES:
            return text_effects(command.feed, context)
        return programs_of_code.code_effects(command.name, command.feed, context)
    source = next((r.target for r in command.redirects if r.operator == "<"), None)
    if source is not None:
        return run_file(source, context)
    if command.fed_by is not None:
        return [_piped(command.fed_by)]
    return [Effect("edit", f"starts {command.name}, to be spoken to", 0.6)]


def _piped(before: Simple) -> Effect:
    chain: list[str] = []
    at: Simple | None = before
    while at is not None:
        chain.extend(word.text.rsplit("/", 1)[-1] for word in at.words[:1])
        at = at.fed_by
    if {"curl", "wget", "http", "nc", "ncat", "lynx", "fetch", "aria2c"} & set(chain):
        return Effect("install", "runs what it downloads without a look at it", 0.98)
    return Effect("install", f"runs what {chain[0] if chain else 'another command'} puts out, which is not known", 0.7)


def _substituted(words: tuple[Word, ...], context: Context) -> list[Effect]:
    text = " ".join(word.text for word in words)
    if all(word.known for word in words):
        return text_effects(text, context)
    if re.search(r"\b(curl|wget|nc)\b", text):
        return [Effect("install", "runs what it downloads without a look at it", 0.98)]
    if re.search(r"\$\((ssh-agent|dircolors|brew shellenv|direnv hook|pyenv init|rbenv init)", text):
        return [Effect("edit", "sets variables of the shell", 0.8)]
    return [Effect("edit", "runs words that are known only when it runs", 0.2)]


def _eval(command: Command, context: Context) -> list[Effect]:
    return _substituted(command.words, context)


def _source(command: Command, context: Context) -> list[Effect]:
    if not command.words:
        return []
    word = command.words[0]
    if re.search(r"(^|/)(bin/activate(\.fish|\.csh)?|\.bashrc|\.profile|\.bash_profile|\.bash_aliases)$", word.text):
        return [Effect("edit", f"sets variables of the shell from {word.text}", 0.85)]
    if not word.known and re.search(r"\b(curl|wget)\b", word.text):
        return [Effect("install", "runs what it downloads without a look at it", 0.98)]
    return run_file(word, context)


def run_file(word: Word, context: Context) -> list[Effect]:
    """A script file is run: read where its text is known, judged by where it comes from where not."""
    path = context.resolved(word)
    text = context.texts.get(path)
    if not word.known:
        if re.search(r"\b(curl|wget)\b", word.text):
            return [Effect("install", "runs what it downloads without a look at it", 0.98)]
        return [Effect("edit", "runs a file that is known only when it runs", 0.2)]
    if path in context.downloaded or _FOREIGN.search(path):
        return [Effect("install", f"runs {word.text}, which came from outside", 0.93, path)]
    if text is not None and context.depth < 6:
        if path.endswith(".py") or (text.startswith("#!") and "python" in text.split("\n", 1)[0]):
            return programs_of_code.code_effects("python3", text, replace(context, depth=context.depth + 1))
        if path.endswith((".sh", ".bash")) or re.match(r"#!.*\b(ba|da|z|k)?sh\b", text):
            return text_effects(text, context)
    if _INSTALLER.search(path):
        return [Effect("install", f"runs the installer {word.text}", 0.85, path)]
    return [Effect("edit", f"runs the script {word.text}, which was not read", 0.55, path)]


def local_program(command: Command, context: Context) -> list[Effect]:
    """A name that is in no table: a file of one's own, or a program that nobody here knows."""
    if "/" in command.name:
        return run_file(Word(command.name), context)
    return [Effect("edit", f"runs {command.name}, whose effect is not known", 0.3)]


def _interpreter(command: Command, context: Context) -> list[Effect]:
    flags = {"python": "-c", "perl": "-e", "ruby": "-e", "node": "-e", "php": "-r", "lua": "-e", "Rscript": "-e"}
    base = re.sub(r"[\d.]+$", "", command.name)
    words = list(command.words)
    flag = flags.get(base, "-c")
    options: list[str] = []
    while words and words[0].text.startswith("-") and words[0].text != "-":
        option = words.pop(0).text
        options.append(option)
        if option == flag or (base == "perl" and re.fullmatch(r"-[npil\d]*[eE]", option)) or option in ("--eval", "-p"):
            code = words[0] if words else Word("")
            if not code.known:
                return [Effect("edit", "runs code that is known only when it runs", 0.2)]
            extra = _in_place(options) if base == "perl" else []
            return [*extra, *programs_of_code.code_effects(command.name, code.text, context)]
        if option == "-m" and words:
            return _module(words[0].text, tuple(words[1:]), context)
        if option in ("--version", "-V", "--help", "-h"):
            return [Effect("observe", "looks at the version", 0.95)]
        if option in ("-W", "-X", "-r", "-I") and words:
            words.pop(0)
    if words and words[0].text != "-":
        return run_file(words[0], context)
    return _fed(command, context)


def _in_place(options: list[str]) -> list[Effect]:
    """What `perl -i` does to files; with ``-n`` only the lines that it prints are left."""
    letters = "".join(re.sub(r"[^a-zA-Z].*", "", option[1:]) for option in options)
    if "i" not in letters:
        return []
    if "n" in letters and "p" not in letters:
        return [Effect("delete", "leaves only some lines of files", 0.8)]
    return [Effect("save", "changes files in place", 0.8)]


def _module(name: str, words: tuple[Word, ...], context: Context) -> list[Effect]:
    match name:
        case "pip" | "pytest" | "black" | "ruff" | "mypy" | "isort" | "tox" | "twine" | "ansible" | "uv" | "pipx":
            return rest_effects((Word(name), *words), context)
        case "http.server" | "SimpleHTTPServer":
            return [Effect("settings", "serves the folder's files to whoever can reach it", 0.7)]
        case "venv" | "virtualenv" | "compileall" | "zipfile" | "tarfile" | "gzip":
            return [Effect("save", f"writes files ({name})", 0.85)]
        case "json.tool" | "timeit" | "calendar" | "this" | "platform" | "site" | "pydoc" | "cProfile" | "doctest":
            return [Effect("observe", f"looks ({name})", 0.85)]
        case "unittest":
            return [Effect("observe", "runs tests", 0.7)]
        case "smtplib" | "smtpd" | "webbrowser":
            return [Effect("leave", f"uses the network ({name})", 0.6)]
        case "ensurepip":
            return [Effect("install", "installs pip", 0.9)]
        case _:
            return [Effect("edit", f"runs the module {name}, whose effect is not known", 0.45)]


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


def secrets_in(words: tuple[Word, ...], context: Context) -> list[str]:
    return [word.text for word in words if holds_secret(context.resolved(word.text.lstrip("@")))]


WRAPPERS: Mapping[str, Row] = {
    **dict.fromkeys(("sudo", "doas", "pkexec", "gksudo"), _sudo),
    **dict.fromkeys(("su", "runuser"), _su),
    **dict.fromkeys(_SHELL_NAMES, _shell),
    **dict.fromkeys(
        ("python", "python2", "python3", "python3.11", "python3.12", "python3.13", "pypy3", "ipython", "perl", "ruby",
         "node", "nodejs", "php", "lua", "Rscript", "deno"),
        _interpreter,
    ),
    "env": _env,
    "xargs": _xargs,
    "parallel": _xargs,
    "eval": _eval,
    "source": _source,
    ".": _source,
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
