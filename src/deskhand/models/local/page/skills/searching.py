# ruff: noqa: E501 - a pattern is read more easily in one line
"""Words put into the page's search field and sent off, whether the wish quotes them or not; and columns shown or hidden."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Stuck
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.skills.rows import own_sign
from deskhand.models.local.page.words import bare

WORDS = (
    r"(?:do a |make a )?search (?:(?:the )?(?:page|site|shop|list|store|web|catalogu?e|library|table) )?for (?:the (?:word|term|text|name) )?(?P<what>\"[^\"]+\"|[\w'.-]+(?: [\w'.-]+){0,3}?)(?: (?:in|on|with|using) the (?:\w+ )?(?:search )?(?:box|field|bar|page|site|shop|list))?",
    r"look up (?:the word )?(?P<what>\"[^\"]+\"|(?!the\b|what\b|how\b)[\w'-]+)",
)
COLUMN = (
    r"(?P<way>hide|show|unhide|remove|turn off|switch off|turn on|display) (?:the )?(?:columns?|fields?) (?P<name>\"[^\"]+\"|(?-i:[A-Z])[\w ]*?)",
    r"(?P<way>hide|show|unhide|turn off|switch off|turn on|display) (?:the )?(?P<name>\"[^\"]+\"|(?-i:[A-Z])[\w ]*?) column",
)
_FIELDS = ("Search", "Search for", "Find", "検索", "Search…", "Search...")
_HIDES = ("Hide", "Hide column", "×", "✕", "非表示", "隠す")


async def words(pane: Pane, match: re.Match[str]) -> None:
    """``Search for lamp``: into the field that says so, or the only one; by its button, else by Return."""
    what = bare(match["what"])
    field = None
    for name in _FIELDS:
        field = field or await pane.field_named(name)
    if field is None or field.kind not in ("field", "area"):
        fields = [each for each in await pane.things("field", "area") if not each.text]
        if not fields:
            raise Stuck("I see no field to search in.")
        field = fields[0]
    await pane.fill(field, what, clear=bool(field.text))
    faces = {thing.text.strip().lower(): thing for thing in await pane.things("button")}
    button = next((faces[name] for name in ("search", "find", "go", "検索") if name in faces), None)
    if button is not None:
        await pane.click(button, f"Click “{button.text}”.")
    else:
        await pane.key("Return")
    await pane.hand.took_effect()


async def column(pane: Pane, match: re.Match[str]) -> None:
    """``Hide the column Price``: by its box to tick, by a sign at its head, or by the menu of its head."""
    name, shown = bare(match["name"]), match["way"].lower() in ("show", "unhide", "turn on", "display")
    box = await pane.thing(name, "checkbox")
    if box is not None:
        if bool(box.checked) != shown:
            await pane.click(box, f"{'Tick' if shown else 'Untick'} “{name}”.")
        return
    heads = await pane.texts(name, 0.88)
    if not heads:
        raise Stuck(f"I see no column “{name}”.")
    sign = None if shown else await own_sign(pane, heads[0].box, _HIDES)
    if sign is not None:
        await pane.click(sign, f"Hide “{name}”.")
        return
    await pane.hand.click(heads[0].box.center, f"Open the menu of “{name}”.", button="right")
    await pane.hand.took_effect()
    for word in ("Show", "Show column") if shown else _HIDES[:2]:
        if await pane.texts(word, 0.92):
            await pane.press(word)
            return
    raise Stuck(f"I find no way to {match['way'].lower()} the column “{name}”.")
