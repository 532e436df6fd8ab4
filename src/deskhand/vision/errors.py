"""What can go wrong while reading a picture, as one sentence for a person."""

from __future__ import annotations


class VisionError(Exception):
    """The picture cannot be read; the message says why and what to do."""
