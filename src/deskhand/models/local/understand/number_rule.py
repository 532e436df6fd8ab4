"""A number that is to be set by its name: 「デスクトップの数(Number of desktops)を 6 にして」.

「…の数」 sounds like a question of how many there are: it was answered with a number counted off the window, and told
as done. Such a wish is understood only whole: a program, a name, a number, and nothing else.
"""

from __future__ import annotations

import re

from deskhand.models.local.named import names
from deskhand.models.local.steps import OpenProgram, Plan, SetSetting
from deskhand.models.local.steps.plan import Named
from deskhand.models.local.understand.frame import Language

_WISH = re.compile(
    r"(?P<program>[A-Za-z][\w.+-]*(?: [\w.+-]+)*)\s*(?:の(?:設定|画面|ウィンドウ)(?:画面)?)?(?:で|の)、?\s*"
    r"(?P<name>[^「」、。をはが\d((]{2,20}(?:数|数値|幅|高さ|大きさ|サイズ|間隔|秒数|時間|速さ|音量))\s*"
    r"(?:[((](?P<shown>[A-Za-z][A-Za-z ]{1,30})[))])?\s*を、?\s*(?P<value>\d+(?:\.\d+)?)\s*"
    r"(?:個|つ|秒|分|%|ピクセル|px|行|文字|回|本|枚|人)?\s*に\s*(?:して|変えて|変更して|設定して)\s*(?:ください|下さい|ほしい(?:です)?)?[。.]?"
)


def by_number(instruction: str, language: Language) -> Plan | None:
    """The plan of such a wish; None for anything else."""
    del language  # the wish itself tells it
    found = _WISH.fullmatch(instruction.strip())
    if found is None or found["program"] not in [one.name for one in names(instruction)]:
        return None
    kind = found["program"].lower()
    step = SetSetting((found["shown"] or found["name"]).strip(), value=(found["value"],))
    named = (Named(kind, found["program"], False),)
    return Plan((OpenProgram(kind), step), (instruction.strip(),) * 2, "ja", named)
