"""Shells and interpreters: what they run stands in an option, a file, or comes from the command before them."""

from __future__ import annotations

import re
from dataclasses import replace

from deskhand.guard.shell import programs_of_code
from deskhand.guard.shell.effects import Command, Context, Effect
from deskhand.guard.shell.inner import rest_effects, text_effects
from deskhand.guard.shell.syntax import Simple, Word

SHELL_NAMES = ("sh", "bash", "dash", "zsh", "ksh", "ash", "fish", "rbash")
_INSTALLER = re.compile(r"(^|[/_.-])(install(er)?|setup|bootstrap|get-[\w-]+)([_.-][\w.]*)?(\.(sh|run|bin|py))?$", re.I)
_FOREIGN = re.compile(r"(^|/)(Downloads|ダウンロード)/|\.(run|appimage|bin|deb|rpm|exe|msi|jar)$", re.I)


def shell(command: Command, context: Context) -> list[Effect]:
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
        if command.name in SHELL_NAMES:
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


def evaluated(command: Command, context: Context) -> list[Effect]:
    return _substituted(command.words, context)


def sourced(command: Command, context: Context) -> list[Effect]:
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


def interpreter(command: Command, context: Context) -> list[Effect]:
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
        if base == "php" and option.startswith("-S"):
            return [Effect("settings", "serves the folder's files to whoever can reach it", 0.7)]
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
    if [word.text for word in words] in (["--help"], ["-h"], ["--version"]):
        return [Effect("observe", f"looks how {name} is used", 0.93)]
    match name:
        case "pip" | "pytest" | "black" | "ruff" | "mypy" | "isort" | "tox" | "twine" | "ansible" | "uv" | "pipx":
            return rest_effects((Word(name), *words), context)
        case "http.server" | "SimpleHTTPServer":
            return [Effect("settings", "serves the folder's files to whoever can reach it", 0.7)]
        case "venv" | "virtualenv" | "compileall" | "py_compile" | "zipfile" | "tarfile" | "gzip":
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
