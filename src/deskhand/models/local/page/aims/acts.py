# ruff: noqa: E501 - an act is read more easily in one line
"""Acts by all their names, in wishes and on controls, in English and Japanese: a thesaurus, one line an act.

"Get rid of it", "Remove", "削除" and a bin are one act. What the wish calls it and what the page calls it need not agree.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

_ACTS: dict[str, tuple[str, str, str]] = {
    # act: (English words, Japanese stems, signs)
    "delete": (r"delet\w*|remov\w*|trash|bin|discard\w*|erase|get rid of|throw (?:\w+ )?(?:away|out)|take (?:\w+ )?(?:off|out)", r"削除|消[しすせ]|取り除|外[しす]|捨て|ゴミ箱|除外", "🗑×✕✖xX"),
    "archive": (r"archiv\w*", r"アーカイブ|しまっ", ""),
    "buy": (r"(?:add|put|place|pop)\b.*\b(?:cart|basket|bag|trolley)|add to (?:cart|basket|bag)|buy|purchase|order|into (?:the |my )?(?:cart|basket|bag)", r"カート|かご|購入|買[いうっ]|注文", "🛒"),
    "book": (r"book|reserv\w*", r"予約|申し?込", ""),
    "add": (r"add|append|insert|include|put|new|create|join\w*|invite", r"追加|加え|入れ(?!替)|作成|新規|招待", "+＋"),
    "follow": (r"follow", r"フォロー(?!解除|を外)", ""),
    "unfollow": (r"unfollow|unsubscrib\w*", r"フォロー(?:解除|を外)|解除", ""),
    "subscribe": (r"subscrib\w*|sign up|register", r"登録|購読", ""),
    "like": (r"like", r"いいね", "♥♡👍❤"),
    "favourite": (r"favou?rites?|star(?:red)?|bookmark|save for later|wish ?list", r"お気に入り|スター|ブックマーク|星", "★☆♥♡⭐"),
    "reply": (r"reply|answer|respond|write back", r"返信|返事|回答|答え", "↩"),
    "forward": (r"forward|pass (?:\w+ )?on", r"転送", ""),
    "send": (r"send|post|publish|submit|share|tell|message|write to|hand in|let \w+ know", r"送[っりるろ信]|投稿|伝え|発信|提出|教えて", "➤✈▶"),
    "search": (r"search|find|look (?:up|for)|show (?:me )?results", r"検索|探[しすせ]|調べ", "🔍🔎"),
    "save": (r"sav\w*|keep|store|apply|update", r"保存|適用|更新|記録", "💾"),
    "confirm": (r"confirm\w*|ok(?:ay)?|yes|agree|accept|approv\w*|finish|done|complet\w*|check ?out|proceed|place (?:the |my )?order|pay|finali[sz]e|check in", r"確定|確認|承認|同意|承諾|はい|完了|決定|進[むめ]|受け入れ|支払|会計", "✓✔"),
    "reject": (r"reject|declin\w*|refus\w*|deny|no", r"拒否|断[っりる]|却下|辞退|いいえ", "✗✕×"),
    "cancel": (r"cancel\w*|call off|stop|abort|undo", r"キャンセル|取り?消|中止|やめ", ""),
    "edit": (r"edit|chang\w*|modif\w*|correct|fix|amend|adjust|alter|updat\w*", r"編集|変更|修正|直[しすせ]|訂正|変え", "✎✏"),
    "rename": (r"renam\w*", r"名前を?変|改名", ""),
    "open": (r"open|view|show|details?|display|see|expand|unfold|go to|visit|switch to|read", r"開[いくけ]|表示|詳細|見せ|見たい|切り替え", "▸▶"),
    "close": (r"clos\w*|dismiss|hide|collapse", r"閉じ|隠[しす]|非表示", "×✕✖"),
    "download": (r"download|export", r"ダウンロード|書き出|エクスポート", "↓⬇"),
    "upload": (r"upload|attach|import", r"アップロード|添付|取り込", "↑⬆"),
    "print": (r"print", r"印刷", "🖨"),
    "copy": (r"copy|duplicat\w*", r"コピー|複製|写", "⧉"),
    "play": (r"play|start|begin|launch|run|resume", r"再生|開始|始め|スタート", "▶►"),
    "pause": (r"paus\w*|halt|stop", r"一時停止|停止|止め", "⏸❚"),
    "mute": (r"mute|silence", r"ミュート|消音", "🔇"),
    "block": (r"block|ban", r"ブロック", ""),
    "report": (r"report|flag", r"報告|通報", "⚑"),
    "pin": (r"pin", r"ピン", "📌"),
    "read": (r"mark(?:ed)? (?:\w+ )*as read|read", r"既読", ""),
    "tick": (r"tick|check(?: off)?|mark|select|choose|pick|choice|highlight|vote(?: for)?", r"選[びぶんべ択]|チェック|印|投票|選ば", ""),
    "clear": (r"untick|uncheck|deselect|unselect|clear|reset", r"(?:チェック|選択)を?(?:外|解除)|クリア|リセット", ""),
    "move": (r"mov\w*|put|drag|place|shift|transfer|bring", r"移[しす動]|動か|ドラッグ|入れ替え|並べ", ""),
    "login": (r"log ?(?:me )?in|sign (?:me )?in|verify|unlock", r"ログイン|サインイン|認証", ""),
    "logout": (r"log ?(?:me )?out|sign (?:me )?out", r"ログアウト|サインアウト", ""),
    "next": (r"next|continu\w*|forward|proceed", r"次へ?|進む|続[けく]", "›→>"),
    "back": (r"back|previous|return", r"戻[るっり]|前へ|前の(?:月|週|日|ページ|画面)", "‹←<"),
    "on": (r"(?:turn|switch|toggle|set|put) (?:\w+ )*on|enabl\w*|activat\w*|on", r"オン|有効|つけ|ON|入れ(?!替)", ""),
    "off": (r"(?:turn|switch|toggle|set|put) (?:\w+ )*off|disabl\w*|deactivat\w*|off", r"オフ|無効|消|OFF|切[っりる]", ""),
    "sort": (r"sort|order|arrange|rank", r"並べ替え|並び替え|ソート|順", "⇅"),
    "filter": (r"filter|only show|show only|narrow", r"絞り?込|だけ表示|のみ表示", ""),
    "write": (r"writ\w*|typ\w*|enter|fill(?: in| out)?|input|put down|note", r"書[いくけ]|入力|記入|打", ""),
    "set": (r"set|mak\w*|chang\w*|switch|turn|should be|adjust|rais\w*|lower|increas\w*|reduc\w*|decreas\w*", r"に(?:して|変更|設定|する)|設定|変え|増や|減ら|上げ|下げ", ""),
    "rate": (r"rat\w*|stars?", r"評価|星|★", "★☆"),
    "translate": (r"translat\w*", r"翻訳", ""),
    "call": (r"call|ring|phone", r"電話", "☎📞"),
}  # fmt: skip


@cache
def _english(act: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_ACTS[act][0]})\b", re.IGNORECASE)


@cache
def _japanese(act: str) -> re.Pattern[str]:
    return re.compile(_ACTS[act][1])


@lru_cache(maxsize=4096)
def acts_in(text: str) -> tuple[str, ...]:
    """The acts that a wish or a label names, in the order in which they stand there."""
    found: list[tuple[int, str]] = []
    bare = re.sub(r"[\"“「『][^\"”」』]*[\"”」』]", lambda quote: " " * len(quote[0]), text)
    for act in _ACTS:
        hit = _english(act).search(bare) or _japanese(act).search(bare)
        if hit is not None:
            found.append((hit.start(), act))
    return tuple(act for _, act in sorted(found, key=lambda pair: pair[0]))


def is_sign(text: str, act: str) -> bool:
    """Whether a lone sign stands for the act: × for deleting."""
    text, signs = text.strip(), _ACTS[act][2]
    lone = 0 < len(text) <= 2 and all(sign in signs for sign in text)
    return lone or (len(text) < 16 and text[:1] in "+＋×✕✖✎" and text[:1] in signs)


def label_names(label: str, act: str) -> bool:
    """Whether a control's label names the act, and little else."""
    if is_sign(label, act):
        return True
    return len(label) < 40 and act in acts_in(label)
