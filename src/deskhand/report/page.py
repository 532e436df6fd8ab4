"""The filmstrip as one HTML file that needs nothing else: no network, no folder beside it.

What a model says and what a screen shows is untrusted, and this page is opened outside the walls. So every string is
escaped on the one way into the page (`_text`), and a content security policy allows exactly the style and the
script of this file, by their hashes, and pictures that are embedded: nothing can be fetched or sent.
"""

from __future__ import annotations

import base64
import hashlib
import re
import time
from collections.abc import Mapping
from functools import cache
from html import escape
from importlib.resources import files
from urllib.parse import quote

from deskhand import __version__
from deskhand.agent.events import Acted, Picture
from deskhand.report.marks import hand_marks, pointer_mark, region_marks
from deskhand.report.story import Card, Story
from deskhand.report.words import (
    CUT_OFF,
    LOOKS,
    STATUS_WORDS,
    change_in_words,
    count_in_words,
    language_of,
    money_in_words,
    seconds_in_words,
)

MOST_OUTPUT = 6000
"""Characters of one output that are shown; the journal keeps the rest."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def _text(words: str) -> str:
    """The one way into the page."""
    return escape(_CONTROL.sub("�", words), quote=True)


@cache
def _asset(name: str) -> str:
    return files("deskhand.report").joinpath(name).read_text("utf-8")


def _policy() -> str:
    def source(name: str) -> str:
        digest = hashlib.sha256(_asset(name).encode()).digest()
        return f"'sha256-{base64.b64encode(digest).decode()}'"

    return (
        f"default-src 'none'; img-src data:; style-src {source('style.css')}; script-src {source('enlarge.js')}; "
        "base-uri 'none'; form-action 'none'"
    )


def page(story: Story, pictures: Mapping[str, str], *, began: float = 0.0, lasted: float = 0.0, run: str = "") -> str:
    """The whole file. ``pictures`` maps hashes to ``data:`` URLs; ``lasted`` is used when nothing says the time."""
    task = story.started.task if story.started else "A run without a beginning"
    drawn: set[str] = set()
    cards = "\n".join(_card(index, card, story, pictures, drawn) for index, card in enumerate(story.cards))
    if not cards:
        cards = '<li class="card"><div class="text"><p class="result">Nothing was done in this run.</p></div></li>'
    notes = "".join(f'<p class="note" dir="auto">{_text(note)}</p>' for note in story.notes)
    made = f"Made by deskhand {_text(story.started.version if story.started else __version__)}."
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{escape(_policy(), quote=True)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{_text(task[:80])}</title>
<style>{_asset("style.css")}</style>
</head>
<body>
<header>
<p class="brand">deskhand · run {_text(run or (story.started.run if story.started else ""))}{_when(began)}</p>
<h1 lang="{language_of(task)}" dir="auto">{_text(task)}</h1>
{_outcome(story, lasted)}
{_files(story)}
{notes}
{_timeline(story)}
</header>
<main>
<ol class="film" id="film">
{cards}
</ol>
</main>
<footer>{made} Click a picture to enlarge it; the arrow keys walk through the steps.</footer>
<script>{_asset("enlarge.js")}</script>
</body>
</html>
"""


def _when(began: float) -> str:
    return f" · {time.strftime('%Y-%m-%d %H:%M', time.localtime(began))}" if began else ""


def _outcome(story: Story, lasted: float) -> str:
    end = story.finished
    kind = end.status if end else "cut"
    facts: list[str] = []
    steps = end.steps if end else max((card.step for card in story.cards), default=0)
    facts.append(f"{steps} step{'' if steps == 1 else 's'}")
    facts.append(seconds_in_words(end.seconds if end else lasted))
    usd = end.usd if end and end.usd is not None else story.usd
    if usd is not None:
        facts.append(money_in_words(usd))
    if story.tokens_in or story.tokens_out:
        facts.append(f"{count_in_words(story.tokens_in)} tokens in, {count_in_words(story.tokens_out)} out")
    if story.started:
        facts.append(f"model {story.started.model}")
        facts.append(f"screen {story.started.width}×{story.started.height}")
    chip = f'<strong class="chip {kind}">{STATUS_WORDS[end.status] if end else CUT_OFF}</strong>'
    line = f'<p class="outcome">{chip}{"".join(f"<span>{_text(fact)}</span>" for fact in facts)}</p>'
    answer = end.answer if end else "The record ends here: the program was ended before the run was."
    if answer.strip():
        line += f'\n<p class="answer" lang="{language_of(answer)}" dir="auto">{_text(answer.strip())}</p>'
    return line


def _files(story: Story) -> str:
    names = story.finished.files if story.finished else ()
    if not names:
        return ""
    links = "".join(f'<li><a href="shared/{_text(quote(name))}" dir="auto">{_text(name)}</a></li>' for name in names)
    return f'<ul class="files" aria-label="Files left in the shared folder">{links}</ul>'


def _timeline(story: Story) -> str:
    """Where the time went: one stretch per step, the model's share pale, the hand's dark."""
    parts: list[str] = []
    at = 0.0
    for index, card in enumerate(story.cards):
        title = _text(f"{card.step}. {card.acting.words if card.acting else card.said}"[:120])
        stretches = []
        if card.thought:
            stretches.append(f'<rect class="think" x="{at:.3f}" y="0" width="{card.thought:.3f}" height="10"/>')
            at += card.thought
        if card.acted and card.acted.seconds > 0:
            bad = " bad" if card.acted.is_error else ""
            stretches.append(
                f'<rect class="act{bad}" x="{at:.3f}" y="0" width="{card.acted.seconds:.3f}" height="10"/>'
            )
            at += card.acted.seconds
        parts.append(f'<a href="#c{index}"><title>{title}</title>{"".join(stretches)}</a>')
    if at <= 0:
        return ""
    thought = sum(card.thought or 0.0 for card in story.cards)
    legend = (
        f'<p class="legend"><span><i class="l-think"></i>the model thinks, {seconds_in_words(thought)}</span>'
        f'<span><i class="l-act"></i>the hand acts, {seconds_in_words(at - thought)}</span>'
        '<span><i class="l-hand"></i>where the hand went</span><span><i class="l-change"></i>what changed</span></p>'
    )
    return (
        f'<svg class="time" viewBox="0 0 {at:.3f} 10" preserveAspectRatio="none" role="img" '
        f'aria-label="Where the time went">{"".join(parts)}</svg>\n{legend}'
    )


def _card(index: int, card: Card, story: Story, pictures: Mapping[str, str], drawn: set[str]) -> str:
    acted, acting = card.acted, card.acting
    refused = card.decided is not None and not card.decided.allowed
    bad = " bad" if refused or (acted is not None and acted.is_error) else ""
    name = f"c{index}"
    parts = [f'<li class="card{bad}" id="{name}">', '<a class="close" href="#film">Close</a>']
    if acted is not None and acted.picture is not None and acted.picture.sha256 in pictures:
        parts.append(_shot(name, card, acted.picture, story, pictures, drawn))
    elif acted is not None and acted.text.strip() and not refused:
        parts.append(f'<pre class="plain{bad}" dir="auto">{_text(_shorten(acted.text))}</pre>')
    told = parts[-1].startswith("<pre")
    parts.append('<div class="text">')
    if card.said.strip():
        parts.append(f'<p class="said" lang="{language_of(card.said)}" dir="auto">{_text(card.said.strip())}</p>')
    words = acting.words if acting else (card.decided.words if card.decided else "")
    number = f'<span class="num">{card.step}</span>'
    parts.append(f'<p class="act">{number}<span dir="auto">{_text(words or "Words only")}</span></p>')
    parts.extend(_result(card, story, told=told))
    parts.extend(f'<p class="note" dir="auto">{_text(note)}</p>' for note in card.notes)
    spent = []
    if card.thought is not None and card.thought >= 0.05:
        spent.append(f"model {seconds_in_words(card.thought)}")
    if acted is not None and acted.seconds >= 0.05:
        spent.append(f"hand {seconds_in_words(acted.seconds)}")
    if spent:
        parts.append(f'<p class="secs">{" · ".join(spent)}</p>')
    parts.append("</div></li>")
    return "".join(parts)


def _shot(name: str, card: Card, picture: Picture, story: Story, pictures: Mapping[str, str], drawn: set[str]) -> str:
    """The picture with its marks. One that came before is drawn by reference: the file holds each picture once."""
    width, height = (story.started.width, story.started.height) if story.started else (picture.width, picture.height)
    box = f'width="{width}" height="{height}"'
    if picture.sha256 in drawn:
        image = f'<use href="#p-{picture.sha256[:16]}"/>'
    else:
        drawn.add(picture.sha256)
        source = pictures[picture.sha256]
        image = f'<image id="p-{picture.sha256[:16]}" {box} preserveAspectRatio="none" href="{source}"/>'
    acted, acting = card.acted, card.acting
    marks = region_marks(acted.regions, width, height) if acted else ""
    if acting and acting.points:
        marks += hand_marks(acting.points, acting.name)
    elif acted:
        marks += pointer_mark(acted.pointer)
    label = _text(f"The screen after step {card.step}: {acting.words if acting else ''}")
    return (
        f'<a class="shot" href="#{name}"><svg viewBox="0 0 {width} {height}" role="img" aria-label="{label}">'
        f"{image}{marks}</svg></a>"
    )


def _result(card: Card, story: Story, *, told: bool) -> list[str]:
    """The lines below the action; ``told`` means that the result's text stands in place of the picture."""
    parts: list[str] = []
    decided, acted = card.decided, card.acted
    if decided is not None and (not decided.allowed or decided.by == "person"):
        verdict = "allowed" if decided.allowed else "refused"
        who = "A person" if decided.by == "person" else "The policy"
        reason = f": {decided.reason}" if decided.reason else "."
        kind = "" if decided.allowed else " bad"
        parts.append(f'<p class="result{kind}" dir="auto">{_text(f"{who} {verdict} it{reason}")}</p>')
    if acted is None:
        if card.acting is not None:
            parts.append('<p class="result bad">The record ends here: nobody knows whether this happened.</p>')
        return parts
    if acted.is_error and (told or (decided is not None and not decided.allowed)):
        return parts
    if acted.is_error:
        parts.append(f'<p class="result bad" dir="auto">{_text(_shorten(acted.text))}</p>')
    else:
        parts.extend(_effect(acted, story, looked=card.acting is not None and card.acting.name in LOOKS))
    return parts


def _effect(acted: Acted, story: Story, *, looked: bool) -> list[str]:
    screen = (story.started.width, story.started.height) if story.started else None
    change = change_in_words(acted.changed, acted.regions, screen)
    if not change or (looked and not acted.changed):
        return []
    if acted.focus:
        change += f" In front: {acted.focus}"
    return [f'<p class="result{"" if acted.changed else " none"}" dir="auto">{_text(change)}</p>']


def _shorten(text: str) -> str:
    text = text.strip("\n")
    return text if len(text) <= MOST_OUTPUT else text[:MOST_OUTPUT] + f"\n… ({len(text) - MOST_OUTPUT} more characters)"
