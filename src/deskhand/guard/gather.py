"""Evidence from the real desktop, gathered before each act, within 50 ms when nothing is suspicious.

The tree is asked for only for acts that could matter (a click, Return, text), and read ahead of time, while the model
still thinks (`looking`). Letters are read off the picture only where the tree has nothing at that point.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from deskhand.desktop.actions import Click, Drag, HoldKey, Key, Press, Release, Scroll, Type
from deskhand.desktop.interface import Desktop, DesktopError, DesktopGone, Element, Window
from deskhand.guard import drawn, forms, inert, surroundings
from deskhand.guard.commands import Commands
from deskhand.guard.consequence.labels import meaning_of
from deskhand.guard.consequence.prompts import is_of_list
from deskhand.guard.consequence.talking import is_answer, is_one_word
from deskhand.guard.consequence.terminal import at_prompt, is_terminal, may_name
from deskhand.guard.evidence import Evidence, Thing
from deskhand.guard.foreground import Foreground
from deskhand.guard.glimpse import NARROW, WIDE, Glimpses, around, line_at
from deskhand.guard.interface import Place
from deskhand.guard.looking import Look, Looking
from deskhand.guard.typed import TypedLine
from deskhand.screen.geometry import Point
from deskhand.tools.interface import Proposal
from deskhand.vision.read import Reader
from deskhand.vision.scene import Scene

_QUIET = frozenset({"tab", "escape", "left", "right", "page_up", "page_down", "f5", "f11"})
_FOCUS_ROLES = frozenset({"entry", "text", "password text", "terminal", "document text", "push button", "link"})


class Gatherer:
    """Asks one desktop.

    ``reach``: the domains that its gateway lets through; none: it has no network; None: that is not known. ``reader``:
    one that reads pictures already, to share its networks.
    """

    def __init__(self, desktop: Desktop, *, reach: tuple[str, ...] | None = None, reader: Reader | None = None) -> None:
        self._desktop = desktop
        self._reach = reach
        self._glimpses = Glimpses(reader)
        self._looking = Looking(desktop)
        self._commands = Commands(desktop)
        self._typed = TypedLine()
        self._foreground = Foreground(desktop)

    async def gather(self, proposal: Proposal) -> Evidence:
        """What is known about the act. What cannot be found out is left empty; raises only `DesktopGone`."""
        began = time.perf_counter()
        try:
            evidence = await self._gather(proposal)
            if not evidence.picture and _matters(proposal):
                # A command can be what the page in the browser asked for: what is on the screen belongs to it too.
                look = await self._looking.now()
                evidence = replace(evidence, elements=look.elements, windows=look.windows, picture=look.png)
        except DesktopGone:
            raise
        except DesktopError:
            evidence = Evidence()
        return replace(evidence, reach=self._reach, seconds=time.perf_counter() - began)

    def prepare(self, then: Callable[[Evidence], None] = lambda _: None) -> None:
        """Read the tree ahead of time, in the background: the model is about to think. ``then`` is told of it."""
        self._looking.prepare(then)

    def allowed(self, proposal: Proposal) -> None:
        """The act will be done: what it types, makes and downloads is known from now on."""
        if proposal.tool == "bash":
            self._commands.ran(proposal)
        elif proposal.tool == "editor":
            self._commands.wrote(proposal)
        elif proposal.action is not None:
            self._typed.done(proposal.action)

    async def close(self) -> None:
        await self._looking.close()

    # --- by kind of act ---------------------------------------------------------------------------------------------

    async def _gather(self, proposal: Proposal) -> Evidence:
        match proposal.tool:
            case "bash":
                return await self._commands.of_shell(proposal)
            case "editor":
                return await self._commands.of_editor(proposal)
            case "computer":
                pass
            case _:
                return Evidence()
        match proposal.action:
            case Click() | Press() | Release():
                return await self._pointed(proposal.points[-1] if proposal.points else None)
            case Drag(path):
                target = await self._pointed(path[-1])
                source = await self._pointed(path[0])
                return replace(target, source=source.target)
            case Key(keys) | HoldKey(keys):
                return await self._keyed(keys)
            case Type(text):
                return await self._keyed("", text)
            case Scroll():
                return Evidence()
            case _:
                return Evidence()

    async def _pointed(self, point: Point | None) -> Evidence:
        if point is None:
            point = await self._desktop.pointer()
        look = await self._looking.now()
        window = surroundings.window_at(look.windows, point)
        tree = surroundings.tree_of(surroundings.trees(look.elements), window, point)
        element = None if tree is None else surroundings.under(tree, point)
        evidence = self._in_tree(look, window, tree, element)
        touched = evidence.target
        bare = element is None or (not touched.label and element.role not in _FOCUS_ROLES) or element is tree.root  # type: ignore[union-attr]
        if bare and not (window is not None and is_terminal(evidence.place)):
            evidence = await self._read_off(evidence, look, point, drawn_=tree is None and window is not None)
        return replace(inert.as_seen(evidence), point=point)

    async def _keyed(self, keys: str, text: str = "") -> Evidence:
        """``text``: what is typed, where no single keys are pressed."""
        windows = tuple(await self._desktop.windows())
        front = next((window for window in windows if window.focused), None)
        place = _place(front)
        if is_terminal(place):
            return await self._at_terminal(front, windows, keys, text)
        if keys and all(word.lower().split("+")[-1] in _QUIET for word in keys.split()):
            return Evidence(place, front, windows=windows)
        look = await self._looking.now(windows)
        tree = surroundings.tree_of(surroundings.trees(look.elements), front)
        element = None if tree is None else surroundings.focused(tree)
        if element is not None and element.role == "terminal":
            return await self._at_terminal(front, windows, keys, text)
        evidence = self._in_tree(look, front, tree, element)
        if tree is None and front is not None and self._is_small(front):
            evidence = await self._read_dialog(evidence, look, front)
        if tree is not None:
            default = forms.default_button(tree, element)
            evidence = replace(evidence, presses=surroundings.thing(default, tree))
        return replace(evidence, typed=self._typed.at(front))

    async def _at_terminal(self, front: Window | None, windows: tuple[Window, ...], keys: str, text: str) -> Evidence:
        typed, place = self._typed.at(front), _place(front)
        runs = any(word.lower().split("+")[-1] in ("return", "kp_enter", "enter") for word in keys.split())
        running = await self._foreground.running(place.program)
        evidence = replace(
            await self._commands.of_line(typed, running), place=place, window=front, windows=windows, typed=typed,
            target=Thing(role="terminal", known="tree"), running=running,
        )  # fmt: skip
        # An answer may be one to `read` of the shell itself, which no other process shows.
        said = typed + text
        ends = runs or "\n" in text
        answers = not evidence.running and ((ends and (is_answer(said) or may_name(said))) or is_one_word(said))
        unsure = runs and (not self._typed.sure or answers or (not typed and not evidence.running))
        if front is not None and (unsure or answers or (evidence.running and (not keys or runs or len(keys) == 1))):
            lines = await self._lines(front)
            if lines and answers and runs and self._typed.sure and is_of_list(lines[-1]):
                lines = (*lines, said)  # known to stand there, below the list, where the reader missed it
            last = lines[-1] if lines and unsure else ""
            if self._typed.sure and not typed and not at_prompt(last):
                last = ""  # ‘12:03 web healthy’ of a log that waits for a Return: nobody wrote a command there
            evidence = replace(evidence, texts=lines, line=last or evidence.line, typed="" if last else typed)
        return evidence

    # --- what the tree says -----------------------------------------------------------------------------------------

    def _in_tree(
        self, look: Look, window: Window | None, tree: surroundings.Tree | None, element: Element | None
    ) -> Evidence:
        place = _place(window)
        bare = Evidence(place, window, elements=look.elements, windows=look.windows, picture=look.png)
        if tree is None:
            return bare
        touched = surroundings.thing(element, tree)
        if window is None and place.program == "":
            place = Place(program=tree.root.program, window=tree.root.name)
        chrome = surroundings.is_chrome(tree, element)
        address = "" if chrome else surroundings.address(tree, element)
        return replace(
            bare,
            place=replace(place, address=address or surroundings.address(tree, None)),
            target=touched,
            chrome=chrome,
            dialog=forms.dialog(tree, element),
            near=forms.near(tree, touched.box) if touched.box is not None and element is not tree.root else (),
            texts=forms.texts(tree)[:400],
            form=forms.form(tree, element),
        )

    # --- reading off the picture ------------------------------------------------------------------------------------

    async def _read_off(self, evidence: Evidence, look: Look, point: Point, *, drawn_: bool) -> Evidence:
        """``drawn_``: the window's program describes itself to nobody, and all of it is read."""
        window = evidence.window
        scene = await self._glimpse(evidence, look, point, NARROW)
        line = None if scene is None else line_at(scene, point)
        asks = drawn_ or _looks_like_dialog(window, look.windows)
        if asks if line is None else not _plainly_mild(line.text):
            scene = await self._whole(look, window) if drawn_ else await self._glimpse(evidence, look, point, WIDE)
        if scene is None:
            return evidence
        small = _looks_like_dialog(window, look.windows) or (drawn_ and window is not None and self._is_small(window))
        read = drawn.at(scene, point, None if window is None else window.box, small=small)
        keep, touched = evidence.target, read.thing
        if keep.known == "tree" and keep.role and keep.box is not None and keep.box.area < 40_000:
            touched = keep if keep.label else replace(keep, label=touched.label, known=touched.known)
        dialog = evidence.dialog or (read.dialog if not evidence.texts else "")
        form = evidence.form or (read.form if drawn_ else ())
        return replace(evidence, target=touched, near=evidence.near or read.near, texts=evidence.texts or read.texts,
                       dialog=dialog, scene=scene, drawn=drawn_, form=form)  # fmt: skip

    def _is_small(self, window: Window) -> bool:
        size = self._desktop.size
        return window.box.area <= drawn.DIALOG * size.width * size.height

    async def _read_dialog(self, evidence: Evidence, look: Look, window: Window) -> Evidence:
        """Keys for a small window that describes itself to nobody: what it asks, and which field has the keyboard."""
        scene = await self._whole(look, window)
        if scene is None:
            return evidence
        read = drawn.at(scene, window.box.center, window.box, small=True)
        return replace(evidence, target=drawn.focused(scene), texts=read.texts, dialog=read.dialog, drawn=True)

    async def _whole(self, look: Look, window: Window | None) -> Scene | None:
        box = None if window is None else window.box.clip(self._desktop.size)
        return None if box is None else await self._glimpses.read(look.png, box)

    async def _glimpse(self, evidence: Evidence, look: Look, point: Point, reach: tuple[int, int, int]) -> Scene | None:
        part = around(point, reach, self._desktop.size)
        if evidence.window is not None and part is not None:
            part = part.intersect(evidence.window.box) or part
        return None if part is None else await self._glimpses.read(look.png, part)

    async def _lines(self, window: Window) -> tuple[str, ...]:
        """The lines that stand in a terminal, as far as they can be read."""
        png = await self._looking.picture()
        scene = await self._glimpses.read(png, window.box.clip(self._desktop.size) or window.box)
        lines = [line for line in scene.texts if line.box.y > window.box.y + 20]
        return drawn.rows(drawn.without_pointer(lines, await self._desktop.pointer()))


def _plainly_mild(text: str) -> bool:
    """Whether a label says by itself that it goes about or changes what can be changed back."""
    meaning = meaning_of(text)
    return meaning is not None and meaning.kind == "plain" and meaning.consequence in ("observe", "navigate", "edit")


def _matters(proposal: Proposal) -> bool:
    """Whether what is on the screen may be behind an act that is not done to it: all but looking and scrolling."""
    match proposal.action:
        case Type():
            return True
        case Key(keys):
            return not all(word.lower().split("+")[-1] in _QUIET for word in keys.split())
        case _:
            return proposal.tool != "computer" and proposal.call.input.get("command") != "view"


def _place(window: Window | None) -> Place:
    return Place() if window is None else Place(window.program, window.title)


def _looks_like_dialog(window: Window | None, windows: tuple[Window, ...]) -> bool:
    """A small window in front of a larger one of the same program."""
    if window is None:
        return False
    return any(
        other.program == window.program and other.id != window.id and other.box.area > 1.5 * window.box.area
        for other in windows
    )
