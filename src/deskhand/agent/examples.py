"""What a large model is shown before the task: hints, and examples of the same kind of task done well.

For tasks that are done again and again, one example with its screenshots and calls does more than a page of advice.
An example is a folder: either a kept run (its journal tells task, pictures and calls), or files in the order of their
names, where ``.txt`` and ``.md`` are words, ``.png`` and ``.jpg`` are screenshots, and ``.json`` is a call such as
``{"action": "left_click", "coordinate": [640, 400]}``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from deskhand.agent.events import Acted, Acting, Finished, Replied, Started
from deskhand.agent.journal import FILE, Reader
from deskhand.messages import Block, Image, MediaType, Text
from deskhand.screen.geometry import Size
from deskhand.screen.sizing import TIERS, largest

MOST_PICTURES = 5
"""Of all examples together: they are sent with every request, and more than 20 in all would have to be small."""
_MOST_TEXT = 4000

_KINDS: dict[str, MediaType] = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}

INTRODUCTION = (
    "Here is an example of how such a task was done. It is past and belongs to another desktop: take the way of going "
    "about it from it, never a coordinate or a result.\n"
)


def brief(hint: str, examples: Sequence[Sequence[Block]]) -> tuple[Block, ...]:
    """The blocks that stand before the task; none when there is nothing to say."""
    blocks: list[Block] = []
    for example in examples:
        blocks += [Text(f"<example>\n{INTRODUCTION}"), *example, Text("</example>")]
    if hint.strip():
        blocks.append(Text(f"<hint>\n{hint.strip()}\n</hint>"))
    if blocks:
        blocks.append(Text("The task:"))
    return _fewer_pictures(blocks)


def load(folder: Path) -> tuple[Block, ...]:
    """One example; ValueError says what is wrong with the folder."""
    folder = folder.expanduser()
    if (folder / FILE).is_file():
        return _run(folder)
    if not folder.is_dir():
        raise ValueError(f"the example {folder} is no folder")
    blocks = tuple(block for path in sorted(folder.iterdir()) for block in _file(path))
    if not blocks:
        raise ValueError(f"the example {folder} holds nothing to show: no .txt, .md, .png, .jpg or .json file, no run")
    return blocks


def _file(path: Path) -> tuple[Block, ...]:
    try:
        match path.suffix.lower():
            case ".txt" | ".md":
                return (Text(path.read_text("utf-8")[:_MOST_TEXT]),)
            case ".json":
                call = json.loads(path.read_text("utf-8"))
                return (Text(f"Call: {json.dumps(call, ensure_ascii=False)[:_MOST_TEXT]}"),)
            case suffix if suffix in _KINDS:
                return (_image(path.read_bytes(), _KINDS[suffix]),)
            case _:
                return ()
    except (OSError, ValueError) as error:
        raise ValueError(f"the example's file {path} cannot be read: {error}") from None


def _image(data: bytes, media_type: MediaType) -> Image:
    """The picture, shrunk to what every model takes as it is."""
    import cv2
    import numpy as np

    pixels = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
    if pixels is None:
        raise ValueError("it is no picture")
    high, wide = pixels.shape[:2]
    size = largest(Size(wide, high), TIERS["standard"])
    if size == Size(wide, high):
        return Image(data, media_type)
    small = cv2.resize(pixels, (size.width, size.height), interpolation=cv2.INTER_AREA)
    return Image(cv2.imencode(".png", small)[1].tobytes())


def _run(folder: Path) -> tuple[Block, ...]:
    """A kept run: its task, what was said, each call with the screen that came of it, and the end."""
    reader = Reader(folder)
    blocks: list[Block] = []
    try:
        for entry in reader.read():
            match entry.event:
                case Started(task=task):
                    blocks.append(Text(f"Task: {task}"))
                case Replied(text=text) if text.strip():
                    blocks.append(Text(text[:_MOST_TEXT]))
                case Acting(name=name, input=arguments):
                    call = {"name": name, "input": dict(arguments)}
                    blocks.append(Text(f"Call: {json.dumps(call, ensure_ascii=False)[:_MOST_TEXT]}"))
                case Acted(text=text, picture=picture):
                    if text:
                        blocks.append(Text(f"Result: {text[:_MOST_TEXT]}"))
                    if picture is not None:
                        blocks.append(Image(reader.picture(picture.sha256)))
                case Finished(status=status, answer=answer):
                    blocks.append(Text(f"End ({status}): {answer[:_MOST_TEXT]}"))
                case _:
                    pass
    finally:
        reader.close()
    return tuple(blocks)


def _fewer_pictures(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """At most `MOST_PICTURES`, spread evenly, the last one among them."""
    places = [index for index, block in enumerate(blocks) if isinstance(block, Image)]
    if len(places) <= MOST_PICTURES:
        return tuple(blocks)
    step = (len(places) - 1) / (MOST_PICTURES - 1)
    shown = {places[round(step * index)] for index in range(MOST_PICTURES)}
    return tuple(block for index, block in enumerate(blocks) if not isinstance(block, Image) or index in shown)
