"""What a window is about: the words and fields that make a *Continue* mean a purchase here and a page there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from deskhand.guard.consequence import words
from deskhand.guard.evidence import Evidence, Thing
from deskhand.guard.interface import Consequence

_FLAGS = re.IGNORECASE

_PRICE = re.compile(r"[$€£¥￥]\s?\d[\d,.]*|\d[\d,.]*\s?(円|(usd|eur|gbp|jpy)\b)", _FLAGS)
_SEARCH = re.compile(
    r"search|find|filter|query|keyword|look ?up|\bwhere( to| from)?\b|(lowest|highest) price"
    r"|\b(min|max)(imum)?\b(?! (bid|offer|amount to))"
    r"|\b(price|cost|rent|budget|size|year|date|age|hour)s? (from|to|up|under|over|range|between|min|max)"
    r"|track(ing)? (no|number|id)|検索|キーワード|絞り込|しぼ|さがす|探す|をさがし|調べ"
    r"|(価格|料金|家賃|金額|年齢|面積)\S{0,4}(下限|上限|から|まで)|(円|万円)(以上|以下)|駅名|地名|行き先",
    _FLAGS,
)
_MESSAGE = re.compile(
    r"message|comment|reply|body|review|feedback|question|post|tweet|description|note|answer"
    r"|\bwhat('s| is) (happening|on your mind|new)\b|いま(どうしてる|なにしてる)"
    r"|\btext to\b|\bsay (something|hello|hi|it)\b|\bwrite (to|something)\b"
    r"|メッセージ|コメント|返信|本文|レビュー|ご?意見|内容|質問|投稿|ひとこと|一言|伝言|書き?[込こ]",
    _FLAGS,
)
_CARD = re.compile(
    r"card (number|no)|credit card|debit card|cvv|cvc|security code|expir"
    r"|カード(番号|情報)|有効期限|セキュリティコード",
    _FLAGS,
)
_ACCOUNT = re.compile(r"iban|account number|sort code|routing number|口座番号", _FLAGS)
_CODE = re.compile(
    r"password|passphrase|\bpin\b|passcode|\botp\b|secret|\b\w+[- ]digit (code|number)"
    r"|(verification|one[- ]time|2fa|mfa|auth\w*|sms|backup|recovery|log-?in|sign[- ]in|access) code"
    r"|two[- ](step|factor) code|\bm?tan\b|transaction number"
    r"|^\W*\d[- ]digits?\b"
    r"|\b(wi-?fi|wireless|wpa\d?|wep|network|pre-?shared|api|access|auth\w*|bearer|client|private|security|encryption"
    r"|decryption|recovery|restore|master|unlock|session|account|device|host|app|shared|stream(ing)?|webhook|wallet"
    r"|decrypt\w*|signing) ?(key|token)\b|^\W*token\W*$"
    r"|\b(approval|transaction|signing|pairing|unlock|door|alarm|entry|gate|safe|device|activation|reset|sync|linking)"
    r" (code|pin)"
    r"|\bcode ?word\b|\b(seed|recovery|mnemonic) (phrase|words)\b|\bpass ?key\b"
    r"|(無線|ネットワーク|暗号化?|セキュリティ|接続|認証|アクセス|api|秘密|共有|復旧|復元|回復|解除|マスター|配信|署名)の?(キー|鍵)"
    r"|(ペアリング|解除|解錠|復旧|復元|接続|再設定|連携|取引|署名)(用)?の?(コード|番号|数字|言葉)|承認(番号|コード)|トークン"
    r"|(確認|認証|本人確認|照合|承認)用の?(番号|数字|コード|文字)|(復元|復旧|シード)(フレーズ|の言葉)"
    r"|code (from|in|on|we|sent|shown)|(enter|type) (the|your) code|security (question|answer)|mother's maiden"
    r"|(二|2|２)段階(認証)?の?(番号|コード)|パスワード|暗証番号|認証コード|確認コード|ワンタイム|認証番号|確認番号|[桁けた]の?(番号|コード|数字)|合言葉|秘密の質問",
    _FLAGS,
)
_ABOUT_SECRET = re.compile(r"(secret|password|key|token|code) ?(name|label|title|hint|length|note)s?\b", _FLAGS)
"""A field for what a secret is called holds none."""
_SETTINGS = re.compile(r"control-?cent(er|re)|settings|preferences|tweaks|^設定", _FLAGS)
_OWN_SETTINGS = re.compile(
    r"(chrome|about|edge|brave|vivaldi):(//)?(settings|extensions|flags|password|preferences|addons|config)"
)
"""Pages on which a browser is set."""
_PERSONAL = re.compile(r"\bname|e-?mail|phone|address|street|birth|氏名|名前|メール|電話|住所|生年月日", _FLAGS)
_WORDY = re.compile(
    r"^(?!from|under|over|up to|above|below|less|more|about|only|was|save|between|each|per|plus|extra|express|standard"
    r"|delivery|shipping|option|choose|show|see|view)[a-z]{3,}"
    r"|^(?!.*(以上|以下|未満|から|まで|前後|税|合計|総額|小計|送料|料金|値段|価格|約|平均|引き?$|オフ|クーポン|表示|見|絞|順"
    r"|比べ|くらべ|選|さがす|探|残高)).*[ぁ-ゟァ-ヺ一-鿿]{2}",
    _FLAGS,
)
"""‘レンタル 400円’ is a deed; ‘1,000円以下’, ‘合計 400円’ are none."""
_GOODS = re.compile(
    r"\d[\d,.]*\s+[a-z]+ for ([$€£¥]\s?)?\d|(\bfor|:) [$€£¥]?\s?\d+([.,]\d{2})$"
    r"|[(（][+-]?\s?\d+[.,]\d{2}( (a|per|each) ?\w*)?\s*[)）]$"
    r"|(個|枚|回|冊|本|缶|人|泊|コイン|ジェム)\S{0,3}\d[\d,]*円",
    _FLAGS,
)
"""So many of something for a price."""
FIELDS = frozenset({"text", "entry", "password text", "combo box", "spin button", "text area", "paragraph", "section"})


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing that a yes would mean here."""

    consequence: Consequence
    weight: float
    """0 to 1."""
    because: str
    """The words that say so."""


def of_dialog(text: str) -> Topic | None:
    """What a dialog asks about; None when it only tells."""
    for consequence, pattern in words.of_dialogs():
        found = pattern.search(text)
        if found is not None:
            return Topic(consequence, 0.9, _cut(text, found))
    return None


def of_page(evidence: Evidence) -> list[Topic]:
    """What the page or window is about, the surest first; near words count more than far ones."""
    found: dict[Consequence, Topic] = {}

    def note(topic: Topic) -> None:
        known = found.get(topic.consequence)
        if known is None or topic.weight > known.weight:
            found[topic.consequence] = topic

    near = " \n".join(evidence.near[:12])
    page = " \n".join((evidence.place.window, *_of_site(evidence)))
    heads = "\n".join((evidence.place.window, *headings(evidence), *evidence.near[:3]))
    for consequence, pattern, weight in words.of_pages():
        if consequence == "settings":  # a link to the settings stands on every page
            hit = pattern.search(heads)
            if hit is not None:
                note(Topic(consequence, min(1.0, weight + 0.15), _cut(heads, hit)))
            continue
        hit = pattern.search(near)
        if hit is not None:
            note(Topic(consequence, min(1.0, weight + 0.15), _cut(near, hit)))
        elif (hit := pattern.search(page)) is not None:
            note(Topic(consequence, weight, _cut(page, hit)))
    if _OWN_SETTINGS.match(evidence.place.address):
        note(Topic("settings", 0.75, evidence.place.address))
    if _SETTINGS.search(evidence.place.program):
        note(Topic("settings", 0.7, evidence.place.program))
    for field in evidence.form:
        topic = _of_field(field)
        if topic is not None:
            note(topic)
    prices = _PRICE.findall(page)
    if prices and "pay" in found and found["pay"].weight < 0.8:
        note(Topic("pay", found["pay"].weight + 0.1, found["pay"].because))
    return sorted(found.values(), key=lambda topic: -topic.weight)


def _of_site(evidence: Evidence) -> tuple[str, ...]:
    """The texts of a page without those that the browser has around it: ‘Save password?’ is none of its affairs."""
    if evidence.chrome:
        return evidence.texts
    own = {text for element in evidence.elements if element.page for text in (element.name, element.value)}
    others = {element.name for element in evidence.elements if not element.page} - own if own else set[str]()
    return tuple(text for text in evidence.texts if text not in others)


def headings(evidence: Evidence) -> tuple[str, ...]:
    return tuple(element.name for element in evidence.elements if element.role == "heading")


def _of_field(field: Thing) -> Topic | None:
    told = f"{field.label} {field.caption}"
    if field.role == "password text":
        return Topic("sign_in", 0.85, field.label or "a password field")
    if field.role not in FIELDS:
        return None
    if _CARD.search(told) or _ACCOUNT.search(told):
        return Topic("pay", 0.85, told.strip())
    if _CODE.search(told):
        return Topic("sign_in", 0.75, told.strip())
    if _MESSAGE.search(told) and not _SEARCH.search(told):
        return Topic("send", 0.7, told.strip())
    return None


def is_secret_field(thing: Thing) -> bool:
    return thing.role == "password text" or (
        thing.role in FIELDS
        and _CODE.search(f"{thing.label} {thing.caption}") is not None
        and _ABOUT_SECRET.search(thing.label.replace("_", " ")) is None
    )


def is_card_field(thing: Thing) -> bool:
    return thing.role in FIELDS and _CARD.search(f"{thing.label} {thing.caption}") is not None


def is_search_field(thing: Thing) -> bool:
    return _SEARCH.search(f"{thing.label} {thing.caption}") is not None


def is_message_field(thing: Thing) -> bool:
    return _MESSAGE.search(f"{thing.label} {thing.caption}") is not None and not is_search_field(thing)


def is_personal(thing: Thing) -> bool:
    """Who or where somebody is: a form with several of these goes to somebody."""
    return thing.role in FIELDS and _PERSONAL.search(f"{thing.label} {thing.caption}") is not None


def names_price(text: str) -> bool:
    """Whether a price stands in the text beside words that do something (``Chip in $10``, not ``From $10``)."""
    if _GOODS.search(text):
        return True
    return _PRICE.search(text) is not None and _WORDY.search(_PRICE.sub("", text)) is not None


def only_price(text: str) -> bool:
    """Whether a price stands there, and no deed: ‘From $10’, ‘1,000円以下’."""
    return _PRICE.search(text) is not None and not names_price(text)


def _cut(text: str, found: re.Match[str]) -> str:
    start = max(0, found.start() - 15)
    return " ".join(text[start : found.end() + 15].split())[:80]
