"""Mild words by which something is lost, told or set: *Keep mine*, *Write* onto a stick, 参加と返信する, *Apply* of settings.

Each hangs on what stands beside it: on a dialog about two versions, on a warning that data will be lost, on a call that
rings, on a window of the system's own settings. These go before what makes grave words harmless (`milder`).
"""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.guard.consequence import topics
from deskhand.guard.consequence.guess import Guess, around, before, is_web
from deskhand.guard.consequence.handing import awaits_secret
from deskhand.guard.consequence.labels import folded
from deskhand.guard.consequence.standing import is_system_window
from deskhand.guard.evidence import Evidence, Thing

_KEEPS_ONE = re.compile(
    r"(keep|use|take|choose|accept|load|prefer|overwrite|replace|discard|drop) (?!both|all|it\b|them|using|as\b|on\b|open|editing|separate|two)"
    r"(mine|theirs|ours|this( one| version| copy)?|(\S+ ){0,3}\S+('s|s')\b.*|"
    r"(the |my |your |this |that )?(local|remote|server|other|newer|newest|latest|older|oldest|cloud|online|first|second|left|right|computer|device|phone|laptop|tablet|saved|my)\b.*|(the )?version .*"
    r"|.*\b(version|copy|changes|edits|file))"
    r"|(the |my |your |their )?(mine|theirs|(local|remote|server|other|cloud|online)( version| copy| file| changes)?)"
    r"|.{0,16}(自分|相手|こちら|手元|サーバー?|クラウド|端末|パソコン|携帯|新しい|古い|他人|ほか|向こう|[^\s]{1,8}さん)(の|側の?)?(版|方|ほう|もの|内容|変更|ファイル)?(を|だけ|で)"
    r"(残す|使う|採用(する)?|選ぶ|優先(する)?|上書き(する)?|捨てる|破棄(する)?)"
)
_TWO_VERSIONS = re.compile(
    r"\bconflict|(two|different|both) (versions|copies)|versions? differs?|(changed|edited|modified|updated|saved)\b.{0,60}"
    r"(at the same time|since (you|it|then)|(on|at) the server|remotely|by (someone|somebody) else|by .{1,20} (and|too|while|since)|on (both|another|two|several|more than one|a different)|elsewhere|in the meantime|while you)"
    r"|(newer|different|changed) (version|copy) .{0,30}(exists|on the server|was found|is (available|stored))"
    r"|競合|食い違|くいちが|同時に(変更|編集|更新)|(二|2|２)つの(版|端末)|両方で(変更|編集|更新)|(編集|変更)している間に|(別|ほか|他)の(端末|人|場所).{0,8}(変更|編集|更新|保存)",
    re.IGNORECASE,
)
_WRITES = re.compile(
    r"(write|flash|burn)( (the )?(image|disc|disk|stick|card|it|now|to .{1,20}))?!?|書き?[込こ](む|み)(を?(開始|始める))?(する)?"
)
_GOES = re.compile(
    r"\b(all )?(data|everything|contents?|files)\b.{0,50}\b(lost|erased|overwritten|deleted|destroyed|wiped)\b"
    r"|(すべて|全て|データ|中身|内容)(が|は).{0,12}(消え|消去|失われ|上書き)",
    re.IGNORECASE,
)
_WITHOUT_SAVING = re.compile(
    r"(close|quit|exit|leave|end|finish|continue) without saving|(保存|残)(しない|せず|さず|さない)(で|に)?(閉じる|終了(する)?|終わる|続ける|戻る|進む)"
    r"|(変更|編集|すべて)?(を)?(捨てて|破棄して)(から)?(閉じる|終了(する)?|終わる|続ける|戻る|進む)"
)
_WOULD_GO = re.compile(
    r"\b(be|is|are|gets?) (lost|discarded|dropped|forgotten)\b|\bunsaved\b|\b(not|never|n't)( yet)?( been)? saved\b|\blos(e|ing) (your|the|all|any|my|everything|unsaved)\b"
    r"|失われ|消えます|消えてしま|保存(されて|して)い(ない|ません)|未保存|破棄され",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"(quit|close|exit|leave|end|log ?out|sign out|log off|restart|reload|re-?open|switch|abandon|revert|give up)"
    r"( (anyway|now|all|it|the \w+|\w+ anyway|this \w+|to \w+|game|file|page|session|document|window|tab))?"
    r"|(このまま|すべて)?(を)?(終了|閉じる|終わる|離れる|再読み?込み|読み直す|ログアウト|再起動|抜ける|移動|切り替える|開き直す|終える|戻す|元に戻す|巻き戻す)(する)?"
)
_STAYS = re.compile(
    r"(cancel|resume|stay|back|go back|continue|keep|return|save|review|don't|no)\b.*|(キャンセル|取消|取り消す|やめる|戻る|続ける|いいえ|保存|そのまま|中止).*|.*(に戻る|を続ける)"
)
_OLDER = re.compile(
    r".*\d\s?(時間|日|週間?|か月|ヶ月|カ月|年)(間)?(より|以上)?(も)?(前|古い)(の.{0,8})?(を|は)?(整理|片付け|掃除|間引|処分)\w{0,4}"
    r"|(clear|clean( up)?|prune|tidy( up)?|purge|thin out|trim)\b.*\b(older than|before)\b.*"
)
_SHARES = re.compile(r"(start )?(share|sharing|present|presenting)( now)?|共有(する|を開始(する)?)?")
_OF_SCREEN = re.compile(
    r"\b(share|sharing|present|show) (your |the |a |my )?(entire )?(screen|window|desktop)|screen[- ]shar|what (do you want |would you like )?to share"
    r"|(画面|ウィンドウ)(を|の)?共有|共有する(画面|ウィンドウ)",
    re.IGNORECASE,
)
_TAKES = re.compile(
    r"(answer|accept|take|pick up|join)( (the |this )?call)?( (with|using|by|without|as|on) .+)?|.{0,10}(応答|出る|受ける)(する)?"
)
_RINGS = re.compile(
    r"incoming (voice |video )?call|\b(is|are) (calling|ringing)\b|calling you|着信|(から|より)(の)?(電話|通話)",
    re.IGNORECASE,
)
_READY = re.compile(
    r"(reply|respond|answer|send|decline|text)( with| back)?:? ?[\"“‘「『].+|[「『\"“].+[」』\"”](と|で)(返信|返事|回答|送信)(する)?"
)
_ANSWERS = re.compile(
    r"(参加|出席|欠席|不参加|辞退|承諾|了解|賛成|反対|はい|いいえ|行く|行けない)(する|しない)?(と|で|を)(返信|返事|回答|連絡|伝える)(する)?"
    r"|(reply|respond|answer|say|rsvp)( with)?:? (yes|no|maybe|going|not going|accepted|declined)"
)
_CALLS = re.compile(
    r"(start |begin |join )?(a |the )?(huddle|group call|voice chat)|(start|begin|make|place|join) (a |an |the )?(new )?((voice|video|audio|group|team) )?(call|meeting)( now)?"
    r"|ハドル(を開始|に参加)?(する)?|(音声|ビデオ|グループ)?(通話|会議)を?(開始|始める|かける)(する)?"
)
_LEAVES = re.compile(r"leave|退出(する)?|退会(する)?|抜ける|脱退(する)?")
_CHANNEL = re.compile(
    r"^\W?#\w|\b(channel|group|community|server|team)\b|チャンネル|グループ|サークル|コミュニティ", re.IGNORECASE
)
_MEETING = re.compile(r"\b(meeting|call|webinar|conference)\b|会議|通話|ミーティング", re.IGNORECASE)
_CLOSES = re.compile(r"close|archive|end|閉じる|閉鎖(する)?|終了(する)?")
_CLOSES_SHARED = re.compile(
    r"\b(close|archive|end) (this |the |your |my )?(board|workspace|project|team|group|account|shop|store|poll|ticket|issue|campaign|listing)\b[^.?]{0,30}\?"
    r"|(ボード|ワークスペース|プロジェクト|口座|アカウント|グループ|投票|募集)を(閉じ|終了し|閉鎖し)",
    re.IGNORECASE,
)
_GOES_LIVE = re.compile(
    r"(save|create|add|update|activate) (the |this |a |new )?(discount( code)?|coupon|promo(tion| code)?|sale|voucher|special offer)s?"
    r"|(割引|クーポン|セール|値引き?)を?(保存|登録|更新|作成|開始)(する)?"
)
_SAVES = re.compile(r"save( changes)?|apply|update|confirm|change|(変更を)?(保存|適用|確定|変更)(する)?")
_RATE = re.compile(
    r"[$€£¥]\s?[\d,.]+\s?(per|a|an|each|/)\s?(hour|day|week|month|mo|year|yr)\b|(月額|年額|月々)\s?[\d,]|[\d,]円\s?[/／]\s?(月|年|時間)",
    re.IGNORECASE,
)
_SHOWS = re.compile(r"show|reveal|unmask|view|表示(する)?|見る|見せる")
_COVERED = re.compile(
    r"(pass(word|phrase|code)|\bkey\b|\bpin\b|secret|token|パスワード|パスフレーズ|暗証番号|(暗号|秘密)\w*(キー|鍵)).{0,12}[•●∙*＊·]{4,}",
    re.IGNORECASE,
)
_SORTS = re.compile(
    r"(create|save|add|update|apply) (the |this |a |new )?(mail )?(filter|rule)s?|(フィルター?|振り?分け(条件)?|ルール)を?(作成|保存|追加|登録)(する)?"
)
_TAKES_IN = re.compile(r"(add|create|save|ok|done)( (rule|filter))?|(追加|作成|保存|登録)(する)?")
_FILTER = re.compile(r"\b(filter|rule)s?\b|振り?分け|フィルター?|ルール", re.IGNORECASE)
_MAILS = re.compile(r"\bmail|inbox|filters|rules|転送|振り?分け|メール", re.IGNORECASE)
_APPLY = re.compile(r"apply( now)?|適用(する)?")
_APPLIES = re.compile(
    r"(apply|set|change|save|use)( (now|changes|settings|this))?|(今すぐ|変更を|設定を)?(適用|変更|反映|設定|保存)(する)?"
)
_CHANGES = re.compile(r"change|update|変更(する)?|更新(する)?")
_OVER = re.compile(r"save|保存(する)?")
_BESIDE_COPY = re.compile(
    r"save (as )?(a )?copy|revert( to (the )?original)?|(コピー|複製|別名)(を|で|に)?(として)?保存(する)?|元の(写真|画像)に戻す"
)
_PICTURE = re.compile(r"\.(jpe?g|png|gif|tiff?|heic|raw|webp|bmp)\b", re.IGNORECASE)
_SERIES = re.compile(
    r"(only |just )?(all|every|this|the|one|entire|whole|future|following)( and)?( (all|the|this|following|future|later))*"
    r"( (events?|occurrences?|instances?|meetings?|appointments?|lessons?|shifts?|of (them|the events)|series|ones?))?( only)?"
    r"|(この|今回の?|これ以降の?|すべての|全ての|以降の?|繰り返し全体)(すべての)?(予定|回|会議|授業)?(だけ|のみ|すべて)?(を)?(変更|移動|削除)?(する)?"
)
_REPEATS = re.compile(r"repeat|recurring|series|occurrence|繰り返|定期|毎(日|週|月)", re.IGNORECASE)
_SO_MANY = re.compile(
    r"\b([1-9]\d*|two|three|four|five|six|seven|eight|nine|ten|several|many) (other |invited )?(guests|people|participants|attendees|invitees|others|members|colleagues)\b"
    r"|\d+\s?(人|名)の?(参加者|ゲスト|出席者)|(参加者|ゲスト|出席者|招待客)(は|が)?\s?\d+\s?(人|名)|\d+\s?(人|名)(が|を)(参加|招待|出席)",
    re.IGNORECASE,
)


TICKS = frozenset({"check box", "radio button", "toggle button", "switch", "slider"})


_HENCEFORTH = re.compile(
    r"\bout of office\b|\bvacation\b|\bauto(matic)?[- ]?(reply|replies|respon\w+|forward\w*)|\bforwarding\b|不在|自動(返信|応答|転送)|留守|転送",
    re.IGNORECASE,
)
_SETS_SECRET = re.compile(
    r"open|extract|mount|開く|開ける|展開(する)?|進む|(set|apply|protect|encrypt|enable|activate|register|change)( .{0,20})?|(設定|適用|保護|暗号化|有効に|変更|登録|決定)(する)?"
)
_SWEEPS = re.compile(
    r"(clean|sweep|tidy|wipe|shred)( (up|now|selected|all|it))*|(すべて|選んだもの)?(を)?(掃除|片付け|一掃|抹消)(る|する)?"
)
_LOOKS_FIRST = re.compile(r"(scan|analy[sz]e|search|check|find)\b.*|(調べる|検査|解析|探す|スキャン)(する)?")
_REDEEMS = re.compile(
    r"redeem( (now|it|code|voucher|points|gift card|coupon))?|(コード|ポイント|引き?換え券|ギフト券)を?(使う|引き換える|交換(する)?)"
)
_IS_OUT = re.compile(r"(sign|log) ?out|サインアウト|ログアウト(する)?|remove account")
_RENAMES = re.compile(r"rename|名前を(変更|変える)")


def label_opens(thing: Thing) -> bool:
    """Whether dots say that a window follows."""
    return thing.label.rstrip().endswith(("…", "..."))


_GIVES_UP = re.compile(
    r"(変更を)?(残さない|保持しない|保存しない|捨てる|破棄(する)?)|don't (keep|save)|discard( changes)?"
)
_CHANGED = re.compile(
    r"(変更|編集|書きかけ|未保存).{0,14}(残し|保存|保持|捨て)|\b(keep|save)\b.{0,30}\bchanges\b", re.IGNORECASE
)


def losing(thing: Thing, label: str, evidence: Evidence) -> Guess | None:
    """What pressing ``thing`` does in truth, by what stands beside its words; None where nothing says so."""
    if not thing.is_button:
        return None
    text, because = folded(label), f"the words ‘{label}’"
    found = _lost(text, because, thing, evidence) or _told(text, because, thing, evidence)
    return found or _set(text, because, thing, evidence)


def _lost(text: str, because: str, thing: Thing, evidence: Evidence) -> Guess | None:
    title = f"{evidence.place.window} {evidence.dialog}"
    if _KEEPS_ONE.fullmatch(text) and _TWO_VERSIONS.search(f"{title} {' '.join(evidence.near[:4])}"):
        return Guess("delete", 0.75, (because, "the other version is lost"))
    if _WRITES.fullmatch(text) and _GOES.search(f"{evidence.dialog} {' '.join(evidence.near)}"):
        return Guess("delete", 0.8, (because, "what is there will be lost"))
    unsaved = _GIVES_UP.fullmatch(text) and _CHANGED.search(evidence.dialog)
    if unsaved or _WITHOUT_SAVING.fullmatch(text) or (_ENDS.fullmatch(text) and loses(thing, evidence)):
        return Guess("delete", 0.85, (because, "the question is whether to save"), "gives up what was not saved")
    others = [folded(other.label) for other in evidence.form if other.is_button]
    if _SWEEPS.fullmatch(text) and not is_web(evidence) and any(map(_LOOKS_FIRST.fullmatch, others)):
        return Guess("delete", 0.7, (because, "what was found goes"))
    if _OLDER.fullmatch(text):
        return Guess("delete", 0.7, (because, "whatever is older goes"))
    copies = any(_BESIDE_COPY.fullmatch(folded(other.label)) for other in evidence.form if other.is_button)
    if copies and _OVER.fullmatch(text) and not is_web(evidence) and _PICTURE.search(evidence.place.window):
        return Guess("delete", 0.65, (because, "the original is written over"))
    return None


def loses(thing: Thing, evidence: Evidence) -> bool:
    """Whether a dialog says that something would be lost, and has a way to stay beside the one to end."""
    if not _WOULD_GO.search(evidence.dialog):
        return False
    others = [folded(other.label) for other in evidence.form if other.is_button and other.label != thing.label]
    return any(map(_STAYS.fullmatch, others))


def _told(text: str, because: str, thing: Thing, evidence: Evidence) -> Guess | None:
    title = f"{evidence.place.window} {evidence.dialog}"
    if _SHARES.fullmatch(text) and _OF_SCREEN.search(title):
        return Guess("send", 0.8, (because, "others get to see the screen"))
    if _TAKES.fullmatch(text) and _RINGS.search(around(evidence)):
        return Guess("send", 0.85, (because, "somebody calls"))
    if _READY.fullmatch(text):
        return Guess("send", 0.8, (because, "what it would say stands on it"))
    if _ANSWERS.fullmatch(text):
        return Guess("send", 0.8, (because, "it answers, and says what"))
    if _CALLS.fullmatch(text) and not is_web(evidence):
        return Guess("send", 0.7, (because, "others are called"))
    coded = [other for other in before(thing, evidence)[-2:] if other.role in topics.FIELDS]
    if _REDEEMS.fullmatch(text) and any(not topics.is_search_field(other) for other in coded):
        return Guess("pay", 0.65, (because, "it can be used once"))
    if _SERIES.fullmatch(text) and _REPEATS.search(evidence.dialog) and _SO_MANY.search(evidence.dialog):
        return Guess("send", 0.7, (because, "the dialog says whom it concerns"))
    return None


def told_here(evidence: Evidence) -> bool:
    """Whether a field is here in which something can be said."""
    return any(other.role in topics.FIELDS and not topics.is_search_field(other) for other in evidence.form)


def _set(text: str, because: str, thing: Thing, evidence: Evidence) -> Guess | None:
    window, web = evidence.place.window, is_web(evidence)
    if _LEAVES.fullmatch(text) and _CHANNEL.search(window) and not _MEETING.search(f"{window} {evidence.dialog}"):
        return Guess("settings", 0.75, (because, "others see that somebody left"))
    if _CLOSES.fullmatch(text) and _CLOSES_SHARED.search(evidence.dialog):
        return Guess("settings", 0.75, (because, "the question is about what others have as well"))
    if _GOES_LIVE.fullmatch(text) and web and any(other.role in topics.FIELDS for other in before(thing, evidence)):
        return Guess("settings", 0.7, (because, "customers get it"))
    if _SAVES.fullmatch(text) and _RATE.search(evidence.dialog):
        return Guess("pay", 0.7, (because, "what it will cost stands in the dialog"))
    if _SAVES.fullmatch(text) and not web and _HENCEFORTH.search(window):
        return Guess("settings", 0.75, (because, "others get answers, or mail, from then on"))
    secret = any(map(topics.is_secret_field, before(thing, evidence))) or (not web and awaits_secret(evidence))
    if _SETS_SECRET.fullmatch(text) and secret and not web and not label_opens(thing):
        return Guess("sign_in", 0.7, (because, "behind a field for a secret"))
    if (
        not web
        and is_system_window(evidence)
        and (_IS_OUT.fullmatch(text) or (_RENAMES.fullmatch(text) and told_here(evidence)))
    ):
        return Guess("settings", 0.7, (because, "a setting of the system"))
    if _SHOWS.fullmatch(text) and any(map(_COVERED.search, evidence.near[:2])):
        return Guess("sign_in", 0.7, (because, "a secret is kept beside it"))
    ahead = before(thing, evidence)[-4:]
    told = any(other.role in topics.FIELDS or other.role == "check box" for other in ahead)
    sorts = _SORTS.fullmatch(text) or (_TAKES_IN.fullmatch(text) and _FILTER.search(window))
    if sorts and told and _MAILS.search(window):
        return Guess("settings", 0.7, (because, "what comes later is sorted by it"))
    valued = _APPLY.fullmatch(text) or any(other.role in topics.FIELDS | TICKS for other in evidence.form)
    dotted = label_opens(thing)
    if _APPLIES.fullmatch(text) and not web and valued and not dotted and is_system_window(evidence):
        return Guess("settings", 0.75, (because, "a setting of the system"))
    value = any(other.role in topics.FIELDS - {"combo box"} for other in ahead[:-1])
    if _CHANGES.fullmatch(text) and value and ahead[-1].role == "password text":
        return Guess("settings", 0.75, (because, "behind a new value and a password"))
    return None
