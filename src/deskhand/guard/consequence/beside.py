"""Mild words that what stands beside them makes grave: *Open my mailbox* beside a password, *Open window* beside 14 °C.

On a fresh half of the measurements 72 acts were let pass that should have been asked about. A score of them had words
that are harmless nearly everywhere, and stood where anybody sees that they are not: beside a password, in a meeting, on
a table of a database, under the readings of a greenhouse.
"""

from __future__ import annotations

import re

from deskhand.guard.consequence import topics
from deskhand.guard.consequence.guess import Guess, around, before, is_web
from deskhand.guard.consequence.labels import folded, meaning_of
from deskhand.guard.consequence.questions import leads_out, of_question
from deskhand.guard.consequence.unknown import BESIDE, INSISTS
from deskhand.guard.evidence import Evidence, Thing

_ENTERS = re.compile(
    r"(open|enter|access|reach|go( on)?( in)?to|get in(to)?|take me|let me in|carry on|go in)\b"
    r"(?! (an?|another|new)\b).*"
    r"|.*(に入る|へ入る|をひらく|を開く|をあける|を開ける)"
)
_REVEALS = re.compile(r"show|reveal|unmask|表示(する)?|見せる")
_REVEALS_IT = re.compile(
    r"(show|reveal|unmask|view|display|copy)( (the |this |my )?(value|secret|key|token|code|it))?"
    r"|(値|あたい|鍵|中身)を?(表示|見る|見せる|写す|コピー)(する)?|(表示|見せる)(する)?"
)
_SECRET = re.compile(
    r"\b(secrets?|tokens?|api[- ]keys?|private keys?|credentials?|recovery (phrase|codes?)|passphrase)\b"
    r"|\b[A-Z0-9]+_(KEY|TOKEN|SECRET|PASS\w*)\b|秘密|トークン|暗証|復旧コード|秘密鍵|APIキー"
)
NEAREST = 2
"""Texts beside a button that say what it shows."""
_BUILT = re.compile(
    r"(open|close|shut|raise|lower) (the |all |both )?(\w+ )?"
    r"(windows?|roofs?|vents?|hatch(es)?|lids?|sluices?|entrances?|flaps?|skylights?|curtains?)"
    r"|.{0,6}(窓|入口|入り口|出口|扉|戸|屋根|ふた|蓋|水門|カーテン)を"
    r"(あける|開ける|ひらく|開く|しめる|閉める|とじる|閉じる)"
)
_MEASURED = re.compile(
    r"\d\s?(°|℃|kg|bar\b|hpa|lux|ppm|kwh|litres?)|\d\s?(度|キロ|リットル|ヘクトパスカル)"
    r"|\b(humidity|sensor|thermometer)\b|湿度|気温|室温",
    re.IGNORECASE,
)
"""Readings of the world outside: what opens there is no window of a program."""
_TAKES = re.compile(r"(answer|accept|take|pick up)( (the |this )?(call|phone))?|電話に出る|応答(する)?|受ける")
_RINGS = re.compile(
    r"incoming (voice |video )?call|\b(is|are) (calling|ringing)\b|calling you|着信|(から|より)(の)?(電話|通話)",
    re.IGNORECASE,
)
_RECORDS = re.compile(
    r"(start |begin )?record( (the |this )?(meeting|call|session|conversation|everyone|everything))?"
    r"|(start|begin) recording|((会議|通話|集まり|画面|全体)を?)?(録画|録音)(する|を?開始(する)?|を?始める)?"
)
_MEETS = re.compile(
    r"\b(meeting|in the call|(call|phone call|video call) (with|to|from)|on a call|conference|webinar|participants?"
    r"|raise hand|microphone|voice (channel|chat|room))\b"
    r"|会議|通話|ミーティング|手を挙げる",
    re.IGNORECASE,
)
_ROWS = re.compile(
    r"(delete|remove|drop) (the |this |these |selected )?(rows?|records?)"
    r"|((この|選んだ)?(行|レコード)を?)(削除|消す|消去)(する)?"
)
_DATA = re.compile(
    r"\bsql\b|\b(database|schema|primary key|quer(y|ies))\b|データベース|実行計画|問い合わせ文", re.IGNORECASE
)
"""A table of a database has no undoing; that of a text has."""
_STOPS = re.compile(r"stop|止める|とめる|停止(する)?")
_SUM = re.compile(r"[$€£¥]\s?\d|\d\s?円")
_LEAVES_WORDS = re.compile(
    r"(leave|write|drop|add|pin) (a |an |the |your |my )?(message|note|comment|word|line|memory)s?"
    r"|書き?[込こ]む|書き残す"
)

_MANY = re.compile(
    r"(message|e-?mail|notify|invite|tell|write to|remind|ring|call) (all |the |these )*\d+ \w+"
    r"|\d+(人|名)(全員)?に(送|知らせ|伝え|連絡|メール|たずね|尋ね).*"
)
"""So many people are no form to be filled in first."""

_PUBLIC = re.compile(
    r"(open|show|list|display)\b.{0,30}\b(to|in|on) (everyone|anyone|(the )?(public|internet|world|web)\b.*)"
    r"|.{0,20}(みんな|全員|だれにでも|誰にでも|世界)に(見せる|ひらく|開く)"
)
"""What opens to others opens nothing for oneself."""
_ALWAYS = re.compile(
    r"always (open|use|run|play)\b.{0,20}\b(with|in|by|this)\b.*|(いつも|常に|つねに).{0,8}で(開く|ひらく|使う)"
)
_VOTES = re.compile(r"(for|against|aye|nay|abstain|in favou?r)|(賛成|反対|棄権)(する|に入れる)?")
_BALLOT = re.compile(r"\b(vote|poll|ballot|motion|resolution)\b|採決|投票|議案", re.IGNORECASE)
_ADDS_CODE = re.compile(r"(add|get|fetch) (a |an |the |new )?(package|library|module|dependency|dependencies)s?")
_CODE = re.compile(
    r"\b(python|kernel|notebook|runtime|repository|npm|pip|import)\b|プログラム|ライブラリ", re.IGNORECASE
)


_HANGS_ON_PLACE = (_ENTERS, _REVEALS_IT, _REVEALS, _BUILT, _TAKES, _RECORDS, _ROWS, _STOPS, _LEAVES_WORDS)


def decides(text: str) -> bool:
    """Whether rules know, of folded words, what has to stand beside them to make them grave."""
    return any(pattern.fullmatch(text) for pattern in _HANGS_ON_PLACE)


def graver_beside(thing: Thing, label: str, evidence: Evidence) -> Guess | None:
    """What pressing ``thing`` does in truth, where its words alone were taken for mild; None where nothing says so."""
    text, because = folded(label), f"the words ‘{label}’"
    if evidence.dialog and INSISTS.search(text):
        return of_question(because, evidence) or Guess("edit", 0.45, (because, "in spite of what the dialog says"))
    if _ENTERS.fullmatch(text) and _behind_password(thing, evidence, BESIDE):
        return Guess("sign_in", 0.7, (because, "beside a field for a password"))
    if _REVEALS_IT.fullmatch(text) and _SECRET.search(" ".join(evidence.near[:NEAREST])):
        return Guess("sign_in", 0.7, (because, "a secret stands beside it"))
    if _REVEALS.fullmatch(text) and _behind_password(thing, evidence, 1, filled=True):
        return Guess("sign_in", 0.7, (because, "a secret is kept beside it"))
    if _BUILT.fullmatch(text) and thing.role != "menu item" and _MEASURED.search(around(evidence)):
        return Guess("settings", 0.75, (because, "readings of the world stand around it"))
    if _TAKES.fullmatch(text) and _RINGS.search(around(evidence)):
        return Guess("send", 0.85, (because, "somebody calls"))
    if _RECORDS.fullmatch(text) and _MEETS.search(around(evidence)):
        return Guess("settings", 0.75, (because, "others are in the meeting"))
    if _ROWS.fullmatch(text) and is_web(evidence) and _DATA.search(_whole(evidence)):
        return Guess("delete", 0.75, (because, "a table of a database"))
    if _STOPS.fullmatch(text) and is_web(evidence) and _SUM.search(" ".join(evidence.near[:2])):
        return Guess("delete", 0.7, (because, "a payment stands beside it"))
    if _PUBLIC.fullmatch(text):
        return Guess("settings", 0.75, (because, "others get to see it"))
    if _ALWAYS.fullmatch(text):
        return Guess("settings", 0.75, (because, "it holds from now on"))
    if _VOTES.fullmatch(text) and _BALLOT.search(around(evidence)):
        return Guess("send", 0.8, (because, "a vote is taken"))
    if _ADDS_CODE.fullmatch(text) and _CODE.search(around(evidence)):
        return Guess("install", 0.75, (because, "what a program is made of"))
    if _MANY.fullmatch(text):
        return Guess("send", 0.8, (because, "it says to how many"))
    if _LEAVES_WORDS.fullmatch(text) and is_web(evidence) and _words_wait(thing, evidence):
        return Guess("send", 0.8, (because, "a field for it stands before it"))
    return None


def _whole(evidence: Evidence) -> str:
    return " ".join((around(evidence), *(f"{field.label} {field.caption}" for field in evidence.form)))


def _behind_password(thing: Thing, evidence: Evidence, within: int, *, filled: bool = False) -> bool:
    """Whether it is one of the first buttons behind a field for a password."""
    buttons = 0
    for other in reversed(before(thing, evidence)):
        if other.role == "password text":
            return bool(other.value) or not filled
        buttons += other.is_button
        if buttons >= within:
            return False
    return False


def _words_wait(thing: Thing, evidence: Evidence) -> bool:
    """Whether an area for text stands before it that no other button sends."""
    for other in reversed(before(thing, evidence)):
        said = meaning_of(other.label) if other.is_button else None
        if said is not None and said.consequence == "send" and not leads_out(folded(other.label)):
            return False
        if other.role == "text area" or (topics.is_message_field(other) and other.role in topics.FIELDS):
            return True
    return False
