"""Words for a program that has the terminal: answers to its questions, statements for an interpreter, keys for a pager.

Each program reads in its own tongue. What it asks stands on the screen (`prompts`), what it was started for in its own
command line: the *y* to ``rm -i`` deletes, that to ``git add -p`` does not.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence

from deskhand.guard.consequence import modal, topics
from deskhand.guard.consequence.answering import is_mild, option
from deskhand.guard.consequence.guess import Guess
from deskhand.guard.consequence.labels import meaning_of
from deskhand.guard.consequence.prompts import Prompt, awaited
from deskhand.guard.consequence.questions import asks_to_save
from deskhand.guard.consequence.sentences import Deed
from deskhand.guard.consequence.tongues import spoken
from deskhand.guard.evidence import Evidence
from deskhand.guard.foreground import SHELLS
from deskhand.guard.shell import Context, Effect, effects_of
from deskhand.guard.shell.effects import SEVERITY
from deskhand.tools.words import shorten

_FURTHER_SHELLS = frozenset({"tmux", "screen", "su", "sudo", "doas", "ssh", "mosh", "docker", "podman", "kubectl",
                             "nix-shell",
                             "script", "chroot", "toolbox", "distrobox", "fakeroot", "unshare",
                             "newgrp"})  # fmt: skip
"""Programs that start a shell: when nothing is asked, what is typed is a command again."""
_KEEPS_SECRETS = frozenset({"passwd", "gpg", "gpg2", "pinentry", "pinentry-curses", "ssh-keygen", "ssh-add",
                            "sudo", "su", "kinit",
                            "pass", "cryptsetup", "htpasswd", "vncpasswd", "smbpasswd", "chpasswd",
                            "age"})  # fmt: skip
_PAGERS = frozenset(
    {"less", "more", "most", "man", "lv", "pg", "zless", "bat", "info", "pinfo", "git", "journalctl", "systemctl"}
)
_AT_ONCE = frozenset({"whiptail", "dialog", "nano", "pico", "mc", "pinentry-curses", "aptitude", "nmtui", "debconf"})
"""Programs that fill the terminal and take each key by itself: Return presses what is marked."""
_YES = re.compile(
    r"(y|yes|yep|yeah|a|all|always|ok|okay|sure|true|continue|confirm|go|proceed|はい|1)[.!]?", re.IGNORECASE
)
_NO = re.compile(
    r"(n|no|nope|q|quit|exit|bye|leave|cancel|abort|back|b|h|help|\?|s|skip|d|none|later|stop|logout|\.quit|\.exit"
    r"|\\q|いいえ|0)[.!]?"
    r"|(exit|quit|bye|help)\(?\)?;?",
    re.IGNORECASE,
)
_OF_MENU = re.compile(r"[A-Za-z]|\d{1,2}")
_NO_COMMAND = re.compile(r"(?=.*[\d\W])[^\s/=.$|&;<>`'\"(){}*]{6,}")
_HOLDS = re.compile(
    r"(keep|leave|cancel|skip|no|nothing|quit|exit|abort|back|ignore|stay|later|stop here)\b.*"
    r"|(go on|continue|carry on|proceed|use it) (without|offline|as (a )?guest)\b.*"
    r"|.*(中止|やめる|キャンセル|戻る|そのまま|しない|いいえ|せずに?(終わ|終了|閉じ|戻).{0,3}|(終わる|終了(する)?))",
    re.IGNORECASE,
)
"""One of several that leaves everything as it is."""
_GOES_ON = re.compile(
    r"\b(continue|connecting|proceed|go (on|ahead)|carry on)\b|続け|続行|進め|よろしい", re.IGNORECASE
)
"""A question that says nothing of what it asks about: that stands above it."""
_LOOKS = re.compile(
    r"(list|show|view|preview|see|look|print|status|check|info|filter|display|search|find|about|details?|diff|read)\b"
    r"|(try( it)?( out)?|test|dry[- ]?run|rehears(e|al)|simulate)$"
    r"|.*(一覧|表示|見る|確認|詳細|差分|試す)(する)?$",
    re.IGNORECASE,
)
_OF_SCRIPTS = re.compile(r"(python[\d.]*|pypy\d?|node|ruby|perl|lua|luajit|php|Rscript|julia|tclsh|wish)$")
"""Interpreters that read statements from the terminal only where they were given no script."""
_MILD = ("observe", "navigate", "edit", "save")


def is_answer(text: str) -> bool:
    """Whether words are one to a question rather than a command: a yes, a no, a single letter or a number."""
    words = text.strip()
    return bool(words) and (says_yes_or_no(words) or _OF_MENU.fullmatch(words) is not None)


def says_yes_or_no(text: str) -> bool:
    return _YES.fullmatch(text.strip()) is not None or _NO.fullmatch(text.strip()) is not None


def is_one_word(text: str) -> bool:
    """Whether this is one word that no command is called like: it may well be a secret that a question asks for."""
    return _NO_COMMAND.fullmatch(text.strip()) is not None


def has_terminal(evidence: Evidence) -> bool:
    """Whether a program that is no waiting shell reads what is typed."""
    return any(not _is_shell(line) for line in evidence.running)


def read_by(running: Sequence[str], text: str, context: Context) -> tuple[Effect, ...]:
    """What the interpreters among ``running`` do when they read ``text``; none where none of them has the terminal."""
    return tuple(
        effect for line in running if not _runs_script(line) for effect in spoken(_name(line), text, context) or ()
    )


def takes_keys(evidence: Evidence) -> bool:
    """Whether each letter counts by itself, before any Return."""
    return any(_name(line) in _AT_ONCE for line in evidence.running)


def awaits_secret(evidence: Evidence) -> bool:
    """Whether what is typed now is a password: what is asked says so, or nothing can be read and the program is one
    that asks for nothing else."""
    prompt = awaited(evidence.texts)
    if prompt.awaits == "secret":
        return True
    names = {_name(line) for line in evidence.running}
    if not names & _KEEPS_SECRETS:
        return False
    everything = " ".join(evidence.texts[-12:])
    return not evidence.texts or (
        prompt.awaits != "yes or no" and re.search(r"passphrase|PIN:|password:", everything, re.IGNORECASE) is not None
        and bool(names & {"gpg", "gpg2", "pinentry-curses", "pinentry", "pass"})
    )  # fmt: skip


def answered(text: str, evidence: Evidence) -> tuple[Guess, Deed]:
    """What the program makes of ``text`` and a Return after it."""
    if awaits_secret(evidence) and text.strip():
        return secret(evidence)
    lines = [line for line in evidence.running if not _is_shell(line)]
    guesses = [_to(line, text.strip(), evidence) for line in lines]
    guess, asked = max(guesses, key=lambda pair: SEVERITY[pair[0].consequence] if pair[0].confidence >= 0.5 else 3.5)
    shown = f"“{shorten(text.strip(), 60)}”" if text.strip() else "Return"
    program = " or ".join(dict.fromkeys(_name(line) for line in lines))
    if asked:
        question = shorten(asked, 90)
        return guess, Deed(
            f"Answer {shown} to ‘{question}’ ({program})", f"「{question}」（{program}）に{shown}と答える"
        )
    return guess, Deed(f"Type {shown} for {program}", f"{program}に{shown}を入力")


def secret(evidence: Evidence) -> tuple[Guess, Deed]:
    asks = shorten(awaited(evidence.texts).text, 80)
    because = f"it asks ‘{asks}’" if asks else "it asks for a password"
    told = f" where it asks ‘{asks}’" if asks else ""
    deed = Deed(f"Type a secret{told}", f"秘密を入力{f'（「{asks}」）' if asks else ''}")
    return Guess("sign_in", 0.9, (because,), "hands over a secret"), deed


def _to(line: str, text: str, evidence: Evidence) -> tuple[Guess, str]:
    """What the program of one command line does with it, and the question that it answers."""
    name = _name(line)
    context = Context(directory=evidence.directory or "~", files=evidence.files)
    if name in modal.NAMES:
        return modal.typed(text, evidence.texts), ""
    prompt = awaited(evidence.texts, text)
    if name in _AT_ONCE:
        return _pressed(text, evidence), ""
    if prompt.awaits in ("yes or no", "choice"):
        return _replied(line, text, prompt, context), prompt.text
    if name in _PAGERS:
        inner = re.match(r"!\s*(.+)", text)
        return (
            _from(effects_of(inner[1], context)) if inner else Guess("navigate", 0.88, words="goes about in the text")
        ), ""
    if name in _FURTHER_SHELLS:
        return (_from(effects_of(text, context)) if text else Guess("navigate", 0.8, words="begins a new line")), ""
    if not text:
        return Guess("edit", 0.6, words="sends an empty line"), ""
    said = None if _runs_script(line) else spoken(name, text, context)
    if said is not None:
        return _from(said), ""
    if _NO.fullmatch(text):
        return Guess("navigate", 0.75, words="leaves it, or looks for help"), ""
    return _other(line, prompt, context), prompt.text if prompt.awaits == "words" else ""


def _replied(line: str, text: str, prompt: Prompt, context: Context) -> Guess:
    chosen = prompt.choices.get(text.lower(), "")
    means = meaning_of(chosen) if chosen else None
    if chosen and (
        _NO.fullmatch(chosen)
        or _LOOKS.match(chosen)
        or _HOLDS.fullmatch(chosen)
        or (means is not None and means.kind == "plain" and means.consequence in _MILD)
    ):
        return Guess("navigate", 0.75, (f"‘{chosen}’",))
    if means is not None and means.kind != "yes" and means.consequence not in _MILD:
        return Guess(means.consequence, 0.8, (f"‘{chosen}’",))
    if chosen and prompt.awaits == "choice" and (means is None or means.kind in ("unclear", "phrase", "plain")):
        started = effects_of(line, context)[0]
        if started.consequence in _MILD or started.confidence < 0.5:
            return option(chosen, prompt.above)
    if not text and (not prompt.default_yes or prompt.awaits == "choice"):
        return Guess("navigate", 0.7, ("an empty line says no here",))
    if not chosen and _NO.fullmatch(text):
        if asks_to_save(prompt.text):
            return Guess("delete", 0.85, ("the question is whether to save",), "gives up what was not saved")
        return Guess("navigate", 0.85, ("it says no",), "says no")
    return _yes(line, prompt, context, sure=bool(_YES.fullmatch(text)) or not text)


def _yes(line: str, prompt: Prompt, context: Context, *, sure: bool) -> Guess:
    asked = topics.of_dialog(prompt.text)
    started = effects_of(line, context)[0]
    if asked is not None and asked.consequence not in _MILD:
        return Guess(asked.consequence, 0.88 if sure else 0.7, (f"the question says ‘{asked.because}’",))
    if started.consequence not in _MILD:
        return Guess(started.consequence, 0.75, (f"`{shorten(line, 60)}`: {started.words}",), started.words)
    bare = asked is None and _GOES_ON.search(prompt.text) is not None
    further = topics.of_dialog(prompt.above) if bare or started.confidence < 0.7 else None
    if further is not None and further.consequence not in _MILD:
        return Guess(further.consequence, 0.6, (f"above it: ‘{further.because}’",))
    # What a script asks in words of its own is known to nobody: ‘report.txt wo uwagaki shimasu ka? (y/n)’.
    if asked is not None or (started.confidence >= 0.7 and not _runs_script(line)):
        return Guess(asked.consequence if asked is not None else "edit", 0.65, ("it says yes",))
    if not bare and asked is None and is_mild(prompt.text):
        return Guess("edit", 0.6, ("it says yes, and what is asked is mild elsewhere",))
    return Guess("edit", 0.4, ("it says yes, and it is not known to what",))


def _other(line: str, prompt: Prompt, context: Context) -> Guess:
    """An answer in words to a program whose tongue is not known."""
    asked = topics.of_dialog(prompt.text) if prompt.awaits == "words" else None
    if asked is not None and asked.consequence not in (*_MILD, "settings"):
        return Guess(asked.consequence, 0.65, (f"it asks ‘{asked.because}’",))
    started = effects_of(line, context)[0]
    if started.consequence not in _MILD and prompt.awaits != "words":
        return Guess(started.consequence, 0.6, (f"`{shorten(line, 60)}`: {started.words}",), started.words)
    if prompt.awaits == "words":
        return Guess("edit", 0.6, (f"it asks ‘{shorten(prompt.text, 60)}’",), "answers what a program asks for")
    return Guess("edit", 0.45, (f"what {_name(line)} makes of it is not known",))


def _pressed(text: str, evidence: Evidence) -> Guess:
    """Keys for a program that fills the terminal: what its dialog asks, Return says yes to."""
    shown = " ".join(evidence.texts)
    if text and not _YES.fullmatch(text):
        if _NO.fullmatch(text) and asks_to_save(shown):
            return Guess("delete", 0.85, ("the question is whether to save",), "gives up what was not saved")
        return Guess("edit", 0.8, words="types into it")
    if "nano" in " ".join(map(_name, evidence.running)) and not text:
        return Guess("edit", 0.85, words="begins a new line, or says yes to what it asks")
    asked = topics.of_dialog(shown)
    if asked is None:
        return Guess("edit", 0.6, ("nothing grave stands there",))
    return Guess(asked.consequence, 0.7, (f"the dialog says ‘{asked.because}’",))


def _from(effects: tuple[Effect, ...]) -> Guess:
    worst = effects[0]
    return Guess(worst.consequence, worst.confidence, tuple(effect.words for effect in effects[:4]), worst.words)


def _is_shell(line: str) -> bool:
    """Whether this is a shell that waits for commands, and no script."""
    words = _words(line)
    return bool(words) and _name(line) in SHELLS and all(word.startswith("-") and "c" not in word for word in words[1:])


def _runs_script(line: str) -> bool:
    """Whether an interpreter was started for a script of somebody's, which reads what is typed in its stead."""
    words = _words(line)[1:]
    return (
        _OF_SCRIPTS.match(_name(line)) is not None
        and "-i" not in words
        and any(not word.startswith("-") or word in ("-c", "-e", "-m") for word in words)
    )


def _name(line: str) -> str:
    words = _words(line)
    return words[0].rsplit("/", 1)[-1].lstrip("-") if words else ""


def _words(line: str) -> list[str]:
    try:
        return shlex.split(line)
    except ValueError:
        return line.split()
