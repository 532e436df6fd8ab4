# ruff: noqa: E501 - a pattern is read more easily in one line
"""A form filled from sentences about somebody: "Ana was born on 9 March 1988 and lives in Lyon"."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Stuck
from deskhand.models.local.page import choosing
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.skills.tables import value_of
from deskhand.models.local.page.words import MONTHS

_DETAILS = r"(?:details?|data|information|particulars|facts|values?)"
FORM = (
    rf"^(?P<facts>(?=.*\b(?:is|was|lives?|works?|born|comes?|has)\b).+?[.!]) (?:please )?(?:fill|complete)(?: in| out)? (?:the |this )?(?:form|fields?)\b(?:[^\"]*?\b(?:his|her|their|its|these|those|the|that) {_DETAILS})?",
    rf"^(?:read the (?:text|note|profile|message|description)[^\"]*?(?:,| and| then)+ )?(?:fill|complete)(?: in| out)? (?:the |this )?(?:form|fields?) (?:with|using|from) (?:the |his |her |their )?(?:{_DETAILS} )?(?:in|from|of|given in|told in|found in)? ?the (?:text|note|profile|message|sentence|description|paragraph)(?P<facts>)",
)
_DATE = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{'|'.join(MONTHS)}),? \d{{4}}|(?:{'|'.join(MONTHS)}) \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}|\d{{4}}-\d{{2}}-\d{{2}})"
_CAPITALS = r"(?-i:[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)*)"
_ASKED: tuple[tuple[str, str], ...] = (
    (r"first ?name|given name|forename", r"\b(?!(?:The|He|She|They|It|This|My)\b)(?P<v>(?-i:[A-ZÀ-Þ][\w'-]+))(?: (?-i:[A-ZÀ-Þ])[\w'-]+)?(?='s|,| (?:is|was|lives|works|has|comes|likes|and)\b)"),
    (r"last ?name|surname|family name", r"\b(?-i:[A-ZÀ-Þ])[\w'-]+ (?P<v>(?-i:[A-ZÀ-Þ][\w'-]+))(?='s|,| (?:is|was|lives|works|has|comes|likes)\b)"),
    (r"e-?mail.*", r"(?P<v>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"),
    (r"(?:tele)?phone.*|mobile|number|tel\.?", r"(?P<v>\+?\d[\d ()-]{5,}\d)"),
    (r"(?:date of )?birth(?:day| ?date)?|born(?: on)?|date|dob", rf"(?P<v>{_DATE})"),
    (r"age|years?(?: old)?", r"\b(?:aged? |is )?(?P<v>\d{1,3})(?: years?(?: old)?|-year-old)?\b"),
    (r"city|town|place|lives in|home|residence|location", rf"\b(?:lives?|living|based|resides?|home is|settled|moved) (?:now )?(?:in|at|to) (?P<v>{_CAPITALS})"),
    (r"country|nation(?:ality)?", rf"\b(?:from|in|,) (?P<v>{_CAPITALS})(?=[.,]| and\b|$)"),
    (r"job|profession|occupation|work|position|title|role", r"\b(?:works? as|job is|is employed as|profession is|is) (?:an? )(?P<v>[a-z]+(?: [a-z]+)??)(?=[.,]| (?:and|in|at|from|who|living)\b|$)"),
    (r"company|employer|firm|works? (?:for|at)", rf"\b(?:works?|employed)(?: [a-z ]+?)? (?:for|at|with|by) (?P<v>{_CAPITALS})"),
    (r"(?:full )?name|who", rf"\b(?!(?:The|He|She|They|It|This|My)\b)(?P<v>{_CAPITALS})(?='s|,| (?:is|was|lives|works|has|comes|likes)\b)"),
    (r"hobby|hobbies|likes?|interests?", r"\b(?:likes?|loves?|enjoys?|hobby is) (?P<v>[a-z]+(?: [a-z]+)??)(?=[.,]| and\b|$)"),
)  # fmt: skip


def told_of(label: str, text: str) -> str | None:
    """What ``text`` tells of what a field with that label asks for."""
    said = label.strip(" :*").lower()
    for asked, where in _ASKED:
        if re.fullmatch(asked, said) and (found := re.search(where, text, re.IGNORECASE)):
            return found["v"].strip()
    return None


async def form(pane: Pane, match: re.Match[str]) -> None:
    """``… lives in Lyon. Fill in the form with her details``: each field by what its label asks for."""
    sheet = await pane.sheet()
    fields = [field for field in sheet.of("field", "area", "select") if sheet.label(field.box)]
    labels = {sheet.label(field.box) for field in fields}
    free = [line for line in sheet.lines if line.text.strip(" :") not in labels]
    text = match["facts"] or " ".join(line.text for line in free)
    done = 0
    for field in fields:
        label = sheet.label(field.box)
        value = told_of(label, text) or value_of(free, label)
        if value is None:
            continue
        done += 1
        if field.kind == "select":
            await choosing.choose(pane, f'"{value}"', label)
        else:
            await pane.fill(field, value)
    if not done:
        raise Stuck("I find nothing in the text that the form asks for.")
