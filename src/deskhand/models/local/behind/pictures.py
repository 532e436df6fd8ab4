"""What a picture becomes by its said change: a part of it, another size, a border, lighter or darker; as ImageMagick's
own words."""

# ruff: noqa: E501
from __future__ import annotations

import re

_HALF = re.compile(r"\bhalf\b|半分|2\s*分の\s*1|二分の一|1/2", re.IGNORECASE)
_TWICE = re.compile(r"\b(?:double|twice)\b|[2２二]倍", re.IGNORECASE)
_PERCENT = re.compile(r"(?<![\d.])(\d{1,3}(?:\.\d+)?)\s*(?:%|％|percent\b|パーセント)", re.IGNORECASE)
_FACTOR = re.compile(r"(?<![\d.])(\d(?:\.\d+)?)\s*(?:times\b|倍|x\b(?!\s*\d))", re.IGNORECASE)
_SIZE = re.compile(
    r"(?<![\d.])(\d{1,5})\s*(?:px|pixels?|ピクセル)?\s*(?:[x×✕*＊]|by\b)\s*(\d{1,5})(?!\d)", re.IGNORECASE
)
_WIDE = re.compile(
    r"(?:\bwidth\b(?:\s+(?:of|to|is))?|幅|横幅|横)\D{0,4}?(\d{1,5})|(\d{1,5})\s*(?:px|pixels?)?\s*(?:wide\b|in\s+width)",
    re.IGNORECASE,
)
_HIGH = re.compile(
    r"(?:\bheight\b(?:\s+(?:of|to|is))?|高さ|縦)\D{0,4}?(\d{1,5})|(\d{1,5})\s*(?:px|pixels?)?\s*(?:high\b|tall\b|in\s+height)",
    re.IGNORECASE,
)
_RESIZES = re.compile(
    r"\b(?:re-?siz|scal|shrink|enlarg|reduc|magnif)\w*|\bsize\b|大きさ|サイズ|拡大|縮小|解像度|半分|倍", re.IGNORECASE
)
_CROPS = re.compile(r"\b(?:crop|cut|trim)\w*|切り抜|切り取|トリミング|クロップ", re.IGNORECASE)
_CORNERS = (
    (r"(?:top|upper)[ -]*left|左上", "NorthWest"), (r"(?:top|upper)[ -]*right|右上", "NorthEast"),
    (r"(?:bottom|lower)[ -]*left|左下", "SouthWest"), (r"(?:bottom|lower)[ -]*right|右下", "SouthEast"),
    (r"\b(?:centre|center|middle)\b|中央|真ん中|中心", "Center"),
    (r"\bleft\s+(?:half|part|side|edge)|左(?:半分|側|端)", "West"), (r"\bright\s+(?:half|part|side|edge)|右(?:半分|側|端)", "East"),
    (r"\b(?:top|upper)\s+(?:half|part|edge)|上(?:半分|側|端)", "North"), (r"\b(?:bottom|lower)\s+(?:half|part|edge)|下(?:半分|側|端)", "South"),
)  # fmt: skip
_AT = re.compile(r"(?:\bat\b|\bfrom\b|位置|座標|開始)\D{0,12}\(?\s*(\d{1,5})\s*[,、]\s*(\d{1,5})\s*\)?", re.IGNORECASE)
_BORDER = re.compile(r"\b(?:border|frame)\b|枠|縁", re.IGNORECASE)
_PIXELS = re.compile(r"(\d{1,4})\s*-?\s*(?:px|pixels?|ピクセル|ドット)", re.IGNORECASE)
_COLOURS = (
    ("black", r"\bblack\b|黒"), ("white", r"\bwhite\b|白"), ("red", r"\bred\b|赤"), ("blue", r"\bblue\b|青"), ("green", r"\bgreen\b|緑"),
    ("yellow", r"\byellow\b|黄"), ("gray", r"\bgr[ae]y\b|灰|グレー"),
)  # fmt: skip
_LIGHTER = re.compile(
    r"\b(?:bright|light)en\b|\b(?:bright|light)er\b|(?:increas|rais)\w*.*brightness|明るく|明るさ.*上げ", re.IGNORECASE
)
_DARKER = re.compile(r"\bdark(?:en|er)\b|(?:reduc|lower|decreas)\w*.*brightness|暗く|明るさ.*下げ", re.IGNORECASE)
SOME = 20
"""Percent by which a picture becomes lighter where it is not said by how much."""
_TURNED = re.compile(r"\b(?:rotat|turn)\w*|回転", re.IGNORECASE)
_DEGREES = re.compile(r"(?<!\d)(\d{1,3}(?:\.\d+)?)\s*(?:°|degrees?\b|度)", re.IGNORECASE)
_LEFT = re.compile(r"counter-?\s?clockwise|anti-?\s?clockwise|\bleft\b|反時計|左", re.IGNORECASE)


def deed(words: str, size: tuple[str, str] = ("", "")) -> str:
    """ImageMagick's words for it; "" where nothing of this is wanted, or not how much. ``size``: width and height, where
    they were told apart from the words."""
    if _CROPS.search(words):
        return _cropped(words, size)
    if _BORDER.search(words) and (pixels := _PIXELS.search(words)):
        colours = [colour for colour, said in _COLOURS if re.search(said, words, re.IGNORECASE)]
        return f"-bordercolor {colours[0]} -border {pixels[1]}" if len(colours) == 1 else ""
    if _LIGHTER.search(words) or _DARKER.search(words):
        percent = _PERCENT.search(words)
        by = float(percent[1]) if percent else SOME
        return f"-modulate {100 + by if _LIGHTER.search(words) else max(0.0, 100 - by):g}"
    if _TURNED.search(words) and (angle := _DEGREES.search(words)) and float(angle[1]) % 90:
        return f"-rotate {360 - float(angle[1]) if _LEFT.search(words) else float(angle[1]):g}"
    return _resized(words, size) if _RESIZES.search(words) else ""


def _resized(words: str, size: tuple[str, str]) -> str:
    if not any(size):
        size = _told(words)
    if any(size):
        return f"-resize {'x'.join(size)}{'!' if all(size) else ''}"
    if (percent := _PERCENT.search(words)) and float(percent[1]) > 0:
        return f"-resize {percent[1]}%"
    if _HALF.search(words):
        return "-resize 50%"
    if _TWICE.search(words):
        return "-resize 200%"
    if factor := _FACTOR.search(words):
        return f"-resize {float(factor[1]) * 100:g}%"
    return ""


def _told(words: str) -> tuple[str, str]:
    if both := _SIZE.search(words):
        return both[1], both[2]
    wide, high = _WIDE.search(words), _HIGH.search(words)
    return (wide[1] or wide[2]) if wide else "", (high[1] or high[2]) if high else ""


def _cropped(words: str, size: tuple[str, str]) -> str:
    """Only what says both how large and where: of a picture any other part may be the one that matters."""
    wide, high = size if all(size) else _told(words)
    corner = next((name for said, name in _CORNERS if re.search(said, words, re.IGNORECASE)), "")
    if _HALF.search(words) and corner in ("West", "East", "North", "South") and not wide:
        part = "50%x100%" if corner in ("West", "East") else "100%x50%"
        return f"-gravity {corner} -crop {part}+0+0 +repage"
    if not (wide and high):
        return ""
    if at := _AT.search(words):
        return f"-crop {wide}x{high}+{at[1]}+{at[2]} +repage"
    return f"-gravity {corner} -crop {wide}x{high}+0+0 +repage" if corner else ""


_BESIDE = re.compile(r"side\s+by\s+side|next\s+to|horizontal|beside|横に並べ|左右に|横並び", re.IGNORECASE)
_BELOW = re.compile(r"\b(?:below|under|on\s+top|vertical|above|stack)\w*|縦に並べ|上下に|縦並び", re.IGNORECASE)


def joining(words: str) -> str:
    """How several pictures become one; "" where it is not said in which direction."""
    return "+append" if _BESIDE.search(words) else "-append" if _BELOW.search(words) else ""
