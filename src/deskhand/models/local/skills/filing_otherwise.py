"""Work on files that the file manager which was named does not let be done: in the desktop's own one, and said so.

Which files there are afterwards is what such a wish is about. A window that takes neither an address nor a key for it
cost the person the whole wish, with an ordinary file manager one icon away.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from deskhand.models.local.hand import Hand, Refused, Stuck
from deskhand.models.local.skills.belonging import DESKTOPS
from deskhand.models.local.skills.programs import open_program

OWN = "file manager"


async def done_somehow(hand: Hand, do: Callable[[], Awaitable[str]]) -> str:
    """What ``do`` says, once it is done: in the program that was named, else in the desktop's own file manager."""
    try:
        return await do()
    except Refused:
        raise
    except Stuck as stuck:
        named = hand.memory.named.get(OWN)
        if named is None or any(named.name.lower() == name for name in DESKTOPS):
            raise
        for _ in range(2):
            await hand.key("Escape", hand.say("Leaving what is open there.", "開いているものを閉じます。"))
        kept, hand.memory.named = (
            hand.memory.named,
            {kind: one for kind, one in hand.memory.named.items() if kind != OWN},
        )
        hand.memory.titles.pop(OWN, None)
        hand.memory.adopted.discard(OWN)
        hand.memory.current, hand.memory.folder = "", ""
        try:
            await open_program(hand, OWN, again=True)
            said = await do()
        except Refused:
            raise
        except Stuck:
            raise stuck from None  # what was wrong where the person wanted it tells more
        finally:
            hand.memory.named = kept
        return hand.say(
            f"{said} (In the desktop's own file manager: I could not do it in {named.name}.)",
            f"{said}({named.name} ではできなかったため、デスクトップのファイルマネージャーで行いました。)",
        )
