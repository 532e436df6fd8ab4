"""A run as a film: each step's screen with the place of the hand, then the screen that came of it and what changed.

Told at a reader's pace and not in the run's own time: a model that thinks for a minute is shown for two seconds, and a
click that took 40 ms long enough to be seen. VP8 in WebM or VP9 in MP4, by the codecs that come with OpenCV's wheel:
nothing has to be installed, every current browser plays both, and neither is under a patent licence.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from deskhand.agent.events import Picture
from deskhand.agent.journal import JournalError, Reader
from deskhand.report.caption import Captions
from deskhand.report.scenes import Scene, scenes
from deskhand.screen.resize import decode

Form: TypeAlias = Literal["webm", "mp4"]
FILM: Mapping[Form, str] = {"webm": "film.webm", "mp4": "film.mp4"}
"""The file's name in the run's folder."""
_CODEC: Mapping[str, str] = {".webm": "VP80", ".mp4": "vp09"}
FRAMES = 4
"""A second."""
BAND = 64
"""Pixels below the screen, for the words."""
_HAND, _RIM, _CHANGE = (60, 60, 230), (255, 255, 255), (40, 150, 20)  # blue, green, red
Colours: TypeAlias = NDArray[np.uint8]

OnFrame: TypeAlias = Callable[[float], None]


class FilmError(JournalError):
    """A film that cannot be made; the text says why."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The film's size in pixels, even as codecs want it."""

    width: int
    height: int


async def film(folder: Path, target: Path) -> Path:
    """As `write_film`, in a process of its own: it takes a whole core for seconds, and the codecs' own words about it
    are nobody's business."""
    work = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "deskhand.report.film", str(folder), str(target),
        stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        said, _ = await work.communicate()
    except asyncio.CancelledError:
        work.kill()
        await work.wait()
        raise
    if work.returncode:
        raise FilmError(said.decode().strip() or f"the film could not be made (status {work.returncode})")
    return target


def write_film(folder: Path, target: Path, on_frame: OnFrame | None = None) -> Path:
    """Make the film of a kept run, all or nothing. ``on_frame`` is told how far it is, from 0 to 1.

    Raises `FilmError` for a name that ends in neither .webm nor .mp4, or a run without a picture.
    """
    codec = _CODEC.get(target.suffix.lower())
    if codec is None:
        raise FilmError(f"{target} must end in .webm or .mp4")
    reader = Reader(folder)
    try:
        told = scenes(entry.event for entry in reader.read())
        if not told:
            raise FilmError(f"the run in {folder} has no picture, so there is nothing to film")
        partial = target.with_name(f".{os.getpid()}.{target.name}")
        try:
            _write(partial, codec, told, lambda picture: _loaded(reader, picture), on_frame)
            partial.replace(target)
        except OSError as error:
            raise FilmError(f"cannot write {target}: {error.strerror}") from None
        finally:
            partial.unlink(missing_ok=True)
    finally:
        reader.close()
    return target


def _write(
    path: Path, codec: str, told: list[Scene], load: Callable[[Picture], Colours | None], on_frame: OnFrame | None
) -> None:
    first = told[0].picture
    sheet = _Sheet(first.width // 2 * 2, (first.height + BAND) // 2 * 2)
    writer = cv2.VideoWriter(
        str(path), cv2.CAP_FFMPEG, cv2.VideoWriter.fourcc(*codec), float(FRAMES), (sheet.width, sheet.height)
    )
    if not writer.isOpened():
        raise FilmError(f"this OpenCV cannot write {codec} into {path.suffix} files")
    captions = Captions(sheet.width, BAND)
    try:
        for index, scene in enumerate(told):
            colours = load(scene.picture)
            if colours is not None:
                for frame, count in _frames(scene, colours, captions, sheet):
                    for _ in range(count):
                        writer.write(frame)
            if on_frame is not None:
                on_frame((index + 1) / len(told))
    finally:
        writer.release()


def _frames(scene: Scene, colours: Colours, captions: Captions, sheet: _Sheet) -> Iterator[tuple[Colours, int]]:
    drawn = colours.copy()
    for x, y, width, height in scene.changes:
        cv2.rectangle(drawn, (x - 3, y - 3), (x + width + 2, y + height + 2), _RIM, 4)
        cv2.rectangle(drawn, (x - 3, y - 3), (x + width + 2, y + height + 2), _CHANGE, 2)
    if len(scene.hand) > 1:
        for colour, thick in ((_RIM, 6), (_HAND, 3)):
            cv2.polylines(drawn, [np.array(scene.hand, np.int32)], False, colour, thick, cv2.LINE_AA)
    if scene.hand:
        for radius, colour, thick in ((15, _RIM, 7), (15, _HAND, 4), (4, _RIM, -1), (3, _HAND, -1)):
            cv2.circle(drawn, scene.hand[-1], radius, colour, thick, cv2.LINE_AA)
    page = np.zeros((sheet.height, sheet.width, 3), np.uint8)
    high, wide = min(drawn.shape[0], sheet.height - BAND), min(drawn.shape[1], sheet.width)
    page[:high, :wide] = drawn[:high, :wide]
    page[sheet.height - BAND :] = captions.draw(scene.number, scene.words, scene.tone)[:BAND]
    yield page, max(1, round(scene.seconds * FRAMES))


def _loaded(reader: Reader, picture: Picture) -> Colours | None:
    """None for one that is gone: a film without one of its pictures tells more than none."""
    try:
        return decode(reader.picture(picture.sha256))
    except (JournalError, ValueError):
        return None


def _main(folder: str, target: str) -> int:
    os.nice(5)
    try:
        write_film(Path(folder), Path(target))
    except JournalError as error:
        print(error)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(_main(*sys.argv[1:3]))
