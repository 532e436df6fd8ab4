"""A program for the inside: one window that writes down every event it gets, one JSON object a line.

``recorder.py FILE X Y WIDTH HEIGHT [KIND] [DELAY]``: KIND ``bare`` lies over everything, without a window manager;
``framed`` is an ordinary window. It reads keys as Xlib does: its own copy of the keyboard map, fetched again after a
MappingNotify. DELAY is how many seconds it sleeps before it reads each batch of events: a busy program.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any

import xcffib
import xcffib.xproto as x


def main() -> None:
    path, left, top, width, height = sys.argv[1], *map(int, sys.argv[2:6])
    kind = sys.argv[6] if len(sys.argv) > 6 else "bare"
    delay = float(sys.argv[7]) if len(sys.argv) > 7 else 0.0
    connection: Any = xcffib.connect()
    setup = connection.get_setup()
    screen = setup.roots[0]
    window = connection.generate_id()
    mask = (
        x.EventMask.KeyPress
        | x.EventMask.KeyRelease
        | x.EventMask.ButtonPress
        | x.EventMask.ButtonRelease
        | x.EventMask.PointerMotion
        | x.EventMask.Exposure
        | x.EventMask.StructureNotify
        | x.EventMask.FocusChange
    )
    connection.core.CreateWindow(
        screen.root_depth,
        window,
        screen.root,
        left,
        top,
        width,
        height,
        0,
        x.WindowClass.InputOutput,
        screen.root_visual,
        x.CW.BackPixel | x.CW.OverrideRedirect | x.CW.EventMask,
        [0xEEEEEE, int(kind == "bare"), mask],
    )
    connection.core.ChangeProperty(
        x.PropMode.Replace, window, x.Atom.WM_NAME, x.Atom.STRING, 8, len("recorder"), "recorder"
    )
    connection.core.MapWindow(window)
    if kind == "bare":
        connection.core.SetInputFocus(x.InputFocus.Parent, window, 0)
    connection.flush()
    first = setup.min_keycode
    table = read_map(connection, setup)
    with open(path, "w", buffering=1) as out:

        def write(**fields: object) -> None:
            out.write(json.dumps(fields) + "\n")

        while True:
            event = connection.wait_for_event()
            if delay:
                time.sleep(delay)
            while event is not None:
                match event:
                    case x.ExposeEvent():
                        write(event="ready")
                    case x.KeyPressEvent() | x.KeyReleaseEvent():
                        symbols = table[event.detail - first]
                        shift = bool(event.state & 1) != bool(event.state & 2 and symbols[0] in range(0x61, 0x7B))
                        group = (event.state >> 13 & 3) * 2
                        symbol = (symbols + [0] * 8)[group + shift] or (symbols[0] if not shift else 0) or symbols[0]
                        down = isinstance(event, x.KeyPressEvent)
                        write(event="key", down=down, keysym=symbol, state=event.state, code=event.detail)
                    case x.ButtonPressEvent() | x.ButtonReleaseEvent():
                        down = isinstance(event, x.ButtonPressEvent)
                        write(
                            event="button",
                            down=down,
                            button=event.detail,
                            at=[event.root_x, event.root_y],
                            state=event.state,
                            time=event.time,
                        )
                    case x.MotionNotifyEvent():
                        write(event="motion", at=[event.root_x, event.root_y], state=event.state)
                    case x.MappingNotifyEvent():
                        table = read_map(connection, setup)
                    case _:
                        pass
                event = connection.poll_for_event()


def read_map(connection: Any, setup: Any) -> list[list[int]]:
    count = setup.max_keycode - setup.min_keycode + 1
    reply = connection.core.GetKeyboardMapping(setup.min_keycode, count).reply()
    flat, width = list(reply.keysyms), reply.keysyms_per_keycode
    return [flat[start : start + width] for start in range(0, len(flat), width)]


main()
