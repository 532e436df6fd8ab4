"""The picture of the screen as an array: by MIT-SHM, 0.45 ms for 1280×800; the pointer drawn in when it is wanted.

xcffib cannot pass file descriptors, so the shared memory is a System V segment: that works because the guest and the
X server share one IPC namespace.
Where it does not (a display on another machine), GetImage brings the same pixels slower.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

import numpy as np
import xcffib
import xcffib.shm
import xcffib.xfixes
from numpy.typing import NDArray
from xcffib.xproto import ImageFormat

from deskhand.desktop.display import Display
from deskhand.desktop.interface import DesktopError
from deskhand.screen.geometry import Point, Rect, Size
from deskhand.screen.png import Pixels

_IPC_PRIVATE, _IPC_CREAT, _IPC_RMID = 0, 0o1000, 0
_ALL_PLANES = 0xFFFFFFFF
_ORIGIN = Point(0, 0)


@dataclass(frozen=True, slots=True)
class PointerImage:
    """What the pointer looks like now: premultiplied blue, green, red, alpha."""

    origin: Point
    """Screen pixel of the image's top left corner; it may lie outside the screen."""
    pixels: NDArray[np.uint8]


class Capture:
    def __init__(self, display: Display) -> None:
        self._display = display
        self._xfixes = display.extension(xcffib.xfixes)
        self._size = display.size
        self._segment: _Segment | None = None
        if display.screen.root_depth != 24 or display.setup.bitmap_format_scanline_unit != 32:
            raise DesktopError("the X server does not keep 24-bit pixels in 32 bits; start it with -depth 24")
        try:
            self._shm = display.extension(xcffib.shm)
            self._segment = _Segment(display, self._shm, self._size)
        except (OSError, xcffib.XcffibException):
            self._segment = None

    @property
    def size(self) -> Size:
        return self._size

    def grab(self) -> Pixels:
        """The whole screen, without the pointer, in memory of its own."""
        return self.view().copy()

    def view(self) -> Pixels:
        """The whole screen, without the pointer; the memory is overwritten by the next call."""
        width, height = self._size.width, self._size.height
        root = self._display.root
        if self._segment is None:
            reply = self._display.core.GetImage(ImageFormat.ZPixmap, root, 0, 0, width, height, _ALL_PLANES).reply()
            return np.frombuffer(reply.data.buf(), np.uint8).reshape(height, width, 4)
        self._shm.GetImage(root, 0, 0, width, height, _ALL_PLANES, ImageFormat.ZPixmap, self._segment.id, 0).reply()
        return self._segment.pixels

    def part(self, region: Rect) -> Pixels:
        """A copy of ``region``, which must lie inside the screen."""
        return self.part_view(region).copy()

    def part_view(self, region: Rect) -> Pixels:
        """``region`` without the pointer; the memory is overwritten by the next call."""
        root = self._display.root
        if self._segment is None:
            reply = self._display.core.GetImage(
                ImageFormat.ZPixmap, root, region.x, region.y, region.width, region.height, _ALL_PLANES
            ).reply()
            data = np.frombuffer(reply.data.buf(), np.uint8)
            return data.reshape(region.height, region.width, 4)
        self._shm.GetImage(
            root,
            region.x,
            region.y,
            region.width,
            region.height,
            _ALL_PLANES,
            ImageFormat.ZPixmap,
            self._segment.id,
            0,
        ).reply()
        flat = self._segment.pixels.reshape(-1)[: region.area * 4]
        return flat.reshape(region.height, region.width, 4)

    def pointer(self) -> PointerImage:
        image = self._xfixes.GetCursorImage().reply()
        data = np.array(image.cursor_image.list, np.uint32).view(np.uint8).reshape(image.height, image.width, 4)
        return PointerImage(Point(image.x - image.xhot, image.y - image.yhot), data)

    def close(self) -> None:
        if self._segment is not None:
            self._segment.close()


def draw_pointer(pixels: Pixels, image: PointerImage, origin: Point = _ORIGIN) -> None:
    """Blend the pointer into ``pixels``, whose top left corner is the screen's ``origin``."""
    height, width = pixels.shape[:2]
    box = Rect(image.origin.x - origin.x, image.origin.y - origin.y, image.pixels.shape[1], image.pixels.shape[0])
    inside = box.clip(Size(width, height))
    if inside is None:
        return
    source = image.pixels[inside.y - box.y : inside.bottom - box.y, inside.x - box.x : inside.right - box.x].astype(
        np.uint16
    )
    target = pixels[inside.y : inside.bottom, inside.x : inside.right]
    rest = 255 - source[:, :, 3:4]
    target[:, :, :3] = np.minimum(255, source[:, :, :3] + (target[:, :, :3] * rest + 127) // 255)


class _Segment:
    """Shared memory as large as the screen, known to the X server; the kernel frees it with its last user."""

    def __init__(self, display: Display, shm: Any, size: Size) -> None:
        libc = ctypes.CDLL(None, use_errno=True)
        libc.shmat.restype = ctypes.c_void_p
        length = size.pixels * 4
        number = libc.shmget(_IPC_PRIVATE, ctypes.c_size_t(length), _IPC_CREAT | 0o600)
        if number < 0:
            raise OSError(ctypes.get_errno(), "no shared memory to be had")
        address = libc.shmat(number, None, 0)
        try:
            if address is None or address == ctypes.c_void_p(-1).value:
                raise OSError(ctypes.get_errno(), "shared memory could not be attached")
            self._libc, self._address, self._shm = libc, address, shm
            self.id = display.new_id()
            shm.AttachChecked(self.id, number, False).check()
        finally:
            libc.shmctl(number, _IPC_RMID, None)
        buffer = (ctypes.c_uint8 * length).from_address(address)
        self.pixels: Pixels = np.frombuffer(memoryview(buffer), np.uint8).reshape(size.height, size.width, 4)

    def close(self) -> None:
        try:
            self._shm.Detach(self.id)
        except (xcffib.ConnectionException, xcffib.XcffibException):
            pass
