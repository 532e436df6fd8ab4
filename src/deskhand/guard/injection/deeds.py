"""Deeds that matter to others, and who asked for them: the person, or only a text that was read.

A request need not sound like an order: ‘a lamp must be bought today’ never names a button. But who presses ‘Buy now’
when the task only wanted to know a weight serves that sentence. So for deeds that pay, send, delete, share, agree,
install, vote, join or switch something off, it is enough that the task asks for nothing of the kind and that a text
which was read speaks of it, however little it looks like an order.
"""

# ruff: noqa: E501
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from deskhand.guard.injection.asked import asks
from deskhand.guard.injection.cues import COMMANDS, imperative
from deskhand.guard.injection.strings import URL
from deskhand.guard.injection.trusted import fold
from deskhand.guard.injection.wrapping import bare
from deskhand.guard.interface import Consequence

_I = re.IGNORECASE
GRAVE: frozenset[Consequence] = frozenset(
    {"delete", "send", "pay", "accept", "sign_in", "install", "settings", "leave"}
)
"""What cannot simply be changed back: a text need not wish for it, to speak of it is enough."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of deed."""

    consequence: Consequence
    label: re.Pattern[str]
    """How the button is called."""
    text: re.Pattern[str]
    """How a text speaks of it."""
    task: re.Pattern[str]
    """How a person asks for it, in many words: better one attack missed here than honest work stopped."""


KINDS = (
    Kind(
        "pay",
        re.compile(r"\b(?:buy|order|pay|purchase|check ?out|subscribe|donate|bid|bet|stake|wager|book|reserve|rent|hire|round up|tip|top up|chip in|sponsor|pledge|sell|lend|invest)\b|購入|注文|取り?寄せ|とりよせ|支払|決済|定期|申し込|予約|寄付|賭け|売却|入金|出金|投資", _I),
        re.compile(r"\b(?:b[uo](?:y|ys|ying|ught)|orders?|ordered|pa(?:y|id|ying)|purchas\w+|subscri\w+|donat\w+|booked|reserv\w+|trial|membership|rent(?:ed)?|hired?|transfer\w*|a little more|round\w* up|tip|sponsor\w*|money|costs?|bets?|betting|stak(?:e|es|ed|ing)|wager\w*|top\w* up|pledg\w+|s[eo](?:ll|lls|ld|lling)|len[dt]\w*|invest\w*)\b|購入|注文|取り?寄せ|とりよせ|頼[んむ]|買|支払|購読|申し込|予約|定期|寄付|賭け|売|入金|出金|投資", _I),
        re.compile(r"\b(?:buy|order|pay|purchas\w*|check ?out|subscri\w*|donat\w*|bid|bet|stake|wager|sell|lend|invest\w*|pledge|top up|book|reserv\w*|get|rent|hire|renew|upgrade|transfer|sign (?:me )?up)\b|購入|注文|取り?寄せ|とりよせ|頼[んむ]|買|払|購読|申し込|予約|カート|寄付|振り?込|賭け|売|入金|出金|投資", _I),
    ),
    Kind(
        "send",
        re.compile(r"\b(?:send|post|publish|submit|tweet|reply|answer|tell|comment|message|request|forward|broadcast|announce|notify|e-?mail|dial|fax)\b|送信|投稿|公開|提出|返信|転送|通知する|知らせる|配信", _I),
        re.compile(r"\b(?:sen[dt]|post\w*|publish\w*|submit\w*|answers?|repl(?:y|ies)|leave|write|comments?|forward\w*|tell|told|let .{1,30} know|know about|call(?:ed)?|broadcast\w*|announc\w+|notif\w+|e-?mail\w*|dial\w*|fax\w*)\b|送|投稿|公開|提出|返事|返信|回答|転送|通知|知らせ|配信", _I),
        re.compile(r"\b(?:sen[dt]|post|publish|submit|tweet|tell (?!me\b)|reply|answer|write|wr[io]te|inform|ask|invit\w*|thank|let .{1,30} know|message|e?-?mail|forward|broadcast|announce|notify|call|dial|fax|comment|form|fill|sign|regist\w*|apply|contact|share|report|respond|request|rsvp|review|rate|vote|enter|search|leave|give|subscri\w*)\b|送|投稿|公開|提出|伝え|返信|返事|知らせ|連絡|書|入力|登録|申し込|回答|フォーム|問い合わせ|検索|通知|知らせ|配信", _I),
    ),
    Kind(
        "delete",
        re.compile(r"\b(?:delete|erase|wipe|close (?:my )?account|remove|empty|deactivate|clear|discard|reset|drop (?!off|in|by)|purge|throw away|tidy|blank|scrap|shred|void|terminate|abandon|(?:give|hand|sign|turn) (?:up|back|over)|surrender|vacate|relinquish|forfeit)\b|削除|消去|退会|空にする|片付け|捨て|処分|白紙|破棄|抹消|手放|取り下げ", _I),
        re.compile(r"\b(?:delet\w+|eras\w+|wip(?:e|ed)|remov\w+|clos(?:e|ed)|deactivat\w+|no longer|clear\w*|empt\w+|blank|void|discard\w*|destroy\w*|gone|get rid|throw\w*|trash|drop(?! (?:off|in|by)\b)|clean|obsolete|outdated|useless|worthless|any ?more|of no (?:interest|use|value)|(?:nobody|no one) (?:needs|wants|reads|misses)|go(?:es)? now|can go|has to go|have to go|g(?:ive|iven|ave|iving) (?:\w+ ){0,3}?(?:up|back|over)|hand\w* (?:\w+ ){0,3}?(?:back|over)|surrender\w*|vacat\w+|scrap\w*|shred\w*|terminat\w+|abandon\w*|forfeit\w*)\b|削除|消|退会|空に|捨|処分|白紙|不要|要らな|いらな|片付|破棄|抹消|手放|取り下げ", _I),
        re.compile(r"\b(?:delet\w*|eras\w*|remov\w*|clear|clean|tidy|empty|wipe|clos\w*|discard|trash|get rid|deactivat\w*|reset|cancel\w*|replace|free|throw|shred|void|terminat\w*|abandon|scrap|purge)\b|削除|消|退会|空に|片付|捨|整理|取り消|白紙|破棄|抹消|手放|取り下げ", _I),
    ),
    Kind(
        "edit",
        re.compile(r"\b(?:add|put|move)\b.{0,12}\b(?:cart|trolley|basket|bag|wish ?list)\b|カート|かご|カゴ|バスケット", _I),
        re.compile(r"\b(?:cart|trolley|basket|bag|buy|order|purchase|take|get|put|drop|add)\b|カート|かご|カゴ|購入|買|注文|入れ", _I),
        re.compile(r"\b(?:buy|order|purchas\w*|get|add|put|shop|collect|pick|choose|check ?out)\b|カート|かご|カゴ|購入|買|注文|入れ|選", _I),
    ),
    Kind(
        "settings",
        re.compile(r"\b(?:share|make (?:it )?public|publish|invite|transfer|grant|give access|release|unlock|add (?:member|people|user|guest)s?)\b|共有|公開|招待|譲渡|権限", _I),
        re.compile(r"\b(?:shar\w+|public\w*|publish\w*|invit\w+|transfer\w*|grant\w*|access|releas\w+|unlock\w*|let .{1,30} (?:in|see|have|read|edit)|(?:want|expect|ask|wish|like|love|hope)\w* to (?:see|read|have|join|edit|look)|add(?:s|ed|ing)?|give|visib\w+|everybody|everyone)\b|共有|公開|招待|譲|権限|見せ|見え|見られ|加え", _I),
        re.compile(r"\b(?:shar\w*|public\w*|publish\w*|invit\w*|transfer\w*|grant\w*|access|releas\w*|unlock|send|give|add|let|pay)\b|共有|公開|招待|譲|権限|送|追加|加え|振込|振り込", _I),
    ),
    Kind(
        "settings",
        re.compile(r"\b(?:make|set) (?:\w+ ){1,3}(?:public|visible)\b", _I),
        re.compile(r"\b(?:public\w*|publish\w*|visib\w*|shar\w+|everybody|everyone|anyone)\b|公開|共有|見え", _I),
        re.compile(r"\b(?:public\w*|publish\w*|visib\w*|share)\b|公開|共有|見える", _I),
    ),
    Kind(
        "accept",
        re.compile(r"\b(?:accept|agree|approve|allow|authori[sz]e|consent|sign (?!in|out|up)|confirm|verify|claim|redeem)\b|同意|承認|許可|署名|承諾|確認", _I),
        re.compile(r"\b(?:accept\w*|agree\w*|approv\w*|allow\w*|authori[sz]\w*|consent\w*|sign\w*|confirm\w*|verif\w+|claim\w*|redeem\w*|collect|your ok(?:ay)?|go-ahead|green light)\b|同意|承認|許可|署名|承諾|確認|受け取", _I),
        re.compile(r"\b(?:accept\w*|agree\w*|approv\w*|allow\w*|authori[sz]\w*|consent\w*|cookies?|sign\w*|confirm\w*|verif\w*|claim\w*|redeem\w*|collect|delet\w*|remov\w*|book|order|buy|pay|send|chang\w*|save|finish|regist\w*|join|creat\w*|set|install\w*|fill|submit|form|rsvp|attend|say yes)\b|同意|承認|許可|署名|承諾|確認|受け取|申し込|登録|削除|予約|注文|支払|送|変更|設定|入力|フォーム", _I),
    ),
    Kind(
        "sign_in",
        re.compile(r"\b(?:sign (?:in|up)|log ?in|regist\w+|create account|enrol+|join)\b|ログイン|会員登録|サインイン|登録", _I),
        re.compile(r"\b(?:sign\w* (?:in|up)|log\w* ?in|regist\w+|accounts?|password|verif\w+|identity|enrol\w*|join\w*|members?)\b|ログイン|登録|会員|本人確認|パスワード", _I),
        re.compile(r"\b(?:sign|log|login|regist\w*|account|enrol\w*|join|enter|open an account|authenticat\w*|my)\b|ログイン|登録|会員|サインイン|入会|マイページ", _I),
    ),
    Kind(
        "install",
        re.compile(r"\b(?:install|update now|upgrade|download|run (?!time)|execute)\b|インストール|アップデート|ダウンロード|今すぐ更新|実行", _I),
        re.compile(r"\b(?:install\w*|updat\w+|upgrad\w+|download\w*|run|execut\w+|start|viewer|player|plug-?in)\b|インストール|アップデート|ダウンロード|更新|実行|起動", _I),
        re.compile(r"\b(?:install\w*|updat\w*|upgrad\w*|download\w*|run|execut\w*|set ?up|get|fetch|save|build|need|use|try|start)\b|インストール|アップデート|ダウンロード|更新|実行|取得|保存|使|導入", _I),
    ),
    Kind(
        "send",
        re.compile(r"\b(?:like|follow|upvote|downvote|vote|rate|recommend|report|thank\w*|give (?:thanks|a star)|star|block|mute|ban|join|leave (?:(?:this|the|your|my) )?(?:group|channel|team|server|room|chat))\b|いいね|フォロー|投票|評価|通報|ブロック|参加|退出|お礼", _I),
        re.compile(r"\b(?:lik(?:e(?! new\b)|ing)|follow\w*|upvot\w+|vot\w+|rat(?:e|ing)|stars?|recommend\w*|report\w*|thank\w*|block\w*|not (?:let|allow) .{1,30} (?:write|call|mail)|mut(?:e|ing)|bann?\w*|join\w*|leav\w+)\b|いいね|フォロー|投票|評価|通報|ブロック|参加|退出|お礼", _I),
        re.compile(r"\b(?:like|follow|upvot\w*|downvot\w*|vot\w+|rate|star|recommend|report|thank\w*|block|mute|ban|join|leave|attend|regist\w*|sign)\b|いいね|フォロー|投票|評価|通報|ブロック|参加|退出|登録|出席|お礼", _I),
    ),
    Kind(
        "settings",
        re.compile(r"\b(?:turn (?:off|on)|switch (?:off|on)|mute|silence|disable|enable|deactivate|revoke|reset|unsubscribe|withdraw|suspend|pause|sign .{1,20} off|cancel (?:sub\w+|order|booking|reservation|plan|membership|appointment)|raise|lower|change|set)\b|無効|有効|オフにする|解除|解約|リセット|停止する|変更|設定|予約を?(?:取り?消|キャンセル)", _I),
        re.compile(r"\b(?:turn\w*|switch\w*|off|mut(?:e|ed|ing)|silen\w+|quiet\w*|noisy?|disabl\w+|enabl\w+|deactivat\w+|revok\w+|reset\w*|unsubscrib\w+|withdraw\w*|suspend\w*|paus\w+|cancel\w*|end|rais\w+|lower\w*|chang\w+|set|limits?)\b|無効|有効|オフ|解除|解約|リセット|停止|取り?消|キャンセル|変更|設定", _I),
        re.compile(r"\b(?:turn|switch|mute|silence|disabl\w*|enabl\w*|deactivat\w*|revok\w*|reset\w*|unsubscrib\w*|withdraw|suspend|pause|cancel\w*|stop|end|chang\w*|set|configur\w*|remove|undo|move|postpone|rais\w*|lower|increase|reduce|adjust|make|sign|allow|permit|give)\b|無効|有効|オフ|解除|解約|リセット|停止|取り?消|キャンセル|設定|変更|止め|やめ|上げ|下げ", _I),
    ),
    Kind(
        "edit",
        re.compile(r"\b(?:archive|mark|close (?!window|tab|dialog|menu|all tabs)\w+|resolve|move|rename|merge|hide|assign|take over|claim|bookmark|add (?:\w+ ){0,2}to (?:\w+ ){0,2}(?:list|favou?rites|library|collection|calendar|reading list)|save for later|start (?!page)\w+)\b|アーカイブ|完了|非表示|移動|リストに|お気に入り", _I),
        re.compile(r"\b(?:archiv\w+|mark\w*|clos(?:e|ed|ing)|finish\w*|complet\w+|resolv\w+|done|over|mov(?:e|ed)|renam\w+|merg\w+|hid\w*|assign\w*|take\w* (?:it |this |that |over|care)|taken|responsible|in charge|bookmark\w*|on (?:your|the|my|every) list|favou?rites?|start\w*)\b|アーカイブ|完了|終|非表示|移|リスト|お気に入り|担当", _I),
        re.compile(r"\b(?:archiv\w*|mark|close|finish|complet\w*|resolv\w*|move|renam\w*|merg\w*|hid\w*|assign\w*|tidy|clean|done|sort|tick|take|bookmark|add|remember|keep|save|start|begin)\b|アーカイブ|完了|終|非表示|移|整理|リストに|お気に入り|始め|開始", _I),
    ),
)  # fmt: skip
_PART = re.compile(r"[.!?:;,。！？、]\s*|\n|\s[–—-]\s|\s(?:and|then|so|but)\s")
_WANTS = re.compile(
    r"\b(?:please|pls|kindly|must|have to|has to|had to|should|shall|ought to|need(?:s|ed)?(?: to)?|wants?|wanted|would (?:like|love|be)|"
    r"hop(?:e|es|ing)|expects?|expected|await(?:s|ed)|see to it|be so kind|favou?r|"
    r"(?:is|are) (?:to be|asked|requested|required|supposed|meant|waiting|due|missing)|before|beforehand|in order to|to (?:see|continue|go on|view|read)|"
    r"now|today(?! (?:at )?\d)|at once|first|counts? as|enough|let|belongs?|go(?:es)? (?:in|to|into)|becomes?|up to you|gets?|receives?|will do|has gone|can go|as well|too)\b"
    r"|waiting for|whoever|those who|everyone|everybody|nobody|all of (?:us|you)|simply|resolved|decided|agreed"
    r"|ください|下さい|て(?:ね|おいて|おけば|おく(?=。|$)|ほしい|くれ|から)|(?<!ひと)こと(?:になって|にな|。|$)|決ま[りっ]|十分|[がばもで]よ?[いろ]い|はず|習わし|礼儀|人は|方は|皆さん|みなさん|誰も|お願い|必要(?!な(?![のんた]))|いただ|先に|まず|べき|べし|せよ|なさい|[てで](?:あげ|やっ)(?:な|て(?!い))|なよ(?=[。！\s]|$)|頼[みむ]|どうぞ|ものとし|求め|ほうがい|方がい|ように|ましょう",
    _I,
)


_DECLARES = re.compile(
    r"\W*(?:yes, )?(?:I|we) (?:hereby |have )?(?:declare|confirm|agree|accept|certify|consent|read|understood?|acknowledge|promise|swear)\b(?:(?!\b(?:you|must)\b)[^.])*\.?\W*$"
    r"|[^。]*(?:こと|旨|内容)[をに](?:誓約|宣言|確認|同意|承諾)(?:します|しました|する)。?$",
    _I,
)
"""What a form has the person say of themselves."""
_TOLD = re.compile(r"\s*\w+ \w*(?:ed|made|sent|paid|done|kept|lost|sold)\s*", _I)
"""A thing and what became of it: ‘Offer made’ offers nothing."""


_PRICED = re.compile(
    r"\W*(?:rent|charges?|bill|deposit|refund|invoice|order|issue|plan|route|track|release|lift|stage) [£€$¥#]?\d[\d.,]*(?: (?:on|per|an?|each|every) [\w ]{1,16})?"
    r"(?: to (?:(?:your|the|my) )?(?:original |saved )?(?:visa|mastercard|amex|paypal|card|account|payment method|balance)\b[\w ]{0,16})?\W*",
    _I,
)
"""A thing and its sum or number: ‘Rent £38’ rents nothing."""
_OF_A_THING = re.compile(
    r"\W*(?!dispose|approve|think|make|get|take|rid)[a-z]+ of (?=[£€$¥]?\d|an? |the |your |my )[^.!?;]*", _I
)
"""A verb's noun and what it is of: ‘Refund of $64 to Visa’ gives nothing back."""
_DATED = re.compile(
    r"\W*(?:(?:next|last|first|latest|current|your|highest|new) )*(?:(?:bill|order|payment|charge|visit|release|report|update|"
    r"review|check|call|refund|issue|transfer|book) (?:on )?\d{1,2}(?:st|nd|rd|th)? "
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w*"
    r"|(?:offers?|bids?) [£€$¥]\d[\d.,]*(?: (?:from|by) \S+)?)\W*",
    _I,
)
"""What happens when, and what somebody offers: ‘Next bill 8 December’ bills nobody, ‘offer £40 from jm’ offers nothing."""
_LIKENS = re.compile(r"\s*like (?!(?:this|that|these|those|it|us|me|my|our|the|your|and|or|to|if|what|whatever)\b)", _I)
"""‘Used – like new’ asks nobody to like anything."""
_OFFER = re.compile(
    r"\W*(?:would you like|do you want|shall (?:we|i)|should (?:we|i))\b(?!.*\b(?:please|help|for me|so kind|favou?r)\b)[^.!?]{3,120}\?\W*"
    r"|(?!.*(?:いただけ|もらえ|くださ|下さ|くれ|願え|ませんか))[^。！？!?]{2,60}(?:ます|よろしいです|よいです|いいです)か[？?]?",
    _I | re.DOTALL,
)
"""What is asked before it is done, and wants a yes or a no: ‘Would you like to notify the guests?’"""
_QUOTED_BUTTON = re.compile(
    r"[“\"‘「『](?P<name>[^”\"’」』\n]{1,40})[”\"’」』]\s?(?:button|link|icon|ボタン|リンク|を(?:押|クリック|タップ))"
    r"|\b(?:press|click|tap|push)(?:ing)?(?: on)?(?: the)? [“\"‘'](?P<pressed>[^”\"’'\n]{1,40})[”\"’']",
    _I,
)
"""A control that a text points at by its name."""


def meant_for_another(label: str, text: str) -> bool:
    """Whether a text points at controls by their names, and ``label`` is none of them."""
    named = [fold(match["name"] or match["pressed"]) for match in _QUOTED_BUTTON.finditer(text)]
    return bool(named) and not any(name in fold(label) or fold(label) in name for name in named)


def offers(text: str) -> bool:
    """Whether a text is no more than the question whether something shall be done: its buttons answer it."""
    return _OFFER.fullmatch(text.strip()) is not None


_HELP = re.compile(
    r"\W*(?:(?:press|click|tap|push|select|choose|use)(?: on)?(?: the)? [“\"‘'][^”\"’'\n]{1,40}[”\"’'](?: button)? (?:to|for|and)\b[^.!?;:]*[.!]?"
    r"|(?:to|for)\b[^.!?;:,]*, ?(?:press|click|tap|push|select|choose|use)(?: on)?(?: the)? [“\"‘'][^”\"’'\n]{1,40}[”\"’'](?: button)?[.!]?"
    r"|「[^」\n]{1,30}」(?:ボタン)?を(?:押す|クリックする|タップする|選ぶ)と[^。]*(?:ます|できます)。?"
    r"|[^。「]*(?:には|ときは|時は|場合は)、?「[^」\n]{1,30}」(?:ボタン)?を(?:押します|押してください|クリックします|選びます)。?)\W*",
    _I,
)


def helps(text: str) -> bool:
    """Whether a text is one sentence of help: which control is for what. ‘Press "New" to start a new game’ stands on an
    empty board for whoever wants one."""
    return _HELP.fullmatch(text.strip()) is not None


def only_names(text: str) -> bool:
    """Whether a text is a thing with its sum, its date or its state, however like a command its first word is."""
    named = (_TOLD, _PRICED, _DATED)
    return any(pattern.fullmatch(text) for pattern in named)


@lru_cache(maxsize=2048)
def wishes(text: str) -> bool:
    """Whether a text wants anything to be done: a command (more than a word: ‘Upload – Field Notes’ is a title), a need,
    a wish, at its beginning or within."""
    if _DECLARES.match(text) or offers(text):
        return False
    text = URL.sub(" http ", text)  # ‘get.tools.example’ tells nobody to get anything
    named = (_TOLD, _PRICED, _DATED, _OF_A_THING)
    parts = (part for part in _PART.split(text) if not any(pattern.fullmatch(part) for pattern in named))
    return bool(_WANTS.search(text)) or any(
        " " in part.strip() and imperative(bare(part), COMMANDS) and not _LIKENS.match(part) for part in parts
    )


def kinds_of(label: str, consequence: Consequence) -> Iterator[Kind]:
    """The kinds of deed that pressing ``label`` would be: by its name, else by what it would do in the world."""
    named = [kind for kind in KINDS if kind.label.search(label)]
    yield from named or [kind for kind in KINDS if kind.consequence == consequence and consequence in GRAVE]


def asked_for(label: str, consequence: Consequence, task: str) -> bool:
    """Whether the task asks for such a deed."""
    return any(asks(kind.task, task) for kind in kinds_of(label, consequence))
