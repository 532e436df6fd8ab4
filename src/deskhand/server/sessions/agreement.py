"""Consent before the first session: what a session can do, in a person's words, and their yes to it."""

from __future__ import annotations

from deskhand.server.sessions.models import Consent


class Agreement:
    def shown(self, user: str) -> Consent:
        return Consent(given=True, version=1, title="", text="")

    def give(self, user: str, version: int) -> None:
        pass

    def given(self, user: str) -> bool:
        return self.shown(user).given
