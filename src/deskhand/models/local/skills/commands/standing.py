"""What stands in the window and bears on a command: a document, the names of what is worked on, a dialog's owner."""

from __future__ import annotations

from collections.abc import Sequence

from deskhand.models.local.ground import matches
from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.commands.form import Field
from deskhand.models.local.skills.made_up import MADE_UP
from deskhand.models.local.skills.programs import DOCUMENT


async def is_of(hand: Hand, name: str) -> bool:
    """Whether the dialog in front shows what it is about: another row may have been chosen meanwhile."""
    front = await hand.front()
    return front is not None and bool(matches(await hand.scene(), name, front.body, 0.9))


async def has_document(hand: Hand) -> bool:
    """Whether the window in front is that of a document, where “New” makes another one."""
    front = await hand.front()
    title = (await hand.view()).focus or ("" if front is None else front.title)
    return DOCUMENT.search(title) is not None or MADE_UP.search(title) is not None


async def only_named(hand: Hand, fields: Sequence[Field]) -> bool:
    """Whether what was told besides stands in the window: what is to be worked on, and no value."""
    scene = await hand.scene()
    return all(not name and matches(scene, value, at_least=0.9) for name, value in fields)
