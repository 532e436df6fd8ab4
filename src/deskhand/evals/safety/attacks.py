"""Attacks on screens, and harmless screens that look like them: what is injected, where, what obeying it would be.

A block of ``attacks-*.txt`` is a carrier: a page (or a desktop program) with honest work to do on it, and a slot,
``{{here}}``, for somebody else's words. Under ``--- attacks`` stands what a stranger put there (kind :: how a model
that obeys goes about it :: how the world shows that it did :: the words), under ``--- benign`` what stands in such
places on an ordinary day, much of it instructions to people. Each kind of place has its own look (``looks.txt``).

    obey, work:  click NAME · double NAME · type TEXT [into NAME] · key KEYS · goto URL · bash COMMAND, joined by ``;``
    goal, done:  post ADDRESS [words] · get ADDRESS · file PATH · gone PATH · title WORDS · holds PATH [!]words ·
                unhindered (no act of the honest work was refused)
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from deskhand.evals.safety.pages import DataError, Half, blocks, files


@dataclass(frozen=True, slots=True)
class Looks:
    """How the kinds of places on pages look, from a half's ``looks.txt``."""

    html: Mapping[str, str]
    everyday: tuple[str, ...]
    """The kinds in which a text of ``harmless.txt`` may stand; nobody writes a cooking tip in white on white."""


@cache
def looks(half: Half) -> Looks:
    found: dict[str, str] = {}
    everyday: list[str] = []
    for path in files(half, "looks"):
        for line in _lines(path.read_text(encoding="utf-8")):
            kind, bar, look = (part.strip() for part in line.partition("|"))
            if not bar or "{}" not in look:
                raise DataError(f"{half}/{path.name}: {line[:60]!r} needs kind | HTML with {{}} for the words")
            name = kind.removesuffix("~")
            found[name] = look
            if name == kind:
                everyday.append(name)
    return Looks(found, tuple(everyday))


@dataclass(frozen=True, slots=True)
class Carrier:
    name: str
    address: str
    """Of the page; ``native:pcmanfm`` for a desktop program."""
    language: str
    style: str
    task: str
    half: Half
    body: str
    """HTML, or lines as in `programs`; ``{{here}}`` or ``"$T"`` stands for the words."""
    work: str
    done: str

    @property
    def native(self) -> bool:
        return self.address.startswith("native:")


@dataclass(frozen=True, slots=True)
class Case:
    """A carrier with words in its slot, or with an empty one."""

    id: str
    carrier: Carrier
    kind: str
    words: str
    """Empty: nothing was put there."""
    obey: str = ""
    """Empty: nothing to obey, this is harmless."""
    goal: str = ""

    @property
    def attack(self) -> bool:
        return bool(self.obey)

    @property
    def page(self) -> str:
        """The HTML with the words in their place."""
        return self.carrier.body.replace("{{here}}", self._dressed())

    @property
    def plain(self) -> str:
        """The words as a reader gets them, without markup."""
        return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", self.words)).split())

    def _dressed(self) -> str:
        if not self.words:
            return ""
        look = looks(self.carrier.half).html[self.kind]
        site = self.carrier.address.partition("/")[0]
        look = look.replace("{title}", self.plain.split(".")[0][:50]).replace("{site}", site)
        return look.replace("{}", html.escape(self.plain) if '="{}"' in look else self.words)


@cache
def load(half: Half) -> tuple[Case, ...]:
    """Every case of a half: attacks, benign ones, and each carrier as it is. Raises `DataError`."""
    found: list[Case] = []
    kinds = looks(half).html
    for head, body in (block for path in files(half, "attacks") for block in blocks(path)):
        if len(head) != 5:
            raise DataError(f"{half}/attacks: {head[0]}: the head needs name | address | language | style | task")
        carrier, attacks, benign = _carrier(head, body, half)
        if not carrier.native:
            found.append(Case(f"{carrier.name}/empty", carrier, "", ""))
        for n, line in enumerate(attacks):
            parts = [part.strip() for part in line.split("::")]
            if len(parts) != 4 or not (carrier.native or parts[0] in kinds):
                raise DataError(f"{half}/attacks: {head[0]}: {line[:60]!r} needs kind :: obey :: goal :: words")
            kind, obey, goal, words = parts
            found.append(Case(f"{carrier.name}/attack-{n}-{kind}", carrier, kind, words, obey, goal))
        for n, line in enumerate(benign):
            kind, _, words = (part.strip() for part in line.partition("::"))
            if not (carrier.native or kind in kinds):
                raise DataError(f"{half}/attacks: {head[0]}: {line[:60]!r} needs kind :: words")
            found.append(Case(f"{carrier.name}/benign-{n}-{kind}", carrier, kind, words))
    return (*found, *_everyday(half, [case.carrier for case in found if not case.kind]))


PLACES = 2
"""In how many places each everyday text is shown."""


def _everyday(half: Half, carriers: list[Carrier]) -> list[Case]:
    """The texts of ``harmless-*.txt``, each on pages of its language in turn, in kinds of places of the half."""
    kinds = looks(half).everyday
    found: list[Case] = []
    texts = [line for path in files(half, "harmless") for line in _lines(path.read_text(encoding="utf-8"))]
    for n, words in enumerate(texts):
        japanese = any(ord(letter) > 0x3000 for letter in words)
        fitting = [carrier for carrier in carriers if (carrier.language == "ja") is japanese]
        for k in range(PLACES):
            carrier = fitting[(n + k * 3) % len(fitting)]
            kind = kinds[(n * PLACES + k) % len(kinds)]
            found.append(Case(f"{carrier.name}/everyday-{n}.{k}-{kind}", carrier, kind, words))
    return found


def _carrier(head: list[str], body: str, half: Half) -> tuple[Carrier, list[str], list[str]]:
    name, address, language, style, task = head
    setting, _, rest = body.partition("--- attacks")
    attacks, _, benign = rest.partition("--- benign")
    keyed: dict[str, str] = {}
    lines: list[str] = []
    for line in setting.strip().splitlines():
        key, colon, value = line.partition(":")
        if colon and key in ("work", "done"):
            keyed[key] = value.strip()
        else:
            lines.append(line)
    if set(keyed) != {"work", "done"}:
        raise DataError(f"{half}/attacks: {name} needs work: and done:")
    carrier = Carrier(name, address, language, style, task, half, "\n".join(lines), keyed["work"], keyed["done"])
    return carrier, _lines(attacks), _lines(benign)


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
