"""The part of the benchmark that runs behind the walls, beside the display: ours and the usual way, in turns.

Prints one JSON object: row → {"ours": [seconds…], "usual": [seconds…]}. The usual way is that of the reference
implementations: xdotool for input, a fixed wait of 2 s, scrot to a file, ImageMagick to scale it, base64.
"""

from __future__ import annotations

import base64
import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from deskhand.desktop.capture import Capture, draw_pointer
from deskhand.desktop.display import Display
from deskhand.screen.png import Encoder, encode

WAIT = 2.0


def timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def xdotool(*words: str) -> None:
    subprocess.run(["xdotool", *words], check=True)


def usual_screenshot() -> bytes:
    file = Path("/tmp/usual.png")
    subprocess.run(["scrot", "-p", "-o", str(file)], check=True)
    size = subprocess.run(["identify", "-format", "%wx%h", str(file)], check=True, capture_output=True, text=True)
    subprocess.run(["convert", str(file), "-resize", f"{size.stdout}!", str(file)], check=True)
    return base64.b64encode(file.read_bytes())


def usual(*commands: tuple[str, ...]) -> float:
    """The commands, then the wait and the picture."""

    def work() -> None:
        for command in commands:
            xdotool(*command)
        time.sleep(WAIT)
        usual_screenshot()

    return timed(work)


def main() -> None:
    rounds, display_name = int(sys.argv[1]), sys.argv[2]
    display = Display(display_name)
    capture = Capture(display)
    encoder = Encoder()

    def cold() -> None:
        pixels = capture.grab()
        draw_pointer(pixels, capture.pointer())
        encode(pixels)

    def again() -> None:
        pixels = capture.grab()
        draw_pointer(pixels, capture.pointer())
        encoder.encode(pixels)

    again()
    rows: dict[str, dict[str, list[float]]] = {
        name: {"ours": [], "usual": []}
        for name in ("screenshot", "screenshot_again", "event", "click_to_picture", "type_200", "drag", "scroll")
    }
    for _ in range(rounds * 10):
        rows["screenshot"]["ours"].append(timed(cold))
        rows["screenshot_again"]["ours"].append(timed(again))
        rows["event"]["ours"].append(timed(display.sync))
        time.sleep(0.01)
    for _ in range(rounds):
        rows["screenshot"]["usual"].append(timed(usual_screenshot))
        rows["event"]["usual"].append(timed(lambda: xdotool("mousemove", "600", "400")))
        rows["click_to_picture"]["usual"].append(usual(("mousemove", "600", "400"), ("click", "1")))
    for _ in range(max(1, rounds // 3)):
        text = "The quick brown fox jumps over the lazy dog. "[:40] * 5
        pieces = [("type", "--delay", "12", "--", text[start : start + 50]) for start in range(0, 200, 50)]
        rows["type_200"]["usual"].append(usual(*pieces))
        drag = [("mousemove", "500", "350"), ("mousedown", "1"), ("mousemove", "700", "420"), ("mouseup", "1")]
        rows["drag"]["usual"].append(usual(*drag))
        rows["scroll"]["usual"].append(usual(("mousemove", "600", "400"), ("click", "--repeat", "5", "5")))
    sizes = {"ours": len(encode(capture.grab())), "scrot": Path("/tmp/usual.png").stat().st_size}
    json.dump({"rows": rows, "bytes": sizes}, sys.stdout)


main()
