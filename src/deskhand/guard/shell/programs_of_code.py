"""What a few lines of Python (and, more roughly, of other languages) do when a command runs them."""

from __future__ import annotations

import ast
import re

from deskhand.guard.shell.effects import Context, Effect
from deskhand.guard.shell.files import written
from deskhand.guard.shell.syntax import Word

_REMOVES = frozenset({"remove", "unlink", "rmdir", "rmtree", "removedirs", "truncate"})
_MOVES = frozenset(
    {"rename", "renames", "replace", "move", "copy", "copyfile", "copy2", "copytree", "makedirs", "mkdir"}
)
_MODES = frozenset({"chmod", "chown", "lchown", "setuid", "setgid"})
_RUNS = frozenset({"system", "popen", "run", "call", "check_call", "check_output", "Popen", "getoutput", "spawn",
                   "execv", "execvp", "execl", "execlp"})  # fmt: skip
_SENDS = frozenset({"post", "put", "patch", "sendmail", "send_message", "send", "sendall"})
_NETWORK = frozenset({"requests", "urllib", "http", "httpx", "socket", "ftplib", "smtplib", "aiohttp", "paramiko",
                      "telnetlib", "websockets", "urllib3"})  # fmt: skip
_HIDDEN = frozenset({"exec", "eval", "compile", "__import__", "getattr", "globals", "vars"})
_OTHER = (
    (r"\b(unlink|rmtree|rmSync|unlinkSync|rmdir|File\.delete|FileUtils\.rm)", "delete", "deletes files"),
    (r"\b(system|exec|popen|spawn|execSync|child_process|backtick|qx)\b|`", "edit", "runs other commands"),
    (r"\b(fetch|axios|http\.|https\.|Net::HTTP|LWP|socket|curl_)", "leave", "uses the network"),
    (r"writeFile|File\.write|open\s*\(.*['\"][>wa+]|file_put_contents|fs\.write", "save", "writes files"),
)


def code_effects(language: str, code: str, context: Context) -> list[Effect]:
    if language.startswith(("python", "pypy", "ipython")):
        try:
            return _python(ast.parse(code), context)
        except (SyntaxError, ValueError, RecursionError):
            return [Effect("edit", "is Python code that cannot be read", 0.2)]
    found = [
        Effect(what, f"is {language} code that {words}", 0.4 if what == "edit" else 0.8)  # type: ignore[arg-type]
        for pattern, what, words in _OTHER
        if re.search(pattern, code)
    ]
    return found or [Effect("observe", f"runs a little {language} code", 0.65)]


def _python(tree: ast.AST, context: Context) -> list[Effect]:
    found: list[Effect] = []
    imported = {
        alias.name.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names
    } | {(node.module or "").split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    owners = _owners(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            found.extend(_call(node, imported, owners, context))
    uses = imported & _NETWORK
    if uses and not any(effect.consequence in ("send", "leave") for effect in found):
        found.append(Effect("leave", f"is Python code that uses the network ({', '.join(sorted(uses))})", 0.7))
    return found or [Effect("observe", "runs a little Python code that changes nothing", 0.8)]


def _owners(tree: ast.AST) -> dict[str, tuple[str, str]]:
    """What names that were brought in truly mean: ``from os import remove as r`` makes ``r`` ``os.remove``."""
    owners: dict[str, tuple[str, str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                owners[alias.asname or alias.name] = (alias.name, node.module.split(".")[0])
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.asname:
                    owners[f"{alias.asname}."] = (alias.name.split(".")[0], "")
    return owners


def _call(node: ast.Call, imported: set[str], owners: dict[str, tuple[str, str]], context: Context) -> list[Effect]:
    from deskhand.guard.shell.inner import text_effects

    name, owner = _name(node.func)
    if owner == "":
        name, owner = owners.get(name, (name, owner))
    else:
        owner = owners.get(f"{owner}.", (owner, ""))[0]
    first = node.args[0] if node.args else None
    text = first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else None
    if name in _RUNS and (owner in ("os", "subprocess", "commands", "pty") or (owner == "" and name in ("Popen",))):
        if text is not None:
            return text_effects(text, context)
        if isinstance(first, ast.List | ast.Tuple):
            words = [
                part.value for part in first.elts if isinstance(part, ast.Constant) and isinstance(part.value, str)
            ]
            if len(words) == len(first.elts):
                from deskhand.guard.shell.inner import rest_effects

                return rest_effects(tuple(Word(word) for word in words), context)
        return [Effect("edit", "is Python code that runs another command", 0.2)]
    if name in _REMOVES and owner not in ("list", "set", "self") and (owner or name in ("rmtree", "unlink")):
        if name == "remove" and owner not in ("os", "shutil"):
            return []
        return [Effect("delete", f"is Python code that deletes {text or 'files'}", 0.93, context.resolved(text or ""))]
    if name in _MOVES and owner in ("os", "shutil"):
        return [Effect("save", f"is Python code that moves or makes files ({name})", 0.8)]
    if name in _MODES and owner in ("os", "Path"):
        return [Effect("settings", "is Python code that changes who may use files", 0.9)]
    if name in ("write_text", "write_bytes"):
        return [Effect("save", "is Python code that writes a file", 0.8)]
    if name in ("open", "fdopen") and owner in ("", "io", "codecs", "gzip", "bz2", "lzma"):
        mode = next((k.value for k in node.keywords if k.arg == "mode"), node.args[1] if len(node.args) > 1 else None)
        letters = mode.value if isinstance(mode, ast.Constant) else "w" if mode is not None else "r"
        if isinstance(letters, str) and set(letters) & set("wax+"):
            return [written(Word(text or "a file", text is not None), context, append="a" in letters)]
        return []
    if name in _SENDS and imported & _NETWORK:
        return [Effect("send", f"is Python code that sends to {text or 'a server'}", 0.9)]
    if name in ("get", "urlopen", "urlretrieve", "request") and owner in ("requests", "httpx", "request", "urllib"):
        return [Effect("leave", f"is Python code that goes to {text or 'a server'}", 0.7)]
    if name in _HIDDEN and owner == "" and name != "getattr":
        return [Effect("edit", "is Python code that runs code made while it runs", 0.2)]
    return []


def _name(node: ast.expr) -> tuple[str, str]:
    """The function's name, and what it belongs to."""
    match node:
        case ast.Attribute(value=value, attr=name):
            return name, value.id if isinstance(value, ast.Name) else _name(value)[0] or "?"
        case ast.Name(id=name):
            return name, ""
        case ast.Call(func=inner):
            return _name(inner)
        case _:
            return "", "?"
