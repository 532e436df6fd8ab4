"""Boxes to tick, switches, and choices in lists: they agree to something, set something, or only choose."""

from __future__ import annotations

import re

from deskhand.guard.consequence import topics, words
from deskhand.guard.consequence.guess import Guess, is_web
from deskhand.guard.consequence.labels import folded, meaning_of
from deskhand.guard.consequence.standing import from_now_on, is_system_window
from deskhand.guard.evidence import Evidence, Thing

_SHORT = 40
"""Characters of a switch's words at most; longer ones are the heads of what unfolds."""
_DECLINES = re.compile(
    r"(no|none|not|without)\b.*|(i )?(do not|don't|will not|won't|cannot|refuse|decline|disagree)\b.*"
    r"|.*(同意|承諾|承認|許可)(しない|しません|できない|できません)"
    r"|(いいえ|なし|不要|希望しない|加入しない|申し?込まない).*"
)
"""The choice that nothing is wanted, however it is put: ‘No, I'll take the risk’."""
_AT_ONCE = re.compile(r"apply|適用(する)?")
_ENDS = re.compile(
    r"ok|next|continue|save( changes)?|done|finish|create|connect|join"
    r"|保存(する)?|次へ|続行|完了|決定|登録(する)?|接続(する)?"
)
_TURNS_ON = re.compile(r"(enable|turn on|use) .*|.{1,20}を(有効|オン|使用)(に)?(する)?")
_JOINS = re.compile(r"connect|join|接続(する)?")
"""What connects to one of a list ends no form of switches."""
_IN_MEETING = re.compile(
    r"\b(waiting room|lobby)\b|\b(participants|attendees|guests|everyone)\b.*\b(may|can|to)\b"
    r"|待機室|(参加者|全員)(が|に|の).{2,}",
    re.IGNORECASE,
)
_WHO_MAY = re.compile(
    r"\bwho (can|may|is allowed|gets|sees)\b|\b(privacy|permissions?|access rights|visibility)\b"
    r"|誰が|だれが|公開範囲|権限|プライバシー",
    re.IGNORECASE,
)
_LOCKED = re.compile(r"lock|ロック", re.IGNORECASE)
"""What is shown on a locked screen is seen by anybody."""
_LEAVES = re.compile(
    r"close|back|done|help|add|edit|learn more|details|more|閉じる|戻る|完了|ヘルプ|追加|編集|詳細|詳しく"
)
"""Buttons that carry out nothing of what is ticked."""
_HIDES = re.compile(r"(hide|anonym|private$|keep .* (private|secret))|(非公開|匿名|非表示)", re.IGNORECASE)
"""Less is seen of what the form gives, and by its own button."""
_MAKES = re.compile(
    r"join|(create|format|print|publish|export|upload|encrypt|install|start|begin|make|write|burn|protect|pay)\b.*"
    r"|(go live|connect|save and)\b.*"
    r"|.{0,8}(接続|作成|印刷|公開|書き出し|書き出す|開始|挿入|保護|実行)(する)?"
)


def is_switch(thing: Thing, evidence: Evidence) -> bool:
    """Whether a toggle button is a switch among settings: what reads like a view elsewhere sets something there."""
    if any(topic.consequence == "settings" for topic in topics.of_page(evidence)) or _of_cookies(evidence):
        return True
    label = thing.label or thing.caption
    if not is_web(evidence) or len(label) > _SHORT or "?" in label or words.around("shown").search(label):
        return False
    heads = " \n".join((evidence.place.window, *topics.headings(evidence)))
    return words.around("senses").search(label) is not None or words.around("own_affairs").search(heads) is not None


_KEEPS = re.compile(
    r"(save|confirm|apply|accept) (my |the )?(settings|choices?|selection|selected|preferences)( cookies)?"
    r"|(選択|設定)(した)?(内容|もの|項目)?(で|を|のみ)(保存|許可|確定)(する)?"
)
_LIKEWISE = re.compile(
    r"(do|apply|use) (this|the same)\b.* (for|to) (all|every|the (rest|remaining|other)s?)\b.*"
    r"|.*(残り|すべて|全て|以降|ほか|他)(の.{0,10})?(にも?|も|で)(同じ|この)(処理|操作|選択|動作|答え).*",
    re.IGNORECASE,
)
"""What a dialog's own buttons are to do, for the others too."""
_COPY_TO_ME = re.compile(
    r"\W*(please )?(send|e-?mail|text) me (a |the |my )?(copy|receipt|confirmation)\b", re.IGNORECASE
)
"""Of what is handed in: nobody else gets leave to write."""
_MAKES_IT = re.compile(r"(create|add|make|search)\b.*|.*(作成|追加|検索)(する)?")
_INSTALLS = re.compile(
    r"(install|update|upgrade|download)( (now|all|selected|updates?|(the )?selected( \w+)?))*"
    r"|(今すぐ|すべて|選んだもの(だけ)?を?|選択した.{1,4}を)?(更新|インストール|導入|入れる)(する)?"
)


def declares(told: str) -> bool:
    """Whether the words beside a box are a statement made in somebody's name: ‘I won't hold … responsible’."""
    return (
        words.around("declares").search(told.strip()) is not None
        and words.around("wishes").search(told.strip()) is None
    )


def tick(thing: Thing, evidence: Evidence) -> Guess:
    told = f"{thing.label} {thing.caption}".strip()
    one_of_several = thing.role == "radio button"  # ‘We are coming’: what is chosen is said by the button below
    declines = one_of_several and _DECLINES.fullmatch(folded(told)) is not None
    if (
        "checked" not in thing.states
        and not declines
        and not _COPY_TO_ME.match(told)
        and (words.around("terms").search(told) or (declares(told) and not one_of_several))
    ):
        return Guess("accept", 0.9, (f"a box that says ‘{told[:60]}’",))
    if declines:
        return Guess("edit", 0.85, (f"a choice ‘{told[:60]}’",))
    if not is_web(evidence):
        if sets_at_once(thing, evidence):
            return Guess("settings", 0.8, (f"a {thing.role} ‘{told[:60]}’", "a setting of the system"))
        if (one_of_several and topics.names_price(told)) or (
            thing.role == "check box" and carried_out(thing, evidence)
        ):
            return Guess("edit", 0.8, (f"a {thing.role} ‘{told[:60]}’", "it waits for a button"))
        sets = words.around("weighty").search(told) or (
            _IN_MEETING.search(told) if not _ends_form(thing, evidence) else None
        )
        grave = sets is not None and words.around("eases").search(told) is None
        return Guess("settings" if grave else "edit", 0.75, (f"a {thing.role} ‘{told[:60]}’",))
    if _of_cookies(evidence):
        return Guess("edit", 0.75, (f"the switch ‘{told[:60]}’", "it waits for a button"))
    if thing.role == "toggle button":
        return Guess("settings", 0.7, (f"the switch ‘{told[:60]}’",))
    if thing.role == "check box" and _HIDES.match(told) and _followed(thing, evidence):
        return Guess("edit", 0.8, (f"a {thing.role} ‘{told[:60]}’", "it waits for a button"))
    if thing.role == "check box" and not words.around("grants").search(told) and _makes_next(thing, evidence):
        return Guess("edit", 0.8, (f"a {thing.role} ‘{told[:60]}’", "it waits for a button"))
    about = {topic.consequence for topic in topics.of_page(evidence)}
    if ("settings" in about or words.around("grants").search(told)) and (is_web(evidence) or "settings" in about):
        return Guess("settings", 0.7, (f"‘{told[:60]}’ on a page of settings",))
    return Guess("edit", 0.85, (f"a {thing.role} ‘{told[:60]}’",))


def sets_at_once(thing: Thing, evidence: Evidence) -> bool:
    """Whether a tick in a program sets something of the system itself, with no button that it would wait for."""
    told = f"{thing.label} {thing.caption}".strip()
    if is_web(evidence):
        return False
    if thing.role == "check box" and from_now_on(told):
        return not _ends_form(thing, evidence)
    if thing.role == "check box" and _among_updates(thing, evidence):
        return False
    heads = evidence.place.window if thing.role == "toggle button" else _heads(evidence)
    if _WHO_MAY.search(heads) and not _carried(thing, evidence):
        return True
    looks = words.around("eases").search(told) if thing.role == "check box" else None
    about = looks is not None and looks[0].rstrip("s").casefold() in evidence.place.window.casefold()
    eased = looks is not None and not about and not _LOCKED.search(told)  # of the window for sound, sounds are no looks
    return is_system_window(evidence) and not eased and not _ends_form(thing, evidence)


def _heads(evidence: Evidence) -> str:
    return f"{evidence.place.window} {evidence.dialog}"


def _carried(thing: Thing, evidence: Evidence) -> bool:
    """Whether any button of the window may carry out what is ticked: all but those that leave or go on to a window."""
    others = [other for other in evidence.form if other.is_button and other.label and other is not thing]
    return any(
        not _LEAVES.fullmatch(folded(other.label)) and not other.label.rstrip().endswith(("…", "..."))
        for other in others
        if other.role != "toggle button"
    )


def _ends_form(thing: Thing, evidence: Evidence) -> bool:
    others = [folded(other.label) for other in evidence.form if other.is_button and other is not thing]
    if _TURNS_ON.fullmatch(folded(thing.label or thing.caption)):
        others = [name for name in others if not _JOINS.fullmatch(name)]
    return any(map(_ENDS.fullmatch, others))


def _among_updates(thing: Thing, evidence: Evidence) -> bool:
    """Whether it is one of a list that a button installs."""
    boxes = sum(other.role == "check box" for other in evidence.form)
    names = [folded(other.label) for other in evidence.form if other.is_button and other.role != "toggle button"]
    return boxes >= 2 and bool(re.search(r"\d", thing.label)) and any(map(_INSTALLS.fullmatch, names))


def settled(thing: Thing, evidence: Evidence) -> bool:
    """Whether structure says what a tick does, whatever such words mean elsewhere: it waits for a button below, wants
    nothing, or is taken away again."""
    if thing.role == "radio button" and _DECLINES.fullmatch(folded(f"{thing.label} {thing.caption}".strip())):
        return True
    told = f"{thing.label} {thing.caption}".strip()
    if sets_at_once(thing, evidence):
        return False
    if thing.role == "check box" and ((evidence.dialog and _LIKEWISE.fullmatch(told)) or _COPY_TO_ME.match(told)):
        return True
    if is_web(evidence) and _of_cookies(evidence):
        return True
    if is_web(evidence) and thing.role == "check box" and _HIDES.match(told) and _followed(thing, evidence):
        return True
    if thing.role != "check box" or words.around("terms").search(told) or declares(told):
        return False
    return ("checked" in thing.states and is_web(evidence)) or (not is_web(evidence) and carried_out(thing, evidence))


def _makes_next(thing: Thing, evidence: Evidence) -> bool:
    """Whether the next button of a page's form makes what its boxes say."""
    after = False
    for other in evidence.form:
        after = after or (other.box == thing.box and other.label == thing.label)
        if after and other.is_button and other.label:
            return _MAKES_IT.fullmatch(folded(other.label)) is not None
    return False


def _of_cookies(evidence: Evidence) -> bool:
    """Whether it is one of the kinds of cookies in a question about them, which a button of it keeps."""
    kept = any(_KEEPS.fullmatch(folded(other.label)) for other in evidence.form if other.is_button)
    return bool(evidence.dialog) and kept and words.around("cookies").search(evidence.dialog) is not None


def _followed(thing: Thing, evidence: Evidence) -> bool:
    """Whether the next button of a page's form sends, keeps or pays what the form says."""
    after = False
    for other in evidence.form:
        after = after or (other.box == thing.box and other.label == thing.label)
        said = meaning_of(other.label) if after and other.is_button else None
        if after and other.is_button and other.label:
            sends = said is not None and (said.kind == "yes" or said.consequence in ("save", "pay", "send", "sign_in"))
            return sends or topics.names_price(other.label)
    return False


def carried_out(thing: Thing, evidence: Evidence) -> bool:
    """Whether a button of the window does what its boxes say, so that a tick by itself does nothing yet. *Apply* is
    none: what it applies are settings, as are the boxes."""
    if any(topic.consequence == "settings" for topic in topics.of_page(evidence)):
        return False
    after = False
    for other in evidence.form:
        after = after or (other.box == thing.box and other.label == thing.label)
        name = folded(other.label)
        if (
            not after
            or not other.is_button
            or not name
            or other.label.rstrip().endswith(("…", "..."))
            or _AT_ONCE.fullmatch(name)
        ):
            continue
        said = meaning_of(other.label)
        if _MAKES.fullmatch(name) or (
            said is not None and (said.kind == "yes" or said.consequence in ("pay", "install"))
        ):
            return True
    return False


def chosen(thing: Thing, evidence: Evidence) -> Guess:
    """Another choice in a list that is unfolded or not: arrow keys and letters change it."""
    told = f"{thing.label} {thing.caption} {thing.value}"
    if is_web(evidence) and (
        words.around("grants").search(told) or words.around("grants").search(" ".join(evidence.near[:2]))
    ):
        return Guess("settings", 0.75, (f"the choice ‘{told.strip()[:60]}’",), "changes who may do what")
    return Guess("edit", 0.85, ("another choice in a list",))
