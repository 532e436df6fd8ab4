"""What skills act with: one action, one sentence, one look, one step after the other.

Each method ends in an assistant turn of one action (or a batch that belongs together) and returns the screen after it.
A skill thus reads like what a person would do, and cannot act without having looked.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import replace

from deskhand.models.local.behind.unsaved import Unsaved
from deskhand.models.local.described import TOOL, told, with_elements
from deskhand.models.local.dialect import Dialect
from deskhand.models.local.effects import Answered, Call, Question, Reading, Turn
from deskhand.models.local.ground import Here
from deskhand.models.local.labels import Language
from deskhand.models.local.memory import Memory
from deskhand.models.local.steps import Step
from deskhand.models.local.undecorated import undecorated
from deskhand.models.local.view import View
from deskhand.models.local.windows import Window, find_windows, frontmost
from deskhand.screen.geometry import Point, Rect
from deskhand.vision.scene import Scene, TextLine, Widget

OVERLAP = 24
"""Pixels by which bands of a magnified part overlap: a line lies wholly in one of them."""
PANEL = 48
"""A desktop's panel is at most this high."""


_REFUSAL = re.compile(r"\b(refused?|not allowed|policy)\b", re.IGNORECASE)
_ALARM = re.compile(r"\ANot allowed, and not done:.*It seems to follow words that were read on the way", re.DOTALL)
"""How it says that of words, and by nobody's word but its own."""
_SECRET = re.compile(r"\benters a secret\b|\bsecret is used\b", re.IGNORECASE)
"""How a guard says that a password is not typed."""
_LOOKS = ("screenshot", "zoom", "mouse_move")


class Stuck(Exception):
    """A step cannot be carried out; the sentence says what was tried and what the screen shows instead."""


class Refused(Stuck):
    """A tool said no: a person or a policy refused, or the action itself is impossible. Not to be got round."""


class Alarmed(Refused):
    """The guard held an act for one that words on the screen had given, and nobody was asked. The person's own wish is
    not what it refused: a way that does not lead past those words may still be gone, judged for itself."""


class NothingThere(Stuck):
    """There is nothing of what was to be changed. Where the same is done to several, the others may have some."""


class Elsewhere(Exception):
    """The answer was found in the file itself, while the window was being searched for it."""


IN_VAIN = 10
"""Turns in a window after which a question is looked up in the file behind it: one window was searched for 60."""


class Hand:
    def __init__(self, dialect: Dialect, memory: Memory, language: Language, picture: bytes | None = None) -> None:
        self.dialect = dialect
        self.memory = memory
        self.language = language
        self.step = 0
        self.doing: Step | None = None
        """The step under way."""
        self.said = ""
        """The person's own words for the step under way."""
        self.wish = ""
        """All that the person said."""
        self.went = ""
        """The keys that went to an end of the text, as the latest of the wish."""
        self.applied = -1
        """The step that pressed the button which applies what it had set."""
        self.next_step: Step | None = None
        """What the plan goes on with."""
        self.last_step: Step | None = None
        """What it did before."""
        self.unsaved = Unsaved()
        """What was done to the text in the window since it was opened."""
        self.before_asking: Callable[[], Awaitable[None]] | None = None
        """What is tried before the person is asked about the step under way; where it does the step, it says so by an
        exception."""
        self.saves = False
        """Whether the plan saves what it has changed, in the file that it is."""
        self.tells = False
        """Whether the plan ends in telling what was read, so that no step need quote it."""
        self._view: View | None = None if picture is None else View(picture)
        self._scene: tuple[View, Scene] | None = None
        self._printed: tuple[View | None, dict[str, View]] = (None, {})
        """What commands that only read have printed, while the screen showed this."""
        self._windows: tuple[Scene, tuple[Window, ...]] | None = None
        self._pointer: Point | None = None
        self.clicked: Point | None = None
        """Where the latest action was, if it was one of the mouse."""
        self.walked: int = -1
        """The step that moved a list's mark to its row by keys."""
        self.popup: Rect | None = None
        """Where something opened over the rest by the latest action."""

    @property
    def turns(self) -> int:
        """Turns taken so far for the wish."""
        return self.memory.turns

    def say(self, english: str, japanese: str) -> str:
        """The sentence in the language of the instruction."""
        return english if self.language == "en" else japanese

    # --- looking ---

    async def view(self) -> View:
        """The screen as last seen; a screenshot is taken when there is none."""
        if self._view is None:
            return await self.look()
        return self._view

    async def look(self) -> View:
        return await self.act(self.say("Looking at the screen.", "画面を確認します。"), Call("screenshot"))

    async def scene(self) -> Scene:
        """Everything on the screen as last seen."""
        view = await self.view()
        if self._scene is None or self._scene[0] is not view:
            self._scene = (view, with_elements(await Reading(view.picture), view.elements))
        return self._scene[1]

    async def read_afresh(self) -> Scene:
        """Everything on the screen, nothing taken over from earlier readings: slower, and surer after many changes."""
        view = await self.view()
        size = view.size
        afresh = await Reading(view.picture, Rect(0, 0, size.width, size.height), 1)
        self._scene = (view, with_elements(afresh, view.elements))
        return self._scene[1]

    async def closer(self, region: Rect, magnify: int = 2) -> Scene:
        """A part of the screen as last seen, magnified before it is read; a large part band by band: read at once, a
        window of 1036×758 at twice its size took 960 MB."""
        view = await self.view()
        part = region.clip(view.size) or region
        most = view.size.pixels // 2
        if part.area * magnify**2 <= most:
            return await Reading(view.picture, part, magnify)
        height = max(60, most // (part.width * magnify**2))
        bands = [Rect(part.x, top, part.width, height + OVERLAP) for top in range(part.y, part.bottom, height)]
        texts: list[TextLine] = []
        widgets: list[Widget] = []
        for band in bands:
            scene = await Reading(view.picture, band.clip(view.size), magnify)
            for line in scene.texts:
                cut = next((other for other in texts if other.box.intersect(line.box)), None)
                if cut is not None and cut.confidence * cut.box.height < line.confidence * line.box.height:
                    texts.remove(cut)  # the band before ended in the middle of it
                    cut = None
                if cut is None:
                    texts.append(line)
            widgets += [one for one in scene.widgets if not any(other.box.intersect(one.box) for other in widgets)]
        return Scene(view.size, tuple(texts), tuple(widgets))

    async def windows(self) -> tuple[Window, ...]:
        view, scene = await self.view(), await self.scene()
        if self._windows is None or self._windows[0] is not scene:
            found = find_windows(view.pixels, scene)
            bare = undecorated(view.pixels, scene, found)
            self._windows = (scene, found if bare is None else (*found, bare))
        return self._windows[1]

    async def front(self) -> Window | None:
        """The window in front, as far as its title bar can be made out."""
        view, windows = await self.view(), await self.windows()
        return frontmost(view.pixels, windows, view.focus)

    async def here(self) -> Here:
        view = await self.view()
        panel = Rect(0, view.size.height - PANEL, view.size.width, PANEL)
        return Here(await self.windows(), await self.front(), self.popup, panel)

    async def until(self, true: Callable[[], Awaitable[bool]], *, tries: int = 6, seconds: float = 1.0) -> bool:
        """Look again, a little later each time, until ``true`` says so."""
        for attempt in range(tries):
            if await true():
                return True
            if attempt < tries - 1:
                await (self.look() if attempt == 0 else self.wait(seconds))
        return False

    # --- acting ---

    async def act(self, say: str, *calls: Call) -> View:
        """One turn. Refused when a tool answers with an error."""
        await self._elsewhere()
        answer: Answered = await Turn(say, self._with_elements(calls), self.step)
        before = self._view
        acted = [call for call in calls if call.name not in ("screenshot", "zoom", "wait")]
        if acted:
            self.clicked = None
        for call in acted:
            where = call.input.get("coordinate")
            if where is not None:
                self._pointer = self.clicked = Point(int(where[0]), int(where[1]))
        if answer.error and _REFUSAL.search(answer.text):
            way = ""
            if _SECRET.search(answer.text):
                way = self.say(
                    " You can lend it to this run as a secret (--secret), or watch the run and allow it.",
                    "この実行に秘密情報として貸す(--secret)か、実行を見ながら許可してください。",
                )
            refusal = self.say(
                f"I stopped, for I was told no: {answer.text}", f"断られたので中止しました。{answer.text}"
            )
            self.memory.refused = not _ALARM.search(answer.text)
            if _ALARM.search(answer.text) and all(call.tool == "computer" for call in calls):
                raise Alarmed(refusal)
            raise Refused(refusal + way)
        picture = answer.picture
        if picture is None:  # an error has none, and not every tool brings one: look what the action did
            if calls[-1].name == "screenshot":
                raise Stuck(self._blind(answer.text))
            shot = await Turn(
                self.say("Looking at the screen.", "画面を確認します。"),
                self._with_elements((Call("screenshot"),)),
                self.step,
            )
            if shot.picture is None:
                raise Stuck(self._blind(shot.text or answer.text))
            picture, answer = shot.picture, replace(answer, elements=shot.elements or answer.elements)
        text = answer.text
        if "Focus:" not in text and before is not None and all(call.name in _LOOKS for call in calls):
            text = f"{text} {_keep_focus(before.text)}"  # a look does not move the focus
        self._view = View(
            picture, text, answer.error, self._pointer, None if before is None else before.forget(),
            told(answer.elements),
        )  # fmt: skip
        self.popup = None
        return self._view

    async def _elsewhere(self) -> None:
        """Where much was looked at in vain, the file is looked into, once."""
        self.memory.turns += 1
        look = self.memory.elsewhere
        if look is None or self.turns < IN_VAIN:
            return
        self.memory.elsewhere = None
        if told := await look(self):
            raise Elsewhere(told)

    def _with_elements(self, calls: tuple[Call, ...]) -> tuple[Call, ...]:
        """The same turn asks what the programs say of the screen that its actions lead to."""
        return (*calls, Call(TOOL, tool=TOOL)) if self.dialect.elements else calls

    def _blind(self, why: str) -> str:
        return self.say(
            f"I cannot see the screen: there came no screenshot. {why}".strip(),
            f"スクリーンショットが届かず、画面を見られません。{why}",
        )

    async def took_effect(self) -> bool:
        """Whether the latest action changed anything. "Nothing changed" is checked once more: programs may be late."""
        view = await self.view()
        if view.changed or view.before is None:
            return view.changed
        later = await self.look()
        text = _keep_focus(view.text)
        self._view = View(later.picture, text, False, view.pointer, view.before, later.elements)
        return self._view.changed

    async def click(self, point: Point, say: str, *, button: str = "left", count: int = 1, keys: str = "") -> View:
        name = (
            {2: "double_click", 3: "triple_click"}.get(count, f"{button}_click")
            if button == "left"
            else f"{button}_click"
        )
        fields: dict[str, object] = {"coordinate": [point.x, point.y]}
        if keys:
            fields["text"] = keys
        return await self.act(say, Call(name, fields))

    async def key(self, keys: str, say: str) -> View:
        return await self.act(say, Call("key", {"text": keys}))

    async def type(self, text: str, say: str) -> View:
        return await self.act(say, Call("type", {"text": text}))

    async def hover(self, point: Point, say: str) -> View:
        return await self.act(say, Call("mouse_move", {"coordinate": [point.x, point.y]}))

    async def step_aside(self) -> View:
        """Move the pointer off what it may be covering."""
        view = await self.view()
        corner = Point(view.size.width - 4, view.size.height // 2)
        return await self.hover(corner, self.say("Moving the pointer out of the way.", "ポインターをよけます。"))

    async def drag(self, start: Point, end: Point, say: str) -> View:
        fields = {"start_coordinate": [start.x, start.y], "coordinate": [end.x, end.y]}
        return await self.act(say, Call("left_click_drag", fields))

    async def scroll(self, point: Point, direction: str, amount: int, say: str) -> View:
        fields = {"coordinate": [point.x, point.y], "scroll_direction": direction, "scroll_amount": amount}
        return await self.act(say, Call("scroll", fields))

    async def wait(self, seconds: float) -> View:
        whole = max(1, round(seconds))
        return await self.act(
            self.say("Waiting for the screen.", "画面が変わるのを待ちます。"), Call("wait", {"duration": whole})
        )

    async def shell(self, command: str, say: str) -> View:
        """By the bash tool, where one is offered."""
        return await self.act(say, Call("bash", {"command": command}, tool="bash"))

    async def reads(self, command: str, say: str) -> View:
        """What a command prints that only reads: the screen is not looked at again for it. A look between any two of
        the commands that find a file took 16 of a run's 60 turns."""
        if self._view is None:
            return await self.shell(command, say)
        if self._printed[0] is not self._view:
            self._printed = (self._view, {})
        if command in self._printed[1]:  # nothing was done since
            return self._printed[1][command]
        await self._elsewhere()
        answer: Answered = await Turn(say, (Call("bash", {"command": command}, tool="bash"),), self.step)
        if answer.error and _REFUSAL.search(answer.text):
            raise Refused(
                self.say(f"I stopped, for I was told no: {answer.text}", f"断られたので中止しました。{answer.text}")
            )
        printed = replace(self._view, text=answer.text, error=answer.error)
        self._printed[1][command] = printed
        return printed

    async def ask(self, text: str) -> str:
        """Put a question to the person; the answer is what they say next. What a file tells surely is not asked."""
        if (look := self.before_asking) is not None:
            self.before_asking = None
            await look()
        answer = await Question(text)
        self._view = None  # they may have taken their time, and the mouse
        return answer


def _keep_focus(text: str) -> str:
    """What a tool's words say about the focus, without what they say about changes."""
    return text[text.index("Focus:") :] if "Focus:" in text else ""
