"""What the desktop knows beside its pixels, as extra tools for any model: off unless asked for.

They are shortcuts and no way round the screen: a model that only sees can do without them, one that places clicks badly
cannot.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from deskhand.desktop.interface import Desktop, Element, Window
from deskhand.screen.geometry import Rect
from deskhand.screen.sizing import Scale
from deskhand.tools.custom import FunctionTool
from deskhand.tools.words import shorten

ExtraName: TypeAlias = Literal[
    "elements", "windows", "focus_window", "close_window", "launch", "read_clipboard", "set_clipboard"
]
MAX_ELEMENTS = 400
_USUAL = frozenset({"enabled", "sensitive", "showing", "visible", "focusable", "resizable"})
"""States of nearly everything, which are told only by their absence."""
MAX_CLIPBOARD = 30_000
"""Characters of the clipboard that are shown."""

WindowId: TypeAlias = Annotated[int, Field(ge=0, description="The number that `windows` gives.")]


def extra(name: ExtraName, desktop: Desktop, scale: Scale) -> FunctionTool:
    """One of the extra tools. Places are told in the pixels of the model's picture."""
    return _MAKERS[name](desktop, scale)


def _elements(desktop: Desktop, scale: Scale) -> FunctionTool:
    async def elements() -> str:
        """List what is on the screen as programs describe it to assistive technology: role, name, the point to click,
        size, value and states. Not every program describes itself."""
        found = await desktop.elements()
        lines = [_element(element, scale) for element in found[:MAX_ELEMENTS]]
        if len(found) > MAX_ELEMENTS:
            lines.append(f"[{len(found) - MAX_ELEMENTS} more]")
        return "\n".join(lines) or "No program on the screen describes itself."

    return FunctionTool(elements, words=lambda: "List what is on the screen")


def _windows(desktop: Desktop, scale: Scale) -> FunctionTool:
    async def windows() -> str:
        """List the open windows, front to back: number, title, program and place."""
        return "\n".join(_window(window, scale) for window in await desktop.windows()) or "No window is open."

    return FunctionTool(windows, words=lambda: "List the windows")


def _focus_window(desktop: Desktop, _: Scale) -> FunctionTool:
    async def focus_window(window: WindowId) -> str:
        """Bring a window to the front and give it the keyboard."""
        await desktop.focus_window(window)
        return "The window is in front."

    return FunctionTool(focus_window, words=lambda window: f"Bring window {window} to the front")


def _close_window(desktop: Desktop, _: Scale) -> FunctionTool:
    async def close_window(window: WindowId) -> str:
        """Ask a window to close. It may answer with a question, such as whether to save."""
        await desktop.close_window(window)
        return "The window was asked to close; look whether it has."

    return FunctionTool(close_window, words=lambda window: f"Close window {window}")


def _launch(desktop: Desktop, _: Scale) -> FunctionTool:
    async def launch(program: Annotated[str, Field(min_length=1, description="A command such as mousepad.")]) -> str:
        """Start a program and wait until its window shows."""
        await desktop.launch(program)
        return f"{program} is running, and its window shows."

    return FunctionTool(launch, words=lambda program: f"Start {shorten(program)}")


def _read_clipboard(desktop: Desktop, _: Scale) -> FunctionTool:
    async def read_clipboard() -> str:
        """Read the text on the clipboard."""
        text = await desktop.clipboard()
        cut = len(text) - MAX_CLIPBOARD
        if cut > 0:
            return f"{text[:MAX_CLIPBOARD]}\n[{cut:,} characters are left out]"
        return text or "The clipboard holds no text."

    return FunctionTool(read_clipboard, words=lambda: "Read the clipboard")


def _set_clipboard(desktop: Desktop, _: Scale) -> FunctionTool:
    async def set_clipboard(text: str) -> str:
        """Put a text on the clipboard, to be pasted with ctrl+v."""
        await desktop.set_clipboard(text)
        return f"The clipboard holds {len(text):,} characters now."

    return FunctionTool(set_clipboard, words=lambda text: f"Put “{shorten(text)}” on the clipboard")


_MAKERS: Mapping[ExtraName, Callable[[Desktop, Scale], FunctionTool]] = {
    "elements": _elements,
    "windows": _windows,
    "focus_window": _focus_window,
    "close_window": _close_window,
    "launch": _launch,
    "read_clipboard": _read_clipboard,
    "set_clipboard": _set_clipboard,
}


def _element(element: Element, scale: Scale) -> str:
    name = f" “{shorten(element.name)}”" if element.name else ""
    value = f", value “{shorten(element.value)}”" if element.value else ""
    told = sorted(element.states - _USUAL)
    if "enabled" not in element.states and "sensitive" not in element.states:
        told.append("disabled")
    states = f", {', '.join(told)}" if told else ""
    return f"{'  ' * min(element.depth, 12)}{element.role}{name}{_place(element.box, scale)}{value}{states}"


def _window(window: Window, scale: Scale) -> str:
    state = ", minimized" if window.minimized else ", focused" if window.focused else ""
    return f"{window.id}: “{shorten(window.title)}” ({window.program}){_place(window.box, scale)}{state}"


def _place(box: Rect, scale: Scale) -> str:
    """The middle, which is what one clicks, and the size, of the part that is on the screen."""
    visible = box.clip(scale.screen)
    if visible is None:
        return ", off the screen"
    seen = scale.region_to_model(visible)
    return f" at {seen.center}, {seen.width}×{seen.height}"
