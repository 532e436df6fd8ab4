"""Programs whose first word says what they do: ``apt install``, ``systemctl status``, ``gsettings set``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deskhand.guard.interface import Consequence
from deskhand.guard.shell.asking import only_asks
from deskhand.guard.shell.effects import Command, Context, Effect


@dataclass(frozen=True, slots=True)
class Verbs:
    """A program whose first word says what it does: each line a consequence, its verbs, and what to say."""

    lines: Sequence[tuple[Consequence, str, str]]
    otherwise: tuple[Consequence, str, float] = ("edit", "does something that is not known", 0.35)
    options_with_value: tuple[str, ...] = ()
    bare: tuple[Consequence, str] = ("observe", "shows how to use it")

    def __call__(self, command: Command, context: Context) -> list[Effect]:
        words = command.operands(*self.options_with_value)
        if not words and not (command.words and self.otherwise[0] == "settings" and only_asks(command) is None):
            if command.has("--help", "--version", "-h", "-V", "-v"):
                return [Effect("observe", "looks at the version", 0.95)]
            return [Effect(*self.bare, 0.75)]
        if not words:
            consequence, said, confidence = self.otherwise
            return [Effect(consequence, f"{command.name} {command.texts[0]}: {said}", confidence)]
        pair = " ".join(word.text for word in words[:2])
        first = words[0].text
        # Two words say more than one: `stash drop` before `stash`.
        for wanted in dict.fromkeys((pair, first)):
            for consequence, verbs, said in self.lines:
                verb = next((verb for verb in verbs.split("|") if verb == wanted), None)
                if verb is not None:
                    what = " ".join(word.text for word in words[len(verb.split()) :][:4])
                    told = said.replace("{}", what) if what else said.partition(": {}")[0]
                    return [Effect(consequence, told, 0.92)]
        if (asked := only_asks(command)) is not None:
            return [asked]
        consequence, said, confidence = self.otherwise
        return [Effect(consequence, f"{command.name} {first}: {said}", confidence)]
