"""Sums in Japanese: ``12足す30``, ``3と4の合計``, ``100から7を引く``."""

from __future__ import annotations

import re

from deskhand.models.local.steps import Value
from deskhand.models.local.understand.numbers import KANJI, japanese_number
from deskhand.models.local.understand.sums import _N, _REF, _value, root_of

_JA_NUMBER = rf"(?:\d[\d,]*(?:\.\d+)?(?:{KANJI}*)|{KANJI}+)"
_JA_REF = re.compile(
    r"(?:その|この|先ほどの|さっきの|前の|上の)?(?:計算)?(?:結果|答え|答|値|合計|積|和|商|差)|それ|これ"
)
_JA_OPERATORS = (
    (r"割る|わる|÷|割り", "/"),
    (r"掛ける|かける|掛け|×|✕|✖|x", "*"),
    (r"足す|たす|プラス|加える", "+"),
    (r"引く|ひく|マイナス|−|–|—", "-"),
    (r"の(?:2|二)乗|²", "^2"),
    (r"の(?:3|三)乗|³", "^3"),
    (r"パーセント", "%"),
)


def _ja_digits(text: str) -> str:
    def number(match: re.Match[str]) -> str:
        raw = match[0].replace(",", "")
        if re.fullmatch(r"\d+(?:\.\d+)?", raw):
            return raw
        value = japanese_number(raw)
        return match[0] if value is None else str(value)

    return re.sub(_JA_NUMBER, number, text)


def japanese_sum(text: str) -> Value | None:
    """What is to be worked out: ``1234×5678``, ``12足す30``, ``3と4の合計``, ``200の15%``."""
    text = re.sub(r"\s+", "", text).lower().rstrip("=?。")
    text = re.sub(r"(?<=\d)(?:円|ドル|個|人|本|枚|台|冊|匹|歳)(?!\d)", "", text)
    text = re.sub(r"(?:の)?(?:計算|計算式|式|値|答え|答|結果|計算結果)$", "", text) or text
    text = re.sub(r"^(?:計算式|式|数式)(?=[\d(])", "", text)
    if found := re.fullmatch(r"(.+)の平方根|(?:√|ルート)(.+)", text):
        return root_of(_ja_digits(_JA_REF.sub(_REF, found[1] or found[2])))
    if found := re.fullmatch(r"(.+)の(.+?)分の(.+)", text):
        whole, below, above = (_ja_digits(_JA_REF.sub(_REF, part)) for part in found.groups())
        return _value(f"{whole}*{above}/{below}")
    if found := re.fullmatch(r"(.+)の(.+?)(?:%|パーセント)引き", text):
        whole, share = (_ja_digits(_JA_REF.sub(_REF, part)) for part in found.groups())
        return _value(f"{whole}*(100-{share})/100")
    marked = re.sub(r"(?:の)(和|合計|足し算|積|掛け算|差|引き算|商|割り算|平均)$", r"§\1", text)
    body, _, name = marked.partition("§")
    if name:
        operands = [_ja_digits(_JA_REF.sub(_REF, part)) for part in re.split(r"と|、|,(?!\d{3})", body)]
        sign = {
            "和": "+",
            "合計": "+",
            "足し算": "+",
            "積": "*",
            "掛け算": "*",
            "差": "-",
            "引き算": "-",
            "商": "/",
            "割り算": "/",
        }.get(name)
        if name == "平均":
            return _value(f"({'+'.join(operands)})/{len(operands)}") if len(operands) > 1 else None
        if len(operands) > 1 and sign:
            return _value(sign.join(operands))
        text = body if len(operands) == 1 else text
    if found := re.fullmatch(r"(.+)の(.+?)(?:%|パーセント)", text):
        whole, share = (_ja_digits(_JA_REF.sub(_REF, part)) for part in found.groups())
        return _value(f"{whole}*{share}/100")
    if found := re.fullmatch(r"(.+)の(半分|(?:\d+|[一二三四五六七八九十]+)倍|(?:\d+|[一二三四五六七八九十]+)乗)", text):
        base = _ja_digits(_JA_REF.sub(_REF, found[1]))
        how = found[2]
        if how == "半分":
            return _value(f"{base}/2")
        factor = japanese_number(how[:-1])
        return _value(f"{base}{'*' if how[-1] == '倍' else '^'}{factor}")
    for pattern, sign in _JA_OPERATORS:
        text = re.sub(pattern, sign, text)
    return _value(_ja_digits(_JA_REF.sub(_REF, text)))


def japanese_command_sum(clause: str) -> Value | None:
    """``12に30を足``, ``100から7を引``, ``結果を2倍に``, ``84を7で割``: the clause up to the verb's stem."""
    text = re.sub(r"\s+", "", clause)
    if found := re.fullmatch(r"(.+?)と(.+?)を(足|掛|かけ)\w*", text):
        return _joined(found[1], found[2], "+" if found[3] == "足" else "*")
    found = re.fullmatch(r"(?:(.+)に)?(.+?)を(足|加|たす|掛|かけ)\w*", text)
    if found:
        return _joined(found[1] or "結果", found[2], "+" if found[3] in ("足", "加", "たす") else "*")
    if found := re.fullmatch(r"(.+?)と(.+?)を(足|掛|かけ)\w*", text):
        return _joined(found[1], found[2], "+" if found[3] == "足" else "*")
    if found := re.fullmatch(r"(?:(.+)から)?(.+?)を(?:引|ひ)\w*", text):
        return _joined(found[1] or "結果", found[2], "-")
    if found := re.fullmatch(r"(?:(.+)を)?(.+?)で(?:割|わ)\w*", text):
        return _joined(found[1] or "結果", found[2], "/")
    if found := re.fullmatch(rf"(.+)を({_JA_NUMBER})倍\w*", text):
        return _joined(found[1], found[2], "*")
    return None


def _joined(left: str, right: str, sign: str) -> Value | None:
    sides = []
    for side in (left, right):
        digits = _ja_digits(_JA_REF.sub(_REF, side))
        if not re.fullmatch(_N, digits):
            return None
        sides.append(digits)
    return _value(sign.join(sides))
