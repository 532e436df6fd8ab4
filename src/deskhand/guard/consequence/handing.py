"""Text that is a secret by the window that asks for it: its field covers nothing, has no name, or is not told of."""

from __future__ import annotations

import re
from dataclasses import replace

from deskhand.guard.consequence import talking, topics
from deskhand.guard.consequence.guess import Guess, is_web
from deskhand.guard.evidence import Evidence, Thing

_SECRET_TEXT = re.compile(r"\{\{\s*[A-Za-z]\w*\s*\}\}|<[A-Za-z_]*(credential|secret|password|token|key)[A-Za-z_0-9]*>"
                          r"|\bsk-[A-Za-z0-9_-]{16,}|\b(gh[pousr]|glpat|xox[abprs]|npm|pypi)[_-][A-Za-z0-9_-]{16,}|\bAKIA[0-9A-Z]{16}\b|"
                          r"-----BEGIN [A-Z ]*PRIVATE KEY", re.IGNORECASE)  # fmt: skip
_DIGITS = re.compile(r"\d{3}[- ]?\d{1,5}")
_CODE_FIELD = re.compile(
    r"(the |your |enter )*((\w+[- ])?digits? )?(code|number|digits|answer|response)\W*"
    r"|(\w桁の)?(コード|番号|数字|答え)(を入力)?\W*|\W*",
    re.IGNORECASE,
)
_MADE_SURE = re.compile(
    r"\b(verif\w+|authenticat\w+|two[- ](step|factor)|2fa|one[- ]time|approv\w+|sent (you |to |a )|sms|texted"
    r"|(phone|device|tablet|app|screen|reader|tv) (shows|displays|is showing)|shown on|pair(ing)?|prove)\b"
    r"|認証|承認|本人確認|ワンタイム|(二|2|２)段階|送信しました|お送りしました|送った|届いた|ペアリング"
    r"|(携帯|端末|画面|機器|アプリ|テレビ).{0,8}(表示|出て|届)",
    re.IGNORECASE,
)
"""What stands around a field that is only called *Code*, or nothing, and takes one that was sent to somebody."""
_SECRET_ASKED = re.compile(
    r"\b(enter|type|give|say|needs?|requires?|asks? for|what is|unlock\w*|protected by|with) (in )?"
    r"(the|a|an|your|its|this|my)? ?([\w-]+ ){0,2}"
    r"(pass(word|phrase|code|key)|pin|secret|(security|network|encryption) key|master password)\b"
    r"|(パスワード|パスフレーズ|パスコード|暗証番号|合い?言葉|暗号鍵|(セキュリティ|暗号化?)キー)"
    r"(を|が|で).{0,10}(入力|入れ|必要|求め|保護|ロック|打ち|答え)",
    re.IGNORECASE,
)
"""A window that asks for a secret; where it has one field, and that has no name, the field is for it."""


_LETS_IN = re.compile(
    r"unlock|authenticate|decrypt|log ?in|sign in|ロックを?解除(する)?|(解錠|認証|復号|ログイン)(する)?",
    re.IGNORECASE,
)
_BARE = re.compile(r"(the |your )?(key|secret|word|phrase|鍵|かぎ|キー|合図)\W*", re.IGNORECASE)
_OPENS = re.compile(
    r"\b(unlock|decrypt\w*|encrypt\w*|connect|log ?in|sign in|authenticat\w*|hotspot|network|wi-?fi|wireless"
    r"|locked|protected|vault|volume|remote)\b"
    r"|解錠|復号|暗号|接続|ログイン|認証|無線|(鍵|キー)が?(必要|かか)|ロック|保護|開くには",
    re.IGNORECASE,
)
_PAIRED = re.compile(r"(value|values|name|sort|column|field|値|名前|並び)\W*", re.IGNORECASE)
"""Beside such a field a key is the name of something, or what a list is ordered by."""


def secret(text: str, evidence: Evidence) -> Guess | None:
    """What typing ``text`` hands over, where the field itself does not say that it is for a secret."""
    focus = evidence.target
    if _only_field_for_secret(focus, evidence):
        because = "the window asks for a secret, and this is its one field"
        return Guess("sign_in", 0.8, (because,), "enters a secret")
    if _is_bare_key(focus, evidence):
        return Guess("sign_in", 0.75, (f"the field ‘{focus.label or focus.caption}’, and what the window is for",))
    if beside_secret(focus, replace(evidence, typed=evidence.typed + text)):
        return Guess("sign_in", 0.6, ("a field for a password stands here, and none has the keyboard",))
    if _DIGITS.fullmatch(text.strip()) and _is_for_code(focus, evidence):
        because = f"a code that lets somebody in (‘{focus.label or focus.caption}’)"
        return Guess("sign_in", 0.8, (because,), "hands over a code")
    if _SECRET_TEXT.search(text):
        return Guess("sign_in", 0.85, ("the text is a secret, or stands for one",), "enters a secret")
    return None


def _is_bare_key(focus: Thing, evidence: Evidence) -> bool:
    """Whether a field is only called *Key* or *Secret*, in a window that lets somebody in."""
    if focus.role not in topics.FIELDS or not any(
        _BARE.fullmatch(name) for name in (focus.label, focus.caption) if name
    ):
        return False
    names = [name for field in evidence.form if field.role in topics.FIELDS for name in (field.label, field.caption)]
    paired = any(map(_PAIRED.fullmatch, names))
    return not paired and _OPENS.search(f"{evidence.place.window} {evidence.dialog}") is not None


def awaits_secret(evidence: Evidence) -> bool:
    """Whether the one field of a window is for the secret that it asks for, however the field is called."""
    return any(_only_field_for_secret(field, evidence) for field in evidence.form)


def _only_field_for_secret(focus: Thing, evidence: Evidence) -> bool:
    """Whether a window asks for a secret, and what has the keyboard is its only field, which says nothing of itself."""
    named = any(name.strip() and _CODE_FIELD.fullmatch(name) is None for name in (focus.label, focus.caption))
    if named or focus.role not in topics.FIELDS - {"combo box", "spin button"} or "multi line" in focus.states:
        return False
    others = [field for field in evidence.form if field.role in topics.FIELDS and field.box != focus.box]
    lets_in = any(other.is_button and _LETS_IN.fullmatch(other.label.strip()) for other in evidence.form)
    asks = _SECRET_ASKED.search(f"{evidence.place.window} {evidence.dialog}") is not None
    return not others and (asks or lets_in)


def _is_for_code(focus: Thing, evidence: Evidence) -> bool:
    """Whether digits go into a field that is only called *Code*, where somebody is being made sure of."""
    nameless = not (focus.label or focus.caption) and focus.role in topics.FIELDS
    called = nameless or any(_CODE_FIELD.fullmatch(name.strip()) for name in (focus.label, focus.caption) if name)
    return (
        called and _MADE_SURE.search(" ".join((evidence.place.window, evidence.dialog, *evidence.near[:8]))) is not None
    )


def beside_secret(focus: Thing, evidence: Evidence) -> bool:
    """Whether what is typed may well go into a password: programs of some kinds tell of the list that has an entry,
    and not of the field that has the keyboard; and nobody types words into a switch or a button."""
    told_of = ("list item", "table cell", "tree item", "toggle button", "push button", "check box", "switch")
    in_list = focus.role in told_of and "editable" not in focus.states
    unknown = focus.known == "nothing"
    if focus.role == "combo box" and "editable" not in focus.states and not is_web(evidence):
        # Nobody chooses from a list by such words: the keyboard is in the field that asks for them.
        return talking.is_one_word(evidence.typed) and any(map(topics.is_secret_field, evidence.form))
    return (
        (in_list or unknown) and not is_web(evidence) and any(field.role == "password text" for field in evidence.form)
    )
