# ruff: noqa: E501 - a pattern is read more easily in one line
"""By which words each skill is called; the first that fits is taken.

The patterns are made of the shared words of `phrases`; where none fits, `cues` are tried. What each has to catch and what none may catch is listed in
tests, wish by wish.
"""

from __future__ import annotations

import re

from deskhand.models.local.page.clauses import begins_with_a_doing
from deskhand.models.local.page.cues import CUES
from deskhand.models.local.page.phrases import in_english, plain
from deskhand.models.local.page.sites import SITES
from deskhand.models.local.page.skills import (
    Entry,
    Skill,
    boxes,
    browsing,
    colours,
    dates,
    drawing,
    facts,
    fields,
    figures,
    lists,
    menus,
    on,
    pointing,
    sliders,
    sums,
    tables,
    texts,
    unfold,
    waiting,
)

_SUM = r"(?:math|maths|problem|sum|equation|arithmetic|addition|subtraction|multiplication|division|calculation)"


SKILLS: tuple[Entry, ...] = (
    *on(sums.blocks, r"(?:number of|how many|count\b.*?)\s*(?:blocks|cubes|bricks)"),
    *on(
        sums.solve,
        r"(?:solve|find the value) .*\bx\b",
        r"^<reckon>\b[^\"]*?(?:\bfor x\b|\bvalue of x\b|\bwhat x is\b|\b(?:is )?x\b[^\"]*\bequation\b|\bequation\b[^\"]*\bx\b)",
        r"^<reckon> x\b",
        r"^(?:what|which number) (?:number )?(?:is|does)\b.*\bx\b",
        r"^x\b.*\b(?:value|stand)",
    ),
    *on(
        sums.add_up,
        rf"solve the {_SUM}",
        rf"^<reckon> [^\"]{{0,40}}\b{_SUM}\b",
        rf"^do [^\"]{{0,20}}\b{_SUM}\b",
        rf"\banswer (?:to|of) <the>[^\"]{{0,20}}{_SUM}\b",
        rf"\b{_SUM}\b[^\"]{{0,40}}\b(?:and|then) <enter> (?:<the>answer|<the>result|in)",
    ),
    *on(pointing.typed_keys, *(rf"^{words}$" for words in pointing.KEYS)),
    *on(facts.form, *facts.FORM),
    *on(
        tables.all_values,
        r"enter the value that corresponds with each label",
        r"^(?:fill (?:in|out)|complete) <the>(?:form|fields?|boxes)\b[^\"]*\b(?:with|using|from|according to) <the>(?:details?|data|information|values?|card|table|person|text|profile)\b[^\"]*$",
        r"values? [^\"]*\beach (?:label|field)",
        r"(?:each|every|all) (?:labels?|fields?)\b[^\"]*\bvalues?\b",
        r"fill (?:in|out) (?:the form|all fields|the fields) [^\"]*\b(?:table|values?)",
    ),
    *on(
        tables.one_value,
        r"<enter> the value (?:of|for) (?P<label>.+?) into the",
        r"<enter> the value (?:of|for|next to|beside) (?P<label>.+?) (?:in|into|as|from) ",
        r"(?:read|copy|look up|find|get) <the>value (?:of|for) (?P<label>.+?)(?:,| in the table| from the table| into| and)",
        r"(?:what is|what does) the value (?:of|for) (?P<label>[^?]+?)\? *<enter>",
        r"look up (?P<label>.+?) in the table",
        r"(?P<label>[\w ]+?) is in the table[,;:.]* (?:<enter>|copy) its value",
    ),
    *on(
        sliders.several,
        r"(?:set the )?sliders? to the combination \[(?P<values>[^\]]+)\]",
        r"sliders [^\d\[]*\[?(?P<values><number>(?:\s*(?:,|and|,\s*and)\s*<number>)+)",
        r"(?P<values><number>(?:\s*(?:,|and|,\s*and)\s*<number>)+)\]? (?:on|with|using|for) the sliders",
    ),
    *on(
        sliders.one,
        r"<choose> (?P<value><number>) (?:with|on|using|by) <the>slider(?P<rest>.*)",
        r"<enter> (?P<value><number>) (?:with|on|using) <the>slider(?P<rest>.*)",
        r"(?:<drag>|<choose>|adjust|turn) <the>slider(?:'s (?:knob|handle|value))? (?:to|at|until it (?:shows|says|reads|is)) "
        r"(?:the value )?(?P<value><number>)(?P<rest>.*)",
        r"use <the>slider to (?:<choose>|<enter>|get|reach|show) (?:the value )?(?P<value><number>)(?P<rest>.*)",
        r"slider (?:should|has to|must) (?:be (?:at|on|set to)|show|say|stand at) (?P<value><number>)(?P<rest>.*)",
        r"with <the>slider,? <choose> (?P<value><number>)(?P<rest>.*)",
    ),
    *on(
        dates.pick,
        r"<choose> (?:the (?:date|day) )?(?P<date><date>)",
        r"<enter> (?P<date><date>) (?:as|for|in|into) <the>(?:date|day|calendar)",
        r"(?:<choose>|change|<enter>) <the>(?:date|day)(?: field| picker)? (?:to|as|of|at)?\s*(?P<date><date>)",
        r"(?:date|day)\b[^\"]{0,20}\b(?:should be|must be|is to be|to) (?P<date><date>)",
        r"(?:calendar|date ?picker)\b[^\"]{0,40}?(?P<date><date>)",
        r"go to (?P<date><date>)",
    ),
    *on(
        dates.time,
        r"<enter> (?P<hour>\d{1,2}):(?P<minute>\d{2})\s*(?P<half>[AP]M)?(?: as| for| in| into)? <the>time",
        r"(?:<choose>|change|<enter>) <the>(?:time|clock)(?: field)? (?:to|as|of|at)?\s*"
        r"(?P<hour>\d{1,2}):(?P<minute>\d{2})\s*(?P<half>[AP]M)?",
        r"<choose> (?P<hour>\d{1,2}):(?P<minute>\d{2})\s*(?P<half>[AP]M)? (?:as|for) <the>time",
        r"time\b[^\"]{0,20}\b(?:should be|must be|is to be|is) (?P<hour>\d{1,2}):(?P<minute>\d{2})\s*(?P<half>[AP]M)?",
    ),
    *on(
        figures.count,
        r"how many (?P<what>.+?) (?:are|is) there",
        r"how many (?P<what>(?:<look> )*<figure>) (?:do you|can you|can be|are|does|is)\b",
        r"count (?:up )?(?:all )?(?:of )?<the>(?P<what>(?:<look> )*<figure>)\b",
        r"number of (?P<what>(?:<look> )*<figure>)\b",
    ),
    *on(
        figures.identify,
        r"button that best describes the figure",
        r"(?:button|word|name|label|answer)\b[^\"]*\b(?:describes|names|matches|fits|suits)\b[^\"]*\b(?:figure|shape|drawing|picture)",
        r"(?:identify|name|recogni[sz]e) <the>(?:figure|shape|drawing|drawn)",
        r"what (?:kind of )?(?:figure|shape) is (?:this|it|shown|drawn|that|below)",
    ),
    *on(figures.click, r"^<click> (?:a|an|the|any|one) (?P<what>(?:<look>\s+)*(?:<figure>|[A-Za-z0-9]))\.?$"),
    *on(
        figures.click,
        r"^(?:<find>|<choose>)(?: and <click>)? (?:a|an|the|any|one) (?P<what>(?:<look>\s+)+(?:<figure>|[A-Za-z0-9]))"
        r"(?:,? and <click>(?: it| on it)?)?\.?$",
    ),
    *on(drawing.centre, r"(?:cent(?:er|re)|middle|midpoint) of <the>(?:circle|disc)", r"circle's (?:cent(?:er|re)|middle)"),
    *on(
        drawing.move,
        r"<drag> <the>(?:circle|disc) (?:(?:to|towards) the |to )?(?P<way>left|right|up|down)(?:wards?)?",
        r"circle (?:has to|should|must) (?:go|move|be (?:dragged|moved)) (?:(?:to|towards) the )?(?P<way>left|right|up|down)",
    ),
    *on(
        drawing.sort,
        r"<drag> (?:all|every|each) (?:of )?<the>(?P<what>[\w ]+?) (?:in|into|to|inside) <the>(?P<side>left|right)(?:-hand)? box",
        r"<drag> (?:all|every|each) (?:of )?<the>(?P<what>[\w ]+?) (?:in|into|to|inside) <the>box (?:on|at|to) the (?P<side>left|right)",
        r"(?:all|every|each) <the>?(?P<what>[\w ]+?) (?:go(?:es)?|belongs?)(?: in| into| to)? <the>(?P<side>left|right) box",
        r"into <the>(?P<side>left|right) box <drag> (?:all|every) <the>(?P<what>[\w ]+?)(?:,| and|\.|$)",
    ),
    *on(
        drawing.line,
        r"<draw> <the>(?:straight )?(?P<way>vertical|horizontal) (?:straight )?line",
        r"<draw> <the>line\b[^\"]*\b(?P<way>vertical|horizontal)(?:ly)?",
        r"(?P<way>vertical|horizontal) line (?:through|across|over|that)",
    ),
    *on(
        drawing.grid,
        r"grid (?:coordinates?|point|position) \(\s*(?P<x>-?\d+)\s*,\s*(?P<y>-?\d+)\s*\)",
        r"(?:<click>|<choose>|<find>|mark)\b[^\"]*?\(\s*(?P<x>-?\d+)\s*,\s*(?P<y>-?\d+)\s*\)",
    ),
    *on(
        texts.highlight,
        r"highlight the text in the (?P<which>\w+ )?paragraph",
        r"<mark> (?:(?:all|everything|all (?:of )?the text|the (?:whole )?text|the words|the contents?) (?:in|of) )?"
        r"(?:all of )?the (?:whole |entire )?(?P<which><ordinal> )?paragraph",
        r"paragraph (?:number )?(?P<which>\d+)\b[^\"]*\b(?:highlighted|selected|marked)",
    ),
    *on(
        texts.nth_word,
        r"(?:find|take|read|look for|locate|what is|which is|copy|<enter>) <the>(?P<nth><ordinal>|\w+) word (?:in|of|from) <the>(?:paragraph|text)",
    ),
    *on(
        texts.copy,
        r"copy the text (?:from|in) the (?P<which>\w+ )?text ?(?:area|box|field)",
        r"(?:copy|take) (?:(?:the text|everything|what is|all text|all the text|the contents?|what is written) (?:from|in|of) )?"
        r"<the>(?P<which><ordinal> )?<area>(?:'s (?:text|contents?))?\b.*\b(?:paste|insert|put)",
        r"paste <the>(?:text|contents?) of <the>(?P<which><ordinal> )?<area> ",
    ),
    *on(texts.copy_typed, r"<enter> <the>(?:text|words?|letters|characters) (?:below|shown|you see|that you see|in the picture|you can read)[^\"]* (?:in|into|in to) "),
    *on(
        texts.read_to_the_end,
        r"scroll (?:down |all the way )*to the (?:bottom|end|foot) of <the>(?:<area>|text|agreement|terms)\b[^,\"]*?,?(?P<rest>(?:,| and | then ).*|)$",
        r"read <the>(?:text|agreement|terms)[^,\"]* to the (?:end|bottom),?(?P<rest>.*)",
    ),
    *on(boxes.draw, r"<draw> the (?:number|digit) .* checkboxes", r"checkboxes\b[^\"]*\b(?:draw|show|copy|form)\b.*\b(?:number|digit|example)"),
    *on(
        boxes.odd_or_even,
        r"\bodd or even\b",
        r"\beven or odd\b",
        r"for (?:each|every) number\b.*\bodd\b",
    ),
    *on(
        boxes.similar,
        r"<choose> <the>words? (?:that are |which are )?(?:similar|close|related) (?:in meaning )?to (?P<words>.+?)(?: and <click>|,? (?:and|then) submit)",
        r"(?:<choose>|tick|check|mark) <the>(?:synonyms?|words?|everything) (?:of|for|meaning the same as|that means? the same as|like) (?P<words>.+?)"
        r"(?: and <click>|, then|\.|$)",
    ),
    *on(
        browsing.through_tabs,
        r"switch between the tabs .* link \"(?P<name>[^\"]+)\"",
        r"\btabs?\b[^\"]*\blink \"(?P<name>[^\"]+)\"",
        r"link \"(?P<name>[^\"]+)\"[^\"]*\b(?:under|behind|in|on) (?:one of |some of )?<the>(?:other )?tabs?\b",
    ),
    *on(
        unfold.link,
        r"(?:expand|unfold|open|uncollapse)\b[^\"]*\b(?:sections?|panels?|folders?|tree|accordion|branch(?:es)?|nodes?)\b[^\"]*"
        r"\b(?:link|file|item|entry|node|leaf|word|button)?\s*\"(?P<name>[^\"]+)\"(?!.*\b(?:link|file|item|entry)\b.*\")",
        r"\"(?P<name>[^\"]+)\"[^\"]*\b(?:in|under|inside) (?:one of )?<the>(?:collapsed |closed |folded )?(?:sections?|folders?|tree|panels?)\b",
        r"(?:navigate|go|look|search) (?:through|in|down) <the>(?:\w+ )?(?:tree|folders?|sections?|accordion)\b[^\"]*\"(?P<name>[^\"]+)\"",
    ),
    *on(
        browsing.link,
        r"^<click> the link \"(?P<name>[^\"]+)\"",
        r"^(?:<click>|follow|open|go to|visit|<find> and <click>) <the>link (?:called |named |labell?ed |that (?:says|reads) |with the text |saying )?\"(?P<name>[^\"]+)\"",
        r"^(?:<click>|follow|open|visit) <the>\"(?P<name>[^\"]+)\" (?:hyper)?link\b(?! (?:beside|next|in|for|of|behind|after)\b)",
    ),
    *on(
        menus.choose,
        r"^(?:<choose>|<click>|go to|open) (?:from the menu |in the menu )?(?P<path>[^>\"]+?(?:\s?>[^>\"]+?)+?)(?: (?:from|in) the menu)?\.?$",
        r"^(?:in|from) the menu,? (?:<choose>|<click>|go to|open) (?P<path>[^>\"]+(?:>[^>\"]+)+?)\.?$",
    ),
    *SITES,
    *on(
        colours.pick,
        r"<choose> (?:the colou?r )?(?P<colour><colour>) (?:with|in|on|from|using) <the>colou?r ?(?:picker|wheel|field)",
        r"(?:use|with|in|on) <the>colou?r ?(?:picker|wheel)(?: to)?,? <choose> (?:the colou?r )?(?P<colour><colour>)\b",
        r"(?:<choose>|change) <the>colou?r(?: picker| wheel)? to (?P<colour><colour>)\b",
        r"<choose> (?P<colour><colour>) as (?:the|your) colou?r",
    ),
    *on(fields.suggestion, *fields.SUGGESTION),
    *on(fields.spin, *fields.SPIN),
    *on(fields.password, *fields.PASSWORD),
    *on(lists.everything, *lists.EVERYTHING),
    *on(tables.extreme, *tables.EXTREME),
    *on(lists.several, *lists.SEVERAL),
    *on(drawing.resize, *drawing.RESIZE),
    *on(lists.reorder, *lists.REORDER),
    *on(lists.in_order, *lists.IN_ORDER),
    *on(lists.onto, *lists.ONTO),
    *on(tables.in_row, *tables.IN_ROW),
    *on(texts.style, *texts.STYLE),
    *on(waiting.until, *waiting.UNTIL),
    *on(unfold.dismiss, *unfold.DISMISS),
)  # fmt: skip


def meant(text: str) -> tuple[Skill, re.Match[str]] | None:
    """The skill that a wish calls for, with the words it goes by; None when it is a row of simple acts."""
    said = plain(in_english(text))
    found = _first(SKILLS, said)
    if found is None and not begins_with_a_doing(said):
        found = _first(CUES, said)
    return found


def _first(entries: tuple[Entry, ...], said: str) -> tuple[Skill, re.Match[str]] | None:
    for wish, skill in entries:
        found = wish.search(said)
        if found is not None:
            return skill, found
    return None
