"""Work on files that the file manager which was named does not let be done: in the desktop's own one, and said so.

Which files there are afterwards is what such a wish is about. A window that takes neither an address nor a key for it
cost the person the whole wish, with an ordinary file manager one icon away.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from deskhand.models.local.hand import Hand, Refused, Stuck
from deskhand.models.local.skills.belonging import DESKTOPS, meant
from deskhand.models.local.skills.commands.fit import SURE, fit
from deskhand.models.local.skills.commands.values import is_file
from deskhand.models.local.skills.files import show_folder
from deskhand.models.local.skills.panes import two_panes
from deskhand.models.local.skills.programs import open_program
from deskhand.models.local.steps import DeleteFile, RenameFile, UseCommand
from deskhand.models.local.steps.plan import Named

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
            await show_folder(hand, "shared")
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


async def in_its_panes(hand: Hand, step: UseCommand) -> DeleteFile | RenameFile | None:
    """The same as work on a file, where the program in front turns out to be a file manager of two panes: its own keys
    are known, whatever it is called."""
    if step.on is None or not is_file(step.on.name) or hand.memory.current == OWN or await two_panes(hand) is None:
        return None
    values = [value for _, value in step.fields if isinstance(value, str)]
    rather: DeleteFile | RenameFile | None = None
    if not step.fields and fit("delete", step.words) >= SURE:
        rather = DeleteFile(step.on.name, "")
    elif len(values) == len(step.fields) == 1 and is_file(values[0]) and fit("rename", step.words) >= SURE:
        rather = RenameFile(step.on.name, values[0], "")
    if rather is not None:
        hand.memory.named[OWN] = Named(OWN, meant(hand, hand.memory.current) or OWN, False)
        hand.memory.adopted.add(OWN)
        hand.memory.current = OWN
    return rather
