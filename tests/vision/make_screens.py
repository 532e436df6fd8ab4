"""Makes the pictures in ``screens/``: real programs on our own desktop, cut to what the tests look at.

    python tests/vision/make_screens.py        # 20 seconds; needs a machine that can start a desktop

The pictures are committed, so that reading can be tested where no desktop can be started, always on the same pixels.
"""

from __future__ import annotations

import asyncio
import urllib.parse
from pathlib import Path

import cv2
import numpy as np

from deskhand.desktop.actions import Key, Type
from deskhand.sandbox.open import SandboxedDesktop, open_desktop
from deskhand.screen.geometry import Rect

FOLDER = Path(__file__).parent / "screens"

FORM = """<meta charset=utf-8><title>Form</title><body style="font:14px 'Noto Sans'"><h3>Form</h3>
<p><label><input type=checkbox checked> Send me the letter</label>
<p><label><input type=checkbox> Subscribe to the newsletter</label>
<p><label><input type=radio name=a checked> Express shipping</label>
<label><input type=radio name=a> Standard shipping</label>
<p><input type=text value="John Smith"> <select><option>Japan</select> <button>Submit order</button>
<p style="font-size:11px"><label><input type=checkbox> 利用規約に同意する</label> パスワード 名前を付けて保存
<p style="background:#222;color:#ddd">検索と置換 1,234.56 192.168.0.1 開く</p>"""


async def keep(desktop: SandboxedDesktop, name: str, box: Rect) -> None:
    await asyncio.sleep(0.7)
    frame = await desktop.screenshot()
    picture = cv2.imdecode(np.frombuffer(frame.png, np.uint8), cv2.IMREAD_COLOR)
    assert picture is not None
    cut = picture[box.y : box.bottom, box.x : box.right]
    cv2.imwrite(str(FOLDER / f"{name}.png"), cut, [cv2.IMWRITE_PNG_COMPRESSION, 9])


async def box_of(desktop: SandboxedDesktop, title: str) -> Rect:
    window = next(w for w in await desktop.windows() if title in w.title)
    return window.box


async def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    desktop = await open_desktop()
    try:
        await desktop.launch("galculator")
        await desktop.act(Type("1234*567"), picture=False)
        calculator = (await box_of(desktop, "galculator")).grow(24)
        await keep(desktop, "calculator_before", calculator)
        await desktop.act(Type("8="), picture=False)
        await keep(desktop, "calculator", calculator)
        await desktop.launch("mousepad")
        await desktop.act(Type("The result is 7006652\nしゅうりょう 1,234.56 完了\n"), picture=False)
        await desktop.act(Key("alt+f"), picture=False)
        await keep(desktop, "menu", (await box_of(desktop, "Mousepad")).grow(24))
        await desktop.act(Key("Escape"), picture=False)
        await desktop.act(Key("ctrl+shift+s"), picture=False)
        await asyncio.sleep(1)
        await keep(desktop, "save_as", Rect(94, 0, 1100, 760))
        await desktop.act(Key("Escape"), picture=False)
        await desktop.launch("xterm")
        await desktop.act(Type("clear; ls -la /etc/X11; echo $((1234*5678))\n"), picture=False)
        await keep(desktop, "terminal", await box_of(desktop, "Terminal"))
        page = "data:text/html;charset=utf-8," + urllib.parse.quote(FORM.replace("\n", ""))
        await desktop.shell(f"chromium --app='{page}' >/dev/null 2>&1 &")
        await asyncio.sleep(6)
        await keep(desktop, "form", Rect(116, 0, 640, 420))
    finally:
        await desktop.close()


if __name__ == "__main__":
    asyncio.run(main())
