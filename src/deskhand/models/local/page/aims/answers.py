# ruff: noqa: E501 - a pattern is read more easily in one line
"""What a wish says for a field: by the field's label in so many words, or by the kind of value that such a label wants."""

from __future__ import annotations

import re
import unicodedata

from deskhand.models.local.page.skills.facts import told_of

_END = r"(?=$|[、。,;]|\.(?:\s|$)| and | then |で(?:す|$|[。、])|に(?:して|$)|です)"
KINDS: tuple[tuple[str, str], ...] = (
    (
        r"金額|価格|値段|amount|price|cost|sum|予算|budget",
        r"[¥￥$€£]?\s?(?P<v>\d[\d,]*(?:\.\d+)?)\s?(?:円|€|\$|euros?|dollars?|pounds?|kr)|[¥￥$€£]\s?(?P<w>\d[\d,]*(?:\.\d+)?)",
    ),
    (r"e-?mail|メール", r"(?P<v>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"),
    (r"phone|mobile|tel|電話|携帯", r"(?P<v>\+?\d[\d ()-]{6,}\d)"),
    (r"post ?code|zip|郵便", r"〒?(?P<v>\d{3}-\d{4}|\d{5}|[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2})"),
    (
        r"人数|名様|people|guests|persons|party|seats|tickets|枚数",
        r"(?P<v>\d+)\s?(?:人|名|枚|people|persons|guests|adults|of us|tickets|seats)|\bfor (?P<w>\d{1,2})\b(?! ?(?:euros?|dollars?|pounds?|days?|nights?|hours?|minutes?|[€$£:]))",
    ),
    (
        r"個数|数量|quantity|qty|number|count|how many|部数|冊数|copies",
        r"(?P<v>\d+)\s?(?:個|つ|本|冊|部|箱|袋|台|点|pieces|copies|pcs|x\b|times)?",
    ),
    (r"時間|時刻|time|何時", r"(?P<v>\d{1,2}:\d{2})"),
    (r"weight|重さ|体重|kg", r"(?P<v>\d+(?:\.\d+)?)\s?(?:kg|g|キロ)"),
    (r"height|身長|cm", r"(?P<v>\d+(?:\.\d+)?)\s?(?:cm|センチ)"),
    (r"distance|距離|km", r"(?P<v>\d+(?:\.\d+)?)\s?(?:km|キロ)"),
    (r"age|年齢|歳", r"(?P<v>\d{1,3})\s?(?:歳|years? old)|aged? (?P<w>\d{1,3})"),
    (
        r"^(?:.*名前|お?名前|氏名|.*さん|(?:full |your |guest |contact )?name|who)$",
        r"(?P<v>[一-龠ァ-ヶ]{2,8})(?:さん|様|の名前|名義)|\b(?:for|name(?:d)?|called|I am|I'm|under the name(?: of)?|guest|sign up|register|subscribe|enrol|enroll|invite) (?P<w>(?-i:[A-Z])[\w'-]+(?: (?-i:[A-Z])[\w'-]+)*)",
    ),
)


def answer(label: str, text: str) -> str | None:
    """What ``text`` says for a field of that label."""
    asked = unicodedata.normalize("NFKC", label).strip(" :*・")
    if not asked or len(asked) > 40:
        return None
    core = re.escape(re.sub(r"\s*[(（].*$", "", asked))
    told = re.search(
        rf"{core}\s*(?:は|を|が|には?|[:=]|is|as|to|with|should be)\s*(?:「(?P<q>[^」]+)」|\"(?P<p>[^\"]+)\"|(?P<v>[^、。,;\"「]+?){_END})",
        text,
        re.IGNORECASE,
    )
    if told is not None:
        return (told["q"] or told["p"] or told["v"]).strip()
    plainly = re.search(rf"\b{core}:? (?P<v>(?-i:[A-Z\d])[\w'-]*(?: (?-i:[A-Z])[\w'-]+)*)", text, re.IGNORECASE)
    if plainly is not None and asked.isascii():
        return plainly["v"]
    if re.fullmatch(r"(?:from|leaving from|origin|departure|出発地?)", asked, re.IGNORECASE):
        told = re.search(r"\bfrom (?P<v>(?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)*)|(?P<w>[一-龠ァ-ヶ]+)(?:から|発)", text)
        return None if told is None else told["v"] or told["w"]
    if re.fullmatch(r"(?:to|going to|destination|arrival|目的地|到着地?)", asked, re.IGNORECASE):
        told = re.search(r"\bto (?P<v>(?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)*)|(?P<w>[一-龠ァ-ヶ]+)(?:まで|行き|へ)", text)
        return None if told is None else told["v"] or told["w"]
    for kind, value in KINDS:
        if re.search(kind, asked, re.IGNORECASE) and (found := re.search(value, text, re.IGNORECASE)) is not None:
            groups = found.groupdict()
            return str(groups.get("v") or groups.get("w")).replace(",", "" if "金額" in kind else ",").strip()
    return told_of(asked, text)


def in_digits(text: str) -> str:
    """ "Five" as 5: lists of numbers are in digits."""
    names = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
    return re.sub(
        rf"\b(?:{'|'.join(names[1:])})\b", lambda m: str(names.index(m[0].lower()) + 1), text, flags=re.IGNORECASE
    )
