"""Numbers and sums as people say them, in digits and in words: ``twelve times 7``, ``千二百に5を足す``, ``15% of 200``.

What comes out is for a calculator: ``1234*5678``; a reference to an earlier result stays a `Ref`.
"""

from __future__ import annotations

import re

from deskhand.models.local.steps import Ref, Value

_UNITS = {w: i for i, w in enumerate(
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"])}  # fmt: skip
_TENS = {
    w: 10 * i for i, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "dozen": 12}
_WORD = "|".join([*_TENS, *sorted(_UNITS, key=len, reverse=True), *_SCALES])
_WORDS = re.compile(
    rf"\b(?:(?:a|an)\s+(?=hundred|thousand|million|dozen))?(?:{_WORD})(?:(?:[\s-]+and[\s-]+|[\s-]+)(?:{_WORD})\b)*\b",
    re.IGNORECASE,
)
_KANJI = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0}
_KANJI_SCALES = {"十": 10, "百": 100, "千": 1000}
_KANJI_BIG = {"万": 10**4, "億": 10**8}
KANJI = "[〇零一二三四五六七八九十百千万億]"
_KANJI_RUN = re.compile(rf"{KANJI}+")
_REF = "\U0010fffe"
"""Stands for a reference inside a sum while it is being read."""


def english_number(text: str) -> int | None:
    """``twenty-three`` → 23; None when a word is no number."""
    total = current = 0
    seen = False
    for word in re.split(r"[\s-]+", text.lower().strip()):
        if word in ("and", "a", "an"):
            continue
        seen = True
        if word in _UNITS:
            current += _UNITS[word]
        elif word in _TENS:
            current += _TENS[word]
        elif word in ("hundred", "dozen"):
            current = max(current, 1) * _SCALES[word]
        elif word in _SCALES:
            total += max(current, 1) * _SCALES[word]
            current = 0
        elif word.isascii() and word.isdigit():
            current += int(word)
        else:
            return None
    return total + current if seen else None


def japanese_number(text: str) -> int | None:
    """``千二百三十四`` → 1234, ``3万`` → 30000."""
    if re.fullmatch(r"\d+", text):
        return int(text)
    if re.fullmatch(r"[〇零一二三四五六七八九]+", text):
        return int("".join(str(_KANJI[c]) for c in text))
    total = section = digit = 0
    for part in re.findall(r"\d+|.", text):
        if part.isdigit() and part.isascii():
            digit = int(part)
        elif part in _KANJI:
            digit = _KANJI[part]
        elif part in _KANJI_SCALES:
            section += max(digit, 1) * _KANJI_SCALES[part]
            digit = 0
        elif part in _KANJI_BIG:
            total += max(section + digit, 1) * _KANJI_BIG[part]
            section = digit = 0
        else:
            return None
    return total + section + digit


def count(text: str) -> int | None:
    """How many times: ``twice``, ``3 times``, ``five``, ``三``."""
    text = text.strip().lower()
    if text in ("once", "one time", "a single time"):
        return 1
    if text == "twice":
        return 2
    if text == "thrice":
        return 3
    if text.isascii() and text.isdigit():
        return int(text)
    return english_number(text) if text.isascii() else japanese_number(text)


_ORDINALS = {
    w: i
    for i, w in enumerate(
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"], 1
    )
}


def ordinal(word: str) -> int | None:
    """``first`` → 1, ``3rd`` → 3, ``last`` → -1."""
    word = word.strip().lower()
    if word in _ORDINALS:
        return _ORDINALS[word]
    if word in ("last", "final", "最後", "末尾", "一番下", "いちばん下"):
        return -1
    if word in ("最初", "はじめ", "先頭", "一番目", "一番上", "いちばん上"):
        return 1
    if found := re.fullmatch(r"(\d+)(?:st|nd|rd|th)", word):
        return int(found[1])
    if found := re.fullmatch(rf"(\d+|{KANJI}+)(?:番目|つ目|つめ|個目|行目|列目)", word):
        return japanese_number(found[1])
    return None


ORDINAL_EN = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|\d+(?:st|nd|rd|th))"
ORDINAL_JA = rf"(?:最初|先頭|最後|(?:一番|いちばん)[上下]|(?:\d+|{KANJI}+)(?:番目|つ目|つめ|個目|行目|列目))"

_N = rf"(?:\d+(?:\.\d+)?|{_REF}|\([^()]*\))"
_EN_OPERATORS = (
    (r"\bmultiplied\s+(?:by|with)\b|\btimes\b|\bmultiply\s+by\b|[×✕✖・⋅∙*]|(?<=[\d)\s])x(?=[\d(\s])", "*"),
    (r"\bdivided\s+by\b|\bover\b|[÷∕]", "/"),
    (r"\bplus\b|\badded\s+(?:to|with)\b", "+"),
    (r"\bminus\b|\bless\b|[−–—]", "-"),
    (r"\bto\s+the\s+power\s+of\b|\bto\s+the\s+power\b|\braised\s+to\b|\*\s*\*", "^"),
    (r"\bsquared\b|²", "^2"),
    (r"\bcubed\b|³", "^3"),
    (r"\bpercent\b|\bper\s+cent\b", "%"),
)
_EN_REF = re.compile(
    r"\b(?:(?:the|that|this)\s+(?:previous\s+|last\s+|first\s+)?(?:result|answer|total|sum|product|number|value|outcome|quotient|difference)(?!\s+of)|it|that|this)\b",
    re.IGNORECASE,
)
_EN_FORMS = (
    (r"(?:the\s+)?sum\s+of\s+(.+)", "+"),
    (r"(?:the\s+)?product\s+of\s+(.+)", "*"),
    (r"(?:the\s+)?(?:total|result)\s+of\s+(?:adding\s+)?(.+)", ""),
    (r"(?:the\s+)?difference\s+(?:between|of)\s+(.+)", "-"),
    (r"(?:the\s+)?quotient\s+of\s+(.+)", "/"),
)


def _digits(text: str) -> str:
    def number(match: re.Match[str]) -> str:
        value = english_number(match[0])
        return match[0] if value is None else str(value)

    text = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", text)
    return _WORDS.sub(number, text)


def _value(text: str) -> Value | None:
    """The pieces of a finished sum, or None when it is not one."""
    text = re.sub(r"\s+", "", text).rstrip("=?")
    if not re.fullmatch(rf"[\d.+*/()^%\-{_REF}]+", text) or not re.search(rf"[\d{_REF}]", text):
        return None
    text = re.sub(rf"({_N})%(?=$|[+\-*/)])", r"\1/100", text)
    if "%" in text or not _sound(text):
        return None
    pieces: list[str | Ref] = []
    for piece in re.split(f"({_REF})", text):
        if piece == _REF:
            pieces.append(Ref())
        elif piece:
            pieces.append(piece)
    return tuple(pieces)


def _sound(text: str) -> bool:
    """Whether it is a sum: operands and operators in turn, brackets in pairs, at least one operator."""
    inner = re.compile(r"\(-?[^()]*\)")
    operand = rf"(?:\d+(?:\.\d+)?|\.\d+|{_REF})"
    body = text
    while True:
        found = inner.search(body)
        if found is None:
            break
        if not re.fullmatch(rf"-?{operand}(?:[+\-*/^]-?{operand})*", found[0][1:-1]):
            return False
        body = body[: found.start()] + "1" + body[found.end() :]
    return re.fullmatch(rf"-?{operand}(?:[+\-*/^]-?{operand})+", body) is not None or (
        "(" in text and re.fullmatch(operand, body) is not None
    )


def _bracketed(text: str) -> str:
    return text if re.fullmatch(_N, text) else f"({text})"


def english_sum(text: str) -> Value | None:
    """What is to be worked out in ``text``, which holds nothing else; None when it is not a sum."""
    text = text.strip().rstrip("?=.").strip().lower()
    text = re.sub(r"^(?:the\s+)?(?:value|answer|result|outcome)\s+(?:of|to)\s+", "", text)
    text = _digits(_EN_REF.sub(_REF, text))
    text = re.sub(r"^what\s+", "", text)
    for pattern, sign in _EN_FORMS:
        if found := re.fullmatch(pattern, text):
            if not sign:
                return english_sum(found[1].replace(_REF, " it "))
            operands = [part.strip() for part in re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", found[1])]
            return _value(sign.join(operands)) if len(operands) > 1 else None
    if found := re.fullmatch(rf"({_N})\s*(?:%|percent|per\s+cent)\s+(?:of|off)\s+({_N})", text):
        return _value(f"{found[2]}*{found[1]}/100")
    if found := re.fullmatch(rf"(?:a\s+)?half\s+(?:of\s+)?({_N})", text):
        return _value(f"{found[1]}/2")
    if found := re.fullmatch(rf"(?:the\s+)?(double|square|cube)\s+(?:of\s+)?({_N})", text):
        return _value(found[2] + {"double": "*2", "square": "^2", "cube": "^3"}[found[1]])
    if found := re.fullmatch(r"(?:the\s+)?average\s+of\s+(.+)", text):
        operands = [part.strip() for part in re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", found[1])]
        return _value(f"({'+'.join(operands)})/{len(operands)}") if len(operands) > 1 else None
    for pattern, sign in _EN_OPERATORS:
        text = re.sub(pattern, sign, text)
    return _value(text)


def english_command_sum(verb: str, rest: str) -> Value | None:
    """``add 3 and 4``, ``multiply it by 2``, ``subtract 5 from 20``, ``divide 84 by 7``, ``double it``."""
    rest = _digits(_EN_REF.sub(_REF, rest.strip().lower()))
    n = rf"({_N})"
    if verb == "add" and (found := re.fullmatch(rf"{n}((?:\s*(?:,|and|to|with|plus|\+|,\s*and)\s*{_N})+)", rest)):
        others = re.findall(_N, found[2])
        if re.search(r"\bto\b", found[2]) and len(others) == 1:
            return _value(f"{others[0]}+{found[1]}")
        return _value("+".join([found[1], *others]))
    if verb == "add" and (found := re.fullmatch(n, rest)):
        return _value(f"{_REF}+{found[1]}")
    if verb == "subtract" and (found := re.fullmatch(rf"{n}\s+from\s+{n}", rest)):
        return _value(f"{found[2]}-{found[1]}")
    if verb == "subtract" and (found := re.fullmatch(n, rest)):
        return _value(f"{_REF}-{found[1]}")
    if verb == "multiply" and (found := re.fullmatch(rf"{n}\s*(?:by|with|and|times|\*|×)\s*{n}", rest)):
        return _value(f"{found[1]}*{found[2]}")
    if verb in ("multiply", "divide") and (found := re.fullmatch(rf"{n}((?:\s*(?:,\s*)?(?:and\s+)?by\s*{_N})+)", rest)):
        return _value(("*" if verb == "multiply" else "/").join([found[1], *re.findall(_N, found[2])]))
    if verb == "divide" and (found := re.fullmatch(rf"{n}\s*(?:by|/|÷)\s*{n}", rest)):
        return _value(f"{found[1]}/{found[2]}")
    if verb in ("multiply", "divide") and (found := re.fullmatch(rf"by\s+{n}", rest)):
        return _value(f"{_REF}{'*' if verb == 'multiply' else '/'}{found[1]}")
    if verb in ("double", "triple", "halve", "square") and (found := re.fullmatch(n, rest)):
        return _value(found[1] + {"double": "*2", "triple": "*3", "halve": "/2", "square": "^2"}[verb])
    return None


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
_JA_VERB = {"足": "+", "た": "+", "加": "+", "引": "-", "ひ": "-", "掛": "*", "か": "*", "割": "/", "わ": "/"}


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
