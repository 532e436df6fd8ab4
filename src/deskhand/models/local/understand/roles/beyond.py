"""What no command of a program does, however well its words are known: texts of one's own, the world, other people.

The open reading keeps the words of a clause as they are, so "write a poem" would be looked for as a command. These words
say that knowledge, judgement or an act outside the screen is wanted.
"""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.models.local.understand.frame import Language

_INVENT: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:jokes?|poems?|limericks?|haikus?|lyrics|stor(?:y|ies)|essay\s+about|apology|letter\s+to|(?:write|type|compose|draft)\s+(?:me\s+)?(?:an?\s+)?(?:short\s+|long\s+|nice\s+|polite\s+)*(?:letter|e-?mail|message|report|song|text|speech|reply|paragraph|article|review|invitation)\b(?!\s+['\"“\ue000-\uf8ff])|"
        r"(?:short\s+)?summary\s+of|summari[sz]e|translate\b(?!\s+the\s+page)|translation|spelling\s+mistakes|correct\s+(?:all\s+)?(?:the\s+|my\s+)?(?:grammar|mistakes|errors)|name\s+that\s+fits|good\s+name|first\s+\d+\s+primes?|random\s+number|what(?:ever)?\s+it\s+(?:tells|says)|advice|your\s+(?:name|opinion|thoughts)|tic\s+tac\s+toe|in\s+one\s+sentence|explain|rewrite|rephrase|paraphrase|make\s+up)\b",
        re.I,
    ),
    "ja": re.compile(
        r"俳句|短歌|(?<![一-鿿])詩[をに]|作文して|物語|小説|歌詞|面白い話|冗談|要約|まとめを書|(?:英語|日本語|フランス語|スペイン語|中国語|ドイツ語|韓国語)に(?:訳|翻訳|直)|(?:を|の)(?:翻訳|和訳|英訳)し|手紙を書|返事を書|(?:メール|お礼状|謝罪文|感想文|挨拶文|スピーチ)を(?:書い|作)|しりとり|ちょうどいい名前|いい名前|書いてあること(?:を|は)(?:やって|実行)|考えて|アイデアを出"
    ),
}
_WORLD: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:weather|forecast|the\s+news|pizzas?|taxi|hotels?|restaurants?|pizzeria|flight|train\s+to|tickets?\s+(?:to|for)|pay\s+(?:my|the|this)\b|my\s+bank|order\s+(?:me\s+)?(?:a|an|two|three|some|\d+)\b|buy\s+me|on\s+my\s+usb|usb\s+stick|my\s+(?:name|address)(?:\s+and|\s*$|\s+in)|your\s+name|today's\s+date|current\s+(?:date|time)|the\s+date\b(?=\s+into)|phone\s+number\s+of\s+the\s+nearest|install\b|shut\s+(?:down\s+)?the\s+computer|water\s+my|(?:(?:^|you\s+to\s+|please\s+)(?:call|phone|ring))\s+(?:my|the)\s+(?:mother|father|mum|mom|dad|boss|doctor|dentist|sister|brother|wife|husband|landlord)|say\s+hello|whatever\s+you\s+(?:think|like|want)|pop\s+out|cook|hum\s+me|sing\b|dance|juggle|guess|remind\s+me\s+in\s+person|send\s+(?:an?\s+)?(?:e-?mail|mail|message)|reply\s+to|cheapest\s+(?:laptop|flight|hotel)|laptop\s+online|the\s+web\s+for|relaxing\s+music|some\s+music|my\s+week\s+goes|\w+\s+yourself|send\s+(?:it|this|them)\s+(?:round|around|over|off|to)|save\s+money|pharmacy|go\s+(?:down\s+|over\s+|up\s+)to\s+the\s+(?:shop|store|kitchen|office|cellar|basement|bank|printer)|when\s+it\s+feels)\b",
        re.I,
    ),
    "ja": re.compile(
        r"天気|ニュース(?:を|は)|ピザ|タクシー|ホテル|レストラン|おいしい|お店|飛行機|新幹線|電車の(?:切符|予約)|切符|チケット|銀行(?:から|に)?(?:払|振)|電気代を.*払|注文|通販|USBメモリ|私の名前|ぼくの名前|名前と住所を書|インストール|電源を(?:切|落)|シャットダウン|踊っ|歌って|印刷機|持ってき|届けて|電話(?:して|をかけ)|メールで送|メールを送|落ち着く音楽|元気が出る|節税|おつかれ|ありがと|なりそう|返事|思い出し|お金が(?:増|貯)|儲か"
    ),
}


def beyond(text: str, language: Language) -> str:
    """``invent`` or ``world`` where the words want what no command gives, else ""."""
    if _INVENT[language].search(text):
        return "invent"
    return "world" if _WORLD[language].search(text) else ""
