"""Typing into a terminal is running commands, or speaking to the program that runs there."""

from __future__ import annotations

import re
from dataclasses import replace

from deskhand.guard.consequence import talking
from deskhand.guard.consequence.calls import context_of
from deskhand.guard.consequence.guess import Guess
from deskhand.guard.consequence.prompts import awaited, letters
from deskhand.guard.consequence.sentences import Deed
from deskhand.guard.evidence import Evidence
from deskhand.guard.interface import Place
from deskhand.guard.shell import Context, effects_of
from deskhand.tools.words import shorten

_TERMINALS = re.compile(
    r"^(x|ur?x|gnome-|lx|xfce4?-|mate-|q|deepin-)?term(inal)?(inator)?|konsole|alacritty|kitty|tilix|terminology|st$"
    r"|^(sakura|guake|tilda|yakuake|foot|wezterm.*|kgx|ptyxis|mlterm|pterm|cool-retro-term)$",
    re.IGNORECASE,
)
_PROMPT = re.compile(r"^.{0,80}?[$#%>❯](?:\s+(.*))?$")

_SIGNS = re.compile(r"[❯➜✗λ»›]")
"""Of prompts that people make themselves; what stands behind them is not told apart."""
_ASKS_ITSELF = "./read"
"""The shell's own command that waits for an answer, as a script of which nothing else is known."""
_ASKS = re.compile(r"^.*([?？]|[\])]:?|[:：])\s+")
_CHOICES = re.compile(r"[\[(].{0,30}[\])]:?")
_NAME_ASKED = re.compile(
    r"\b(name|title|label|nickname|description|author|subject|call (it|this|the \w+))\b"
    r"|名前|名称|題名|件名|タイトル|表題",
    re.IGNORECASE,
)
_PUT_PLAINLY = re.compile(
    r"^[A-Z][\w' -]{2,60}( [(\[][^)\]]{0,30}[)\]])?\s?[:?]( ?[(\[][^)\]]{0,30}[)\]]:?)?\s*$"
    r"|[^\x00-\x7f]{2,}.{0,20}[:：?？]\s*$|を入力"
)
"""A line in words that ends where it waits, as no prompt of a shell does."""
_PLAIN_WORDS = re.compile(r"\w[\w'’.,@+ -]{0,80}")
"""Words in which a shell reads nothing but a command and what it is given."""
_OF_PROGRAMS = re.compile(r"^(\S{0,30}|[^\s$#%]{1,20} )[>#$%]\s+")


def is_terminal(place: Place) -> bool:
    return _TERMINALS.search(place.program) is not None


def has_keys(evidence: Evidence) -> bool:
    """Whether a terminal gets what is typed: a program of its own, or a part of another."""
    return is_terminal(evidence.place) or evidence.target.role == "terminal"


def at_prompt(line: str) -> bool:
    """Whether a line that stands in a terminal begins with a shell's prompt: else it is what a program put out."""
    return _PROMPT.match(line) is not None or _SIGNS.search(line) is not None


def runs(line: str, evidence: Evidence, deed: Deed) -> tuple[Guess, Deed]:
    """Return at ``line``."""
    if talking.has_terminal(evidence):
        return talking.answered(evidence.typed or _behind(line), evidence)
    if evidence.line and talking.is_answer(_behind(line)) and _shell_asks(_behind(line), evidence):
        return talking.answered(_behind(line), replace(evidence, running=(_ASKS_ITSELF,)))
    if _shell_asks_secret(evidence):
        return talking.secret(evidence)
    if not (line or evidence.typed) and _shell_waits(evidence):
        answer = _CHOICES.sub("", _behind(evidence.texts[-1])).strip()
        return talking.answered(answer, replace(evidence, running=(_ASKS_ITSELF,)))
    if evidence.line and may_name(_behind(line)) and _shell_asks_name(_behind(line), evidence):
        return talking.answered(_behind(line), replace(evidence, running=(_ASKS_ITSELF,)))
    prompt = _PROMPT.match(line)
    command = prompt.group(1) or "" if prompt is not None and not evidence.typed else line
    if not command.strip():
        if evidence.line or evidence.typed:
            return Guess("navigate", 0.8, words="begins a new line"), deed
        return Guess("edit", 0.45, ("it is not known what stands in the terminal",)), deed
    return _run(command, command, evidence)


def typed(text: str, evidence: Evidence, deed: Deed) -> tuple[Guess, Deed]:
    """Text that may hold whole lines: each line that ends is run, the last waits for its Return."""
    whole = evidence.typed + text
    lines, rest = whole.replace("\r\n", "\n").replace("\r", "\n").rpartition("\n")[::2]
    if talking.has_terminal(evidence):
        return _told(lines, rest, evidence, deed)
    if whole.strip() and _shell_asks_secret(evidence):
        return talking.secret(evidence)
    if not lines.strip():
        return Guess("edit", 0.9, ("nothing runs before Return",), "types into the terminal"), deed
    if talking.is_answer(lines) and _shell_asks(lines, evidence):
        return talking.answered(lines, replace(evidence, running=(_ASKS_ITSELF,)))
    guess, told = _run(lines, lines, evidence)
    because = (*guess.because, *((f"`{rest}` waits for Return",) if rest else ()))
    return Guess(guess.consequence, guess.confidence, because, guess.words), told


def answer_in(line: str, evidence: Evidence) -> str:
    """What a line says behind the question that it answers; the line itself where it is a command."""
    behind = _behind(line.strip())
    answers = talking.is_answer(behind) and (talking.has_terminal(evidence) or _shell_asks(behind, evidence))
    return behind if answers else line


def _shell_asks(answer: str, evidence: Evidence) -> bool:
    """Whether the shell itself waits for an answer, by `read` on its command line: of that the kernel knows nothing."""
    last = evidence.texts[-1] if evidence.texts else ""
    asks = bool(last) and (not at_prompt(last) or bool(letters((last,))))  # ‘[はい=y / やめる=n] >’ is no prompt
    prompt = awaited(evidence.texts, evidence.typed or answer)
    named = answer.strip().lower() in prompt.choices and prompt.awaits in ("yes or no", "choice")
    return named or (asks and prompt.awaits in ("yes or no", "words") and talking.says_yes_or_no(answer))


def may_name(text: str) -> bool:
    """Whether a shell would know no command in these words: they may be a name that a question of its own asks for."""
    return _PLAIN_WORDS.fullmatch(text.strip()) is not None and effects_of(text, Context())[0].confidence < 0.5


def _shell_asks_name(answer: str, evidence: Evidence) -> bool:
    """Whether what the shell itself waits for is a name: ‘project name (untitled):’."""
    if not evidence.texts or at_prompt(evidence.texts[-1]):
        return False
    prompt = awaited(evidence.texts, answer)
    asked = awaited((evidence.texts[-1],), answer).text
    return prompt.awaits == "words" and (
        _NAME_ASKED.search(asked) is not None or _PUT_PLAINLY.search(asked) is not None
    )


def _shell_waits(evidence: Evidence) -> bool:
    """Whether nobody is known to have written anything, and a question of the shell's own stands there."""
    last = evidence.texts[-1] if evidence.texts else ""
    answer = _behind(last)
    bare = answer == last or not answer or _CHOICES.fullmatch(answer) is not None
    asks = bool(last) and not at_prompt(last) and (bare or talking.says_yes_or_no(answer))
    return asks and awaited(evidence.texts, answer if not bare else "").awaits in ("yes or no", "choice")


def _shell_asks_secret(evidence: Evidence) -> bool:
    """Whether `read -s` of the shell itself waits for a secret."""
    asks = bool(evidence.texts) and not at_prompt(evidence.texts[-1])
    return asks and awaited(evidence.texts).awaits == "secret"


def _behind(line: str) -> str:
    """What stands behind the question or the prompt of a program, where it is not known what was typed."""
    line = re.sub(r"\^[A-Z]|\s*[■▮█▌▋▊▉]\s*$", "", line)  # a caret is read off the picture as a block
    *above, last = line.split() or [""]
    if above and len(last) <= 2 and last.lower() in letters((" ".join(above),)):
        return last  # ‘(K)eep (D)rop d’, ‘[k]残す [d]消す > d’
    found = _ASKS.search(line)
    return _OF_PROGRAMS.sub("", line if found is None else line[found.end() :])  # ‘… [yes=y / no=n] > n’


def _run(command: str, shown: str, evidence: Evidence) -> tuple[Guess, Deed]:
    effects = effects_of(command, context_of(evidence))
    worst = effects[0]
    told = Deed(f"Run `{shorten(shown, 100)}`", f"`{shorten(shown, 100)}` を実行")
    return Guess(worst.consequence, worst.confidence, tuple(e.words for e in effects[:4]), worst.words), told


def _told(lines: str, rest: str, evidence: Evidence, deed: Deed) -> tuple[Guess, Deed]:
    """Text for a program that has the terminal."""
    if talking.awaits_secret(evidence):
        return talking.secret(evidence)
    if lines.strip() or talking.takes_keys(evidence):
        return talking.answered(lines or rest, evidence)
    return Guess("edit", 0.9, ("nothing is read before Return",), "types into the terminal"), deed
