"""Real programs of our own in GTK 3, Qt 5 and Tk on a display without a window manager, labelled by their toolkits."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import numpy as np
from labels import Label, Shot

from deskhand.desktop.capture import Capture
from deskhand.desktop.display import Display

HERE = Path(__file__).parent
TOOLKITS = {"gtk": "drawn_gtk.py", "qt": "drawn_qt.py", "tk": "drawn_tk.py"}
WIDTH, HEIGHT = 1024, 768
PYTHON = "/usr/bin/python3"
"""The system's: Debian's python3-gi, python3-pyqt5 and python3-tk are for it."""


def shots(seeds: range, *, held: bool = False) -> Iterator[Shot]:
    with ExitStack() as stack:
        name = _display(stack)
        display = Display(name)
        stack.callback(display.close)
        capture = Capture(display)
        programs = {toolkit: _program(stack, script, name) for toolkit, script in TOOLKITS.items()}
        for seed in seeds:
            toolkit = list(programs)[seed % len(programs)]
            rng = random.Random(f"{held} {seed}")
            language = rng.choice(("en", "en", "ja"))
            _paint(display, rng)
            program = programs[toolkit]
            assert program.stdin is not None and program.stdout is not None
            program.stdin.write(f"{seed} {language} {'held' if held else 'learn'}\n")
            program.stdin.flush()
            answer = program.stdout.readline()
            if not answer:
                sys.exit(f"the program of {toolkit} ended at seed {seed}; its message stands above")
            yield _shot(json.loads(answer), capture, toolkit, language)
            program.stdin.write("\n")
            program.stdin.flush()


def _shot(answer: dict[str, Any], capture: Capture, toolkit: str, language: str) -> Shot:
    pixels = capture.grab()
    picture = np.ascontiguousarray(pixels[:, :, 2::-1])
    labels = []
    for thing in answer["things"]:
        box = _inside(thing["box"])
        if box is None:
            continue
        also = _inside(thing["also"]) if thing["also"] else None
        labels.append(
            Label(thing["type"], box, thing["name"], thing["written"], tuple(thing["states"]), also, thing["stateless"])
        )
    ignored = [box for box in map(_inside, answer["ignored"]) if box is not None]
    return Shot(picture, labels, ignored, f"{toolkit} {answer['style']}", language)


def _inside(box: list[int]) -> tuple[int, int, int, int] | None:
    x, y, right, bottom = max(0, box[0]), max(0, box[1]), min(WIDTH, box[0] + box[2]), min(HEIGHT, box[1] + box[3])
    return (x, y, right - x, bottom - y) if right - x >= 3 and bottom - y >= 3 else None


def _display(stack: ExitStack) -> str:
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    stack.callback(_end, server)
    os.close(writing)
    with os.fdopen(reading) as stream:
        number = stream.readline().strip()
    if not number:
        sys.exit("Xvfb did not start")
    return f":{number}"


def _program(stack: ExitStack, script: str, display: str) -> subprocess.Popen[str]:
    environment = {
        **os.environ,
        "DISPLAY": display,
        "PYTHONPATH": str(HERE),
        "NO_AT_BRIDGE": "1",
        "GDK_BACKEND": "x11",
        "QT_QPA_PLATFORM": "xcb",
        "LC_ALL": "C.UTF-8",
    }
    program = subprocess.Popen(
        [PYTHON, str(HERE / script)], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    stack.callback(_end, program)
    return program


def _end(process: subprocess.Popen[Any]) -> None:
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _paint(display: Display, rng: random.Random) -> None:
    """The root window in some colour, so that the desk is not always black."""
    from xcffib.xproto import CW

    display.core.ChangeWindowAttributes(display.root, CW.BackPixel, [rng.randrange(1 << 24)])
    display.core.ClearArea(False, display.root, 0, 0, 0, 0)
    display.sync()
