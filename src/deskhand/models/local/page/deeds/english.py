# ruff: noqa: E501 - pairs are read more easily in one line
"""What is told by its looks, number or place, said in English: 「3番目の赤い四角」 is "third red square".

Names stay as they are; but what has no name is found by the same words in both languages, so it needs one finder only.
"""

from __future__ import annotations

import re

from deskhand.models.local.page.words import MONTHS

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_WORDS = {
    "赤": "red", "青": "blue", "緑": "green", "黄": "yellow", "黒": "black", "白": "white", "灰": "gray", "紫": "purple", "橙": "orange",
    "オレンジ": "orange", "ピンク": "pink", "茶": "brown", "水色": "cyan", "紺": "navy", "四角形": "square", "四角": "square", "正方形": "square",
    "長方形": "rectangle", "三角形": "triangle", "三角": "triangle", "まる": "circle", "丸": "circle", "円": "circle", "点": "dot", "星": "star",
    "図形": "shape", "箱": "box", "枠": "box", "行": "row", "列": "column", "項目": "item", "商品": "item", "品物": "item", "ボタン": "button",
    "リンク": "link", "段落": "paragraph", "単語": "word", "文字": "letter", "数字": "number", "数": "number", "カード": "card", "画像": "picture",
    "マス": "cell", "セル": "cell", "欄": "field", "チェックボックス": "checkbox", "タブ": "tab", "もの": "one", "結果": "result",
    "一番大き": "largest", "最も大き": "largest", "最大": "largest", "一番小さ": "smallest", "最も小さ": "smallest", "最小": "smallest",
    "一番色が濃": "darkest", "一番濃": "darkest", "一番暗": "darkest", "一番色が薄": "palest", "一番薄": "palest", "一番明る": "brightest",
    "一番長": "longest", "一番短": "shortest", "一番高": "highest", "一番低": "lowest", "一番安": "cheapest", "一番古": "oldest",
    "一番新し": "newest", "一番上": "first", "一番下": "last", "一番左": "leftmost", "一番右": "rightmost", "最初": "first", "先頭": "first",
    "最後": "last", "左上": "top left", "右上": "top right", "左下": "bottom left", "右下": "bottom right", "真ん中": "middle",
    "中央": "middle", "左": "left", "右": "right", "上": "top", "下": "bottom", "大き": "large", "小さ": "small",
}  # fmt: skip
_KNOWN = sorted(_WORDS, key=len, reverse=True)
_NTH = re.compile(r"(?:上から|左から)?(\d{1,2}|[一二三四五六七八九十])(?:番目|つ目|つめ|個目|行目|件目)")
_IDLE = re.compile(r"(?:の|な|い|色|形|にある|側)+|\s+")


def in_english(words: str) -> str | None:
    """The words in English; None where any of them is a name, or not known."""
    text = re.sub(r"いちばん|もっとも|最も", "一番", words.strip())
    if (month := re.fullmatch(r"(\d{1,2})月", text)) is not None and 0 < int(month[1]) < 13:
        return MONTHS[int(month[1]) - 1].capitalize()
    if (day := re.fullmatch(r"(\d{1,2})日", text)) is not None:
        return f"day {day[1]}"
    if (page := re.fullmatch(r"(\d{1,3})ページ目?", text)) is not None:
        return f"page {page[1]}"
    told: list[str] = []
    at = 0
    while at < len(text):
        if (nth := _NTH.match(text, at)) is not None:
            number = int(nth[1]) if nth[1].isdigit() else "〇一二三四五六七八九十".index(nth[1])
            told.append(_ORDINALS[number - 1] if 0 < number < 11 else f"{number}th")
            if "行目" in nth[0]:
                told.append("row")
            at = nth.end()
        elif (word := next((one for one in _KNOWN if text.startswith(one, at)), None)) is not None:
            told.append(_WORDS[word])
            at += len(word)
        elif (idle := _IDLE.match(text, at)) is not None and told:
            at = idle.end()
        else:
            return None
    return " ".join(told) or None
