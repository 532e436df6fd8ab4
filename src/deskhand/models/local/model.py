"""The embedded model: a built-in planner that reads the screen, and no language model.

It takes what any model takes (the task, the screenshots, the tools) and answers with the same blocks, so that the loop,
the guard and the record cannot tell it from a large one. It understands many ways to say some thirty things, in English
and Japanese (a grammar, and behind it a small trained reader), and says at once when a task is beyond it. It computes
no tokens and costs nothing.
"""

from __future__ import annotations

from dataclasses import replace

from deskhand.messages import Text, Usage
from deskhand.models.interface import Delta, ModelError, OnDelta, Reply, Request, Traits
from deskhand.models.local.announce import announced
from deskhand.models.local.behind.asking import only_asks
from deskhand.models.local.behind.questions import of_the_whole, out_of_the_file
from deskhand.models.local.behind.there_first import there_first
from deskhand.models.local.behind.wished import by_the_file
from deskhand.models.local.choosing import by_the_window
from deskhand.models.local.conversation import Conversations, Outcome, Task
from deskhand.models.local.dialect import Dialect, NoComputer
from deskhand.models.local.eyes import Eyes
from deskhand.models.local.giving_back import give_back
from deskhand.models.local.hand import Elsewhere, Hand
from deskhand.models.local.page.follow import follow_page, on_the_page
from deskhand.models.local.page.wish import colour_told
from deskhand.models.local.partly import partly
from deskhand.models.local.plan import plan
from deskhand.models.local.policy import carry_out
from deskhand.models.local.prompted import for_what_shows
from deskhand.models.local.said_open import as_open
from deskhand.models.local.steps import NotUnderstood
from deskhand.models.local.supposing import supposed
from deskhand.models.local.titled import by_titles
from deskhand.models.local.understand.acts.further import further
from deskhand.models.local.understand.language import language_of
from deskhand.models.local.understand.meaning_rule import with_its_word
from deskhand.models.local.understand.page_rule import with_its_page

NAME = "local"


class LocalModel:
    """Safe to use for many conversations at once; they share one pair of eyes."""

    def __init__(self, *, elements: bool = False, shell: bool = True) -> None:
        """``elements``: it also wants to be told what programs say of themselves. Without ``shell`` it works by pixels,
        mouse and keyboard alone, also where a shell is offered: no file is looked into behind a window."""
        self._name = f"{NAME}+elements" if elements else NAME if shell else f"{NAME}-shell"
        self._shell = shell
        self.traits = Traits(also=("elements",) if elements else ())
        self._eyes = Eyes()
        self._conversations = Conversations(_answering, self._eyes, self._name)

    @property
    def name(self) -> str:
        return self._name

    @property
    def computer_tool(self) -> str:
        return "computer_20251124"

    async def respond(self, request: Request, on_delta: OnDelta | None = None) -> Reply:
        try:
            dialect = Dialect.of(request.tools, request.tool_choice)
        except NoComputer as error:
            return Reply((Text(str(error)),), "end_turn", Usage(), self._name, asks=True)
        if not self._shell:
            dialect = replace(dialect, bash=None)
        try:
            reply = await self._conversations.respond(request.messages, dialect)
        except ModelError:
            raise
        except Exception as error:
            raise ModelError(
                f"The embedded model stumbled over a fault of its own ({type(error).__name__}: {error}). "
                "Please report it with the run's folder; the task may work when it is put in other words."
            ) from error
        if on_delta is not None and reply.message.text:
            await on_delta(Delta("text", reply.message.text))
        return reply

    async def close(self) -> None:
        self._conversations.close()
        give_back()


async def _answering(task: Task) -> Outcome:
    """The program for a task. What no window shows at once, and what the program would have to ask about or looks for
    in vain, the file behind the window may answer."""
    task.memory.turns, task.memory.changed, task.memory.refused = 0, False, False
    if not only_asks(task.text):
        outcome = await _program(task)
        return Outcome(told) if outcome.asks and (told := await by_the_file(task)) else outcome
    hand = Hand(task.dialect, task.memory, language_of(task.text, task.text))
    hand.wish = task.text
    if of_the_whole(task.text) and (told := await out_of_the_file(hand, task.text, first=True)):
        return _from_the_file(hand, told)
    task.memory.elsewhere = lambda other: out_of_the_file(other, task.text)
    try:
        outcome = await _program(task)
    except Elsewhere as found:
        return _from_the_file(hand, str(found))
    finally:
        task.memory.elsewhere = None
    if outcome.asks and (told := await out_of_the_file(hand, task.text)):
        return _from_the_file(hand, told)
    return outcome


def _from_the_file(hand: Hand, told: str) -> Outcome:
    own = hand.say("(Read in the file itself.)", "(ファイルそのものから読み取りました。)")
    return Outcome(f"{told}\n\n{own}")


async def _program(task: Task) -> Outcome:
    if (colour := colour_told(task.text)) is not None:
        return await follow_page(task, colour)
    understood = plan(task.text)
    surely = not isinstance(understood, NotUnderstood) and not understood.reading
    if not surely and (said := await by_titles(task)) != task.text:
        return await _program(replace(task, text=said))
    if not surely and (on_page := await on_the_page(task)) is not None:
        return on_page
    if isinstance(understood, NotUnderstood):
        readings = further(task.text, understood.language)
        chosen = await by_the_window(task, readings) or supposed(task.text, readings, understood.language)
        if chosen is None:
            return Outcome(understood.reason, asks=True)
        understood = chosen
    understood = await for_what_shows(
        task, as_open(with_its_page(with_its_word(understood, task.text), task.text), task.text)
    )
    understood = there_first(understood, task.text)
    if understood.left_out:
        return await partly(task, understood, carry_out, lambda text: _program(replace(task, text=text)))
    program = carry_out(task, understood)
    return await (announced(program, understood) if understood.reading else program)
