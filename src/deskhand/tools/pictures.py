"""The desktop's pictures in the size in which a model gets them."""

from __future__ import annotations

from deskhand.desktop.interface import DesktopError, Frame
from deskhand.screen.geometry import Size
from deskhand.screen.resize import resize
from deskhand.tools.interface import Shown


def shown(frame: Frame, wanted: Size) -> Shown:
    """The picture in the wanted size. Untouched, byte for byte, when it has it already."""
    if frame.size == wanted:
        return Shown(frame.png, wanted)
    try:
        return Shown(resize(frame.png, wanted), wanted)
    except ValueError:
        raise DesktopError("the desktop sent something that is no picture; take another screenshot") from None


def enclosed(size: Size, limit: Size) -> Size:
    """The largest size of the same shape within ``limit``: a part of the screen is scaled up to be seen better."""
    if size.width * limit.height >= size.height * limit.width:
        return Size(limit.width, max(1, round(size.height * limit.width / size.width)))
    return Size(max(1, round(size.width * limit.height / size.height)), limit.height)
