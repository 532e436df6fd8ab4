"""“More than 100”, “at least five lines”, 「19度より低い」: how a value is compared, and with what."""

from __future__ import annotations

import re

from deskhand.models.local.steps import Comparison
from deskhand.models.local.understand.acts.words import number, plain

_THAN: tuple[tuple[re.Pattern[str], Comparison], ...] = (
    (re.compile(r"(?:at\s+least|no\s+(?:less|fewer)\s+than)\s+(?P<n>.+)|(?P<n_ja>\S+?)以上.*", re.I), "at least"),
    (re.compile(r"(?:at\s+most|no\s+more\s+than|up\s+to)\s+(?P<n>.+)|(?P<n_ja>\S+?)以(?:下|内).*", re.I), "at most"),
    (
        re.compile(
            r"(?:more|greater|larger|bigger|longer|higher|heavier)\s+than\s+(?P<n>.+)|(?:over|above|exceeds?|past)\s+(?P<n2>.+)|(?P<n_ja>\S+?)(?:を|より(?:も)?)(?:超え|越え|こえ|上回|多|大き|長|高|上).*|(?P<n_ja2>[\d一二三四五六七八九十百千万]\S*?)(?:超|こえ|越え).*",
            re.I,
        ),
        "more",
    ),
    (
        re.compile(
            r"(?:less|fewer|smaller|shorter|lower)\s+than\s+(?P<n>.+)|(?:under|below)\s+(?P<n2>.+)|(?P<n_ja>\S+?)(?:を|より(?:も)?)(?:下回|少な|小さ|短|低|切).*|(?P<n_ja2>\d\S*?)(?:未満|切って).*",
            re.I,
        ),
        "less",
    ),
    (
        re.compile(r"(?:is\s+)?exactly\s+(?P<n>.+)|equals?\s+(?P<n2>.+)|(?P<n_ja>\d\S*?)(?:ちょうど|と同じ).*", re.I),
        "equal",
    ),
)
_COUNTED = re.compile(
    r"\s*(?:lines?|words?|rows?|files?|characters?|letters?|entries|items?|pages?|pounds?|euros?|dollars?|kb|mb|gb|%|percent|(?:in|of)\s+.*|行|字|文字|件|枚|個|語|円|人|ページ|点|回)+$",
    re.I,
)


def compared(text: str) -> tuple[Comparison, str] | None:
    for pattern, how in _THAN:
        if (found := pattern.fullmatch(plain(text).strip())) is not None:
            told = next(part for part in found.groups() if part)
            told = re.sub(r"^.*[がは、](?=[\d一二三四五六七八九十百千万])", "", told)
            if (amount := number(_COUNTED.sub("", told).replace(",", "").strip(" を"))) is not None:
                return how, amount
    return None
