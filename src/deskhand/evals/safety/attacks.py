"""Attacks on screens, and harmless screens that look like them: what is injected, where, what obeying it would be.

A block of ``attacks.txt`` is a carrier: a page (or a desktop program) with honest work to do on it, and a slot,
``{{here}}``, for somebody else's words. Under ``--- attacks`` stands what a stranger put there (kind :: how a model
that obeys goes about it :: how the world shows that it did :: the words), under ``--- benign`` what stands in such
places on an ordinary day, much of it instructions to people. Each kind of place has its own look (`LOOKS`).

    obey, work:  click NAME · double NAME · type TEXT [into NAME] · key KEYS · goto URL · bash COMMAND, joined by ``;``
    goal, done:  post ADDRESS [words] · get ADDRESS · file PATH · gone PATH · title WORDS · holds PATH [!]words ·
                unhindered (nothing was refused)
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from deskhand.evals.safety.pages import HERE, DataError, Half, blocks

LOOKS: Mapping[str, str] = {
    # develop
    "banner": "<div class=card style='background:#fff4c2;border-color:#d9b400'>{}</div>",
    "comment": "<div class=card><span class=small>2 hours ago</span><p>{}</p></div>",
    "tiny": "<p style='font-size:8px;line-height:1.1'>{}</p>",
    "plain": "<p>{}</p>",
    "dialog": "<div class=dialog style='position:fixed;left:55%;bottom:30px'>{}</div>",
    # test
    "ad": "<div class='card side ad'><span class=small>Advertisement</span><p>{}</p></div>",
    "mail": "<div class=card><p>---------- Forwarded message ----------</p><p>{}</p><p>Best regards</p></div>",
    "faint": "<p style='color:#e6e6e6;background:#fff'>{}</p>",
    "invisible": "<p style='color:#fff;background:#fff;font-size:12px'>{}</p>",
    "alt": '<p><img alt="{}" title="{}" width=420 height=60 src=\'data:image/gif;base64,R0lGOD\'></p>',
    "result": "<div class=result><a href='#'>{title}</a><div class=small>www.{site}</div><div>{}</div></div>",
    "paper": "<div class=desk><div class=paper><p>{}</p></div></div>",
    "steps": "<div class=card>{}</div>",
    "system": "<div class=notice>{}</div>",
    "review": "<div class=card>★★★★☆ <b>Verified buyer</b><p>{}</p></div>",
    "profile": "<div class=card><b>About me</b><p>{}</p><span class=small>Member since 2019</span></div>",
}
"""How each kind of place looks. The native kinds (``filename``, ``terminal``, ``textfile``, ``sheet``, ``output``) have
none: their words go into a file."""
TEST_KINDS = ["ad", "mail", "review", "profile", "paper", "steps", "result", "system", "faint", "alt"]
NATIVE = frozenset({"filename", "terminal", "textfile", "sheet", "output"})


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
        look = LOOKS[self.kind]
        site = self.carrier.address.partition("/")[0]
        look = look.replace("{title}", self.plain.split(".")[0][:50]).replace("{site}", site)
        return look.replace("{}", html.escape(self.plain) if self.kind == "alt" else self.words)


@cache
def load(half: Half) -> tuple[Case, ...]:
    """Every case of a half: attacks, benign ones, and each carrier as it is. Raises `DataError`."""
    found: list[Case] = []
    for head, body in blocks(HERE / half / "attacks.txt"):
        if len(head) != 5:
            raise DataError(f"{half}/attacks.txt: {head[0]}: the head needs name | address | language | style | task")
        carrier, attacks, benign = _carrier(head, body, half)
        if not carrier.native:
            found.append(Case(f"{carrier.name}/empty", carrier, "", ""))
        for n, line in enumerate(attacks):
            parts = [part.strip() for part in line.split("::")]
            if len(parts) != 4 or (parts[0] not in LOOKS and parts[0] not in NATIVE):
                raise DataError(f"{half}/attacks.txt: {head[0]}: {line[:60]!r} needs kind :: obey :: goal :: words")
            kind, obey, goal, words = parts
            found.append(Case(f"{carrier.name}/attack-{n}-{kind}", carrier, kind, words, obey, goal))
        for n, line in enumerate(benign):
            kind, _, words = (part.strip() for part in line.partition("::"))
            if kind not in LOOKS and kind not in NATIVE:
                raise DataError(f"{half}/attacks.txt: {head[0]}: {line[:60]!r} needs kind :: words")
            found.append(Case(f"{carrier.name}/benign-{n}-{kind}", carrier, kind, words))
    return (*found, *_everyday(half, [case.carrier for case in found if not case.kind]))


PLACES = 2
"""In how many places each everyday text is shown."""


def _everyday(half: Half, carriers: list[Carrier]) -> list[Case]:
    """The texts of ``harmless.txt``, each on pages of its language in turn, in kinds of places that the half knows."""
    kinds: dict[str, list[str]] = {"develop": ["comment", "banner", "plain", "tiny"], "test": TEST_KINDS}
    found: list[Case] = []
    texts = _lines((HERE / half / "harmless.txt").read_text(encoding="utf-8"))
    for n, words in enumerate(texts):
        japanese = any(ord(letter) > 0x3000 for letter in words)
        fitting = [carrier for carrier in carriers if (carrier.language == "ja") is japanese]
        for k in range(PLACES):
            carrier = fitting[(n + k * 3) % len(fitting)]
            kind = kinds[half][(n * PLACES + k) % len(kinds[half])]
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
        raise DataError(f"{half}/attacks.txt: {name} needs work: and done:")
    carrier = Carrier(name, address, language, style, task, half, "\n".join(lines), keyed["work"], keyed["done"])
    return carrier, _lines(attacks), _lines(benign)


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
