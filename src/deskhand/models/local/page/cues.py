# ruff: noqa: E501 - a cue is read more easily in one line
"""Wishes known by what is in them, in whatever order: tried where no pattern fits.

Patterns follow the order of words, and of 50 wordings written after them and never tuned on they caught 13. A cue is a
word or a value that has to stand somewhere outside quotation marks; all the cues of a skill together call it.
"""

from __future__ import annotations

from deskhand.models.local.page.phrases import pattern
from deskhand.models.local.page.skills import (
    Entry,
    Skill,
    browsing,
    colours,
    dates,
    drawing,
    feed,
    fields,
    figures,
    inbox,
    lists,
    sliders,
    sums,
    tables,
    texts,
    travel,
    unfold,
)

_OUTSIDE = r"(?:[^\"]|\"[^\"]*\")*?"
"""Up to a place outside quotation marks."""
_DO = r"\b<click>\b"
_QUOTE = r"\"(?P<{}>[^\"]+)\""
_COUNT = r"(?P<count>\d+|one|two|three|four|five|six|seven|eight|nine|ten|all|every|each)"
_EXTREME = r"(?P<way>most expensive|cheapest|longest|shortest|lowest|highest)(?P<what>)"


def _all(skill: Skill, *cues: str, lacks: str = "") -> Entry:
    """``lacks``: what must not be in it."""
    ahead = "".join(rf"(?={_OUTSIDE}{cue})" for cue in cues)
    return pattern(f"^{rf'(?!{_OUTSIDE}(?:{lacks}))' if lacks else ''}{ahead}"), skill


CUES: tuple[Entry, ...] = (
    _all(sums.solve, r"\bx\b", r"\b(?:equation|solve|number|value)\b", r"\b(?:<enter>|solve|find|tell)\b"),
    _all(sliders.several, r"\bsliders\b", r"(?P<values><number>(?:\s*(?:,|and|,\s*and)\s*<number>)+)"),
    _all(sliders.one, r"\bslid(?:er|e)\b", r"(?P<value><number>)\b(?P<rest>.*)", lacks=r"\bsliders\b"),
    _all(dates.pick, r"(?P<date><date>)", lacks=r"\b(?:flight|fly|from)\b"),
    _all(dates.time, r"(?P<hour>\d{1,2}):(?P<minute>\d{2})\s*(?P<half>[AP]M)?", r"\b(?:time|clock|hour)\b"),
    _all(figures.count, r"\bhow many (?P<what>(?:<look> )*<figure>)\b"),
    _all(figures.identify, r"\b(?:what|which|how)\b", r"\b(?:drawn|figure|shape|drawing)\b", lacks=r"\bhow many\b|\bdrag"),
    _all(drawing.move, r"\b(?:circle|disc)\b", r"\b(?P<way>left|right|up|down)(?:wards?)?\b", lacks=r"\bbox|\bbutton"),
    _all(figures.click, _DO, r"\b(?:one of the|any of the|some|any|an?) (?P<what>(?:<look> )+<figure>)", lacks=r"\bdrag|\bbutton|\bcheckbox"),
    _all(drawing.line, r"\bline\b", r"\b(?P<way>vertical|horizontal)"),
    _all(drawing.grid, r"\b(?:grid|coordinates?|point)\b", r"\(\s*(?P<x>-?\d+)\s*,\s*(?P<y>-?\d+)\s*\)"),
    _all(texts.highlight, r"\bparagraph (?:number |no\.? )?(?P<which>\d+)", r"\b(?:highlight|select|mark)"),
    _all(texts.highlight, r"\b(?P<which><ordinal>) paragraph", r"\b(?:highlight|select|mark)"),
    _all(texts.nth_word, r"\bword\b", r"\b(?P<nth><ordinal>)\b", r"\b(?:paragraph|text)\b", lacks=r"\bhighlight|\bselect"),
    _all(texts.copy, r"\b(?:copy|copied|duplicate|same text|repeat)\b", r"\b(?P<which><ordinal>) (?:<area>)"),
    _all(browsing.through_tabs, r"\btabs?\b", r"\blink\b", _QUOTE.format("name"), lacks=r"\"[^\"]+\"[^\"]*\""),
    _all(browsing.nth_result, r"\b(?:result|hit)\b", r"\b(?P<nth><ordinal>)\b", _QUOTE.format("query")),
    _all(browsing.contact, r"\b(?P<name>(?-i:[A-Z])[\w-]+)'s (?P<what>phone number|phone|e-?mail address|address|website)\b", _DO, lacks=r"\b<enter>\b"),
    _all(browsing.greatest, r"\bcards?\b", r"\b(?:greatest|highest|largest|biggest)\b"),
    _all(travel.ticket, r"\btickets?\b", _EXTREME),
    _all(feed.some, r"(?P<user>@\w+)", _QUOTE.format("what"), rf"\b{_COUNT} (?:of (?:the|their|his|her) )?(?:posts?|messages?|tweets?)"),
    _all(feed.one, r"(?P<user>@\w+)", _QUOTE.format("what"), lacks=r"\b<enter>\b"),
    _all(
        inbox.free, r"\b<mail>s?\b", r"\b(?:star|important|trash|delete|bin|forward|reply|answer|remove|erase|pass|flag)",
        r"\b(?-i:[A-Z])[a-z]+", lacks=r"@|\bhow many\b|\bfield\b|\bbutton\b|\b<enter>\b.*\binto\b",
    ),
    _all(colours.pick, r"\bcolou?r ?(?:picker|wheel|field)\b", r"\b(?P<colour><colour>)\b"),
    _all(fields.spin, r"\b(?P<label>)(?:spinner|stepper|spin ?box|number (?:box|field|input)|counter)\b", r"(?P<value><number>)\b"),
    _all(
        lists.everything, r"\b(?P<act>tick|check|select|mark|untick|uncheck)(?:ed)?\b", r"\b(?:all|every|each)\b(?: of)?(?: the)?(?: \w+)?",
        r"\b(?:check ?)?box(?:es)?\b", r"\b(?:except(?: for)?|but|apart from|other than|without) (?:the )?(?P<but>[^.]+?)(?:,? (?:and|then)\b|\.|$)",
    ),
    _all(unfold.dismiss, r"\b(?:clos(?:e|ing)|dismiss|get rid|shut)\b", r"\b(?:dialog(?:ue)?|pop-?up|banner|overlay|modal)\b", lacks=r"\bbutton\b|\""),
    _all(
        lists.reorder, r"\b(?P<what>(?-i:[A-Z])\w+) (?:should|must|has to|is to|needs to) (?:come|be|go|stand)(?: directly| right)? (?P<where>above|below|before|after|under) (?P<other>\w+)",
    ),
    _all(lists.in_order, r"\b(?P<way>ascending|increasing|descending|decreasing|alphabetical) order\b", r"\b(?:drag|sort|move|arrange)\b"),
    _all(unfold.link, r"\b(?:collapsed|sections?|folders?|tree|accordion)\b", _QUOTE.format("name"), lacks=r"\b<enter>\b|\"[^\"]+\"[^\"]*\""),
    _all(lists.onto, r"\b(?P<what>(?-i:[A-Z])\w+) (?:belongs|goes) (?:in|into|to) <the>(?P<goal>(?-i:[A-Z])\w+)", r"\b(?:drag|move|drop)\b"),
    _all(tables.in_row, r"\b(?P<row>(?-i:[A-Z])\w+)'s (?:row|line|entry)\b", r"\b(?P<what>(?-i:[A-Z])\w+)\"? (?:button|link)\b"),
    _all(
        tables.extreme, r"^(?:which|what|of|among|from)\b",
        r"\b(?P<way>largest|highest|greatest|biggest|most expensive|newest|latest|most recent|smallest|lowest|cheapest|oldest|earliest)\b", r"\b(?:<click>|buy|choose|take|pick)\b",
    ),
    _all(tables.one_value, r"\btable\b", r"\b(?:of|for|about|next to|beside) (?P<label>(?-i:[A-Z])[\w ]*?)(?=[.,?]| (?:in|into|from|and|is)\b|$)", r"\b<enter>\b"),
    _all(sums.add_up, r"\b(?:sum|add|addition|subtraction|multiplication|division|calculation|arithmetic|multiply|subtract)\b", r"\b(?:<enter>|total|answer|result|comes? to)\b", lacks=r"\btable\b|\""),
    _all(browsing.link, r"\blinks?\b", _QUOTE.format("name"), r"\b(?:<click>|follow)\b", lacks=r"\b(?:enter|type|write|tab|row|next to)\b|\"[^\"]+\"[^\"]*\""),
)  # fmt: skip
