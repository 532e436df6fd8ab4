"""Mild words that their place makes grave: *No* to an invitation, *Show codes*, *Stop* of a server.

With what stands beside them (`beside`), and with what lasts (`lasting`). Each of these stood on two fresh halves of the
measurements.
"""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.guard.consequence import topics
from deskhand.guard.consequence.beside import graver_beside
from deskhand.guard.consequence.guess import Guess, around, before, is_web
from deskhand.guard.consequence.labels import folded, meaning_of
from deskhand.guard.consequence.lasting import lasting
from deskhand.guard.consequence.losing import losing
from deskhand.guard.consequence.machines import moves
from deskhand.guard.consequence.questions import leads_out
from deskhand.guard.evidence import Evidence, Thing

_NO = re.compile(
    r"no|maybe|may be|tentative|decline|not going|can't go|いいえ|未定|欠席(する)?|不参加|参加しない|辞退(する)?|行けない|行かない"
)
_YES = re.compile(r"yes|going|accept|attend|join|はい|参加(する)?|出席(する)?|承諾(する)?|行く")
_THIRD = re.compile(r"maybe|may be|tentative|propose.*|interested|未定|仮承諾|別の(日|時).*|検討中|たぶん|保留")
_KEEPS_SECRETS = re.compile(
    r"\b(passwords?|vaults?|keychain|key ?rings?|authenticator|credentials?|secrets?|master password)\b"
    r"|\.kdbx?\b|パスワード|金庫|鍵|かぎ|合言葉|認証アプリ",
    re.IGNORECASE,
)
_TAKES_OUT = re.compile(
    r"(export|back up|print|download|share)( (the |my |all |to |as |data|vault|items?|passwords?|csv|file|entr(y|ies)|everything|of)*)*"
    r"|.{0,10}(書き?出す|書き?出し|エクスポート)(する)?"
)
_UNCOVERS = re.compile(
    r"(show|reveal|view|display|unmask|copy|see)( (the |my )?(one-time )?(passwords?|passphrase|secrets?|codes?|key|pin|it))?"
    r"|(パスワード|暗証番号|秘密|コード|合い?言葉|鍵)を?(表示|見る|見せる|コピー|写す)(する)?"
)
_GIVES_OUT = re.compile(
    r"copy (the |this )?password|password history|(パスワード|合い?言葉)を?(コピー|写す)(する)?|パスワードの履歴"
)
_GOES_IN = re.compile(r"(sign|log) ?in|connect|join|unlock|next|continue|ok|ログイン|サインイン|接続|次へ|続行|解錠")
_OF_KEEPERS = re.compile(
    r"copy (the |this )?(user ?name|login|password)|generate( password)?|lock( vault)?"
    r"|(利用者名|ユーザー名|パスワード)を?(コピー|写す)|生成(する)?|施錠(する)?"
)
_CODES = re.compile(
    r"(show|view|reveal|see|display|get|print|download|copy|generate)( new| my| the| all| backup| recovery)* codes?"
    r"|(バックアップ|予備|復旧)?コードを?(表示|見る|印刷|ダウンロード|コピー|保存)(する)?"
)
_OF_RECOVERY = re.compile(
    r"\b(backup|recovery|two[- ](step|factor)|2[- ]step|2fa|authenticat\w+|security)\b|バックアップ|復旧|予備|(二|2)段階|セキュリティ",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"[•●∙*＊·]{4,}")
"""What a page shows of a secret that it keeps."""
_ENDS = re.compile(r"stop|halt|停止|止める|中止")
_RUNS = re.compile(
    r"\b(services?|containers?|servers?|daemons?|units?|systemd|jobs?|docker|podman|virtual machines?|vms?|instances?|queue|printer|broadcast|cluster)\b"
    r"|サービス|コンテナ|サーバ|常駐|仮想|印刷機|プリンタ|放送|配信",
    re.IGNORECASE,
)
_STARTS = re.compile(r"start|restart|run|resume|reload|起動|開始|再起動|再開|一時停止")
_PLAYS = re.compile(r"play|pause|next|previous|record|track|再生|次の曲|録音", re.IGNORECASE)
_BLOCKS = re.compile(r"block( .{1,20})?|ブロック(する)?|着信拒否|受信拒否")
_OF_PEOPLE = re.compile(
    r"(un)?follow|mute|report|(un)?friend|add friend|message|ミュート|通報(する)?|フォロー(する)?|友達.*"
)
_TALKS = re.compile(
    r"chat|messenger|contacts?|phone|call|mail|talk|social|トーク|チャット|電話|連絡先|メール|会話", re.IGNORECASE
)
_ENDS_MATTER = re.compile(r"close|reopen|merge|クローズ|再オープン|マージ|閉じる|resolve")
_MATTER = re.compile(
    r"\b(issue|pull request|merge request|pr)s?\b|[#!]\d+|課題|プルリク|マージリクエスト|不具合", re.IGNORECASE
)
_SETS = re.compile(r"設定(する)?")
_TAKES_IN = re.compile(r"登録(する)?|追加(する)?|参加|送る")
_MAIL_FIELD = re.compile(r"e-?mail|mail address|メール", re.IGNORECASE)
_COMMENT = re.compile(r"comment|reply|コメント|返信|返事", re.IGNORECASE)
_ANSWERS = re.compile(r"reply|comment|返信(する)?|コメント(する)?|回答(する)?|登録|追加|更新|post|send")
_KEEPS = re.compile(r"save|yes|ok|remember|保存(する)?|はい|記憶(する)?")
_WANTS_TO = re.compile(
    r"\b(wants? to|would like to|asks? to|is requesting|requests? (access|permission|to)|is (asking|trying) to)\b"
    r"|を(求めて|要求して)い|しようとしてい|許可を求め",
    re.IGNORECASE,
)
_LETS = re.compile(
    r"(accept|allow|grant|permit|approve|let it|yes|trust)( (access|it|once|always|anyway|this time))?"
    r"|(今回だけ|常に)?(許可|承認|許す|信頼|はい)(する)?"
)
_OFFERS = re.compile(
    r"(save|remember|store|keep|update) (this |the |your )?(password|log-?in|card|passphrase)"
    r"|(パスワード|ログイン情報|カード)を?(保存|記憶|更新)",
    re.IGNORECASE,
)


_TOLD = re.compile(
    r"\b(guests?|people|participants?|members?|customers?|attendees?|subscribers?|everyone|they)\b.{0,20}\b(will|to)\b.{0,6}"
    r"(receive|get|be (notified|told|informed|e-?mailed|sent))|(に|へ)(は)?(通知|メール|お知らせ)(が|を)?.{0,6}(送|届|行き|されます)",
    re.IGNORECASE,
)


_TILL = re.compile(
    r"\b(till|pos|cash (register|desk|drawer)|check-?out desk|point of sale)\b|レジ(?!ス)|会計|釣り?銭|精算機",
    re.IGNORECASE,
)
_TAKES_MONEY = re.compile(
    r"cash|card|voucher|contactless|charge|exact|void|refund|no sale|(open|kick) (the )?drawer|pay ?out"
    r"|現金|カード|領収|電子マネー|qr決済|商品券|(取消|取り消し|返品|返金|精算|出金|払い戻し)(する)?|(ドロア|引き?出し)を?(開く|開ける)"
)
_LETS_GO = re.compile(r"解除(する)?")
_SIGNS_OUT = re.compile(r"(sign|log) ?out|ログアウト(する)?|サインアウト")
_DEVICES = re.compile(
    r"\b(devices?|sessions?|signed in on|last (seen|active|used))\b|端末|セッション|最終利用", re.IGNORECASE
)


_SPEAKS_UP = re.compile(
    r"unmute( me| myself| my (microphone|mic))?|(turn|switch) on (my |the )?(microphone|mic|camera|video)|start (my )?video"
    r"|(turn|switch) (my |the )?(microphone|mic|camera|video) on|ミュートを?解除(する)?"
    r"|(マイク|カメラ|ビデオ)を?(入れる|オン(にする)?|開始(する)?)"
)
_MEETS = re.compile(r"\b(meeting|call|participants?|share screen|raise hand)\b|会議|通話|画面(を)?共有", re.IGNORECASE)


_SPREADS = re.compile(r"tweet|toot|repost|retweet|reblog|boost|拡散(する)?|リポスト(する)?")
_POSTED = re.compile(
    r"\b(reply|timeline|home|feed|posts?|favou?rite|follow(ers|ing)?)\b|フォロ(ー|ワー)|返信|いいね|タイムライン|ホーム|投稿",
    re.IGNORECASE,
)


_FORMATS = re.compile(
    r"format( (the )?(disk|drive|volume|partition|card|device))?|erase|wipe|初期化(する)?|フォーマット(する)?"
)
_ENDS_BATCH = re.compile(r"commit|コミット(する)?|確定(する)?")
_BATCH = re.compile(r"roll ?back|ロールバック(する)?")
_PRIVATE_KEY = re.compile(
    r"(export|show|view|copy|reveal|display|back up|print|save|download)( the| my| this| your)?"
    r" ((private|secret|recovery|master|signing) keys?|((seed|mnemonic|recovery|backup|secret)( (phrase|words))?))( .*)?"
    r"|(復元|復旧|回復)の?(言葉|フレーズ)を?(表示|見る|コピー|保存|印刷|写す)(する)?"
    r"|(秘密|復旧|復元|回復)(鍵|キー)を?(書き?出す|書き?出し|表示|見る|コピー|保存|印刷|エクスポート)(する)?"
)
_DISKS = re.compile(
    r"\b(disks?|drives?|volumes?|partitions?|usb|sd card|file ?system|fat32|ntfs|ext4)\b|ディスク|ドライブ|円盤|区画|パーティション",
    re.IGNORECASE,
)


def graver(thing: Thing, label: str, evidence: Evidence) -> Guess | None:
    """What pressing ``thing`` does in truth, where its words alone were taken for mild; None where nothing says so."""
    found = graver_beside(thing, label, evidence) or _in_its_place(thing, label, evidence)
    found = found or lasting(thing, label, evidence) or losing(thing, label, evidence)
    return found or moves(thing, label, evidence)


def _in_its_place(thing: Thing, label: str, evidence: Evidence) -> Guess | None:
    text, because = folded(label), f"the words ‘{label}’"
    others = [folded(other.label) for other in evidence.form if other.is_button and other.label != thing.label]
    title = f"{evidence.place.window} {evidence.place.program}"
    answer = _NO.fullmatch(text) or _THIRD.fullmatch(text) or _YES.fullmatch(text)
    if answer is not None and not evidence.dialog and _answers_invitation(text, others):
        return Guess("send", 0.8, (because, "an answer beside *yes* and *maybe*"))
    wants = not is_web(evidence) and evidence.dialog and _WANTS_TO.search(evidence.dialog)
    if wants and _LETS.fullmatch(text):
        return Guess("settings", 0.75, (because, "the dialog says what it wants to do"))
    if _KEEPS.fullmatch(text) and evidence.dialog and _OFFERS.search(evidence.dialog):
        return Guess("sign_in", 0.75, (because, "a password is kept"))
    if evidence.dialog and thing.is_button and _TOLD.search(evidence.dialog) and not leads_out(text):
        return Guess("send", 0.75, (because, "the dialog says who will be told"))
    if _CODES.fullmatch(text) and _OF_RECOVERY.search(" ".join((evidence.place.window, *evidence.near[:6]))):
        return Guess("sign_in", 0.75, (because, "codes that let somebody into an account"))
    if keeps_secrets(evidence) and (_TAKES_OUT.fullmatch(text) or _UNCOVERS.fullmatch(text)):
        return Guess("sign_in", 0.75, (because, "passwords are kept here"))
    startable = any(map(_STARTS.fullmatch, others)) and not any(map(_PLAYS.match, others))
    if _ENDS.fullmatch(text) and startable and _RUNS.search(f"{title} {around(evidence)}"):
        return Guess("settings", 0.75, (because, "others hang on what runs there"))
    social = is_web(evidence) or _TALKS.search(around(evidence)) or any(map(_OF_PEOPLE.fullmatch, others))
    if _BLOCKS.fullmatch(text) and not evidence.dialog and social:
        return Guess("settings", 0.7, (because, "somebody is shut out"))
    if _LETS_GO.fullmatch(text):
        return Guess("settings", 0.7, (because, "what held is let go"))
    if _SIGNS_OUT.fullmatch(text) and any(map(_DEVICES.search, (evidence.place.window, *evidence.near[:4]))):
        return Guess("settings", 0.7, (because, "another device is signed out"))
    if not is_web(evidence) and _TAKES_MONEY.fullmatch(text) and _TILL.search(title):
        return Guess("pay", 0.75, (because, "at a till"))
    if _SPEAKS_UP.fullmatch(text) and _MEETS.search(around(evidence)):
        return Guess("settings", 0.7, (because, "others hear and see more"))
    if _SPREADS.fullmatch(text) and _POSTED.search(around(evidence)):
        return Guess("send", 0.8, (because, "others get to see it"))
    if _ENDS_BATCH.fullmatch(text) and any(map(_BATCH.fullmatch, others)):
        return Guess("settings", 0.7, (because, "what was tried on a database holds from then on"))
    if _PRIVATE_KEY.fullmatch(text):
        return Guess("sign_in", 0.75, (because, "whoever has it gets in"))
    if _FORMATS.fullmatch(text) and thing.role != "menu" and _DISKS.search(f"{title} {evidence.dialog}"):
        return Guess("delete", 0.75, (because, "what is on a disk goes"))
    merges = any("merge" in other or "reopen" in other for other in others)
    ends = _ENDS_MATTER.fullmatch(text) is not None and (text not in ("close", "閉じる") or merges)
    if ends and thing.role != "menu item" and _MATTER.search(evidence.place.window):
        return Guess("send", 0.75, (because, "a matter that others work on"))
    if _SETS.fullmatch(text) and is_web(evidence) and _field_before(thing, evidence, within=5) is not None:
        return Guess("settings", 0.7, (because, "a field for it stands before it"))
    if is_web(evidence) and not evidence.dialog and (field := _field_before(thing, evidence)) is not None:
        told = f"{field.label} {field.caption}"
        if field.role == "combo box":
            return None
        if _TAKES_IN.fullmatch(text) and _MAIL_FIELD.search(told):
            return Guess("send", 0.7, (because, f"behind a field for an address (‘{told.strip()[:40]}’)"))
        if _ANSWERS.fullmatch(text) and _COMMENT.search(told) and not topics.is_search_field(field):
            return Guess("send", 0.75, (because, f"behind a field for it (‘{told.strip()[:40]}’)"))
    return None


def _answers_invitation(text: str, others: list[str]) -> bool:
    """Whether three answers stand side by side: yes, no and something between."""
    yes = _YES.fullmatch(text) is not None or any(map(_YES.fullmatch, others))
    third = _THIRD.fullmatch(text) is not None or any(map(_THIRD.fullmatch, others))
    no = _NO.fullmatch(text) is not None or any(map(_NO.fullmatch, others))
    return yes and no and third


def keeps_secrets(evidence: Evidence) -> bool:
    """Whether passwords are kept here: by the window's name, or since one stands covered on it and no field for it."""
    if any(_HIDDEN.search(text) and _KEEPS_SECRETS.search(text) for text in evidence.near):
        return True
    gives = [folded(other.label) for other in evidence.form if other.is_button]
    filled = any(field.role == "password text" and field.value for field in evidence.form)
    if filled and not is_web(evidence) and _shows_or_makes(gives) and not any(map(_GOES_IN.fullmatch, gives)):
        return True
    kept = any(map(_GIVES_OUT.fullmatch, gives))  # no page for signing in has these beside its field
    if not kept and any(field.role == "password text" for field in evidence.form):
        return False
    title = f"{evidence.place.window} {evidence.place.program}"
    return _KEEPS_SECRETS.search(title) is not None or any(
        _UNCOVERS.fullmatch(name) and _KEEPS_SECRETS.search(name) for name in gives
    )


def _shows_or_makes(labels: list[str]) -> bool:
    """Whether buttons stand there that a list of passwords has, and no window for signing in."""
    return any(map(_OF_KEEPERS.fullmatch, labels))


def _field_before(thing: Thing, evidence: Evidence, within: int = 2) -> Thing | None:
    """The field that stands just before a button, a box or another button of it between them at most."""
    for field in reversed(before(thing, evidence)[-within:]):
        if field.role in topics.FIELDS:
            return field
        said = meaning_of(field.label) if field.is_button else None
        if said is not None and said.consequence in ("send", "pay", "sign_in"):
            return None  # the field before that button is that button's
    return None
