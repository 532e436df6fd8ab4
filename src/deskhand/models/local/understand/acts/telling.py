"""What is worked out, run, read, counted and told."""

from __future__ import annotations

import re
from dataclasses import replace

from deskhand.models.local import concepts
from deskhand.models.local.skills.paths import path_of
from deskhand.models.local.steps import (
    Compute,
    Count,
    Describe,
    OpenFile,
    Read,
    Ref,
    RunCommand,
    Target,
    Tell,
    UseCommand,
    Value,
)
from deskhand.models.local.understand.acts import naming, places
from deskhand.models.local.understand.acts.desk import Desk, Made
from deskhand.models.local.understand.acts.editing import place
from deskhand.models.local.understand.acts.expressions import expression
from deskhand.models.local.understand.acts.form import Act, ResultOf
from deskhand.models.local.understand.acts.limits import limit, unlimited
from deskhand.models.local.understand.acts.targets import target
from deskhand.models.local.understand.acts.units import conversion
from deskhand.models.local.understand.acts.words import bare, is_all, is_it, number, plain
from deskhand.models.local.understand.shell import commands
from deskhand.models.local.understand.shell.things import quoted

_TITLE = re.compile(
    r"(?:the\s+)?(?:window\s+)?title(?:\s+of\s+(?:the|this)\s+(?:window|page))?|(?:ウィンドウの|ページの)?タイトル",
    re.I,
)
_ALL_TEXT = re.compile(
    r"(?:what(?:'s|\s+is|\s+does)?\s+)?(?:it|in\s+it|here|on\s+(?:the\s+)?screen|the\s+screen|this|contents?|the\s+contents?)(?:\s+says?)?|中身|内容|画面|何が(?:書いてある|出てる|表示)\S*",
    re.I,
)
_DECIMALS = re.compile(
    r"(\d+|one|two|three|four|five|six)\s+(?:decimals?|decimal\s+places?|places?|digits?\s+after)|小数(?:点以下)?(?:第)?\s*(\d+|[一二三四五六])\s*(?:位|桁)",
    re.I,
)
_WHOLE = re.compile(
    r"(?:nearest\s+)?(?:whole\s+number|integer)|round(?:ed)?\s+(?:to\s+(?:the\s+)?(?:nearest\s+)?(?:whole|one|unit))|整数",
    re.I,
)
_LINES_WITH = re.compile(
    r"(?:lines?\s+(?:with|containing|that\s+(?:contain|have|say|mention)|that's|where|saying)\s+)(?P<en>.+)|「?(?P<ja>[^「」]+?)」?(?:を含む|のある|が入っ(?:ている|た|てる)|がある|の|と書いてある|って書いてある)行(?:数)?",
    re.I,
)


def compute(desk: Desk, act: Act) -> None:
    unlimited(desk, act)
    found = expression(desk, act.args.get("expression"))
    if found is None:
        raise desk.fail("sum")
    _calculate(desk, found)


def _calculate(desk: Desk, found: Value) -> None:
    if any(isinstance(piece, Ref) and piece.name == "result" for piece in found):
        latest = next(
            (desk.made[number].value for number in sorted(desk.made, reverse=True) if desk.made[number].value), None
        )
        if latest is None or len(latest) != 1:
            raise desk.fail("which result")
        found = tuple(latest[0] if isinstance(piece, Ref) and piece.name == "result" else piece for piece in found)
    desk.bring("calculator")
    desk.add(Compute(found, desk.store))
    desk.keeps()


def convert(desk: Desk, act: Act) -> None:
    value = desk.value(act.args.get("value"))
    found = conversion(value, act.words("from"), act.words("to"), limit(desk, act))
    if found is None:
        raise desk.fail("convert")
    _calculate(desk, found)


def run(desk: Desk, act: Act) -> None:
    if limit(desk, act):
        raise desk.fail("limit", limit(desk, act))
    command = plain(desk.text(act.args.get("command"), "what command"))
    if over := re.fullmatch(r"((?:[\w./~-]+)(?:\s+-\S+)*)\s+(?:on|over)\s+(\S+)", command):
        command = f"{over[1]} {_shell_path(over[2])}"
    if not _is_command(command):
        raise desk.fail("what command", command)
    if desk.front not in desk.named or (desk.front != "terminal" and not _terminal(desk)):
        desk.bring("terminal")
    desk.add(RunCommand((command,), desk.store))
    desk.keeps()


def _shell_path(words: str) -> str:
    found = places.file(words)
    return words if found is None else quoted(path_of(found.name, found.folder))


def _terminal(desk: Desk) -> bool:
    named = desk.named.get(desk.front)
    return named is not None and re.search(r"term|端末|ターミナル|コンソール|konsole", named.name, re.I) is not None


_COMMANDS = frozenset(
    [
        "ls",
        "pwd",
        "cd",
        "cat",
        "echo",
        "date",
        "cal",
        "df",
        "du",
        "free",
        "top",
        "htop",
        "uptime",
        "whoami",
        "id",
        "uname",
        "hostname",
        "ps",
        "kill",
        "killall",
        "pkill",
        "history",
        "clear",
        "touch",
        "mkdir",
        "rmdir",
        "rm",
        "cp",
        "mv",
        "ln",
        "chmod",
        "chown",
        "find",
        "grep",
        "egrep",
        "sed",
        "awk",
        "sort",
        "uniq",
        "wc",
        "head",
        "tail",
        "cut",
        "tr",
        "tee",
        "diff",
        "tar",
        "zip",
        "unzip",
        "gzip",
        "gunzip",
        "git",
        "make",
        "cmake",
        "gcc",
        "python",
        "python3",
        "pip",
        "pip3",
        "node",
        "npm",
        "npx",
        "yarn",
        "cargo",
        "go",
        "java",
        "ruby",
        "perl",
        "bash",
        "sh",
        "apt",
        "apt-get",
        "dpkg",
        "dnf",
        "pacman",
        "snap",
        "flatpak",
        "systemctl",
        "journalctl",
        "service",
        "ssh",
        "scp",
        "rsync",
        "curl",
        "wget",
        "ping",
        "ip",
        "ifconfig",
        "netstat",
        "ss",
        "dig",
        "nslookup",
        "man",
        "which",
        "whereis",
        "file",
        "stat",
        "mount",
        "umount",
        "lsblk",
        "fdisk",
        "sudo",
        "su",
        "passwd",
        "crontab",
        "tmux",
        "screen",
        "nano",
        "vim",
        "vi",
        "less",
        "more",
        "tree",
        "ffmpeg",
        "convert",
        "pdftk",
        "pdfunite",
        "docker",
        "podman",
        "kubectl",
        "ansible",
        "seq",
        "factor",
        "bc",
        "xdg-open",
        "reboot",
        "shutdown",
        "poweroff",
        "exit",
        "env",
        "export",
        "alias",
        "printf",
        "yes",
        "sleep",
        "ssconvert",
        "md5sum",
        "sha256sum",
        "nproc",
        "lscpu",
        "lsusb",
        "lspci",
        "sensors",
        "nmcli",
        "ffprobe",
        "pytest",
        "ruff",
        "mypy",
        "gradle",
        "mvn",
    ]
)


def _is_command(words: str) -> bool:
    """Whether it is typed into a shell as it stands: not a description of what to run."""
    first = words.split()[0] if words.split() else ""
    if re.search(r"[ぁ-んァ-ヶ一-龠]", re.sub(r"'[^']*'|\"[^\"]*\"|\S*/\S*|\S+\.\w+", "", words)):
        return False
    return first in _COMMANDS or re.match(r"(?:\./|~/|/)\S+", first) is not None


def read(desk: Desk, act: Act) -> None:
    """A value by its label, all that shows, or the title."""
    unlimited(desk, act)
    where = act.args.get("where")
    window = ""
    if isinstance(where, str) and not is_it(where):
        if concepts.program(naming.spoken_name(where), slips=False):
            window = concepts.program(naming.spoken_name(where), slips=False) or ""
        elif places.file(where) is not None:
            place(desk, where)
    what = act.args.get("what", where)
    if isinstance(what, ResultOf):
        made = desk.result(what)
        if made.value:
            desk.leave(made)
            return
        desk.add(Describe(desk.store))
        desk.keeps()
        return
    if isinstance(what, tuple):
        pieces: list[str | Ref] = []
        for index, part in enumerate(what):
            store = f"{desk.store}.{index}"
            desk.add(Read(_label(desk, desk.text(part), window), store))
            pieces += [", " if pieces else "", Ref(store)]
        desk.leave(Made("value", tuple(piece for piece in pieces if piece != "")))
        return
    desk.add(Read(_label(desk, desk.text(what), window), desk.store))
    desk.keeps()


def _label(desk: Desk, words: str, window: str) -> Target:
    text = bare(words)
    if _TITLE.fullmatch(text):
        return Target(kind="window")
    if not text or is_it(words) or is_all(text) or _ALL_TEXT.fullmatch(words.strip()):
        return Target(kind="text", window=window)
    if places.file(words) is not None:
        place(desk, words)
        return Target(kind="text")
    return replace(target(words), window=window)


def tell(desk: Desk, act: Act) -> None:
    said = " ".join(desk.texts(act.args.get("limit")))
    decimals: int | None = None
    if said and (found := _DECIMALS.search(plain(said))) is not None:
        decimals = int(number(found[1] or found[2]) or 0)
    elif said and _WHOLE.search(said):
        decimals = 0
    elif said and re.search(r"hundredths?", said):
        decimals = 2
    elif said and re.search(r"tenths?", said):
        decimals = 1
    elif limit(desk, act):
        raise desk.fail("limit", said)
    what = act.args.get("what")
    if what is None:
        latest = next(
            (desk.made[number].value for number in sorted(desk.made, reverse=True) if desk.made[number].value), None
        )
        if latest is None:
            desk.add(Describe(desk.store))
            latest = (Ref(desk.store),)
        desk.add(Tell(latest, decimals))
        return
    if isinstance(what, str):
        read(desk, Act("read", {"what": what}, act.of))
        desk.add(Tell(desk.made[desk.now].value, decimals))
        return
    pieces: list[str | Ref] = []
    for part in what if isinstance(what, tuple) else (what,):
        if not isinstance(part, ResultOf):
            raise desk.fail("worked out")
        made = desk.result(part)
        if not made.value:
            desk.add(Describe(desk.store))  # a window opened for it, or something found: what it shows is the answer
            made = Made("value", (Ref(desk.store),))
        pieces += [*([desk.say(", ", "、")] if pieces else []), *made.value]
    if desk.steps and desk.steps[-1] == Tell(tuple(pieces), decimals):
        return
    desk.add(Tell(tuple(pieces), decimals))


def count(desk: Desk, act: Act) -> None:
    unlimited(desk, act)
    what = act.args.get("what")
    if isinstance(what, ResultOf):
        made = desk.result(what)
        if not made.value:
            raise desk.fail("worked out")
        desk.add(Count("lines", desk.store))
        desk.keeps()
        return
    words = bare(desk.text(what))
    where = act.args.get("where")
    place_words = where if isinstance(where, str) else ""
    if isinstance(where, ResultOf):
        place_words = desk.result(where).name
    file = places.file(place_words) or places.file(words)
    unit = _unit(words)
    if (file is not None and desk.front not in desk.named) or (_terminal(desk) and file is not None):
        path = [quoted(path_of(file.name, file.folder or desk.folder or _said_folder(desk)))]
        if unit:
            command = commands.count(unit, path)
        elif (held := _LINES_WITH.fullmatch(words)) is not None:
            command = commands.lines_with(_bare_text(held["en"] or held["ja"]), path, number=True)
        else:
            command = commands.occurrences(_bare_text(words), path, whole=False)
        if not _terminal(desk):
            desk.bring("terminal")
        desk.add(RunCommand((command,), desk.store))
        desk.keeps()
        return
    if re.fullmatch(r"files?|ファイル(?:数)?|items?|hits?|results?|件|件数|何件", words, re.I):
        if place_words and (folder := places.folder(place_words)) and file is None and desk.front not in desk.named:
            desk.add(OpenFile("", folder))
            desk.at("file manager")
        desk.add(Read(Target(kind="file"), desk.store), Count("files", desk.store))
    elif unit in ("words", "characters"):
        desk.add(UseCommand(desk.say("document statistics", "文書の統計")), Describe(desk.store))
    elif unit == "lines":
        desk.add(Read(Target(kind="text"), desk.store), Count("lines", desk.store))
    elif (held := _LINES_WITH.fullmatch(words)) is not None:
        desk.add(
            Read(Target(kind="text"), desk.store), Count("lines", desk.store, _bare_text(held["en"] or held["ja"]))
        )
    elif (
        f"「{words}」" in desk.wish
        or re.search(rf"[\"“'‘]{re.escape(words)}[\"”'’]", desk.wish)
        or re.fullmatch(r"[A-Z][\w-]+", words)
    ):
        desk.add(Read(Target(kind="text"), desk.store), Count("lines", desk.store, words))
    else:
        raise desk.fail("worked out")
    desk.keeps()


def _said_folder(desk: Desk) -> str:
    """The folder that the wish names anywhere, where it names one only."""
    found = {
        folder
        for name, folder in concepts.FOLDER_OF.items()
        if len(name) > 3 and name in desk.wish.lower() and folder != "trash"
    }
    if re.search(r"~?/\S*|Shared/", desk.wish) and not found:
        return "shared" if "hared" in desk.wish else ""
    return found.pop() if len(found) == 1 else ""


def _bare_text(words: str) -> str:
    return bare(words).strip("\"'“”「」")


def _unit(words: str) -> str:
    for unit, pattern in (
        ("words", r"(?:number\s+of\s+)?words|単語(?:数)?|語数"),
        ("lines", r"(?:number\s+of\s+)?(?:lines|rows)|行(?:数)?|何行"),
        ("characters", r"(?:number\s+of\s+)?(?:characters|letters)|文字(?:数)?|何文字|字数"),
    ):
        if re.fullmatch(pattern, words, re.I):
            return unit
    return ""
