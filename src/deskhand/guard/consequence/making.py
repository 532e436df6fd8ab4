"""Grave words on the tools of programs that make something: *Delete* of a clip beside *Undo*, *Like* beside *Play*.

What such a tool does is a part of what is being made, it can be undone, and it is kept only by saving.
"""

from __future__ import annotations

import re

from deskhand.guard.consequence.guess import Guess, is_web
from deskhand.guard.consequence.labels import folded
from deskhand.guard.evidence import Evidence, Thing

_TAKES_OUT = re.compile(
    r"(delete|erase|remove|clear)"
    r"( (the )?(clip|selection|region|shape|segment|frame|point|note|stroke|node|word|line|object|part))?"
    r"|(選択範囲|選んだ部分|図形|区間|点|音符|線|部分)?を?(削除|消す|消去)(する)?"
)
_TOOLS = re.compile(
    r"undo|redo|cut|split|fill|trim|normali[sz]e|merge down|solo|stroke|eraser?|brush|ripple delete|fade (in|out)|paste"
    r"|flip"
    r"|元に戻す|やり直す|切り取り|切り取る|分割|塗りつぶし|貼り付け|ぼかし|フェード"
)
_LIKES = re.compile(r"like|love|favou?rite|いいね|お気に入り")
_PLAYER = re.compile(r"play|pause|queue|lyrics|shuffle|next( track)?|stop|再生|一時停止|歌詞|シャッフル|次の曲")
_WRITES_OVER = re.compile(r"(overwrite|insert|typeover) mode|(上書き|挿入)モード")
_CELLS_ACCEPT = re.compile(r"accept|reject|確定|取り消し")
_TABLE = re.compile(r"\.(ods|xlsx?|csv|gnumeric|fods|tsv)\b", re.IGNORECASE)
_WITHOUT = re.compile(
    r"(continue|go on|proceed|use|start|play)( it)? (as (a )?guest|offline|without (an account|signing in|logging in))"
    r"|(ゲストとして|ログインせずに|登録せずに|オフラインで)(続ける|使う|利用する|始める|進む)"
)


def only_made(thing: Thing, label: str, evidence: Evidence) -> Guess | None:
    """What pressing ``thing`` does, where it is a tool of a program that makes something; None where it is none."""
    text, because = folded(label), f"the words ‘{label}’"
    if _WITHOUT.fullmatch(text):
        return Guess("navigate", 0.75, (because, "nobody is signed in by it"))
    if is_web(evidence) or evidence.dialog or not thing.is_button:
        return None
    others = [folded(other.label) for other in evidence.form if other.is_button and other.label != thing.label]
    if _TAKES_OUT.fullmatch(text) and sum(_TOOLS.fullmatch(other) is not None for other in others) >= 2:
        return Guess("edit", 0.75, (because, "a tool beside those for undoing"))
    if _LIKES.fullmatch(text) and sum(_PLAYER.fullmatch(other) is not None for other in others) >= 2:
        return Guess("edit", 0.75, (because, "a list of one's own"))
    if _WRITES_OVER.fullmatch(text):
        return Guess("edit", 0.8, (because, "how letters are typed"))
    if _CELLS_ACCEPT.fullmatch(text) and _TABLE.search(evidence.place.window):
        return Guess("edit", 0.75, (because, "what was typed into a cell"))
    return None
