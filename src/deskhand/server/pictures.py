"""Pictures in a request: are they what they say, and of a size that is taken? Only their headers are looked at."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

from deskhand.messages import Image, MediaType, Message, ToolResult
from deskhand.screen.geometry import Size
from deskhand.screen.png import png_size
from deskhand.server.errors import invalid

MAX_SIDE = 8000
MANY = 20
MAX_SIDE_OF_MANY = 2000
"""With more than `MANY` pictures in one request, each may have at most this many pixels a side."""
MAX_BYTES = 10 << 20
"""Of one picture's file as base64."""


def images_of(messages: Sequence[Message]) -> Iterator[tuple[str, Image]]:
    """Every picture with its path in the request, those inside tool results included."""
    for number, message in enumerate(messages):
        for index, block in enumerate(message.content):
            where = f"messages.{number}.content.{index}"
            match block:
                case Image():
                    yield where, block
                case ToolResult():
                    for inner, part in enumerate(block.content):
                        if isinstance(part, Image):
                            yield f"{where}.content.{inner}", part
                case _:
                    pass


def check_images(messages: Sequence[Message]) -> list[Size]:
    """The sizes of all pictures; 400 for one that is damaged, mislabelled or too large."""
    sizes: list[Size] = []
    places: list[str] = []
    for where, image in images_of(messages):
        if len(image.data) * 4 > MAX_BYTES * 3:
            raise invalid(f"{where}.source.data: a picture may have at most 10 MB, this one has more")
        kind, size = look_at(image.data)
        if kind is None or size is None:
            raise invalid(f"{where}.source.data: this is no picture of the kind {image.media_type}, or it is damaged")
        if kind != image.media_type:
            raise invalid(f"{where}.source.media_type: says {image.media_type}, but the data is {kind}")
        if max(size.width, size.height) > MAX_SIDE:
            raise invalid(
                f"{where}.source: {size.width}×{size.height} is too large: at most {MAX_SIDE} pixels a side",
                code="image_dimensions_too_large",
                details={"max_side_length_pixels": MAX_SIDE, "paths": [where]},
            )
        sizes.append(size)
        places.append(where)
    if len(sizes) > MANY:
        large = [
            place for place, size in zip(places, sizes, strict=True) if max(size.width, size.height) > MAX_SIDE_OF_MANY
        ]
        if large:
            raise invalid(
                f"{large[0]}.source: at least one picture exceeds {MAX_SIDE_OF_MANY} pixels a side, the most in "
                f"many-image requests (more than {MANY} pictures)",
                code="image_dimensions_too_large",
                details={"max_side_length_pixels": MAX_SIDE_OF_MANY, "paths": large[:100]},
            )
    return sizes


def look_at(data: bytes) -> tuple[MediaType | None, Size | None]:
    """What a file is by its first bytes, and the size its header tells."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png", png_size(data)
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg", _jpeg(data)
    if data[:6] in (b"GIF87a", b"GIF89a") and len(data) >= 10:
        return "image/gif", _sized(*struct.unpack("<HH", data[6:10]))
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp", _webp(data)
    return None, None


def _sized(width: int, height: int) -> Size | None:
    return Size(width, height) if width > 0 and height > 0 else None


def _jpeg(data: bytes) -> Size | None:
    """From the frame header, behind any number of other segments."""
    at = 2
    while at + 9 <= len(data):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker == 0xFF or marker == 0x01 or 0xD0 <= marker <= 0xD9:
            at += 1 if marker == 0xFF else 2
            continue
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return _sized(width, height)
        at += 2 + max(2, struct.unpack(">H", data[at + 2 : at + 4])[0])
    return None


def _webp(data: bytes) -> Size | None:
    match data[12:16]:
        case b"VP8X" if len(data) >= 30:
            return _sized(int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1)
        case b"VP8L" if len(data) >= 25:
            bits = int.from_bytes(data[21:25], "little")
            return _sized((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
        case b"VP8 " if len(data) >= 30:
            width, height = struct.unpack("<HH", data[26:30])
            return _sized(width & 0x3FFF, height & 0x3FFF)
        case _:
            return None
