"""What a row, a cell or a list's entry says itself: browsers put its text together out of all that stands in it.

The names of its buttons and its short links are none of its words: they tell nobody to press them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from deskhand.desktop.interface import Element

PRESSED = frozenset(
    {"push button", "button", "toggle button", "check box", "radio button", "menu item", "push button menu", "switch"}
)
_JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff々ー]")
WORDS_OF_A_LABEL = 6


@lru_cache(maxsize=4096)
def wordy(text: str) -> int:
    """How many words, about: Japanese has no spaces between them."""
    japanese = len(_JAPANESE.findall(text))
    return len(_JAPANESE.sub(" ", text).split()) + (japanese + 2) // 3


def labels_of(elements: Sequence[Element]) -> set[str]:
    return {"".join(element.name.split()) for element in elements if _names_a_button(element)}


def _names_a_button(element: Element) -> bool:
    return element.role in PRESSED and bool(element.name) and wordy(element.name) <= WORDS_OF_A_LABEL


_LINKS, _WORDS_OF_A_LINK = 2, 3
"""Links from which on a text that holds nothing else is a row of them; and words that each has at most."""
_WORDS_IN_A_ROW = 12
"""Words of a button's name in a row that has it: ‘Add North by Nine to the liked songs’ is no text of the row."""


def _only_links(text: str, elements: Sequence[Element], at: int) -> bool:
    """Whether a text is what browsers put together out of a row of short links: ‘Approve Reply Spam Bin’ below a
    comment tells nobody to reply. One link may be a sentence, and so may a link within one."""
    links = 0
    for other in elements[at + 1 :]:
        if other.depth <= elements[at].depth or other.page != elements[at].page:
            break
        if other.role == "link" and other.name:
            if wordy(other.name) > _WORDS_OF_A_LINK or other.name not in text:
                return False
            text, links = text.replace(other.name, " ", 1), links + 1
    return links >= _LINKS and not any(character.isalnum() for character in text)


def without_buttons(text: str, elements: Sequence[Element], at: int) -> str:
    """The text of a row or a list's entry, which browsers put together from all that stands in it, without the names
    of its buttons: beside ‘Packing slip’, the button ‘Tell customer’ is no text that wants it pressed."""
    if _only_links(text, elements, at):
        return ""
    links: list[str] = []
    for other in elements[at + 1 :]:
        if other.depth <= elements[at].depth or other.page != elements[at].page:
            break
        if other.role in PRESSED and other.name and wordy(other.name) <= _WORDS_IN_A_ROW:
            text = text.replace(other.name, "\n", 1)
        elif other.role == "link" and other.name and wordy(other.name) <= _WORDS_OF_A_LINK:
            links.append(re.escape(other.name.strip()))
    if len(links) >= _LINKS:  # below a comment and in one row with it: ‘… thank you! Approve | Reply | Spam’
        one = f"(?:{'|'.join(links)})"
        text = re.sub(rf"(?<!\w){one}(?:[^\w\n]*[|·/•][^\w\n]*{one}(?!\w))+", "\n", text)
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())
