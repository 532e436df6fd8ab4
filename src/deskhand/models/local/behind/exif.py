"""What a camera wrote into a picture: when it was taken, with what, how; by the published form of EXIF."""

from __future__ import annotations

import struct

_TAGS = {0x010F: "make", 0x0110: "model", 0x0132: "changed", 0x9003: "taken", 0x829A: "exposure", 0x829D: "aperture",
         0x8827: "iso", 0x920A: "focal", 0x013B: "artist", 0x011A: "dpi"}  # fmt: skip
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8}
_DEEPER = 0x8769
MOST = 200
"""Entries of a directory at most."""


def exif_in(data: bytes) -> dict[str, str]:
    """By name; empty where the picture says nothing of the kind. The resolution also of PNG and JFIF."""
    found: dict[str, str] = {}
    try:
        block = _block(data)
        if block:
            found = _read(block)
    except (struct.error, IndexError, ValueError):
        found = {}
    if camera := " ".join(found[name] for name in ("make", "model") if name in found):
        found["camera"] = camera
    if "dpi" not in found and (dots := _dots(data)):
        found["dpi"] = dots
    return found


def _block(data: bytes) -> bytes:
    start = data.find(b"Exif\0\0")
    if start >= 0:
        return data[start + 6 :]
    at = data.find(b"eXIf")
    return data[at + 4 :] if at >= 0 else data if data[:4] in (b"II*\0", b"MM\0*") else b""


def _read(block: bytes) -> dict[str, str]:
    order = "<" if block[:2] == b"II" else ">"
    found: dict[str, str] = {}
    todo, seen = [struct.unpack(order + "I", block[4:8])[0]], set[int]()
    while todo:
        at = todo.pop()
        if at in seen or at + 2 > len(block):
            continue
        seen.add(at)
        for entry in range(min(MOST, struct.unpack(order + "H", block[at : at + 2])[0])):
            place = at + 2 + 12 * entry
            tag, kind, count = struct.unpack(order + "HHI", block[place : place + 8])
            if tag == _DEEPER:
                todo.append(struct.unpack(order + "I", block[place + 8 : place + 12])[0])
            elif tag in _TAGS and kind in _SIZES:
                length = _SIZES[kind] * count
                where = place + 8 if length <= 4 else struct.unpack(order + "I", block[place + 8 : place + 12])[0]
                if value := _value(block[where : where + length], kind, order, _TAGS[tag]):
                    found[_TAGS[tag]] = value
    return found


def _value(raw: bytes, kind: int, order: str, name: str) -> str:
    if kind == 2:
        text = raw.split(b"\0")[0].decode("utf-8", "replace").strip()
        return text.replace(":", "-", 2) if name in ("taken", "changed") else text
    if kind in (3, 4):
        return str(struct.unpack(order + ("H" if kind == 3 else "I"), raw[: _SIZES[kind]])[0])
    if kind in (5, 10):
        over, under = struct.unpack(order + "II", raw[:8])
        if not under:
            return ""
        if name == "exposure" and over and over < under:
            return f"1/{round(under / over)} s"
        number = f"{over / under:g}"
        return {"aperture": f"f/{number}", "focal": f"{number} mm", "exposure": f"{number} s"}.get(name, number)
    return ""


def _dots(data: bytes) -> str:
    at = data.find(b"pHYs")
    if data[:4] == b"\x89PNG" and at > 0:
        across, _, unit = struct.unpack(">IIB", data[at + 4 : at + 13])
        return str(round(across * 0.0254)) if unit == 1 else ""
    if data[6:10] == b"JFIF" and len(data) > 18:
        unit, across = data[13], int.from_bytes(data[14:16], "big")
        return str(across) if unit == 1 else str(round(across * 2.54)) if unit == 2 else ""
    return ""
