"""Takes the pictures of `docs/page/` anew, on the real server and a real desktop:

.venv/bin/python -m tests.page.pictures
"""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from pathlib import Path
from typing import Any

import cv2
from playwright.async_api import Browser, Page, async_playwright, expect
from tests.page.place import Place
from tests.page.steps import card, ended, give, until_shown

FOLDER = Path(__file__).parents[2] / "docs" / "page"
MOST = 150_000
"""Bytes of one picture: the repository is cloned by everybody."""
PHONE = {"width": 390, "height": 844}
LIST = "Open the text editor, type “Milk, bread, apples” and save it as list.txt in the shared folder."
JAPANESE = (
    "テキストエディタを開いて「牛乳、パン、りんご」と入力し、共有フォルダーに list.txt という名前で保存してください。"
)
SHOP = """<!doctype html><meta charset=utf-8><title>Checkout – Harbour Books</title><style>
body { font: 17px sans-serif; margin: 0; background: #faf8f4; color: #222 }
header { background: #20445c; color: #fff; padding: 18px 40px; font-size: 22px }
main { display: grid; grid-template-columns: 1fr 340px; gap: 40px; padding: 36px 40px }
td { padding: 12px 8px; border-bottom: 1px solid #ddd }
aside { background: #fff; border: 1px solid #ddd; border-radius: 8px; padding: 24px }
button { font-size: 18px; padding: 12px; background: #b85c00; color: #fff; border: 0; border-radius: 6px; width: 100% }
</style><header>Harbour Books</header><main><section><h2>Your order</h2><table width=100%>
<tr><td>The Sea Around Us<td>1<td>18.90 €<tr><td>Field Guide to Clouds<td>2<td>39.80 €<tr><td>Shipping<td><td>4.50 €
</table><p>Delivery to 12 Harbour Street, in 2–3 days.</section>
<aside><h3>Total: 63.20 €</h3><p>Card ending in 4242</p><button>Place order</button></aside></main>"""
LOOK: dict[str, Any] = {"call": "computer", "input": {"action": "screenshot"}}


class Photographer:
    def __init__(self, place: Place, browser: Browser) -> None:
        self._place, self._browser = place, browser

    async def page(self, **options: Any) -> Page:
        usual: dict[str, Any] = {"viewport": {"width": 1440, "height": 900}, "locale": "en-US"}
        context = await self._browser.new_context(**usual | options)
        await context.add_init_script("localStorage.setItem('deskhand.hinted', '1')")
        page = await context.new_page()
        await page.goto(self._place.new_link())
        await page.wait_for_url(self._place.url + "/")
        await page.wait_for_timeout(400)
        return page

    async def take(self, page: Page, name: str) -> None:
        await page.wait_for_function("() => [...document.images].every((image) => image.complete)")
        await page.wait_for_timeout(700)
        path = FOLDER / f"{name}.png"
        picture = await page.screenshot()
        path.write_bytes(picture)
        for colours in (256, 128, 64):
            if path.stat().st_size <= MOST:
                break
            path.write_bytes(fewer_colours(picture, colours))
        print(f"{path.name}: {path.stat().st_size // 1000} KB", flush=True)


def fewer_colours(png: bytes, colours: int) -> bytes:
    """Photographs of a screen lose nothing that one sees when near colours become one."""
    import numpy as np

    pixels = cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_COLOR)
    assert pixels is not None
    step = {256: 4, 128: 8, 64: 16}[colours]
    coarse = (pixels // step * step + step // 2).astype(np.uint8)
    return bytes(cv2.imencode(".png", coarse, [cv2.IMWRITE_PNG_COMPRESSION, 9])[1])


async def take_all(place: Place, browser: Browser) -> None:
    photographer = Photographer(place, browser)
    page = await photographer.page()
    await photographer.take(page, "new")
    await give(page, LIST)
    await until_shown(page)
    await expect(page.locator(".step")).to_have_count(3, timeout=30_000)
    await photographer.take(page, "live")
    await ended(page)
    run = page.url
    await photographer.take(page, "done")
    await page.locator(".step", has_text="Type “Milk").click()
    await photographer.take(page, "step")
    await page.goto(f"{place.url}/#/settings")
    await page.locator(".presets").scroll_into_view_if_needed()
    await photographer.take(page, "settings")

    browse = f"cat > ~/shop.html <<'END'\n{SHOP}\nEND\nsetsid -f chromium --start-maximized ~/shop.html &>/dev/null"
    order = {"call": "computer", "input": {"action": "left_click", "coordinate": [1070, 380]}}
    wait = {"call": "computer", "input": {"action": "wait", "duration": 8}}
    asking = place.begin(
        [
            ["I open the shop.", {"call": "bash", "input": {"command": browse}}, wait],
            ["Both books are in the cart, and the total is 63.20 €. Now I place the order.", order],
            ["Done."],
        ],
        "Order the two books that are in the cart at Harbour Books",
    )
    await page.goto(f"{place.url}/#/run/{asking}")
    await expect(card(page)).to_be_visible(timeout=60_000)
    await photographer.take(page, "asking")
    phone = await photographer.page(viewport=PHONE)
    await phone.goto(f"{place.url}/#/run/{asking}")
    await expect(card(phone)).to_be_visible(timeout=30_000)
    await photographer.take(phone, "asking-phone")
    await card(page).get_by_role("button", name="Refuse").click()
    await page.keyboard.press("Enter")
    await ended(page)

    own = place.begin([[LOOK], [{"sleep": 60}, LOOK], ["Done."]], "Write to Anna, and leave the last line to me")
    await page.goto(f"{place.url}/#/run/{own}")
    await expect(page.locator(".step")).to_have_count(1, timeout=30_000)
    await until_shown(page)
    await page.keyboard.press("t")
    await expect(page.locator(".controls.own")).to_be_visible()
    await page.locator(".rfb canvas").dblclick(position={"x": 45, "y": 390})
    await page.wait_for_timeout(2500)
    await page.keyboard.type("This part I do myself.", delay=10)
    await photographer.take(page, "yours")
    await page.get_by_role("button", name="Stop").click()
    await ended(page)

    dark = await photographer.page(color_scheme="dark")
    await dark.goto(f"{place.url}/#/runs")
    await photographer.take(dark, "runs-dark")
    ja = await photographer.page(locale="ja-JP", color_scheme="dark")
    await give(ja, JAPANESE)
    await ended(ja)
    await photographer.take(ja, "done-ja-dark")
    phone_ja = await photographer.page(locale="ja-JP", viewport=PHONE)
    await phone_ja.goto(run)
    await ended(phone_ja)
    await photographer.take(phone_ja, "done-ja-phone")


async def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp())
    place = Place(folder)
    try:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox", "--force-color-profile=srgb"]
            )
            await take_all(place, browser)
            await browser.close()
    finally:
        place.stop()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    asyncio.run(main())
