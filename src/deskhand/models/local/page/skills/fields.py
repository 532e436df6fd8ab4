# ruff: noqa: E501 - a pattern is read more easily in one line
"""Fields that do more than take text: suggestions under them, arrows beside them, a user's name and a password."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Stuck
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Thing
from deskhand.models.local.page.skills import adjust
from deskhand.models.local.page.words import number
from deskhand.screen.geometry import Point, Rect

LOGIN = (
    r"\b(?:(?:log|sign) (?:me )?(?:in|on)|login|user ?name|user|account)\b[^\"]*\"(?P<user>[^\"]+)\"[^\"]*"
    r"\bpass ?(?:word|code)\b[^\"]{0,20}\"(?P<password>[^\"]+)\""
)
SUGGESTION = (
    r"<enter> \"(?P<start>[^\"]+)\"[^\"]*\b(?:<choose>|<click>|accept) \"(?P<name>[^\"]+)\"[^\"]*\bsuggest",
    r"<enter> \"(?P<start>[^\"]+)\"[^\"]*\b(?:<choose>|<click>|accept) <the>suggestion (?:called |named )?\"(?P<name>[^\"]+)\"",
    r"(?:<choose>|accept|<click>) (?:<the>suggestion )?\"(?P<name>[^\"]+)\"(?: from| in| among)? <the>(?:\w+ )?(?:suggestions?|auto-?complet\w+)",
    r"<enter> \"(?P<name>[^\"]+)\" (?:with|using|in|into) <the>(?:auto-?complet\w+|suggestions?|field with suggestions)",
    r"(?:start|begin) typing \"(?P<start>[^\"]+)\"[^\"]*\"(?P<name>[^\"]+)\"",
)
_SPINNER = r"(?:spinner|stepper|spin ?box|number (?:field|box|input)|counter)"
SPIN = (
    rf"(?:<choose>|<enter>) (?P<value><number>) (?:with|on|using|in|into) <the>(?P<label>\w+ )?{_SPINNER}",
    rf"(?:<choose>|change|adjust|turn|bring) <the>(?P<label>\w+ )?{_SPINNER}(?:'s value)? (?:to|at|until it (?:shows|says|is)) (?P<value><number>)",
    rf"use <the>(?P<label>\w+ )?{_SPINNER} to (?:<choose>|<enter>|get|reach|show) (?P<value><number>)",
    r"(?:set|change|increase|decrease|raise|lower|adjust) <the>(?P<label>quantity|amount|number of \w+|count|age|guests|copies) to (?P<value><number>)",
)
PASSWORD = (
    r"\bpassword\b[^\"]*\"(?P<text>[^\"]+)\"[^\"]*\b(?:both|all|each|every|twice|again|confirm|repeat|verify|two)\b",
    r"\"(?P<text>[^\"]+)\"[^\"]*\bpassword\b[^\"]*\b(?:both|all|each|every|twice|again|confirm|repeat|verify|two)\b",
    r"<enter> \"(?P<text>[^\"]+)\" (?:in|into) (?:both|all|each|every)\b[^\"]*\b(?:field|box|input|password)",
)
_ENTRANCES = ("Log in", "Login", "Log In", "Sign in", "Sign In", "Sign up", "Sign Up", "Register", "Create account")


async def login(pane: Pane, match: re.Match[str]) -> None:
    """``Log in as "kim" with the password "x1"``."""
    if not await pane.things("field"):
        await _enter_by(pane)  # the form opens by a button of that name
        await pane.hand.took_effect()
    fields = [field for field in await pane.things("field") if field.box.height < 4 * (await pane.sheet()).unit]
    user = await _first_named(pane, "Username", "User name", "User", "Login", "E-mail", "Email", "Account")
    word = await _first_named(pane, "Password", "Passcode")
    if user is None and fields:
        user = fields[0]
    if word is None and len(fields) > 1:
        word = fields[1]
    if user is None or word is None:
        raise Stuck("I do not see the two fields for a user's name and a password.")
    await pane.fill(user, match["user"])
    await pane.fill(word, match["password"])
    sheet = await pane.sheet()
    for field in await pane.things("field"):
        if not field.text and re.search(
            r"\b(?:confirm|repeat|again|retype|re-enter|verify)\b", sheet.label(field.box), re.I
        ):
            await pane.fill(field, match["password"])
    if re.search(r"\b(?:stay|remember|keep) ?(?:me)?\b", match.string, re.I):
        stays = [
            box for box in await pane.things("checkbox") if re.search(r"\b(?:stay|remember|keep)\b", box.text, re.I)
        ]
        for box in stays[:1]:
            if not box.checked:
                await pane.click(box, f"Tick “{box.text}”.")
    await _enter_by(pane)


async def _first_named(pane: Pane, *names: str) -> Thing | None:
    for name in names:
        field = await pane.field_named(name)
        if field is not None and field.kind == "field":
            return field
    return None


async def _enter_by(pane: Pane) -> None:
    """The lowest of what carries such a name: the form's heading does too."""
    sheet = await pane.sheet()
    buttons = [b for b in sheet.of("button") if any(b.named(name) > 0.85 for name in _ENTRANCES)]
    if buttons:
        await pane.click(max(buttons, key=lambda b: b.box.y), "Click the button to log in.")
        return
    await pane.submit()


async def suggestion(pane: Pane, match: re.Match[str]) -> None:
    """``Type "Kyo" and choose "Kyoto" from the suggestions``."""
    said = match.groupdict()
    name = said["name"].strip()
    fields = await pane.things("field")
    if not fields:
        raise Stuck("I see no field to type into.")
    await pane.fill(fields[0], (said.get("start") or name[: max(3, len(name) // 2)]).strip())
    await pane.hand.took_effect()
    below = await _under(pane, fields[0].box, name)
    if below is None:
        await pane.hand.wait(1)
        below = await _under(pane, fields[0].box, name)
    if below is None:
        raise Stuck(f"No suggestion “{name}” opens under the field.")
    await pane.click(below, f"Take the suggestion “{name}”.")
    await _finish(pane, match)


async def _under(pane: Pane, field: Rect, name: str) -> Rect | None:
    found = [match for match in await pane.texts(name, 0.85) if match.box.y >= field.bottom - 4]
    return found[0].box if found else None


async def spin(pane: Pane, match: re.Match[str]) -> None:
    """``Set the spinner to 5``: typed, and where that is not taken, counted with the arrow keys; by buttons beside it
    where there is no field to type into."""
    from deskhand.models.local.page import clauses

    wanted = int(match["value"])
    if not [field for field in await pane.things("field", "area") if not re.search(r"[^\W\d]", field.text)]:
        await adjust.to_value(pane, (match.groupdict().get("label") or "").strip(), wanted)
        rest = match.string[match.end() :].strip(" ,.")
        await (clauses.carry_out(pane, rest) if rest else _finish(pane, match))
        return
    label = (match.groupdict().get("label") or "").strip()
    field = await pane.field_named(label) if label else None
    if field is None:
        fields = await pane.things("field", "button")
        numbers = [f for f in fields if re.fullmatch(r"-?\d+", f.text.strip())]
        empty = [f for f in fields if f.kind == "field" and not f.text]
        field = (numbers or empty or [None])[0]  # type: ignore[list-item]
    if field is None:
        raise Stuck("I see no field with a number to set.")
    box = field.box
    await pane.click(Point(box.x + box.width // 3, box.center.y), "Click into the field.", count=3)
    await pane.key("ctrl+a")
    await pane.hand.type(str(wanted), f"Type {wanted}.")
    shown = await _shown(pane, box)
    if shown is not None and shown != wanted:
        await pane.key("Up" if wanted > shown else "Down", min(60, abs(wanted - shown)))
    await _finish(pane, match)


async def _shown(pane: Pane, box: Rect) -> int | None:
    lines = [line for line in await pane.lines() if box.grow(4).contains(line.box.center)]
    return number(lines[0].text) if lines else None


async def password(pane: Pane, match: re.Match[str]) -> None:
    """``Enter the password "x1" and repeat it``: into every empty field."""
    fields = [field for field in await pane.things("field") if not field.text]
    if not fields:
        raise Stuck("I see no field for a password.")
    for field in fields:
        await pane.fill(field, match["text"])
    await pane.submit()


async def _finish(pane: Pane, match: re.Match[str]) -> None:
    """What the rest of the sentence says, or what sends the form off."""
    for name in ("Submit", "OK", "Done", "Save", "Search", "Go"):
        if await pane.button(name) is not None:
            await pane.press(name)
            return
