"""What kind of thing a quoted name is, said beside it: no part of the name, and hardly ever written on the screen.

“the bookmark "Trains"” is listed as Trains. Only words that name a kind are left off: the row under "Trains" is another
row, and 「Trains」のパスワード is less than Trains, so that taking the quoted part alone would act on the wrong thing.
"""

from __future__ import annotations

import re

_ENGLISH = (
    r"(?:(?:bookmark|feed|file|web|calendar|address|to-do) )?(?:book|bookmark|entry|item|row|line|article|paper|song|"
    r"track|album|playlist|event|appointment|task|reminder|note|card|contact|person|message|mail|feed|recipe|account|layer|"
    r"page|profile|channel|record|station|shape|object|picture|photo|category|tag|group|subtitle|document|reference|work)"
)
_JAPANESE = (
    r"(?:ブックマーク|エントリー?|項目|行|記事|論文|文献|書籍|本|曲|トラック|アルバム|プレイリスト|予定|イベント|タスク|リマインダー|"
    r"ノート|メモ|カード|連絡先|メッセージ|メール|フィード|レシピ|アカウント|レイヤー?|ページ|プロファイル|チャンネル|レコード|図形|"
    r"画像|写真|カテゴリー?|タグ|グループ|字幕|文書|作品)"
)
_OWN = r"(?:エントリー?|項目|行|記事|論文|文献|書籍|レシピ|字幕)"
"""Those that の joins to their own name. 「仕事」の予定 may as well be all that the calendar 仕事 holds."""
_QUOTED = r"[\"“「『](?P<name>[^\"“”「」『』]+)[\"”」』]"
_SAID = (
    re.compile(rf"(?:the )?{_ENGLISH}(?:,? (?:called|named|titled|entitled))? {_QUOTED}", re.IGNORECASE),
    re.compile(rf"(?:the )?{_QUOTED} {_ENGLISH}", re.IGNORECASE),
    re.compile(rf"{_QUOTED}(?:の{_OWN}|(?:という(?:名前の)?|と題した|と題する){_JAPANESE})"),
    re.compile(rf"{_JAPANESE}の?{_QUOTED}"),
)


def without_kind(name: str) -> str:
    """The quoted name alone, where a kind of thing is all that is said beside it; else empty."""
    said = next((match for pattern in _SAID if (match := pattern.fullmatch(name.strip()))), None)
    return said["name"].strip() if said is not None else ""
