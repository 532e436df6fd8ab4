# ruff: noqa: E501 - a pattern is read more easily in one line
"""A few words for somebody: the right person opened, the words typed, sent."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Stuck
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.skills import inbox
from deskhand.models.local.page.words import bare

_TO = r"(?P<to>@?\"[^\"]+\"|@?(?-i:[A-Z])[\w.@-]*(?: (?-i:[A-Z])\w+)?)"
SEND = (
    rf"(?:send|write|post|text|type)(?: the)?(?: message| text| words?| note| chat message)? (?P<text>\"[^\"]+\") to {_TO}",
    rf"(?:send|write|text|message|tell|chat)(?: a message)?(?: to)? {_TO}(?: (?:a|the) message)?(?: saying| that says| with the (?:text|words)| and say|:|,)? ?(?P<text>\"[^\"]+\")",
    r"(?:send|post|write|leave|add|publish)(?: the| a)? (?:chat )?(?:message|comment|post|note|tweet|status|reply)(?: saying| that says| with the text|:)? (?P<text>\"[^\"]+\")(?: (?:on|under|below|in|to) (?!.*\").+)?",
    r"(?:send|post|say|answer|reply|write back)(?: (?:it|him|her|them|back|with))? (?P<text>\"[^\"]+\")",
    r"(?:comment|say|post|tweet) (?P<text>\"[^\"]+\")(?: (?:on|under|in|to|below) .+)?",
)
COMPOSE = (
    r"(?:write|send|compose|create)(?: an?| the| a new)? (?:e-?mail|message|mail|letter) to (?P<to>\"[^\"]+\"|[\w@.+-]+)(?P<parts>(?:,? ?(?:and|with)? ?(?:the |a )?(?:subject|title|text|body|message|content)(?: line)?(?: is)?:? ?\"[^\"]+\")+)",
)
_SENDERS = ("Send", "Post", "Reply", "Comment", "Publish", "Share", "Add", "Submit", "➤", "▶", "OK", "Save")


async def compose(pane: Pane, match: re.Match[str]) -> None:
    """``Write an email to eva@post.org with the subject "Trip" and the text "We leave at nine"``."""
    fields = [field for field in await pane.things("field", "area", "card") if not field.text]
    told = [("To", bare(match["to"]))]
    told += [(found[1], found[2]) for found in re.finditer(r"(\w+)(?: line)?(?: is)?:? ?\"([^\"]+)\"", match["parts"])]
    for label, value in told:
        field = await pane.field_named(label.capitalize())
        if field is None and label.lower() in ("text", "body", "message", "content"):
            field = max(fields, key=lambda each: each.box.y, default=None)
        if field is None:
            raise Stuck(f"I see no field for the {label}.")
        await pane.fill(field, value)


async def send(pane: Pane, match: re.Match[str]) -> None:
    """``Send the message "see you at five" to Mia``."""
    told = match.groupdict()
    text = bare(told["text"])
    if told.get("to"):
        name = bare(told["to"])
        to = await pane.field_named("To")
        if to is not None and to.kind == "field":
            await pane.fill(to, name)
        else:
            found = await pane.texts(name, 0.86)
            while not found and await pane.scroll("down", 1):
                found = await pane.texts(name, 0.86)
            if not found:
                raise Stuck(f"I see no “{name}” to write to.")
            await pane.click(found[0].box, f"Choose {name}.")
            await pane.hand.took_effect()
            if await pane.texts("Reply", 0.9):  # a mail opened: its writer is answered
                await inbox.answer(pane, text)
                return
    fields = [
        field
        for field in await pane.things("area", "field", "card")
        if not field.text or re.search(r"type|write|message|say|comment|…|\.\.\.", field.text, re.I)
    ]
    if not fields:
        opener = next(
            (
                b
                for b in await pane.things("button")
                if re.search(r"new|write|compose|message|chat|comment", b.text, re.I)
            ),
            None,
        )
        if opener is None:
            raise Stuck("I see no field to write the message into.")
        await pane.click(opener, f"Click “{opener.text}”.")
        await pane.hand.took_effect()
        fields = list(await pane.things("field", "area", "card"))
    if not fields:
        raise Stuck("I see no field to write the message into.")
    await pane.fill(max(fields, key=lambda field: field.box.y), text)
    for name in _SENDERS:
        if any(b.named(name) > 0.9 for b in await pane.things("button", "shape")):
            await pane.press(name)
            return
    await pane.key("Return")
