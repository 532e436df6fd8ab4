"""What has been typed since the last Return, window by window: in a terminal that is a command in the making."""

from __future__ import annotations

from deskhand.desktop.actions import Action, Click, HoldKey, Key, Type
from deskhand.desktop.interface import Window

_ENDS = frozenset({"return", "kp_enter", "enter"})
_HARMLESS = frozenset({"shift", "ctrl", "alt"})
_TO_END = frozenset({"end", "ctrl+e"})
_TO_START = frozenset({"home", "ctrl+a"})


class TypedLine:
    """Kept for the window that has the keyboard; forgotten when the keyboard goes elsewhere."""

    def __init__(self) -> None:
        self._window: int | None = None
        self._text = ""
        self.sure = True
        """False once a key was pressed that changes the line in a way that cannot be followed: history, completion."""

    def at(self, window: Window | None) -> str:
        """What was typed into ``window`` and has not been ended."""
        number = None if window is None else window.id
        if number != self._window:
            self._window, self._text, self.sure = number, "", True
        return self._text

    def done(self, action: Action) -> None:
        match action:
            case Type(text):
                ended = text.replace("\r", "\n").rpartition("\n")
                if ended[1]:
                    self._text, self.sure = ended[2], True
                else:
                    self._text += text
            case Key(keys, repeat):
                for _ in range(min(repeat, 50)):
                    for word in keys.split() or [" "]:
                        self._key(word)
            case HoldKey():
                self.sure = False
            case Click():
                pass
            case _:
                pass

    def _key(self, word: str) -> None:
        name = word.lower()
        last = name.split("+")[-1]
        if last in _ENDS or name in ("ctrl+c", "ctrl+u"):
            self._text, self.sure = "", True
        elif name in ("space", " "):
            self._text += " "
        elif name == "backspace":
            self._text = self._text[:-1]
        elif len(word) == 1:
            self._text += word
        elif name in _TO_END or (name in _TO_START and not self._text):
            pass  # as long as the line is followed the caret stands at its end, which in an empty one is its start
        elif last not in _HARMLESS:
            self.sure = False
