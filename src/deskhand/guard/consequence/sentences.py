"""Findings in sentences a person understands, in English and Japanese.

``Click ‘Place order’ in ‘Checkout – shop.example’: this spends money``. The labels stay as they stand on the screen:
they are what the person will look for there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from deskhand.guard.interface import Consequence, Place
from deskhand.tools.words import shorten

Language: TypeAlias = Literal["en", "ja"]
_BROWSER = re.compile(r"\s[-–—]\s(Chromium|Google Chrome|Mozilla Firefox|Microsoft\W?Edge|Brave|Web)$")
"""What browsers add to a page's title."""
UNSURE = 0.5
"""Below this the sentence says that it is not clear."""

_EFFECTS: Mapping[Language, Mapping[Consequence, str]] = {
    "en": {
        "observe": "this only looks",
        "navigate": "this opens something or goes somewhere else",
        "edit": "this changes something that can be changed back",
        "save": "this saves something",
        "delete": "this deletes or overwrites something",
        "send": "this sends or publishes something that others get to see",
        "pay": "this spends money",
        "accept": "this agrees to something in your name",
        "sign_in": "this signs in, opens an account or hands over a secret",
        "install": "this installs or runs software",
        "settings": "this changes settings or permissions",
        "leave": "this leaves the sandbox",
    },
    "ja": {
        "observe": "見るだけの操作です",
        "navigate": "何かを開くか、別の場所へ移動します",
        "edit": "元に戻せる変更です",
        "save": "保存します",
        "delete": "削除または上書きします",
        "send": "他の人に見えるものを送信または公開します",
        "pay": "お金を使います",
        "accept": "あなたの名前で何かに同意します",
        "sign_in": "ログイン、アカウント作成、または秘密の入力をします",
        "install": "ソフトウェアをインストールまたは実行します",
        "settings": "設定または権限を変更します",
        "leave": "サンドボックスの外へ出ます",
    },
}
_UNCLEAR: Mapping[Language, str] = {
    "en": "what this does is not clear",
    "ja": "何が起こるかはっきりしません",
}


@dataclass(frozen=True, slots=True)
class Deed:
    """What is done, in words: ``{0}`` stands for the thing."""

    en: str
    ja: str
    thing: str = ""

    def told(self, language: Language) -> str:
        quoted = f"‘{shorten(self.thing, 60)}’" if language == "en" else f"「{shorten(self.thing, 60)}」"
        pattern = self.en if language == "en" else self.ja
        return pattern.replace("{0}", quoted if self.thing else "")


def sentence(
    deed: Deed, consequence: Consequence, confidence: float, place: Place, language: Language, words: str = ""
) -> str:
    """``words``: what exactly happens, where that is known better than by the consequence (English)."""
    where = where_of(place, language)
    effect = _EFFECTS[language][consequence]
    if words and language == "en":
        effect = f"this {words}"
    if confidence < UNSURE:
        unclear = _UNCLEAR[language]
        effect = f"{unclear} ({words})" if words and language == "en" else unclear
    if language == "ja":
        return f"{where}{deed.told(language)}：{effect}"
    return f"{deed.told(language).strip()}{where}: {effect}"


def where_of(place: Place, language: Language = "en") -> str:
    """`` in ‘Checkout – shop.example’``, or nothing."""
    title = _BROWSER.sub("", place.window) if place.address else place.window
    if place.host and place.host not in title:
        title = f"{title} – {place.host}" if title else place.host
    title = title or (place.program if not place.program.startswith(("bash", "editor", "tool:")) else "")
    if not title:
        return ""
    return f" in ‘{shorten(title, 70)}’" if language == "en" else f"「{shorten(title, 70)}」で"
