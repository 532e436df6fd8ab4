"""Reading pictures off the loop: OCR takes up to a second of two CPUs, and the loop must stay free to be stopped."""

from __future__ import annotations

import asyncio

from deskhand.models.interface import ModelError
from deskhand.models.local.effects import Reading
from deskhand.vision.errors import VisionError
from deskhand.vision.read import Reader
from deskhand.vision.scene import Scene


class Eyes:
    """Carries out `Reading` effects. One reader follows the screen, and looks at magnified parts in between."""

    def __init__(self) -> None:
        self._reader = Reader()

    async def __call__(self, reading: Reading) -> Scene:
        try:
            return await asyncio.to_thread(self.read, reading)
        except VisionError as error:
            raise ModelError(f"The screenshot could not be read: {error}.") from error

    def read(self, reading: Reading) -> Scene:
        if reading.region is None:
            return self._reader.read(reading.picture)
        return self._reader.read_part(reading.picture, reading.region, reading.magnify)
