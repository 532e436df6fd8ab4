"""Mild words for what lasts: *Mark as paid*, *Exit group*, *Power off…*, 上書き保存 over a photo.

What others are told by, what a group, a book year or a machine is ended by, and what is
written over an original looks like a harmless button everywhere else.
"""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.guard.consequence import topics, words
from deskhand.guard.consequence.guess import Guess, around, before, is_web
from deskhand.guard.consequence.labels import folded
from deskhand.guard.evidence import Evidence, Thing

_GOES_ON_TO_END = re.compile(
    r"(yes,? )?(continue|proceed|go on|carry on) (to|with) (cancel|delete|clos|deactivat|terminat|unsubscrib|leav)\w*\b.*"
)
_TELLS_STATE = re.compile(
    r"mark (it |this |order |invoice )?(as )?(fulfilled|shipped|dispatched|delivered|sent|paid|refunded|picked up|ready( for .*)?|received)"
    r"|(発送|出荷|入金|支払い?|配達|受取|受け取り|納品)(済み?)?(に|として|を)(する|記録|通知|マーク)(する)?"
)
"""A state that a customer or the books hear of."""
_LEAVES_OTHERS = re.compile(
    r"(exit|quit) (the |this )?(group|channel|community)( chat)?|leave (the |this )?"
    r"(group( chat)?|channel|server|community|team|organi[sz]ation|workspace|board|family|project)"
    r"|(グループ|チャンネル|サーバー|コミュニティ|チーム|組織|ワークスペース|ボード|家族)(を|から)?(退会|脱退|退出|抜ける|ぬける)(する)?"
)
_ENDS_WHOLE = re.compile(
    r"(close|end|lock) (the |this |my )?(account|campaign|poll|(fiscal |financial |book )?year|books|(accounting )?period|month|quarter|term"
    r"|shift|batch|till|register|day|ledger)"
    r"|(口座|アカウント|投票|募集|受付)を(閉じる|締め切る)|(年度|会計年度|期|月次|決算)(の|を)?(締め切り|締め切る|締め|締める|繰り越す|繰越)(処理)?(する)?"
)
_ENDS_SHARED = re.compile(
    r"(close|archive) (the |this )?(board|workspace|project)|(ボード|ワークスペース|プロジェクト)を閉じる"
)
"""A page's, which others have as well; a program only closes the file of its own."""
_DRAFTS = re.compile(
    r"convert to draft|ready for review|mark as ready for review|re-?request review|下書きに(変換|戻す)(する)?"
)
_REQUEST = re.compile(r"\b(pull request|merge request|pr)\b|[#!]\d+|プルリク|マージリクエスト", re.IGNORECASE)
_CLEARS_DONE = re.compile(
    r"(clear|delete|remove|purge) (all )?(completed|finished|done)( (tasks?|items?|to-?dos?|entries))?"
    r"|(完了(済み)?|終わった)(の)?(タスク|項目|やること|もの)?を?(すべて)?(削除|消去|消す)(する)?"
)
_INSISTS = re.compile(
    r"(keep|download|open|run|use|install|send|continue|proceed|allow) anyway|それでも(.{1,6})(する|く|む)?"
)
_POWER = re.compile(
    r"power off|shut ?down|(turn|switch) off (the |this )?(computer|pc|machine|device)"
    r"|電源を(切る|オフにする|落とす)|シャットダウン(する)?"
)
_STARTS_ANEW = re.compile(
    r"(restart|reboot)( now| the (computer|machine|device|system))?|(今すぐ)?再起動(する)?|log ?out|ログアウト(する)?"
)
_MACHINE = re.compile(
    r"\b(power|session|shut ?down|system|settings|computer|device)\b|電源|システム|設定|端末|セッション", re.IGNORECASE
)
_OVERWRITES = re.compile(
    r"上書き(保存)?(する)?|overwrite( (the )?(original|file|photo|image))?|save over( (the )?original)?|replace original"
)
_ORIGINAL = re.compile(r"\.(jpe?g|png|gif|tiff?|heic|raw|webp|bmp|mp3|wav|flac|ogg|mp4|mov|mkv|avi)\b", re.IGNORECASE)
"""A picture or a recording: what is worked on is the original, and no text that one goes on writing."""
_ROWS = re.compile(r"(delete|remove) (the |this )?(row|line|entry|posting)|(行|仕訳|明細)を(削除|消す)(する)?")
_BOOKS = re.compile(r"\b(ledger|book-?keeping|general journal|books)\b|帳簿|仕訳|会計|家計簿", re.IGNORECASE)
_TO_WITHIN = re.compile(
    r"apply (to|permissions to) (all )?(enclosed|sub|contained|included)[ -]?(files|folders|items|directories).*"
    r"|(中の|下位の|サブ)(ファイル|フォルダー?|項目)(にも|に|へ)適用(する)?"
)
_CHILD = re.compile(
    r"\b(parental|screen ?time|family (link|safety)|kids? profile)\b|見守り|ペアレンタル|保護者", re.IGNORECASE
)
_LETS_CHILD = re.compile(r"(extend|add|grant|give|allow|more)\b.*|.{0,8}(延長|追加|許可|増やす|解除)(する)?")
_CHANGES = re.compile(r"(change|update|set)|(変更|更新|設定)(する)?")
_NEW = re.compile(r"\bnew\b|新しい|新規", re.IGNORECASE)
_SAVES_COMMENT = re.compile(r"save|保存(する)?|コメントを?(保存|追加|投稿)(する)?|(save|add|post) comment")
_COMMENT = re.compile(r"\bcomment\b|コメント", re.IGNORECASE)
_HOLDS_UP = re.compile(
    r"(pause|suspend|skip|stop|hold)( (the |this |next )?\w+)?|(change|amend) (the |this )?order|(一時)?停止(する)?|休止(する)?|見送る"
)
_TILL = re.compile(r"\b(till|pos|cash (register|desk))\b|レジ(?!ス)", re.IGNORECASE)
"""There a sale is put aside for the next customer."""
_MONEY_GOES = re.compile(
    r"\b(standing orders?|direct debits?|recurring|pay(ments?|roll|ees?)|transfers?)\b|自動(振替|引き?落と?し|送金)|振込|口座|給与",
    re.IGNORECASE,
)
_SIGNS = re.compile(
    r"(add|insert|place|apply|draw) (my |your |the |an? )?(initials?|signatures?|stamp|seal)\b.*|(decline|refuse)( to sign)?|finish( and \w+)?"
    r"|(署名|押印|捺印|サイン)(を(する|追加|挿入|入れる))?(する)?|(署名を)?(辞退|拒否)(する)?"
)
_TO_BE_SIGNED = re.compile(
    r"\b(sign here|by signing|signature of|your signature|sign and)\b|署名欄|ここに署名|押印欄", re.IGNORECASE
)
_TRIES = re.compile(
    r"(try|start)( it)?( for)?( free)?( for)? \d+ (days?|weeks?|months?)( free)?|(start|begin|get|try)( (the|a|my|your|free|\d+-day))* trial"
    r"|\d+(日|週|か月|ヶ月)間?(無料で|お)?(試す|体験する)|(無料)?体験を(始める|開始する?)"
)
_ON_THE_BILL = re.compile(
    r"(add|charge|put)( it| this| that)? (to|on) (my|the|your) (bill|account|tab|room)|請求に(追加|加える)(する)?"
)
_CAPS = re.compile(
    r"(save|set|apply|update) (the |my |this )?(spending )?(cap|limit|allowance|budget|threshold|rules?)|上限を(保存|設定)(する)?"
)
_TRUSTS = re.compile(
    r"import (the |a |an )?((public|signing|repository|private) )?(key|certificate)s?( file)?|(公開)?(鍵|証明書)(ファイル)?を?(読み込む|取り込む|インポート)(する)?"
)
_BEGINS_AGAIN = re.compile(r"start over|discard everything|最初からやり直す|全部やり直す")
_STEPS = re.compile(r"next|back|previous|finish|次へ|戻る|完了")
_SAVES_OVER = re.compile(r"save|(上書き)?保存(する)?")
_FEES = re.compile(r"[$€£¥]\s?\d|\d\s?円|再加入|/\s?(月|month|mo)\b|契約|オプション", re.IGNORECASE)
_TAKES_OFF = re.compile(r"外す|はずす|remove")


def lasting(thing: Thing, label: str, evidence: Evidence) -> Guess | None:
    """What pressing ``thing`` does in truth, where its words alone were taken for mild; None where nothing says so."""
    text, because, web = folded(label), f"the words ‘{label}’", is_web(evidence)
    title = f"{evidence.place.window} {evidence.place.program}"
    if goes_on_to_end(label):
        return Guess("delete", 0.7, (because, "it says what it goes on to"))
    if _TELLS_STATE.fullmatch(text):
        return Guess("send", 0.7, (because, "others are told, or count on it"))
    if _LEAVES_OTHERS.fullmatch(text):
        return Guess("settings", 0.75, (because, "others see that somebody left"))
    if _ENDS_WHOLE.fullmatch(text) or (web and _ENDS_SHARED.fullmatch(text)):
        return Guess("settings", 0.7, (because, "what many things hang on is ended"))
    if _DRAFTS.fullmatch(text) and _REQUEST.search(evidence.place.window):
        return Guess("send", 0.75, (because, "a matter that others work on"))
    if _CLEARS_DONE.fullmatch(text):
        return Guess("delete", 0.7, (because, "several at once, and no wastebasket"))
    if _INSISTS.fullmatch(text):
        return Guess("settings", 0.65, (because, "in spite of a warning"))
    if _TO_WITHIN.fullmatch(text):
        return Guess("settings", 0.75, (because, "whatever lies in it is changed"))
    if _SIGNS.fullmatch(text) and any(map(_TO_BE_SIGNED.search, evidence.near)):
        return Guess("accept", 0.7, (because, "a paper to be signed"))
    if _TRIES.fullmatch(text):
        return Guess("accept", 0.7, (because, "what is tried is agreed to, and paid later"))
    if _TRUSTS.fullmatch(text):
        return Guess("settings", 0.7, (because, "what such a key vouches for is trusted from then on"))
    if _ON_THE_BILL.fullmatch(text):
        return Guess("pay", 0.75, (because, "it is charged"))
    if _CAPS.fullmatch(text) and before(thing, evidence)[-1:] and before(thing, evidence)[-1].role in topics.FIELDS:
        return Guess("settings", 0.7, (because, "a limit that holds from then on"))
    if not web:
        if _HOLDS_UP.fullmatch(text) and _MONEY_GOES.search(title) and not _TILL.search(title):
            return Guess("settings", 0.7, (because, "money goes by it"))
        others = [folded(other.label) for other in evidence.form if other.is_button]
        if _BEGINS_AGAIN.fullmatch(text) and not any(map(_STEPS.fullmatch, others)):
            return Guess("delete", 0.65, (because, "what was made so far goes"))
        if _SAVES_OVER.fullmatch(text) and thing.role == "menu item" and _ORIGINAL.search(evidence.place.window):
            return Guess("delete", 0.6, (because, "the original is written over"))
        if thing.role != "menu" and (
            _POWER.fullmatch(text) or (_STARTS_ANEW.fullmatch(text) and _MACHINE.search(title))
        ):
            return Guess("settings", 0.75, (because, "the machine goes off"))
        if _OVERWRITES.fullmatch(text) and _ORIGINAL.search(evidence.place.window):
            return Guess("delete", 0.65, (because, "the original is written over"))
        if _ROWS.fullmatch(text) and _BOOKS.search(title):
            return Guess("delete", 0.7, (because, "a row of the books"))
        if _CHILD.search(title) and _LETS_CHILD.fullmatch(text):
            return Guess("settings", 0.7, (because, "what a child may do"))
        return None
    ahead = before(thing, evidence)[-1:]
    if _TAKES_OFF.fullmatch(text) and _FEES.search(f"{title} {' '.join(evidence.near[:3])}"):
        cart = words.around("cart").search(around(evidence))
        return None if cart else Guess("settings", 0.7, (because, "what is paid for stands beside it"))
    if not ahead or ahead[0].role not in topics.FIELDS or evidence.dialog:
        return None
    field = ahead[0]
    told = f"{field.label} {field.caption}"
    sets = _NEW.search(told) if field.role == "password text" else words.around("grants").search(told)
    if _CHANGES.fullmatch(text) and sets:
        return Guess("settings", 0.7, (because, f"behind ‘{told.strip()[:40]}’"))
    if _SAVES_COMMENT.fullmatch(text) and field.role in ("text area", "text", "entry") and _COMMENT.search(told):
        return Guess("send", 0.7, (because, f"behind a field for it (‘{told.strip()[:40]}’)"))
    return None


def goes_on_to_end(label: str) -> bool:
    """Whether it goes on, and to the end of something: ‘Continue to cancel my subscription’, a link as well."""
    return _GOES_ON_TO_END.fullmatch(folded(label)) is not None
