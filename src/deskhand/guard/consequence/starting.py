"""Grave words that only open a form, a list or a menu, or choose one of several: *Share* with nobody named yet,
*Refund* with no field for a sum, *Black, £31.99* among colours, a slot that is free.

The other side of `losing`, with `begun`: what would be told, paid or given is still to be said, and is looked at then.
"""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.guard.consequence import topics
from deskhand.guard.consequence.guess import Guess, before, is_web
from deskhand.guard.consequence.labels import folded, meaning_of
from deskhand.guard.consequence.opening import NOT_WRITTEN, TO_BE_SAID
from deskhand.guard.evidence import Evidence, Thing

_PEOPLE = (
    r"(people|persons?|members?|users?|friends?|guests?|collaborators?|participants?|attendees?|someone|teammates?|colleagues?"
    r"|contacts?|others)"
)
_ADDS_PEOPLE = re.compile(
    rf"(add|invite)( an?| new| more| some| your| other)? ?{_PEOPLE}( (and|or|&) \w+)?|invite( others)?"
    r"|(メンバー|ユーザー|人|友達|ゲスト|参加者)を?(追加|招待)(する)?"
)
_WRITES_TO = re.compile(
    rf"(e-?mail|message|contact|write to|text) (the |all |all the )?{_PEOPLE[:-1]}|host|seller|owner|organi[sz]er|teacher|team)"
)
_REFUNDS = re.compile(r"refund|返金(する)?|request|請求(する)?|リクエスト(する)?")
_SUM = re.compile(r"[$€£¥￥]\s?\d|\d\s?円")
_RESERVES = re.compile(r"reserve|book|request to book|予約(する)?")
_NO_CHARGE_YET = re.compile(
    r"(won['’]t|will not|not) be charged( yet)?|no (payment|charge) .{0,12}(yet|now|today)|(まだ|この時点では).{0,10}(請求|支払い?|決済|課金).{0,6}(ません|ない)",
    re.IGNORECASE,
)
_SHARES = re.compile(r"share( ?[.,:;(–—-].{0,60})?|共有(する)?")
_WANTED = re.compile(
    r"^share\b.{0,3}[“\"'‘「]|\b(requests?|requested|wants?|asks? for|asked for) (\w+ )?access\b|アクセス(権)?を(リクエスト|求め|要求)",
    re.IGNORECASE,
)
"""A page on which things are shared, or on which somebody asks for it."""
_NEW_PARTS = re.compile(
    r"(add (a )?new|browse|find|get more) (plug-?ins?|themes?|extensions?|apps?|add-?ons?|integrations?|widgets?)"
    r"|(プラグイン|テーマ|拡張機能|アプリ|連携)(を|の)?(新規)?追加(する)?"
)
_COUPON = re.compile(
    r"クーポンを?(もらう|取得(する)?|獲得(する)?|受け取る)|(get|claim|clip|collect|save) (the |this |a )?coupon"
)
_MEMBER = re.compile(r"(会員|メンバー|サポーター)になる|(become|be) a (member|supporter|patron)")
_DATES = re.compile(
    r"(期限|期日|締め?切り?|日付|日時|時刻|リマインダー|色|ラベル|優先度)を?(設定|指定|変更)(する)?"
    r"|(set|add|change) (a |an |the )?(due date|deadline|start date|reminder|colou?r|label|priority)"
)
_QUIET = re.compile(r"通知を?(一時)?(停止|オフ)(に?する)?|(pause|snooze) notifications")
_SLOT = re.compile(r".*\d{1,2}([:：]\d\d|時).{0,24}(空き|空きあり|予約可|available|free|○|◎)")
_ONE_OF = re.compile(
    r"\b(colou?rs?|sizes?|styles?|finish|materials?|variants?|options?|flavou?rs?)\b|色|カラー|サイズ|種類|素材",
    re.IGNORECASE,
)
_CHOICE = re.compile(r"(.{2,24}?),? ?[(（]?[+]?[$€£¥￥]\s?\d[\d.,]*[)）]?")
_CHANGES_IN_TEXT = re.compile(r"accept|reject|承諾|却下|元に戻す")
_BESIDE_CHANGES = re.compile(
    r"(next|previous) (tracked )?(change|suggestion|revision)|(次|前)の(変更|提案)(箇所)?(へ)?|track(ed)? changes|変更(履歴)?の記録"
)
_PRESENTS = re.compile(r"present|(start )?slide ?show|スライドショー(の?開始)?|プレゼン(テーション)?(を?開始)?(する)?")
_SLIDES = re.compile(r"slide|presentation|スライド|プレゼン", re.IGNORECASE)
_OTHER_NAME = re.compile(
    r"rename|(choose|use|pick|save (as|under|with)) (an?other|a different|a new) name|save as|(別名|別の名前)(で|を).{0,8}|名前を(変更|付け).{0,6}"
)
_TO_CONTACTS = re.compile(
    r".{0,8}を?(連絡先|アドレス帳|電話帳)(に|へ)(追加|登録)(する)?|(add|save) .{0,20}to (my |the |your )?(contacts|address book)"
)
_TO_BIN = re.compile(
    r"(move|send|put|throw)( \w+)*? (to|in|into) (the |my )?(trash|bin|wastebasket|waste ?bin|recycle bin|rubbish bin)"
    r"|(ゴミ箱|ごみ箱)(へ|に)(入れる|移動(する)?|移す|捨てる|送る)?"
)
_BIN = re.compile(r"bin|trash|ゴミ箱|ごみ箱")
_OF_LETTERS = re.compile(r"reply|archive|forward|返信|転送|アーカイブ")
_ELSEWHERE = re.compile(
    r"(restore|extract|export|copy|unpack|recover) (it |them |all )?(to|into|in|under) (an?other|a different|a new) .*"
    r"|(別|ほか|他)の(場所|フォルダー?|名前|ところ)(に|へ|で)(復元|保存|戻す|書き出す|取り出す)(する)?"
)
_SAVES_FIRST = re.compile(
    r"save( (all|changes|and|it|them))* (and|then|&) (quit|close|exit|leave|end|log ?out|continue|restart)"
    r"|(すべて)?保存して(から)?(終了|閉じる|終わる|移動|続ける|再起動|ログアウト|抜ける)(する)?"
)
_GOES_ON = re.compile(
    r"(continue|resume|keep|stay|go back|back)( \w+){0,2}|(編集|作業|入力|描画|再生)?(に|を)?(続ける|戻る|とどまる)"
)
_IF_ENDED = re.compile(
    r"\b(if|when|by) (you )?(quit|clos|leav|exit|end|log)\w*|\b(quit|close|leave|exit|end)\b[^.?]{0,40}\?"
    r"|(終了|閉じ|離れ|移動|中断|ログアウト)(し|る)?(すると|ると|ますか|ては|たら)",
    re.IGNORECASE,
)
"""A dialog in which something goes by ending, and not by going on."""
_ENDING = re.compile(r"(quit|close|exit|leave|end|log ?out)\b.*|.*(終了|閉じる|離れる|終わる|移動|ログアウト)(する)?")
_FELL_OVER = re.compile(
    r"\b(quit|stopped|closed|ended) unexpectedly|crashed|not responding|has stopped|異常終了|応答して|応答が|強制終了|予期せず",
    re.IGNORECASE,
)
_STARTS_AGAIN = re.compile(
    r"(restart|relaunch|re-?open|start)( (?!(computer|machine|pc|device|system|now|all))\w+){0,2}( again)?|(もう一度|再び)(開く|起動(する)?)|(再起動|開き直す)(する)?"
)
_SEALS = re.compile(
    r"(digitally )?(encrypt|sign)( (this |the )?(message|mail|e-?mail))?|(メールを?)?(暗号化|電子署名)(する)?"
)
_POSTS = re.compile(r"send\b.*|.{0,4}送信(する)?")
_PLANS = re.compile(r"schedules?|timetable|rota|予定表|時間割")
_SENDS = re.compile(
    r"(send|publish|post|start|release|submit|share|run|broadcast)\b.*|.*(送信|公開|投稿|配信|開始)(する)?"
)
_ANEW = re.compile(
    r"(create|make) (a )?(new )?(branch|tag|playlist|album|folder|note|layer|sheet|tab|list|page)|新しく(作る|作成(する)?)|新規(作成)?"
)
_ASKS_CODE = re.compile(
    r"(enter|use|add|have|type in) (an? |the |your )?(\w+ )?(key|code|number|voucher|serial)\W*|(コード|番号|キー|引換券)を(入力|使う)(する)?"
)
_REFUSES = re.compile(
    r"(disable|block|deny|forbid|reject|don't (enable|run|allow|trust|load)|never|not)\b.*|.*(しない|無効にする|拒否(する)?|禁止(する)?)"
)
_GRANTS = re.compile(
    r"(enable|allow|run|trust|load|permit|accept)\b.*|.*(有効にする|許可(する)?|実行(する)?|信頼(する)?)"
)
_LEAVES_PLACE = re.compile(
    r"leave (the |this )?(lobby|waiting room|queue|room|table)|(ロビー|待合室|列|部屋)(を|から)(出る|離れる|抜ける)"
)
_AT_TILL = re.compile(r"\b(till|pos|cash (register|desk))\b|レジ(?!ス)", re.IGNORECASE)
_GOODS = re.compile(
    r"(?!pay|charge|card|cash|buy|total|refund|tip)[^\d$€£¥￥]{2,30} ?([$€£¥￥]\s?\d[\d.,]*|\d[\d,]*\s?円)"
)
_BUILDS = re.compile(r"(re-?)?build( (all|project|solution|image|it))?|compile|lint|ビルド(する)?|コンパイル(する)?")
_OWN_THINGS = re.compile(
    r"add (an? )?(new )?(alarm|timer|reminder|city|location|clock|stopwatch|note|bookmark|page|slide|layer|track)"
)
_WARDS_OFF = re.compile(r"security|intrusion|burglar|smoke|patient|警備", re.IGNORECASE)
_LOCKS_OWN = re.compile(
    r"(un)?lock (this |the )?(note|page|layer|cells?|rows?|columns?|position|track|aspect ratio|image|object)"
)
_A_REPORT = re.compile(r"reports?|レポート|帳票")
_OF_PEOPLE = re.compile(
    r"(un)?follow|mute|(un)?block|reply|like|share|flag|hide|返信|フォロー(する)?|ブロック(する)?|いいね"
)
_IN_GAME = re.compile(r"new game|hint|undo|deal|resume|next level|新しい(ゲーム|問題)|ヒント|待った")
_AGAIN = re.compile(r"(restart|replay|retry)( (level|game|puzzle))?|最初から|やり直す")
_ROOMS = re.compile(
    r"((direct debits?|standing orders?|scheduled payments|regular payments|payees|statements|subscriptions|invoices|receipts)"
    r"( (and|&) |, )?)+|(口座振替|定期(支払い?|送金)|明細|領収書)(・\w{2,6})?"
)


def only_started(thing: Thing, label: str, evidence: Evidence) -> Guess | None:
    """What pressing ``thing`` does, where it only opens or chooses; None where nothing says so."""
    text, because = folded(label), f"the words ‘{label}’"
    if not thing.is_button:
        return None
    return _anywhere(thing, text, because, evidence) or (
        _on_page(thing, label, text, because, evidence) if is_web(evidence) else None
    )


def _anywhere(thing: Thing, text: str, because: str, evidence: Evidence) -> Guess | None:
    others = [folded(other.label) for other in evidence.form if other.is_button and other.label != thing.label]
    if _CHANGES_IN_TEXT.fullmatch(text) and not evidence.dialog and any(map(_BESIDE_CHANGES.fullmatch, others)):
        return Guess("edit", 0.75, (because, "one change in a document"))
    if _PRESENTS.fullmatch(text) and _SLIDES.search(" ".join((evidence.place.window, *others))):
        return Guess("navigate", 0.75, (because, "slides are shown full"))
    if evidence.dialog and _SAVES_FIRST.fullmatch(text):
        return Guess("save", 0.8, (because, "it is saved first"))
    ended = _IF_ENDED.search(evidence.dialog) and any(map(_ENDING.fullmatch, others))
    if ended and _GOES_ON.fullmatch(text) and not _ENDING.fullmatch(text):
        return Guess("navigate", 0.8, (because, "it leaves things as they are"))
    if evidence.dialog and not is_web(evidence) and _REFUSES.fullmatch(text) and any(map(_GRANTS.fullmatch, others)):
        return Guess("navigate", 0.75, (because, "the careful one of two answers"))
    if _STARTS_AGAIN.fullmatch(text) and _FELL_OVER.search(evidence.dialog):
        return Guess("navigate", 0.75, (because, "a program that fell over"))
    if _SEALS.fullmatch(text) and not evidence.dialog and any(map(_POSTS.fullmatch, others)):
        return Guess("edit", 0.75, (because, "how a letter will be sent"))
    if not is_web(evidence) and not evidence.dialog:
        if _ASKS_CODE.fullmatch(text) and not any(other.role in topics.FIELDS for other in evidence.form):
            return Guess("navigate", 0.75, (because, "it is still to be said which"))
        if _LEAVES_PLACE.fullmatch(text):
            return Guess("navigate", 0.75, (because, "others go on without it"))
        if _AT_TILL.search(evidence.place.window) and _GOODS.fullmatch(text):
            return Guess("edit", 0.75, (because, "one more of what will be paid"))
        if _BUILDS.fullmatch(text):
            return Guess("edit", 0.75, (because, "made anew out of what is there"))
        if _OWN_THINGS.fullmatch(text) and not _WARDS_OFF.search(evidence.place.window):
            return Guess("edit", 0.75, (because, "a list of one's own"))
        if _LOCKS_OWN.fullmatch(text):
            return Guess("edit", 0.75, (because, "a part of what is worked on"))
        if _A_REPORT.fullmatch(text) and not any(map(_OF_PEOPLE.fullmatch, others)):
            return Guess("navigate", 0.75, (because, "a table of what is kept here"))
        if _AGAIN.fullmatch(text) and any(map(_IN_GAME.fullmatch, others)):
            return Guess("edit", 0.75, (because, "a game"))
    if _PLANS.fullmatch(text) and not any(map(_SENDS.fullmatch, others)) and not before_fields(thing, evidence):
        return Guess("navigate", 0.75, (because, "a table of what is planned"))
    if _ANEW.fullmatch(text) and not is_web(evidence) and not evidence.dialog and not _field_before(thing, evidence):
        return Guess("navigate", 0.75, (because, "something of one's own that is still empty"))
    if evidence.dialog and _OTHER_NAME.fullmatch(text):
        return Guess("navigate", 0.75, (because, "what is there stays"))
    if _ELSEWHERE.fullmatch(text):
        return Guess("save", 0.75, (because, "what is there stays"))
    if _TO_CONTACTS.fullmatch(text):
        return Guess("edit", 0.75, (because, "a list of one's own"))
    if _TO_BIN.fullmatch(text) and not evidence.dialog:
        return Guess("edit", 0.8, (because, "from the wastebasket it can be got back"))
    if _BIN.fullmatch(text) and not evidence.dialog and any(map(_OF_LETTERS.fullmatch, others)):
        return Guess("edit", 0.75, (because, "from the wastebasket it can be got back"))
    return None


def _on_page(thing: Thing, label: str, text: str, because: str, evidence: Evidence) -> Guess | None:
    # Where a page tells nothing of itself, or Return is pressed in a field, it may have been said already.
    said = not evidence.form or evidence.target.role in topics.FIELDS or _field_before(thing, evidence)
    if _ADDS_PEOPLE.fullmatch(text) and thing.role != "menu item" and not said and not evidence.dialog:
        return Guess("navigate", 0.7, (because, TO_BE_SAID))
    if _WRITES_TO.fullmatch(text) and not any(field.role == "text area" for field in evidence.form):
        return Guess("navigate", 0.7, (because, NOT_WRITTEN))
    if _SHARES.fullmatch(text) and not said and not evidence.dialog and not is_wanted(evidence):
        return Guess("navigate", 0.7, (because, TO_BE_SAID))
    if _REFUNDS.fullmatch(text) and not before_fields(thing, evidence) and not evidence.dialog:
        return Guess("navigate", 0.7, (because, "no field for a sum stands before it"))
    if _RESERVES.fullmatch(text) and any(map(_NO_CHARGE_YET.search, evidence.near[:8])):
        return Guess("navigate", 0.75, (because, "it says that nothing is paid yet"))
    if _NEW_PARTS.fullmatch(text) and not evidence.dialog:
        return Guess("navigate", 0.75, (because, "what is still to be chosen"))
    if _ROOMS.fullmatch(text) and not evidence.dialog:
        return Guess("navigate", 0.75, (because, "a page of them"))
    if _MEMBER.fullmatch(text) and not said and not evidence.dialog:
        return Guess("navigate", 0.7, (because, "what it costs is still to be said"))
    if _COUPON.fullmatch(text):
        return Guess("edit", 0.75, (because, "it is used later"))
    if _DATES.fullmatch(text) and not said:
        return Guess("edit", 0.75, (because, "of an entry of one's own"))
    if _QUIET.fullmatch(text):
        return Guess("edit", 0.75, (because, "one's own, and it can be turned round"))
    if _SLOT.fullmatch(text) and meaning_of(label) is None:
        return Guess("edit", 0.75, (because, "a time is chosen"))
    chosen = _CHOICE.fullmatch(text)
    if chosen is not None and meaning_of(chosen[1]) is None and any(map(_ONE_OF.match, evidence.near[:4])):
        return Guess("edit", 0.75, (because, "one of several"))
    return None


def is_wanted(evidence: Evidence) -> bool:
    """Whether it is known already with whom something would be shared."""
    return _WANTED.search(" \n".join((evidence.place.window, *evidence.near[:3]))) is not None


def _field_before(thing: Thing, evidence: Evidence) -> bool:
    """Whether a field or a box stands just before it, in which it may be said to whom."""
    ahead = [other for other in before(thing, evidence)[-3:] if other.role != "combo box"]
    return any(other.role in topics.FIELDS and not topics.is_search_field(other) for other in ahead[-2:])


def before_fields(thing: Thing, evidence: Evidence) -> bool:
    """Whether any field but a search stands before it in its form, or a sum beside it."""
    fields = any(other.role in topics.FIELDS and not topics.is_search_field(other) for other in before(thing, evidence))
    return fields or _SUM.search(thing.label) is not None
