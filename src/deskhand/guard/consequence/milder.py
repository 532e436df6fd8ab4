"""Grave words that their place makes harmless: *Share* with nobody named yet, *Log in* beside a new account.

The other side of `beside`. Of 107 needless questions on two fresh halves of the measurements a score hung on such
words: the lists know them as grave, and so does the reader who was taught by examples, for nearly everywhere they are.
"""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.guard.consequence import topics, words
from deskhand.guard.consequence.agreeing import LAST_LOOK
from deskhand.guard.consequence.begun import has_no_field, only_begun
from deskhand.guard.consequence.graver import keeps_secrets
from deskhand.guard.consequence.guess import Guess, around, has_secret_field, is_web
from deskhand.guard.consequence.labels import folded, meaning_of
from deskhand.guard.consequence.lasting import lasting
from deskhand.guard.consequence.losing import losing
from deskhand.guard.consequence.making import only_made
from deskhand.guard.consequence.opening import TO_BE_SAID, written_for
from deskhand.guard.consequence.questions import asks
from deskhand.guard.consequence.starting import is_wanted, only_started
from deskhand.guard.evidence import Evidence, Thing

_SHARES = re.compile(
    r"share( (this |the )?(listing|property|item|product|article|page|post|video|recipe|event|shop|store|profile|result|story|hotel))?"
    r"|(この)?(商品|記事|ページ|投稿|動画|レシピ|お店|宿)?を?シェア(する)?"
)
"""By itself or what anybody sees already, and not ‘Share with family’: with whom it is shared, is still to be said."""
_HEARS = re.compile(
    r"(un)?(subscribe|watch|follow)|(mute|unmute)( (thread|issue|this))?|通知を(止める|受け取る|オフにする)"
)
_CONVERSATION = re.compile(
    r"\b(issue|pull request|merge request|discussion|ticket|bug|task|thread)s?\b|[#!]\d+|課題|チケット|議論",
    re.IGNORECASE,
)
"""A page of one matter that people work on: who follows it gets its news, and no letters from a shop."""
_SIGNS_IN = re.compile(r"(sign|log)[ -]?(in|on)|(ログイン|サインイン)(する|はこちら)?")
_NEW_ACCOUNT = re.compile(
    r"\b(create|open|make)\b.{0,12}\baccount\b|\bsign[ -]?up\b|\bregist(er|ration)\b|already (have|a member|registered)"
    r"|(新規|会員|アカウント)(の)?(会員)?(登録|作成)|すでに|お持ちの方",
    re.IGNORECASE,
)
_REMOVES = re.compile(r"(delete|remove)( (item|this item))?|(この商品を)?(削除|取り消す|取消|外す)(する)?")
_CHANGES = re.compile(
    r"(change|update|edit|manage|modify) (the |my |your )?(delivery |travel |billing |shipping |passport |pick-?up )?"
    r"(address(es)?|dates?|times?|flights?|trains?|plan|payment (method|details|card)|card|seats?|pharmacy|profile|details|schedule"
    r"|passengers?|travell?ers?|booking|reservation|trip|notes?|title|preferences|choices|options)"
    r"|(乗車日|人数|日程|日時|日付|時刻|時間|列車|便|座席|席|住所|お?届け先|配送(先|方法)?|お?支払い?方法|内容|予約)([・と].{1,4})?を?変更(する)?"
)
"""What is asked for on the next page. Of 101 such buttons on the pages of develop 39 were wanted to be asked about, of
these nearly all that change who gets the money, who gets in, or what is paid."""
_CALLS_OFF = re.compile(r"cancel( (the |this |my )?(payment|order|transfer|booking|purchase))?")
_ASKED_BY_MACHINE = re.compile(
    r"\b(pair|pairing|bluetooth|wants? to|would like to|asks? to|requests? (access|permission))\b|ペアリング|接続(要求|しようと)",
    re.IGNORECASE,
)
_ASKED_BY_SOMEBODY = re.compile(
    r"\b(friends?|contacts?|follow(er)?s?|join|chat|message|call|invit\w+|add you|meet|play with|team up)\b|友達|連絡先|参加|招待|会話|通話|フォロー",
    re.IGNORECASE,
)
_REFUSES = re.compile(r"reject|deny|refuse|decline|don't allow|拒否(する)?|許可しない")
_TICKET = re.compile(r"(show|view|display|open) (the |my )?(qr|bar)[ -]?codes?|(QR|qr|バー)コードを?(表示|見る)(する)?")
"""A code that lets somebody through a gate, and no secret of an account."""


_ELSEWHERE = re.compile(
    r"(share|post|tweet|send)( this| it)? (on|to|via|with|in) (x|twitter|facebook|linkedin|reddit|line|whatsapp|mastodon|threads)"
    r"|(x|facebook|line|twitter|はてな|mastodon|threads)(に|で)(投稿|シェア|送る|ポスト|共有)(する)?"
)
"""What opens another service's page, in which it would be written."""
_CHOOSES_FILE = re.compile(
    r"(send|share|attach|add) (an? |the )?(file|photo|image|picture|document)s?|(ファイル|写真|画像)を(送る|送信|添付)(する)?"
)
_LATER = re.compile(
    r"(remind|tell|ask|notify) me (again )?(later|tomorrow|next week|in .*)|not now"
    r"|((maybe|restart|reboot|install|update|upgrade|finish|decide|ask|ask me|ask again|do (it|this)|set (it )?up|try( again)?|verify|review) )?(later|tonight)"
    r"|(後で|あとで|明日|今夜)(もう一度)?(通知|知らせ|お知らせ|確認|決め|再起動|更新|インストール|設定|行う|やる)?(する|る)?"
)
_TRIES = re.compile(r"(verify|check|test|validate)( (?!in\b|out\b)(the |this )?[\w-]+)?|(整合性を?)?検証(する)?")


_IN_WORDS_THERE = re.compile(r"変更(する)?")
"""Beside a value: of thirteen on the pages of develop one was wanted to be asked about by some."""
_ANEW = re.compile(r"更新|refresh|reload|再読み?込み?")
_REPLACES = re.compile(
    r"replace( all| & find| and find)?|find( next| all)|(すべて|全て|全部)?(を)?(置き?換え(る)?|置換(する)?)"
)
_ASKED_BY_PAGE = re.compile(r"wants (to|access)|would like to|が.{1,20}(許可|使用)を(求め|要求)", re.IGNORECASE)


_MEETS = re.compile(
    r"\b(voice (channel|chat)|meeting|call|join|joining|participants?|lobby|in the room)\b|会議|通話|参加",
    re.IGNORECASE,
)
_FALLS_SILENT = re.compile(
    r"(turn|switch) off (my |the )?(microphone|mic|camera|video|audio)|(turn|switch) (my |the )?(microphone|mic|camera|video) off"
    r"|deafen|mute( me| myself| my (microphone|mic))?|stop (my )?video|(マイク|カメラ|ビデオ)を?(切る|オフ(にする)?|停止(する)?)|ミュート(する)?"
)
_PUTS_BACK = re.compile(
    r"(restore|recover|put back)( all| selected| (this |the )?(files?|items?|messages?|notes?|photos?))?|(すべて)?(を)?(元に戻す|復元)(する)?"
)
_BIN = re.compile(
    r"\b(bin|trash|recently deleted|(were|been|(?<!will )be) (deleted|removed)|deleted (files|items|messages|photos))\b|ゴミ箱|ごみ箱|削除済み",
    re.IGNORECASE,
)


_LOCKS = re.compile(r"lock( now| (the |this )?vault)?|(今すぐ)?(ロック|施錠)(する)?")
_LEAVES_AS_IT_WAS = re.compile(
    r"(discard|undo|revert|cancel) (my |the |all )?changes|reset form|変更を(破棄|取り?消す|元に戻す)(する)?"
)


_GOES_ON = re.compile(r"resume|continue( (draft|editing|application))?|(入力|申請|手続き?)?を?(再開|続き)(する)?")
_UNFINISHED = re.compile(
    r"\b(draft|unfinished|incomplete|not finished)\b|入力途中|入力中|作成途中|下書き", re.IGNORECASE
)
_STAYS = re.compile(r"(このまま|利用を|契約を)?(継続|続け)(する|る)")
_ENDING = re.compile(r"解約|退会")
_TAKES_ONE = re.compile(
    r"(remove|take off|take away) one\b.*|(decrease|reduce) (the )?quantity.*|.*(1つ|一つ|ひとつ|数量を)減らす"
)
_SO_MANY = re.compile(r"\b(qty|quantity)\b|数量|個数", re.IGNORECASE)
_COUNTED = re.compile(r"\S\s*[(（]\d+[)）]$")
"""*Update available (1)*: a link that ends in a count leads to so many of them."""
_SIGNATURES = re.compile(r"署名|signatures?")
_LEAVES_MEETING = re.compile(
    r"leave( (the |this )?(meeting|call))?|(会議|通話|ミーティング)?(を|から)?(退出|退室)(する)?"
)
_IN_THREAD = re.compile(r"reply in (a |the )?thread|start (a )?thread|スレッドで返信(する)?|スレッドを開始(する)?")
_TURNS_PLAY = re.compile(
    r"auto-?play( next( episode| video)?)?|captions|subtitles|shuffle|repeat|loop|自動再生|字幕|シャッフル|リピート|ループ"
)
_WRITES_TO = re.compile(
    r"(この人|相手|連絡先)に(メール|手紙)(する|を書く|を作成)?|(e-?mail|write to) (this )?(contact|person)"
)
_REPORTS = re.compile(
    r"(profit (and|&) loss|balance sheet|trial balance|cash ?flow|income statement|tax return|aged (debtors|creditors))( report)?"
    r"|損益計算書|貸借対照表|試算表|総勘定元帳|決算書"
)
_DONE = re.compile(r"done|完了")
_SHARING = re.compile(r"\bshar(e|ing)\b|共有", re.IGNORECASE)


_REFUSES_COOKIES = re.compile(
    r"(reject|decline|refuse|deny)( all| optional| non-essential| additional| everything)?( cookies)?"
    r"|(only |use |accept )*(strictly )?(necessary|essential)( cookies)?( only)?|(すべて|全て)?(を)?拒否(する)?|必要な(もの|cookie|クッキー)のみ(.{0,4}許可)?"
)
_COOKIES = re.compile(r"\bcookies?\b|クッキー", re.IGNORECASE)
_COPIES = re.compile(
    r"copy (the |my |this )?(ssh )?(public key|fingerprint)|公開鍵を?コピー(する)?|copy (?!.*(passw|secret|token|public (link|url)|invit|shar|\bkey|code|\bpin\b|\bto\b(?! (the )?clipboard)))( ?[\w'’-]+){1,4}|(リンク|url|アドレス)を?コピー(する)?"
)
_LOOKS_IN = re.compile(r"(open |show )?(chat|participants|people|captions|subtitles)|チャット|参加者(一覧)?|字幕")


_ROOMS = re.compile(r"payments|transfers|billing|(ご)?(振込|振替|送金)(・振替)?|(お)?支払い")
"""Where such a thing is begun: no field for a sum is here."""


def milder(thing: Thing, label: str, evidence: Evidence) -> Guess | None:
    """What pressing ``thing`` does, where its words are graver than it is; None where nothing says so."""
    text, because = folded(label), f"the words ‘{label}’"
    if losing(thing, label, evidence) is not None:
        return None
    if _LATER.fullmatch(text) and thing.is_button:
        return Guess("navigate", 0.8, (because, "it is put off"))
    if _CHOOSES_FILE.fullmatch(text) and thing.is_button and not evidence.dialog and not written_for(thing, evidence):
        return Guess("navigate", 0.75, (because, "a file is still to be chosen"))
    if _REPLACES.fullmatch(text) and words.around("find").search(around(evidence)):
        return Guess("edit", 0.8, (because, "in a window for finding and replacing"))
    if _FALLS_SILENT.fullmatch(text) and _MEETS.search(around(evidence)):
        return Guess("edit", 0.75, (because, "others hear and see less"))
    if _LOCKS.fullmatch(text) and keeps_secrets(evidence):
        return Guess("navigate", 0.75, (because, "it shuts what it keeps"))
    closes = _SHARING.search(evidence.place.window) is not None or (not is_web(evidence) and has_no_field(evidence))
    if _DONE.fullmatch(text) and not asks(evidence.dialog) and closes:
        return Guess("navigate", 0.75, (because, "what was done here is done already"))
    if _COPIES.fullmatch(text):
        return Guess("edit", 0.8, (because, "it is copied"))
    if _LOOKS_IN.fullmatch(text) and thing.is_button and _MEETS.search(around(evidence)):
        return Guess("navigate", 0.75, (because, "beside a meeting"))
    if _PUTS_BACK.fullmatch(text) and _BIN.search(evidence.dialog or around(evidence)):
        return Guess("edit", 0.75, (because, "out of the wastebasket"))
    if _ANEW.fullmatch(text) and not evidence.dialog and not any(field.role == "text area" for field in evidence.form):
        return Guess("observe", 0.75, (because, "it is fetched once more"))
    if thing.role == "link" and _COUNTED.search(label) and is_web(evidence):
        return Guess("navigate", 0.8, (because, "it says how many are listed there"))
    if thing.role in ("link", "page tab") and _SIGNATURES.fullmatch(text):
        return Guess("navigate", 0.8, (because, "a part of the settings of a mailbox"))
    if _LEAVES_MEETING.fullmatch(text) and _MEETS.search(f"{text} {around(evidence)}"):
        return Guess("navigate", 0.75, (because, "others go on without it"))
    if _IN_THREAD.fullmatch(text):
        return Guess("navigate", 0.75, (because, "a field for it opens"))
    if _TURNS_PLAY.fullmatch(text):
        return Guess("edit", 0.75, (because, "how something is played"))
    begun = only_begun(thing, label, evidence) or only_started(thing, label, evidence)
    if (begun := begun or only_made(thing, label, evidence)) is not None:
        return begun
    seen_by_all = " " in text and is_web(evidence)  # *Share listing*: fields there are for other things
    if (
        _SHARES.fullmatch(text)
        and not evidence.dialog
        and not is_wanted(evidence)
        and (seen_by_all or not _says_to_whom(thing, evidence))
    ):
        return Guess("navigate", 0.7, (because, TO_BE_SAID))
    if not is_web(evidence):
        if _WRITES_TO.fullmatch(text) and not any(field.role == "text area" for field in evidence.form):
            return Guess("navigate", 0.7, (because, "a letter is opened, and still to be written"))
        if _REPORTS.fullmatch(text) and thing.role == "menu item":
            return Guess("navigate", 0.75, (because, "a table of the books"))
        if _TRIES.fullmatch(text) and not evidence.dialog and not has_secret_field(evidence):
            return Guess("observe", 0.75, (because, "it looks whether all is well"))
        machine = _ASKED_BY_MACHINE.search(evidence.dialog) and not _ASKED_BY_SOMEBODY.search(evidence.dialog)
        if evidence.dialog and _REFUSES.fullmatch(text) and machine:
            return Guess("navigate", 0.8, (because, "nobody but a machine asks"))
        return None
    heads = " \n".join((evidence.place.window, *topics.headings(evidence)))
    if _HEARS.fullmatch(text) and _CONVERSATION.search(evidence.place.window):
        return Guess("edit", 0.75, (because, "news of this matter, and it can be turned round"))
    if _SIGNS_IN.fullmatch(text) and thing.role == "link":
        if _NEW_ACCOUNT.search(" ".join((heads, *evidence.near[:3]))) or not has_secret_field(evidence):
            return Guess("navigate", 0.85, (because, "a link that leads to a form"))
        return None
    if _LEAVES_AS_IT_WAS.fullmatch(text) and not evidence.dialog:
        return Guess("edit", 0.75, (because, "a form is not sent"))
    if _REFUSES_COOKIES.fullmatch(text) and _COOKIES.search(" ".join(evidence.near[:5])):
        return Guess("navigate", 0.9, (because, "cookies are refused"))
    if _ROOMS.fullmatch(text) and not evidence.dialog and has_no_field(evidence):
        return Guess("navigate", 0.75, (because, "no field for a sum is here"))
    if _ELSEWHERE.fullmatch(text):
        return Guess("navigate", 0.75, (because, "it is written on another page"))
    sets = lasting(thing, label, evidence) is not None
    if _IN_WORDS_THERE.fullmatch(text) and not evidence.dialog and not sets:
        return Guess("navigate", 0.75, (because, "it leads to where that is said"))
    refuses = text == "block" or _REFUSES.fullmatch(text) is not None
    if refuses and not evidence.dialog and any(_ASKED_BY_PAGE.search(told) for told in (heads, *evidence.near[:4])):
        return Guess("navigate", 0.75, (because, "nobody but a page asks"))
    beside = " ".join(evidence.near[:3])
    if _GOES_ON.fullmatch(text) and _UNFINISHED.search(beside):
        return Guess("navigate", 0.75, (because, "what was begun is gone on with"))
    if _STAYS.fullmatch(text) and not evidence.dialog and _ENDING.search(beside):
        return Guess("navigate", 0.75, (because, "it leaves things as they are"))
    if _TAKES_ONE.fullmatch(text) or (_REMOVES.fullmatch(text) and _SO_MANY.search(beside)):
        return Guess("edit", 0.8, (because, "one less of something"))
    if _REMOVES.fullmatch(text) and words.around("cart").search(heads):
        return Guess("edit", 0.8, (because, "in a shopping cart"))
    if _TICKET.fullmatch(text):
        return Guess("navigate", 0.8, (because, "a code to be shown at a gate"))
    if _CALLS_OFF.fullmatch(text) and thing.is_button and LAST_LOOK.search(heads) and _beside_yes(thing, evidence):
        return Guess("navigate", 0.75, (because, "nothing has been ordered yet"))
    if _CHANGES.fullmatch(text) and thing.is_button and not evidence.dialog and has_no_field(evidence):
        return Guess("navigate", 0.75, (because, "no field is here in which it could be said to what"))
    return None


def _says_to_whom(thing: Thing, evidence: Evidence) -> bool:
    """Whether a field is here in which somebody writes what is shared, or with whom."""
    if is_web(evidence) and written_for(thing, evidence):
        return True
    return any(
        field.role in topics.FIELDS
        and not topics.is_search_field(field)
        and (topics.is_personal(field) or _PEOPLE.search(f"{field.label} {field.caption}") is not None)
        for field in evidence.form
    )


_PEOPLE = re.compile(
    r"\b(people|person|someone|somebody|share|invite|whom?|group)\b|人|相手|宛|共有|招待", re.IGNORECASE
)


def _beside_yes(thing: Thing, evidence: Evidence) -> bool:
    """Whether the next button is the one that does it."""
    for at, other in enumerate(evidence.form):
        if other.label == thing.label and other.box == thing.box:
            beside = (*evidence.form[max(0, at - 1) : at], *evidence.form[at + 1 : at + 2])
            said = [meaning_of(one.label) for one in beside if one.is_button and one.label]
            return any(one is not None and (one.kind == "yes" or one.consequence in ("pay", "send")) for one in said)
    return False
