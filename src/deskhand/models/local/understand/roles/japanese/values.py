"""Values in Japanese without brackets: 来週の火曜, 15時, 840円, 名前は原稿一式."""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.models.local.steps import Ref
from deskhand.models.local.understand.atoms import Atoms, any_of

_N = r"(?:\d+|[一二三四五六七八九十]+)"
DATE = (
    rf"(?:毎(?:週|月|日|年)(?:の?[月火水木金土日]曜日?|の?{_N}日)?|(?:今週|来週|再来週|先週|今度|次)の?[月火水木金土日]曜?日?(?!\w*[ァ-ヶ])|(?:{_N}年)?{_N}月{_N}日(?:\([月火水木金土日]\))?|{_N}日(?!間)|[月火水木金土日]曜日?|\d{{4}}[-/]\d\d?[-/]\d\d?|\d{{1,2}}/\d{{1,2}}"
    r"|今日|明日|あした|あさって|明後日|昨日|今月末|来月末|月末|今週末|来週|来月)"
)
TIME = rf"(?:(?:午前|午後|朝|夜|夕方|昼)の?)?(?:{_N}時(?:半|{_N}分)?(?!間)|\d{{1,2}}:\d\d)|正午"
AMOUNT = rf"(?:[¥￥]\s?[\d,]+|[\d,.]+万?円|[\d,.]+万(?!円)|{_N}円)"
SPAN = rf"{_N}(?:時間(?:半)?|分(?:間)?(?!の)|秒(?:間)?|日間|週間)"
FIELD = (
    r"(?:名前|題名|題|タイトル|件名|表題|金額|値段|価格|日付|日時|時間|時刻|開始(?:時刻|日)?|終了(?:時刻|日)?|場所|メモ欄?|備考欄?|摘要|費目|カテゴリー?|分類|説明|内容|本文|優先度|重要度|期限|締め?切り?|期日|通知|リマインダー|色|幅|高さ|サイズ|大きさ|氏名|お?名前|電話(?:番号)?|住所|メール(?:アドレス)?|人数|個数|数量|型|年|"
    r"区切り(?:文字)?|文字コード|パスワード|ファイル名|フォント(?:サイズ)?|角度|速度|間隔|支払い?先|支払い?方法|取引先|口座|ジャンル|アーティスト|アルバム|単位|桁数?|余白|品質|画質|解像度|形式|繰り返し|タグ|URL|アドレス|宛先|名称|シート名|曜日|ページ|列幅|行の高さ|文字サイズ|残高)"
)
_PAIR = re.compile(
    rf"(?:^|(?<=[、。\s]))(?:その)?(?P<name>{FIELD})(?:は|:|：|を(?=[^、,。]+に(?:し|設定|変更|変え|、|$)))\s*(?P<value>{any_of('quote')}|[^、。を]{{1,30}}?)(?:という名前|って名前)?(?:で(?:お願い|登録|追加|作成|保存)?|に(?:し|設定し|して)?|と(?:し|いう)?|です|でお願い)?(?=[、。]|$|{any_of('quote')})"
)
_IN_FIELD = re.compile(
    rf"(?:^|(?<=、))(?P<name>[^、。\ue000-\uf8ff]{{1,12}}?)の?(?:欄|フィールド|ボックス)に(?P<value>{any_of('quote')})(?:と|を)?(?:、|$)"
)
_FORMS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"(?P<value>{TIME})から(?=\s*{TIME}まで)"), "開始"),
    (re.compile(rf"(?P<value>{TIME})まで"), "終了"),
    (
        re.compile(
            rf"(?P<value>{DATE})(?:の(?=\s*(?:朝|夜|午|昼|夕|\d))|に|から|まで(?:に)?|、|,|は|(?<=日)の|$)(?<!昨日の)(?<!今日の)(?<!明日の)"
        ),
        "日付",
    ),
    (re.compile(rf"(?P<value>{TIME})(?:に|から|の|、|,|$)"), "時刻"),
    (re.compile(rf"(?P<value>{AMOUNT})(?:を|で|の|、|,|$)?"), "金額"),
    (re.compile(rf"(?P<value>{SPAN})(?:で|の|、|,|$)"), "長さ"),
)
_NAMED = re.compile(
    rf"(?P<value>{any_of('quote', 'file')}|[^\sをにはがで、。]{{1,20}})(?:という(?:名前|題名|タイトル|題|名称)?|って(?:いう)?(?:名前|題名|タイトル|題|名称|(?=ノート|メモ|フォルダ|タグ|シート|ページ|予定|タスク|リスト|タブ|項目|列|表|プレイリスト|アルバム)|$))(?P<by>の|で|に|として)?"
)


def pairs(text: str, atoms: Atoms) -> tuple[str, list[tuple[str, str | Ref]]]:
    """``金額は840円、費目は通信費``: the fields that are named, and what is left."""
    found: list[tuple[str, str | Ref]] = []
    while (match := _IN_FIELD.search(text)) is not None:
        found.append((match["name"], atoms.plain(match["value"]).strip()))
        text = f"{text[: match.start()]}{text[match.end() :]}".strip("、, ")
    while (match := _PAIR.search(text)) is not None:
        found.append((match["name"], atoms.plain(match["value"]).strip()))
        text = f"{text[: match.start()]}{text[match.end() :]}".strip("、, ")
    return re.sub(r"[、,]{2,}", "、", text), found


def forms(text: str, atoms: Atoms) -> tuple[str, list[tuple[str, str | Ref]]]:
    """Dates, times and amounts by their own form."""
    found: list[tuple[str, str | Ref]] = []
    for pattern, name in _FORMS:
        while (match := pattern.search(text)) is not None:
            found.append((name, atoms.plain(match["value"])))
            text = f"{text[: match.start()]}{text[match.end() :]}".strip("、, ")
    return text, found


def named(text: str, atoms: Atoms) -> tuple[str, str]:
    """``「家計」というシート``: the name, and what is left."""
    match = _NAMED.search(text)
    if match is None:
        return text, ""
    return f"{text[: match.start()]}{text[match.end() :]}", atoms.plain(match["value"]).strip()
