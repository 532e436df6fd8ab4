"""Whether the pictures that a trail names by their hashes still lie beside it, unchanged."""

from __future__ import annotations

import hashlib
from pathlib import Path

from deskhand.guard.audit_check import read


def missing_pictures(trail: Path) -> list[str]:
    """A sentence for each picture that is gone or changed; none for a trail that was copied without its folder."""
    folder = trail.parent / "pictures"
    if not folder.is_dir():
        return []
    told: dict[str, str] = {}
    for record in read(trail):
        name = str(record.data.get("picture", ""))
        if not name or name in told:
            continue
        path = folder / f"{name}.png"
        try:
            same = hashlib.sha256(path.read_bytes()).hexdigest() == name
            told[name] = "" if same else f"The picture of record {record.seq} was changed: {path.name}"
        except OSError:
            told[name] = f"The picture of record {record.seq} is gone: {path.name}"
    return [sentence for sentence in told.values() if sentence]
