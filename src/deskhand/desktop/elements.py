"""What is on the screen in words: the accessibility tree over D-Bus, with boxes in screen pixels.

Three traps, each met in a real program: LibreOffice Calc hangs for good when its two thousand million cells are asked
for (so children are counted first); GTK 4 gives coordinates relative to its window and forgets the SHOWING state (so
the window's place is added and the state waived); and SHOWING does not mean visible (so what other windows cover is
left out).
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dbus_fast import BusType, Message
from dbus_fast.aio.message_bus import MessageBus

from deskhand.desktop.accessibility import bus_address, call
from deskhand.desktop.interface import DesktopError, Element, Window
from deskhand.screen.geometry import Point, Rect, Size

MAX_CHILDREN = 150
MAX_ELEMENTS = 3000
MAX_TEXT = 1000
PATIENCE = 2.0
"""Seconds for the whole tree: a program that hangs is left out."""
_FLIGHT = 64
_BORDER = 40
"""Pixels a window's border is wide at most."""
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_ROOT = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
_SCREEN_COORDINATES = 0
_STATES = {
    1: "active",
    4: "checked",
    5: "collapsed",
    7: "editable",
    8: "enabled",
    10: "expanded",
    11: "focusable",
    12: "focused",
    16: "modal",
    17: "multi line",
    20: "pressed",
    23: "selected",
    24: "sensitive",
    25: "showing",
    30: "visible",
    32: "indeterminate",
    33: "required",
    39: "is default",
}
_SHOWING = 25
_BORING = frozenset(
    {"filler", "panel", "section", "redundant object", "unknown", "scroll pane", "viewport", "split pane"}
)
_VALUE_ROLES = frozenset({"slider", "spin button", "progress bar", "scroll bar", "dial", "level bar"})
_PAGE_ROLES = frozenset({"document web", "document frame"})
"""A browser's pages. Their value is their address, which is true where the address bar may hold what somebody typed."""
_TEXT_ROLES = frozenset({"text", "entry", "password text", "terminal", "paragraph", "document text", "combo box"})


@dataclass(slots=True)
class _Node:
    role: str
    name: str
    box: Rect | None
    states: int
    value: str
    depth: int
    window: Rect | None
    page: str


class Elements:
    def __init__(self, session_bus: str, size: Size) -> None:
        self._session_bus = session_bus
        self._size = size
        self._bus: MessageBus | None = None
        self._flight = asyncio.Semaphore(_FLIGHT)

    async def all(self, windows: Sequence[Window]) -> list[Element]:
        """Everything that shows, program by program; ``windows`` front to back, to tell what is covered."""
        bus = await self._connected()
        try:
            programs = await asyncio.wait_for(self._children(bus, _ROOT), PATIENCE)
        except (TimeoutError, RuntimeError) as error:
            raise DesktopError("the accessibility tree does not answer; read the screenshot instead") from error
        walks = [asyncio.create_task(self._program(bus, program)) for program in programs]
        if walks:
            await asyncio.wait(walks, timeout=PATIENCE)
        found: list[Element] = []
        for walk in walks:
            if not walk.done():
                walk.cancel()
            elif not walk.cancelled() and walk.exception() is None:
                name, nodes, astray = walk.result()
                if astray:
                    _bring_home(nodes, windows)
                found += [element for node in nodes if (element := self._visible(node, name, windows)) is not None]
        return found[:MAX_ELEMENTS]

    async def _connected(self) -> MessageBus:
        if self._bus is not None and self._bus.connected:
            return self._bus
        try:
            address = await asyncio.wait_for(bus_address(self._session_bus), PATIENCE)
            self._bus = await MessageBus(bus_address=address, bus_type=BusType.SESSION).connect()
        except Exception as error:
            raise DesktopError("this desktop has no accessibility tree; read the screenshot instead") from error
        return self._bus

    async def _ask(self, bus: MessageBus, node: tuple[str, str], interface: str, member: str, *body: Any) -> Any:
        signature = "".join(
            "u" if isinstance(item, int) and interface.endswith("Component") else "i" if isinstance(item, int) else "s"
            for item in body
        )
        message = Message(*node, interface, member, signature=signature, body=list(body))
        async with self._flight:
            answer = await asyncio.wait_for(call(bus, message), PATIENCE)
        return answer[0]

    async def _property(self, bus: MessageBus, node: tuple[str, str], interface: str, name: str) -> Any:
        return (await self._ask(bus, node, _PROPERTIES, "Get", interface, name)).value

    async def _children(self, bus: MessageBus, node: tuple[str, str]) -> list[tuple[str, str]]:
        children = await self._ask(bus, node, _ACCESSIBLE, "GetChildren")
        return [(str(name), str(path)) for name, path in children]

    async def _program(self, bus: MessageBus, node: tuple[str, str]) -> tuple[str, list[_Node], bool]:
        """Its name, what it shows, and whether its boxes are relative to its windows."""
        name = str(await self._property(bus, node, _ACCESSIBLE, "Name"))
        nodes: list[_Node] = []
        gtk4 = (await self._toolkit(bus, node)).startswith("GTK4")
        for window in await self._children(bus, node):
            await self._walk(bus, window, 0, nodes, None, "", waive_showing=gtk4)
        return name, nodes, gtk4

    async def _toolkit(self, bus: MessageBus, node: tuple[str, str]) -> str:
        try:
            name = str(await self._property(bus, node, "org.a11y.atspi.Application", "ToolkitName"))
            version = str(await self._property(bus, node, "org.a11y.atspi.Application", "Version"))
        except (RuntimeError, TimeoutError):
            return ""
        return f"{name.upper()}{version[:1]}" if name.upper() == "GTK" else name

    async def _walk(
        self,
        bus: MessageBus,
        node: tuple[str, str],
        depth: int,
        out: list[_Node],
        window: Rect | None,
        page: str,
        *,
        waive_showing: bool,
    ) -> None:
        try:
            bits = await self._ask(bus, node, _ACCESSIBLE, "GetState")
            states = int(bits[0]) | int(bits[1]) << 32 if len(bits) > 1 else int(bits[0])
            if depth > 0 and not states >> _SHOWING & 1 and not waive_showing:
                return
            if depth > 60 or len(out) >= MAX_ELEMENTS:
                return
            role, name, count, box = await asyncio.gather(
                self._ask(bus, node, _ACCESSIBLE, "GetRoleName"),
                self._property(bus, node, _ACCESSIBLE, "Name"),
                self._property(bus, node, _ACCESSIBLE, "ChildCount"),
                self._box(bus, node),
            )
            value = await self._value(bus, node, str(role))
            if depth == 0:
                window = box
            if role in _PAGE_ROLES:
                page = value
            entry = _Node(str(role), str(name), box, states, value, depth, window, page)
            out.append(entry)
            if not 0 < int(count) <= MAX_CHILDREN:
                return
            children = await self._children(bus, node)
        except (RuntimeError, TimeoutError, IndexError, ValueError, AttributeError):
            return
        branches: list[list[_Node]] = [[] for _ in children]
        await asyncio.gather(
            *(
                self._walk(bus, child, depth + 1, branch, window, page, waive_showing=waive_showing)
                for child, branch in zip(children, branches, strict=True)
            )
        )
        for branch in branches:
            out += branch

    async def _box(self, bus: MessageBus, node: tuple[str, str]) -> Rect | None:
        try:
            x, y, width, height = await self._ask(
                bus, node, "org.a11y.atspi.Component", "GetExtents", _SCREEN_COORDINATES
            )
        except (RuntimeError, ValueError):
            return None
        return Rect(int(x), int(y), int(width), int(height)) if width > 0 and height > 0 else None

    async def _value(self, bus: MessageBus, node: tuple[str, str], role: str) -> str:
        try:
            if role in _VALUE_ROLES:
                return f"{float(await self._property(bus, node, 'org.a11y.atspi.Value', 'CurrentValue')):g}"
            if role in _PAGE_ROLES:
                return await self._address(bus, node)
            if role in _TEXT_ROLES:
                return str(await self._ask(bus, node, "org.a11y.atspi.Text", "GetText", 0, MAX_TEXT))
        except (RuntimeError, ValueError, TypeError):
            pass
        return ""

    async def _address(self, bus: MessageBus, node: tuple[str, str]) -> str:
        """Chromium's pages call it URI, those of Firefox and WebKit DocURL."""
        for name in ("URI", "DocURL"):
            if found := str(await self._ask(bus, node, "org.a11y.atspi.Document", "GetAttributeValue", name)):
                return found
        return ""

    def _visible(self, node: _Node, program: str, windows: Sequence[Window]) -> Element | None:
        """The node as an element, if any of it can be seen."""
        if node.box is None or (node.role in _BORING and not node.name):
            return None
        box = node.box.clip(self._size)
        if box is None or not _uncovered(box, node.window, windows):
            return None
        states = frozenset(name for bit, name in _STATES.items() if node.states >> bit & 1)
        name = " ".join(node.name.split())
        page = node.page[:MAX_TEXT]
        return Element(node.role, name[:MAX_TEXT], box, node.value[:MAX_TEXT], states, program, node.depth, page)


def _bring_home(nodes: Sequence[_Node], windows: Sequence[Window]) -> None:
    """Make boxes that are relative to the window of their program relative to the screen.

    A window of ours has a border of the same width left, right and below, be it the window manager's or the program's.
    """
    place = Point(0, 0)
    for node in nodes:
        if node.depth == 0:
            place = Point(0, 0)
            for window in windows:
                border = (window.box.width - node.window.width) // 2 if node.window else -1
                if node.window and window.title == node.name and 0 <= border <= _BORDER:
                    place = Point(window.box.x + border, window.box.bottom - border - node.window.height)
                    break
        node.box, node.window = _moved(node.box, place), _moved(node.window, place)


def _moved(box: Rect | None, by: Point) -> Rect | None:
    return box and Rect(box.x + by.x, box.y + by.y, box.width, box.height)


def _uncovered(box: Rect, window: Rect | None, windows: Sequence[Window]) -> bool:
    """Whether some of five points of ``box`` is not under a window in front of its own."""
    own = next((w for w in windows if window is not None and _is(w.box, window)), None)
    if own is None:
        return True
    if own.minimized:
        return False
    in_front = [w.box for w in windows[: windows.index(own)] if not w.minimized]
    inset_x, inset_y = box.width // 4, box.height // 4
    points = [
        box.center,
        Point(box.x + inset_x, box.y + inset_y),
        Point(box.right - 1 - inset_x, box.y + inset_y),
        Point(box.x + inset_x, box.bottom - 1 - inset_y),
        Point(box.right - 1 - inset_x, box.bottom - 1 - inset_y),
    ]
    return any(not any(cover.contains(point) for cover in in_front) for point in points)


def _is(framed: Rect, content: Rect) -> bool:
    """Whether ``content`` is what a window manager's frame holds: frames are at most 40 pixels wide."""
    common = framed.intersect(content)
    return common is not None and common == content and framed.area <= content.grow(_BORDER).area
