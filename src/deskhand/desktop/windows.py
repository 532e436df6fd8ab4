"""The windows on the desktop, as the window manager knows them (EWMH)."""

from __future__ import annotations

from deskhand.desktop.display import X_ERRORS, Display
from deskhand.desktop.interface import DesktopError, Window
from deskhand.screen.geometry import Rect

_DECORATION_TYPES = ("_NET_WM_WINDOW_TYPE_DOCK", "_NET_WM_WINDOW_TYPE_DESKTOP")
_SOURCE_PAGER = 2


class Windows:
    def __init__(self, display: Display) -> None:
        self._display = display

    def all(self) -> list[Window]:
        """Front to back, without the panel and the desktop's background."""
        stacking = self._display.cardinals(self._display.root, "_NET_CLIENT_LIST_STACKING")
        active = self.active()
        found = [self._describe(window, window == active) for window in reversed(stacking)]
        return [window for window in found if window is not None]

    def ids(self) -> list[int]:
        return self._display.cardinals(self._display.root, "_NET_CLIENT_LIST")

    def furniture(self) -> int:
        """How many windows belong to the desktop itself: its icons, its panel."""
        return sum(
            any(self._display.atom_name(atom) in _DECORATION_TYPES for atom in atoms)
            for window in self.ids()
            for atoms in [self._display.cardinals(window, "_NET_WM_WINDOW_TYPE")]
        )

    def active(self) -> int:
        """The id of the window that has the focus; 0 when none has."""
        values = self._display.cardinals(self._display.root, "_NET_ACTIVE_WINDOW")
        return values[0] if values else 0

    def with_keyboard(self) -> int:
        """The window that keys go to, or the one above it that speaks to window managers; 0 when none does."""
        try:
            window = int(self._display.core.GetInputFocus().reply().focus)
            while window > 1 and window != self._display.root:
                if self._display.cardinals(window, "WM_PROTOCOLS"):
                    return window
                window = int(self._display.core.QueryTree(window).reply().parent)
        except X_ERRORS:
            pass
        return 0

    def under_pointer(self) -> int:
        """The window below the pointer that speaks to window managers; 0 when none does."""
        try:
            window, root = self._display.root, self._display.root
            while window:
                if window != root and self._display.cardinals(window, "WM_PROTOCOLS"):
                    return window
                window = int(self._display.core.QueryPointer(window).reply().child)
        except X_ERRORS:
            pass
        return 0

    def focused_program(self) -> str:
        """The class name of the window that has the focus."""
        active = self.active()
        return self._display.text(active, "WM_CLASS").split("\0")[-1] if active else ""

    def focused_title(self) -> str:
        active = self.active()
        return self.title(active) if active else ""

    def title(self, window: int) -> str:
        return self._display.text(window, "_NET_WM_NAME") or self._display.text(window, "WM_NAME")

    def _describe(self, window: int, focused: bool) -> Window | None:
        kinds = [self._display.atom_name(atom) for atom in self._display.cardinals(window, "_NET_WM_WINDOW_TYPE")]
        if any(kind in _DECORATION_TYPES for kind in kinds):
            return None
        try:
            box = self.box(window)
        except (*X_ERRORS, DesktopError):
            return None
        states = [self._display.atom_name(atom) for atom in self._display.cardinals(window, "_NET_WM_STATE")]
        classes = self._display.text(window, "WM_CLASS").split("\0")
        return Window(
            id=window,
            title=self.title(window),
            program=classes[-1] if classes else "",
            box=box,
            focused=focused,
            minimized="_NET_WM_STATE_HIDDEN" in states,
        )

    def box(self, window: int) -> Rect:
        """The window with its frame, in screen pixels."""
        core, root = self._display.core, self._display.root
        geometry = core.GetGeometry(window).reply()
        corner = core.TranslateCoordinates(window, root, 0, 0).reply()
        left, right, top, bottom = (*self._display.cardinals(window, "_NET_FRAME_EXTENTS"), 0, 0, 0, 0)[:4]
        return Rect(
            corner.dst_x - left, corner.dst_y - top, geometry.width + left + right, geometry.height + top + bottom
        )

    def _known(self, window: int) -> None:
        if window not in self.ids():
            raise DesktopError(f"there is no window {window}; list the windows again")

    def focus(self, window: int) -> None:
        self._known(window)
        self._display.send_message(window, "_NET_ACTIVE_WINDOW", (_SOURCE_PAGER, 0, 0))
        self._display.sync()

    def close(self, window: int) -> None:
        """Ask the window to close, as its X button does; it may ask back about unsaved work."""
        self._known(window)
        self._display.send_message(window, "_NET_CLOSE_WINDOW", (0, _SOURCE_PAGER))
        self._display.sync()
