"""A secret lent on the page goes to the server once; neither the page nor the run's record has it afterwards."""

from __future__ import annotations

import pytest
from playwright.async_api import expect
from tests.page.conftest import OpenPage
from tests.page.place import Place
from tests.page.steps import give
from tests.page.test_for_everybody import findings

VALUE = "Tr0ub4dor&3 horse"


@pytest.mark.slow
async def test_lent_on_the_page(place: Place, open_page: OpenPage) -> None:
    page = await open_page()
    await page.locator("details.options summary").click()
    await page.get_by_role("button", name="Lend a secret").click()
    await page.get_by_label("Name", exact=True).fill("SHOP_PASSWORD")
    await page.get_by_label("Value").fill(VALUE)
    await page.get_by_label("Where it may be typed").fill("shop.example")
    await expect(page.locator("details.options summary")).to_contain_text("SHOP_PASSWORD")
    assert not await findings(page)
    run = await give(page, "Open the calculator")
    stored = await page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}]) + document.body.innerHTML")
    assert VALUE not in stored
    told = place.api("GET", f"/api/sessions/{run}")
    assert VALUE not in str(told)
    for path in place.folder.rglob("*"):
        if path.is_file():
            assert VALUE.encode() not in path.read_bytes(), path
