"""Consent before the first session: what a session can do, in a person's words, and their yes to it.

The text, and the place where answers are kept, are those of `deskhand.consent`: a yes in the terminal counts on the
page, and the other way round. Where there are users, each answers for themselves.
"""

from __future__ import annotations

import os
from typing import Any

from deskhand import consent
from deskhand.server.errors import invalid
from deskhand.server.sessions.models import Consent

_HOW = "the page"


class Agreement:
    def shown(self, user: str, language: consent.Language | None = None) -> Consent:
        title, _, text = consent.text(language).partition("\n")
        return Consent(given=self.given(user), version=consent.VERSION, title=title.strip(), text=text.strip())

    def give(self, user: str, version: int, language: consent.Language | None = None) -> None:
        """400 when they agreed to another text than the one that holds."""
        if version != consent.VERSION:
            raise invalid(f"version: the text is now version {consent.VERSION}; show it before it is agreed to")
        consent.record(True, how=_how(user), wanted=language)

    def given(self, user: str) -> bool:
        if not user or os.environ.get(consent.VARIABLE, "").strip().lower() == "yes":
            return consent.given()
        own = [each for each in consent.history() if each.how == _how(user) and each.version == consent.VERSION]
        return bool(own) and own[-1].word == "yes"


def language_of(value: Any) -> consent.Language | None:
    """The language that was asked for, when there is a text in it; None: that of the server's environment."""
    match value:
        case "en" | "ja":
            return "ja" if value == "ja" else "en"
        case _:
            return None


def _how(user: str) -> str:
    return f"{_HOW}, {user}" if user else _HOW
