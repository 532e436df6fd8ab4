"""What one of several in a terminal's list does, and whether a question in a program's own words is a mild one.

A list in a terminal is a menu: ‘2) Reformat disk’ is judged by its words like an item of a window's menu, ‘2) Deutsch’
is only chosen. What is chosen for stands above the list: ‘Which one shall be deleted?’ makes any of its items grave.
"""

from __future__ import annotations

from deskhand.guard.consequence import topics
from deskhand.guard.consequence.guess import Guess
from deskhand.guard.consequence.learned import Learned, learned
from deskhand.guard.consequence.questions import said_in
from deskhand.guard.consequence.seen import Seen
from deskhand.guard.consequence.weighing import MILD
from deskhand.guard.interface import Consequence

_RISES = 0.3
"""How likely somebody must want to be asked about an item of a menu that no list of words knows. Of 27 made up for this
the grave ones were above it but for two, the others below but for three."""
_PLAINLY = 0.2
"""Below it a question that no list knows is a mild one, where its *yes* does not look grave either."""
_NOT_GRAVE = 0.92
_TERMINAL = "Terminal"


def option(chosen: str, heading: str) -> Guess:
    """What choosing it from the list below ``heading`` does."""
    named = topics.of_dialog(chosen)
    if named is not None and named.consequence not in MILD:
        return Guess(named.consequence, 0.7, (f"‘{chosen}’ (‘{named.because}’)",))
    wanted, own = topics.of_dialog(heading), said_in(heading)
    if wanted is not None and wanted.consequence not in (*MILD, "accept"):  # of licences one is only picked
        return Guess(wanted.consequence, 0.7, (f"‘{chosen}’, where it asks ‘{wanted.because}’",))
    if own is not None and own.consequence not in MILD and own.kind in ("plain", "phrase"):
        return Guess(own.consequence, 0.6, (f"‘{chosen}’, where it asks ‘{heading[:60]}’",))
    judged = learned(Seen("program", "menu item", chosen[:120], _TERMINAL, heading))
    if judged.ask >= _RISES:
        return Guess(
            _gravest(judged), round(max(0.5, judged.ask), 2), (f"‘{chosen}’", "what such words mean elsewhere")
        )
    return Guess("edit", 0.65, (f"‘{chosen}’",), "chooses one of several")


def is_mild(question: str) -> bool:
    """Whether saying yes to this does little, by what such words mean elsewhere: ‘Include tests?’."""
    said = question.split("[")[0].split("(")[0].strip(" ?？:：")
    if len(said.split()) < 2 and not any(ord(letter) > 0x3000 for letter in said):
        return False
    as_button = learned(Seen("program", "button", said[:120], _TERMINAL)).ask
    as_yes = learned(Seen("program", "button", "Yes", _TERMINAL, question)).ask
    return as_button < _PLAINLY and as_yes < _NOT_GRAVE


def _gravest(judged: Learned) -> Consequence:
    return max((chance, name) for name, chance in judged.means.items() if name not in MILD and name != "leave")[1]
