"""A sandbox's `Spec` as JSON, for the session folder: whoever takes a desktop over can start another like it."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from deskhand.sandbox.interface import Limits, Spec
from deskhand.screen.geometry import Size


def to_data(spec: Spec) -> dict[str, Any]:
    return asdict(spec) | {"share": None if spec.share is None else str(spec.share)}


def from_data(data: Any) -> Spec:
    """The usual one, where the session is of a version that wrote none."""
    if not isinstance(data, dict):
        return Spec()
    fields = dict(data)
    fields["size"] = Size(**fields["size"])
    fields["limits"] = Limits(**fields["limits"])
    fields["share"] = None if fields["share"] is None else Path(fields["share"])
    fields["ports"] = None if fields["ports"] is None else tuple(fields["ports"])
    return Spec(**fields)
