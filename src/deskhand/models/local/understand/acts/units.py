"""Units of measure: what “26.2 miles to kilometres” is as a sum that any calculator does.

Lengths, weights, volumes, areas, speeds, times, data, pressures and temperatures; never money, whose rates change.
"""

from __future__ import annotations

import re

from deskhand.models.local.steps import Ref, Value
from deskhand.models.local.understand.acts.words import number, plain

_TABLE = """
length 0.001 mm millimetre millimeter ミリ ミリメートル
length 0.01 cm centimetre centimeter センチ センチメートル
length 1 m metre meter メートル
length 1000 km kilometre kilometer キロ キロメートル
length 0.0254 in inch inches " インチ
length 0.3048 ft foot feet フィート
length 0.9144 yd yard ヤード
length 1609.344 mi mile マイル
length 201.168 furlong
length 1852 nmi 海里
length 0.0303030303 寸
length 0.303030303 尺
weight 0.001 mg milligram ミリグラム
weight 1 g gram gramme グラム
weight 1000 kg kilo kilogram kilogramme キログラム キロ
weight 1000000 t tonne トン
weight 907184.74 short_ton
weight 28.349523125 oz ounce オンス
weight 453.59237 lb lbs pound ポンド
weight 6350.29318 st stone stones
volume 1 ml millilitre milliliter cc ミリリットル
volume 10 cl centilitre centiliter
volume 100 dl decilitre deciliter デシリットル
volume 1000 l litre liter リットル
volume 3785.411784 gal gallon ガロン
volume 946.352946 quart qt
volume 473.176473 pint pt パイント
volume 236.5882365 cup カップ
volume 180.39 合
volume 14.78676478125 tbsp tablespoon 大さじ
volume 4.92892159375 tsp teaspoon 小さじ
area 1 m2 sqm ㎡ m² 平米 平方メートル
area 10000 ha hectare ヘクタール
area 4046.8564224 acre エーカー
area 0.09290304 sqft
area 3.305785124 坪
area 1.6529 畳
speed 1 km/h kph kmh
speed 1.609344 mph
speed 3.6 m/s
speed 1.852 knot knots kn ノット
time 1 s sec second 秒
time 60 min minute 分
time 3600 h hour 時間
time 86400 d day 日
time 604800 week 週間
data 1 b byte バイト
data 1000 kb kilobyte キロバイト
data 1000000 mb megabyte メガバイト
data 1000000000 gb gigabyte ギガバイト
data 1000000000000 tb terabyte テラバイト
pressure 1 pa パスカル
pressure 100 hpa hectopascal mbar millibar ヘクトパスカル ミリバール
pressure 1000 kpa kilopascal キロパスカル
pressure 100000 bar バール
pressure 101325 atm 気圧
pressure 6894.757293168 psi
angle 1 degree deg 度
angle 57.29577951308232 radian rad ラジアン
"""


def _rows() -> dict[str, list[tuple[str, str]]]:
    known: dict[str, list[tuple[str, str]]] = {}
    for row in _TABLE.strip().splitlines():
        kind, factor, *names = row.split()
        for name in names:
            known.setdefault(name, []).append((kind, factor))
            if name.isascii() and len(name) > 2 and name[-1].isalpha():
                known.setdefault(f"{name}s", []).append((kind, factor))
    return known


_UNITS = _rows()
_UK = {"gallon": "4546.09", "pint": "568.26125"}
_CELSIUS = re.compile(r"°?\s*c|celsius|centigrade|摂氏|℃", re.I)
_FAHRENHEIT = re.compile(r"°?\s*f|fahrenheit|華氏|°f", re.I)


def conversion(value: Value, from_: str, to: str, limit: str = "") -> Value | None:
    """The sum; None where a unit is not known, or the two measure different things."""
    amount: tuple[str | Ref, ...]
    if len(value) != 1:
        return None
    if isinstance(value[0], str) and (several := _several(f"{plain(value[0])}{plain(from_)}", to)) is not None:
        return several
    unit = plain(from_).strip(" .")
    if isinstance(value[0], str):
        said = plain(value[0])
        if not unit:
            found = re.fullmatch(r"(?P<head>[^\d]*)(?P<n>[\d.,]+)\s*(?P<unit>\D+)", said) or re.fullmatch(
                r"(?P<head>)(?P<n>[a-z -]+?)\s+(?P<unit>[a-z]+)", said, re.I
            )
            if found is None:
                return None
            said, unit = found["n"], found["head"].strip() or found["unit"].strip()
        said = re.sub(r"^(?:an?|one)$", "1", said.strip(), flags=re.I)
        if american := re.fullmatch(r"(?:US|U\.S\.|American)\s+(.+)", unit):
            unit, limit = american[1], limit or "US"
        digits = number(said.replace(",", "")) if not re.fullmatch(r"\d+/\d+", said) else f"({said})"
        if digits is None:
            return None
        amount = (digits,)
    else:
        amount = value
    target = re.sub(r"^(?:to|in|into)\s+|(?:に|で|では|だと)$", "", plain(to).strip(" ."))
    if _CELSIUS.fullmatch(unit) and _FAHRENHEIT.fullmatch(target):
        return ("(", *amount, ")*9/5+32") if isinstance(amount[0], Ref) else (f"{amount[0]}*9/5+32",)
    if _FAHRENHEIT.fullmatch(unit) and _CELSIUS.fullmatch(target):
        return ("(", *amount, "-32)*5/9") if isinstance(amount[0], Ref) else (f"({amount[0]}-32)*5/9",)
    froms, tos = _UNITS.get(unit.lower(), ()), _UNITS.get(target.lower(), ())
    pairs = [(one[1], other[1]) for one in froms for other in tos if one[0] == other[0]]
    if len(pairs) != 1:
        return None
    factor, divisor = pairs[0]
    if limit:
        if re.fullmatch(r"UK|imperial|British", limit, re.I):
            factor, divisor = _UK.get(unit.lower().rstrip("s"), factor), _UK.get(target.lower().rstrip("s"), divisor)
        elif not re.fullmatch(r"US|American|US\s+ones", limit, re.I):
            return None
    tail = (f"*{factor}" if factor != "1" else "") + (f"/{divisor}" if divisor != "1" else "")
    return (*amount, tail or "*1") if isinstance(amount[0], Ref) else (f"{amount[0]}{tail or '*1'}",)


_PART = re.compile(r"(\d+(?:\.\d+)?)\s*([a-z]+|[^\W\d_a-z]+)", re.I)


def _several(said: str, to: str) -> Value | None:
    """“8 ft 3 in”, “3 hours 20 minutes”, 「5尺3寸」: the parts are added up."""
    parts = _PART.findall(said)
    if len(parts) < 2 or _PART.sub("", said).strip(" ,と") not in ("", "and"):
        return None
    found = [conversion((amount,), unit, to) for amount, unit in parts]
    if any(one is None or not isinstance(one[0], str) for one in found):
        return None
    return ("+".join(str(one[0]) for one in found if one is not None),)
