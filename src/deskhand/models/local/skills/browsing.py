"""Addresses in the web browser."""

from __future__ import annotations

from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.programs import open_program
from deskhand.models.local.steps import GoTo
from deskhand.vision.match import find

_UNREACHABLE = ("This site can't be reached", "No internet", "ERR_", "You're offline", "Your file couldn't be accessed")


async def go_to(hand: Hand, step: GoTo) -> str:
    await open_program(hand, "web browser")
    await hand.key("ctrl+l", hand.say("Going to the address bar.", "アドレスバーに移ります。"))
    await hand.type(
        step.address, hand.say(f"Typing the address {step.address}.", f"アドレス {step.address} を入力します。")
    )
    view = await hand.key("Return", hand.say("Pressing Return to go there.", "Return を押して開きます。"))
    if not view.changed or view.moving:
        await hand.wait(1)
    scene = await hand.scene()
    if any(find(scene, words, at_least=0.85) for words in _UNREACHABLE):
        return hand.say(
            f"I went to {step.address}, but the browser says that it cannot be reached.",
            f"{step.address} を開こうとしましたが、到達できないと表示されました。",
        )
    return hand.say(f"I opened {step.address}.", f"{step.address} を開きました。")
