"""What the guard finds and asks, as events: written into the journal before anybody is asked."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from deskhand.agent.events import Event, Found, Picture, Questioned
from deskhand.agent.journal import Journal
from deskhand.guard.interface import Alarm, Place, Question
from deskhand.guard.review import Judged
from deskhand.screen.geometry import Rect
from deskhand.screen.png import png_size


@dataclass(frozen=True, slots=True)
class Telling:
    """Told by the review of one call (`deskhand.guard.review.Hears`)."""

    step: int
    journal: Journal
    emit: Callable[[Event], Awaitable[None]]

    async def found(self, judged: Judged) -> None:
        finding = judged.finding
        await self.emit(
            Found(
                self.step,
                judged.proposal.call.id,
                finding.consequence,
                round(finding.confidence, 3),
                finding.sentence,
                place_in_words(finding.place),
                finding.evidence,
                tuple(_alarm(alarm) for alarm in judged.alarms),
                judged.verdict.words,
                judged.verdict.outcome,
            )
        )

    async def questioned(self, question: Question, judged: Judged | None) -> None:
        finding, proposal = question.finding, question.proposal
        region = None if finding is None else finding.target
        await self.emit(
            Questioned(
                step=self.step,
                id=question.id,
                call=proposal.call.id,
                sentence=question.sentence,
                origins=question.origins,
                words=proposal.words,
                said=question.said,
                consequence="" if finding is None else finding.consequence,
                place="" if finding is None else place_in_words(finding.place),
                evidence=() if finding is None else finding.evidence,
                alarms=tuple(_alarm(alarm) for alarm in question.alarms),
                input=dict(proposal.call.input),
                editable=question.editable,
                picture=self._kept(question.picture),
                points=tuple((point.x, point.y) for point in proposal.points),
                region=_box(region),
                until=time.time() + question.patience,
                translations={} if finding is None else dict(finding.translations),
            )
        )

    def _kept(self, png: bytes) -> Picture | None:
        size = png_size(png) if png else None
        return None if size is None else Picture(self.journal.keep_bytes(png), size.width, size.height)


def place_in_words(place: Place) -> str:
    return place.address or place.path or place.window or place.program


def _alarm(alarm: Alarm) -> Mapping[str, Any]:
    return {
        "origin": alarm.origin,
        "kind": alarm.kind,
        "sentence": alarm.sentence,
        "confidence": round(alarm.confidence, 3),
        "source": alarm.source,
        "text": alarm.text,
        "region": None if alarm.region is None else list(_box(alarm.region) or ()),
    }


def _box(rect: Rect | None) -> tuple[int, int, int, int] | None:
    return None if rect is None else (rect.x, rect.y, rect.width, rect.height)
