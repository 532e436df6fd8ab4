"""By which words each skill is called; the first that fits is taken."""

from __future__ import annotations

import re

from deskhand.models.local.page.skills import (
    Entry,
    Skill,
    boxes,
    browsing,
    colours,
    dates,
    drawing,
    feed,
    figures,
    inbox,
    sliders,
    sums,
    tables,
    texts,
    travel,
)

_MAIL = (
    r"(?:find|locate|look for|get|open)?\s*(?:me\s+)?(?:the\s+)?e?-?mail (?:by|from|of|sent by)\s+"
    r"(?P<name>(?-i:[A-Z])[\w'-]+)"
)


def _on(pattern: str, skill: Skill) -> Entry:
    return re.compile(pattern, re.IGNORECASE), skill


SKILLS: tuple[Entry, ...] = (
    _on(r"(?:solve|find the value) .*\bx\b", sums.solve),
    _on(r"solve the (?:math|problem|sum|equation)", sums.add_up),
    _on(r"enter the value that corresponds with each label", tables.all_values),
    _on(r"enter the value of (?P<label>.+?) into the", tables.one_value),
    _on(r"(?:set the )?sliders? to the combination \[(?P<values>[^\]]+)\]", sliders.several),
    _on(r"(?:select|set|move|choose) (?P<value>-?\d+) (?:with|on|using) the slider(?P<rest>.*)", sliders.one),
    _on(r"(?:select|choose|pick|enter) (?P<date>\d{1,2}/\d{1,2}/\d{4}) as the date", dates.pick),
    _on(r"enter (?P<hour>\d{1,2}):(?P<minute>\d{2})\s*(?P<half>[AP]M)? as the time", dates.time),
    _on(r"how many (?P<what>.+?) (?:are|is) there", figures.count),
    _on(r"button that best describes the figure", figures.identify),
    _on(
        r"^click on (?:a|an|the) (?P<what>(?:(?:large|small|big|tiny|red|green|blue|aqua|black|magenta|yellow)\s+)*"
        r"(?:circle|triangle|rectangle|square|shape|item|object|letter|digit|number|[A-Za-z0-9]))\.?$",
        figures.click,
    ),
    _on(r"cent(?:er|re) of the circle", drawing.centre),
    _on(r"drag the circle (?P<way>left|right|up|down)", drawing.move),
    _on(r"drag all (?P<what>[\w ]+?) into the (?P<side>left|right) box", drawing.sort),
    _on(r"draw a (?P<way>vertical|horizontal) line", drawing.line),
    _on(r"grid coordinate \(\s*(?P<x>-?\d+)\s*,\s*(?P<y>-?\d+)\s*\)", drawing.grid),
    _on(r"highlight the text in the (?P<which>\w+ )?paragraph", texts.highlight),
    _on(r"find the (?P<nth>\w+) word in the paragraph", texts.nth_word),
    _on(r"copy the text (?:from|in) the (?P<which>\w+ )?text ?(?:area|box|field)", texts.copy),
    _on(r"type the text below into", texts.copy_typed),
    _on(r"scroll to the bottom of the text ?area,?(?P<rest>.*)", texts.read_to_the_end),
    _on(r"draw the number .* checkboxes", boxes.draw),
    _on(r"mark the numbers below as odd or even", boxes.odd_or_even),
    _on(r"select words similar to (?P<words>.+?) and click", boxes.similar),
    _on(r"total number of blocks", sums.blocks),
    _on(r"switch between the tabs .* link \"(?P<name>[^\"]+)\"", browsing.through_tabs),
    _on(r"^click (?:on )?the link \"(?P<name>[^\"]+)\"", browsing.link),
    _on(r"^select (?P<path>[^>]+(?:>[^>]+)+)$", browsing.menu),
    _on(r"enter \"(?P<query>[^\"]+)\" and press \"search\".*click the (?P<nth>\w+)", browsing.nth_result),
    _on(r"find (?P<name>[\w'-]+) in the contact book and click on their (?P<what>[\w ]+)", browsing.contact),
    _on(
        r"search for (?P<genre>[\w-]+) movies directed by (?P<director>[\w' -]+?) from (?:the )?year (?P<year>\d{4})",
        browsing.movies,
    ),
    _on(r"(?:find and )?pick the card with the (?:greatest|highest|largest) number", browsing.greatest),
    _on(_MAIL + r" and (?:click the )?star", inbox.star),
    _on(_MAIL + r" and (?:click the )?(?:trash|delete|bin)", inbox.delete),
    _on(_MAIL + r" and forward .* to (?P<to>[\w'-]+)", inbox.forward),
    _on(_MAIL + r" and reply .*? with (?:the )?text (?P<text>\".*)$", inbox.reply),
    _on(r"\be-?mail|\binbox|\bmessage from", inbox.free),
    _on(r"for the user (?P<user>@\w+), click on the \"(?P<what>[^\"]+)\"", feed.one),
    _on(r"click the \"(?P<what>[^\"]+)\" button on (?P<count>\w+) posts? by (?P<user>@\w+)", feed.some),
    _on(
        r"buy the ticket with the (?P<way>most expensive|cheapest|longest|shortest|lowest|highest)\s*(?P<what>\w*)",
        travel.ticket,
    ),
    _on(
        r"book the (?P<way>shortest|cheapest|longest) one-?way flight from:?\s*(?P<start>.+?) to:?\s*(?P<goal>.+?) on\b"
        r"\s*(?P<date>\d{1,2}/\d{1,2}/\d{4})?",
        travel.flight,
    ),
    _on(r"select (?P<colour>\w+) with the colou?r picker", colours.pick),
)
