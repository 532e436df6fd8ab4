"""What can go wrong while reading a picture, as one sentence for a person."""

from __future__ import annotations

from deskhand.errors import DeskhandError


class VisionError(DeskhandError):
    """The picture cannot be read; the message says why and what to do."""
