"""What an office document says of itself: who wrote it, when, in how many pages."""

from __future__ import annotations

import html
import io
import re
import zipfile

from deskhand.models.local.behind.packed import part

_MARKS = {
    "author": ("dc:creator", "meta:initial-creator"),
    "title": ("dc:title",),
    "subject": ("dc:subject",),
    "keywords": ("meta:keyword", "cp:keywords"),
    "created": ("meta:creation-date", "dcterms:created"),
    "program": ("meta:generator", "Application"),
    "pages": ("Pages",),
}


def document_facts(data: bytes) -> dict[str, str]:
    """By name; empty where the bytes are no such document. Who began it comes before who saved it last."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as pack:
            names = pack.namelist()
            parts = [
                part(pack, name) for name in ("meta.xml", "docProps/core.xml", "docProps/app.xml") if name in names
            ]
    except (zipfile.BadZipFile, ValueError, OSError):
        return {}
    text = "\n".join(parts)
    found: dict[str, str] = {}
    for name, marks in _MARKS.items():
        ordered = reversed(marks) if name == "author" else marks
        for mark in ordered:
            told = re.search(rf"<{mark}\b[^>]*>(.*?)</{mark}>", text, re.S)
            if told is not None and told[1].strip():
                found[name] = html.unescape(told[1].strip())
                break
    if counted := re.search(r'meta:page-count="(\d+)"', text):
        found["pages"] = counted[1]
    return found
