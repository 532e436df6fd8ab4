"""The page as a skill handles it: look, find by name, click, type, and look again."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from deskhand.models.local.effects import Call
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.layout import same_row
from deskhand.models.local.page.sheet import Kind, Sheet, Thing
from deskhand.screen.geometry import Point, Rect
from deskhand.vision.match import Match, find, similarity
from deskhand.vision.scene import Scene, TextLine

GOOD = 0.8
"""A name that fits less well is another thing's."""
SUBMITS = ("Submit", "OK", "Ok", "Done", "Send", "Go", "Search", "Save", "Continue")


class Pane:
    """One page under work. ``body`` is its part of the screen, without the instruction."""

    def __init__(self, hand: Hand, body: Rect, told_in: Rect) -> None:
        """``told_in``: where the page says what it asks for."""
        self.hand, self.body, self.told_in = hand, body, told_in
        self.kept: str | None = None
        """What was read or reckoned and not yet written anywhere: "the total", "it"."""
        self.last: Rect | None = None
        """The thing that was meant last: "it", "there"."""
        self.hearing = False
        """Whether what is under way was heard by the learned reader, who is not asked again for its parts."""
        self.meant: set[str] = set()
        """What was named before, by its label: "the rest" is not that."""
        self.wheel: Point | None = None
        """Where the wheel is turned; None for the middle of the page."""
        self._sheet: tuple[object, Sheet] | None = None

    def take_kept(self) -> str | None:
        """What was kept, which thereby is written."""
        told, self.kept = self.kept, None
        return told

    # --- looking ---

    async def sheet(self) -> Sheet:
        """The page as last seen."""
        view = await self.hand.view()
        if self._sheet is None or self._sheet[0] is not view:
            self._sheet = (view, Sheet(view.pixels, _without_pointer(await self.hand.scene(), view.pointer), self.body))
        return self._sheet[1]

    async def things(self, *kinds: Kind) -> tuple[Thing, ...]:
        return (await self.sheet()).of(*kinds)

    async def lines(self) -> tuple[TextLine, ...]:
        return (await self.sheet()).lines

    async def closer(self, box: Rect, times: int = 2) -> Scene:
        return await self.hand.closer(box, times)

    async def texts(self, name: str, at_least: float = GOOD) -> list[Match]:
        """Where a text stands on the page, best first."""
        sheet = await self.sheet()
        found = find(Scene(sheet.scene.size, sheet.lines, ()), name, at_least=at_least)
        return sorted(found, key=lambda match: (-match.score, match.box.y))

    async def in_what_changed(self, name: str, at_least: float = GOOD) -> Match | None:
        """Where a text stands in what the latest act changed, looked at twice as large: words that touch a sign, or lie
        on an edge, are left out at first sight."""
        changes = [box for box in (await self.hand.view()).changes if box.area < self.body.area // 2][:3]
        for box in changes:
            part = box.grow(12).clip((await self.hand.view()).size)
            found = find(await self.closer(part, 2), name, at_least=at_least) if part is not None else ()
            if found:
                return found[0]
        return None

    async def thing(self, name: str, *kinds: Kind) -> Thing | None:
        """The thing whose text fits ``name`` best."""
        things = await self.things(*kinds)
        best = max(things, key=lambda thing: thing.named(name), default=None)
        return best if best is not None and best.named(name) >= GOOD else None

    async def field_named(self, name: str) -> Thing | None:
        """The field with that label, or that wish written in it."""
        sheet = await self.sheet()

        wanted = name.strip(" :")

        def fits(thing: Thing) -> float:
            label = sheet.label(thing.box)
            told = max(similarity(label, wanted), 0.9 if _within(wanted, label) else 0.0)
            return max(thing.named(wanted) + 0.01, told + (0.02 if thing.kind in ("field", "area") else 0.0))

        best = max(sheet.of("field", "area", "button", "select"), key=fits, default=None)
        return best if best is not None and fits(best) >= GOOD else None

    # --- acting ---

    async def click(self, at: Thing | Rect | Point, say: str, *, count: int = 1, keys: str = "") -> None:
        point = at if isinstance(at, Point) else at.center if isinstance(at, Rect) else at.box.center
        await self.hand.click(point, say, count=count, keys=keys)

    async def fill(self, at: Thing | Rect, text: str, *, clear: bool = False) -> None:
        """Put the caret into a field and type."""
        box = at if isinstance(at, Rect) else at.box
        if len(text) > 3 and len(cells := await self._cells(box)) == len(text):
            for cell, sign in zip(cells, text, strict=True):
                await self.hand.click(cell.center, f"Click into the cell for “{sign}”.")
                await self.hand.type(sign, f"Type “{sign}”.")
            return
        spot = Point(box.x + min(box.width // 2, 60), box.center.y)
        await self.hand.click(spot, f"Click into the field for “{_short(text)}”.", count=1)
        if clear:
            await self.key("ctrl+a")
        await self.hand.type(text, f"Type “{_short(text)}”.")
        if not clear and len(text) > 1 and not await self.hand.took_effect():
            raise Stuck(
                self.hand.say(
                    f"I typed “{_short(text)}”, and nothing of it shows on the page.",
                    f"「{_short(text)}」と入力しましたが、ページに現れません。",
                )
            )

    async def _cells(self, box: Rect) -> list[Rect]:
        """The row of narrow fields that ``box`` is one of: a code has one for each sign."""
        row = [
            field.box
            for field in await self.things("field", "checkbox", "knob", "card")
            if same_row(field.box, box)
            and abs(field.box.width - box.width) <= 4
            and abs(field.box.height - box.height) <= 4
            and field.box.width < 1.5 * field.box.height
        ]
        return sorted(row, key=lambda cell: cell.x)

    async def key(self, keys: str, times: int = 1) -> None:
        """Press ``keys``, up to 20 times in one turn."""
        while times > 0:
            now = min(times, 20)
            await self.hand.act(f"Press {keys}.", Call("key", {"text": " ".join([keys] * now)}))
            times -= now

    async def drag(self, start: Point, end: Point, say: str) -> None:
        await self.hand.drag(start, end, say)

    async def scroll(self, direction: str, amount: int = 3, at: Point | None = None) -> bool:
        """Turn the wheel over the page; whether anything moved."""
        await self.hand.scroll(at or self.wheel or self.body.center, direction, amount, f"Scroll {direction}.")
        return (await self.hand.view()).changed

    async def press(self, name: str) -> None:
        """Click the button of that name, scrolling to it where it does not show."""
        for attempt in range(12):
            button = await self.button(name)
            if button is not None:
                await self.click(button, f"Click “{name}”.")
                return
            if attempt < 11 and not await self.scroll("down", 5 if self.wheel is None else 2):
                break
        hidden = await self._half_hidden(name)
        if hidden is None:
            raise Stuck(f"I found no button “{name}” on the page.")
        await self.click(hidden, f"Click what shows of “{name}”.")

    async def _half_hidden(self, name: str) -> Rect | None:
        """The visible end of a button that another lies upon: the end of its name is on it, or nothing legible."""
        sheet = await self.sheet()
        whole = [line.text.strip() for line in sheet.lines if len(line.text.strip()) > 2]
        for region in sheet.regions:
            box = region.box
            face = 200 <= min(region.colour) <= 250 and max(region.colour) - min(region.colour) < 8
            if not face or box.height < 1.5 * sheet.unit or not 0.15 * sheet.unit < box.width < 8 * sheet.unit:
                continue
            held = [line.text.strip() for line in sheet.lines if box.grow(6).contains(line.box.center)]
            if any(text in whole for text in held):
                continue
            if not held or any(name.lower().endswith(text[-1:].lower()) for text in held):
                return box
        ends = [
            line.box for line in sheet.lines
            if 1 < len(text := line.text.strip().lower()) < len(name)
            and (name.lower().endswith(text) or name.lower().startswith(text))
        ]  # fmt: skip
        return ends[0] if len(ends) == 1 else None

    async def button(self, name: str) -> Thing | Rect | None:
        """A button with that text; else the text itself."""
        sheet = await self.sheet()
        exact = [t for t in sheet.of("button", "card", "shape") if t.text == name]
        if exact:  # a drawn letter may bear the same sign as a key that is to be pressed
            return min(exact, key=lambda thing: ("button", "card", "shape").index(thing.kind))
        thing = await self.thing(name, "button", "card", "shape")
        if thing is not None and len(thing.text) <= len(name) + 4:
            return thing
        found = await self.texts(name, 0.86)
        whole = [match for match in found if match.whole or len(match.line.text) <= len(match.text) + 4]
        best = (whole or found)[0] if (whole or found) else None
        return None if best is None else best.box

    async def submit(self, name: str = "") -> None:
        """Press what sends the form off."""
        for _ in range(10):
            for each in dict.fromkeys((name, *SUBMITS) if name else SUBMITS):
                if await self.button(each) is not None:
                    await self.press(each)
                    return
            if not await self.scroll("down", 10):
                break
        await self.click(await self._last_button(name or "Submit"), f"Click “{name or 'Submit'}”.")

    async def _last_button(self, name: str) -> Thing:
        """The lowest face of a button: cut off by the page's edge, its word cannot be read."""
        sheet = await self.sheet()
        faces = [thing for thing in sheet.of("button", "field", "shape") if _is_face(thing, sheet.unit)]
        if not faces:
            raise Stuck(f"I found no button “{name}” on the page.")
        return max(faces, key=lambda thing: thing.box.bottom)

    async def scroll_to(self, look: Callable[[Sheet], object | None], *, most: int = 8) -> object | None:
        """Scroll down until ``look`` sees what it wants."""
        for _ in range(most):
            found = look(await self.sheet())
            if found is not None:
                return found
            if not await self.scroll("down", 1):
                return None
        return None


def _without_pointer(scene: Scene, pointer: Point | None) -> Scene:
    """Without the mark that the pointer's own picture makes: it was taken for the star of the mail under it."""
    if pointer is None:
        return scene
    own = Rect(pointer.x - 12, pointer.y - 8, 36, 40)
    kept = tuple(w for w in scene.widgets if not (w.kind == "icon" and own.contains(w.box.center) and w.box.area < 700))
    texts = tuple(t for t in scene.texts if not (len(t.text) < 2 and own.contains(t.box.center) and t.box.area < 400))
    return Scene(scene.size, texts, kept)


def _is_face(thing: Thing, unit: float) -> bool:
    grey = 200 <= min(thing.colour) <= 250 and max(thing.colour) - min(thing.colour) < 8
    return grey and thing.box.width > 3 * unit


def _within(name: str, label: str) -> bool:
    words = re.findall(r"\w+", name.lower())
    return bool(words) and words == re.findall(r"\w+", label.lower())[-len(words) :]


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"


def joined(lines: Sequence[TextLine]) -> str:
    return " ".join(line.text for line in lines)
