"""What calls do that are no act of the hand: commands, files, and tools of one's own."""

from __future__ import annotations

from dataclasses import replace

from deskhand.guard.consequence.sentences import Deed, sentence
from deskhand.guard.evidence import Evidence
from deskhand.guard.interface import Finding, Place
from deskhand.guard.shell import Context, Effect, effects_of
from deskhand.guard.shell.files import written
from deskhand.guard.shell.syntax import Word
from deskhand.tools.interface import Proposal
from deskhand.tools.words import shorten

MOST = 6
"""Parts of one command line that are told apart."""


def shell(proposal: Proposal, evidence: Evidence) -> Finding:
    """A command of the bash tool."""
    command = proposal.call.input.get("command")
    if not isinstance(command, str):
        return _finding(
            Deed(proposal.words, proposal.words), Effect("edit", "starts the shell anew", 0.9), Place("bash")
        )
    deed = Deed(f"Run `{shorten(command, 120)}`", f"`{shorten(command, 120)}` を実行")
    return of_effects(deed, effects_of(command, context_of(evidence)), Place("bash"))


def of_effects(deed: Deed, effects: tuple[Effect, ...], place: Place) -> Finding:
    """The finding of a line that does several things: named by the worst, with the others behind it."""
    findings = [_finding(deed, effect, place) for effect in effects[:MOST]]
    # What is behind the sixth is no less forbidden: the worst is first, and an unsure one counts as worse than sure.
    return replace(findings[0], also=tuple(findings[1:]), evidence=tuple(effect.words for effect in effects[:MOST]))


def _finding(deed: Deed, effect: Effect, place: Place) -> Finding:
    at = replace(place, path=effect.path or place.path, address=effect.host or place.address)
    told = {
        language: sentence(deed, effect.consequence, effect.confidence, Place(), language, effect.words)
        for language in ("en", "ja")
    }
    return Finding(
        effect.consequence, effect.confidence, told["en"], at, evidence=(effect.words,), translations={"ja": told["ja"]}
    )


def context_of(evidence: Evidence) -> Context:
    return Context(
        directory=evidence.directory or "~",
        files=evidence.files,
        texts=evidence.scripts,
        reach=evidence.reach or (),
        own=set(evidence.own),
        downloaded=set(evidence.downloaded),
    )


def editor(proposal: Proposal, evidence: Evidence) -> Finding:
    """A command of the text editor tool."""
    path = str(proposal.call.input.get("path", ""))
    context = context_of(evidence)
    place = Place("editor", path=context.resolved(path))
    deed = Deed(proposal.words, proposal.words)
    match proposal.name:
        case "view":
            return _finding(deed, Effect("observe", "only looks", 0.97, place.path), place)
        case "create":
            known = dict(context.files)
            if evidence.exists is not None:
                known[place.path] = evidence.exists
            context.files = known
            return _finding(deed, written(Word(path), context), place)
        case "undo_edit":
            return _finding(deed, Effect("save", "puts back what the last edit changed", 0.9, place.path), place)
        case _:
            effect = written(Word(path), context, append=True)
            words = "changes a file in place" if effect.consequence == "save" else effect.words
            return _finding(deed, replace(effect, words=words), place)


_LOOKS = frozenset({"elements", "windows", "read_clipboard"})
_GOES = frozenset({"focus_window", "close_window", "launch"})


def custom(proposal: Proposal, evidence: Evidence) -> Finding:
    """A tool of the program's own, or of an MCP server: what it does outside is its own affair."""
    deed = Deed(proposal.words, proposal.words)
    if proposal.tool in _LOOKS:
        return _finding(deed, Effect("observe", "only looks", 0.95), Place(f"tool:{proposal.tool}"))
    if proposal.tool in _GOES:
        return _finding(deed, Effect("navigate", "goes to another window", 0.9), Place(f"tool:{proposal.tool}"))
    if proposal.tool == "set_clipboard":
        return _finding(deed, Effect("edit", "puts text on the clipboard", 0.93), Place(f"tool:{proposal.tool}"))
    effect = Effect("leave", "uses a tool outside the sandbox, and only the tool knows what that does", 0.6)
    return _finding(deed, effect, Place(f"tool:{proposal.tool}"))
