"""What a viewer says to the desktop, message by message: the RFB protocol (RFC 6143) from the client's side.

The desktop's X server takes pointer, keys and clipboard from whoever is connected. Whether a person may use them is
decided here and not in the page, so every byte of the client is understood before it is passed on: a message of a kind
that is not known cannot be measured, and ends the connection.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

MAX_CLIPBOARD = 1 << 20
_MOST_ENCODINGS = 1024
_MOST_SCREENS = 16
_MORE_BUTTONS = -316
"""The encoding by which a viewer says that its pointer messages may have a byte more."""

Kind: TypeAlias = Literal[
    "greeting",  # version, security, ClientInit
    "picture",  # what to send and how: formats, encodings, update requests, fences
    "key",
    "pointer",
    "clipboard",
    "resize",  # the viewer wants another size of the screen
]


class NotRfb(ValueError):
    """The client does not speak RFB as it was agreed; the text says where."""


@dataclass(frozen=True, slots=True)
class Message:
    kind: Kind
    data: bytes
    buttons: int = 0
    """Of a pointer message."""
    down: bool = False
    """Of a key message."""


class ClientMessages:
    """Feed it what the client sends; it gives whole messages. Keeps at most one message's bytes."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._more_buttons = False
        self._steps: list[Callable[[], Message | None]] = [self._version, self._security, self._init]

    def feed(self, data: bytes) -> Iterator[Message]:
        """Raises `NotRfb`."""
        self._buffer += data
        while self._buffer:
            message = self._steps[0]() if self._steps else self._message()
            if message is None:
                return
            if self._steps:
                self._steps.pop(0)
            yield message

    # --- the greeting -------------------------------------------------------------------------------------------

    def _version(self) -> Message | None:
        said = self._take(12)
        if said is not None and not (said.startswith(b"RFB 003.00") and said.endswith(b"\n")):
            raise NotRfb("the client does not begin with its version of RFB")
        if said is not None and said != b"RFB 003.008\n":
            raise NotRfb("the viewer must speak RFB 3.8")
        return None if said is None else Message("greeting", said)

    def _security(self) -> Message | None:
        said = self._take(1)
        if said is not None and said != b"\x01":
            raise NotRfb("the viewer must choose the security type None: the server has let it in already")
        return None if said is None else Message("greeting", said)

    def _init(self) -> Message | None:
        # Always as one of several: a viewer that asks to be alone would throw the others out.
        return None if self._take(1) is None else Message("greeting", b"\x01")

    # --- messages -----------------------------------------------------------------------------------------------

    def _message(self) -> Message | None:
        match self._buffer[0]:
            case 0:  # SetPixelFormat
                return self._whole("picture", 20)
            case 2:  # SetEncodings
                said = self._counted("picture", 4, lambda head: 4 * _at_most(head, ">xxH", _MOST_ENCODINGS))
                if said is not None:
                    self._more_buttons = _MORE_BUTTONS in struct.unpack(f">{len(said.data) // 4 - 1}i", said.data[4:])
                return said
            case 3:  # FramebufferUpdateRequest
                return self._whole("picture", 10)
            case 4:  # KeyEvent
                data = self._take(8)
                return None if data is None else Message("key", data, down=bool(data[1]))
            case 5:  # PointerEvent; with a seventh byte when it is about the buttons of a mouse with many
                if len(self._buffer) < 2:
                    return None
                data = self._take(7 if self._more_buttons and self._buffer[1] & 0x80 else 6)
                return None if data is None else Message("pointer", data, buttons=data[1])
            case 6:  # ClientCutText; a negative length marks the extended form
                return self._counted("clipboard", 8, _clipboard)
            case 150:  # EnableContinuousUpdates
                return self._whole("picture", 10)
            case 248:  # ClientFence
                return self._counted("picture", 9, lambda head: _at_most(head, ">8xB", 64))
            case 251:  # SetDesktopSize
                return self._counted("resize", 8, lambda head: 16 * _at_most(head, ">6xBx", _MOST_SCREENS))
            case 255 if len(self._buffer) > 1 and self._buffer[1] == 0:  # QEMU extended key event
                data = self._take(12)
                return None if data is None else Message("key", data, down=data[2:4] != b"\0\0")
            case 255 if len(self._buffer) == 1:
                return None
            case other:
                raise NotRfb(f"there is no message of type {other}")

    def _whole(self, kind: Kind, length: int) -> Message | None:
        data = self._take(length)
        return None if data is None else Message(kind, data)

    def _counted(self, kind: Kind, head: int, more: Callable[[bytes], int]) -> Message | None:
        if len(self._buffer) < head:
            return None
        data = self._take(head + more(bytes(self._buffer[:head])))
        return None if data is None else Message(kind, data)

    def _take(self, length: int) -> bytes | None:
        if len(self._buffer) < length:
            return None
        data = bytes(self._buffer[:length])
        del self._buffer[:length]
        return data


def _at_most(head: bytes, form: str, most: int) -> int:
    count: int = struct.unpack(form, head)[0]
    if count > most:
        raise NotRfb(f"a message says that it has {count} parts; {most} are the most")
    return count


def _clipboard(head: bytes) -> int:
    length: int = abs(struct.unpack(">4xi", head)[0])
    if length > MAX_CLIPBOARD:
        raise NotRfb(f"the clipboard's text is larger than {MAX_CLIPBOARD >> 20} MiB")
    return length
