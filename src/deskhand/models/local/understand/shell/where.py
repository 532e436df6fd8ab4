"""Words of a wish that only say where its files are: “both files are in the shared folder”, 「同じフォルダーの」.

Without them the ways to say a job fit; the folder they name is where everything without one of its own stands.
"""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.models.local.understand.frame import Language

_NAME = r"[\w\ue000-\uf8ff]"
_ENGLISH_SAID = re.compile(
    r"(?:(?<=[.!?])|(?<=^)|[,;])\s*(?:(?:both|all(?:\s+three)?|the)\s+(?:of\s+(?:them|these)|(?:two\s+|three\s+)?files|are)?\s*|(?:they|it|\S+(?:\s+and\s+\S+)?)\s+|which\s+)"
    r"(?:is|are|lies?|can\s+be\s+found)\s+(?:both\s+|all\s+)?(?:in|inside)\s+(?P<place>(?:the\s+)?[\w/~ \ue000-\uf8ff-]+?)(?=[.!?,]|\s*$)[.!?]?",
    re.I,
)
_ENGLISH_SAME = re.compile(
    r"\s+(?:(?:in|of|from|to|into|inside)\s+(?:the|that)\s+same\s+(?:folder|directory)|(?:from\s+)?there|(?:inside|in|of|beside|next\s+to)\s+it)(?=[.!?,]|\s*$|\s+(?:and|to|into|as|that|which|with)\b)",
    re.I,
)
_ITS = re.compile(r"\bits\s+(?:own\s+)?(?=(?:sub)?(?:folder|directory)\b)", re.I)
_JAPANESE_SAID = re.compile(
    r"(?:^|(?<=[。]))(?:(?:ファイルは)?(?:どちらも|いずれも|両方とも|すべて|全部|みな)、?|[^。、]{1,40}?(?:は|が)、?)(?P<place>[^。、をがは]+?)(?:の中)?(?:に(?:あります|入っています|ある|置いてあります)|です)。?"
)
_JAPANESE_SAME = re.compile(
    r"(?:同じ|その)(?:フォルダー?|ディレクトリー?|場所)(?:の中)?(?:の|に|にある|で|へ)(?!移|コピー|複製)、?"
)

_ATOM = r"[\ue000-\uf8ff]"
_PLAINER: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"最大の(?=ファイル)|(?:一番|いちばん|最も|もっとも)(?:サイズ|容量)の大きい(?=ファイル)"),
        "一番大きい",
    ),
    (
        re.compile(r"最小の(?=ファイル)|(?:一番|いちばん|最も|もっとも)(?:サイズ|容量)の小さい(?=ファイル)"),
        "一番小さい",
    ),
    (re.compile(rf"({_ATOM})\s*から、?\s*({_ATOM}|[A-Za-z]\w*)\s*の行(?=だけ|を)"), r"\1の\2を含む行"),
    (
        re.compile(rf"({_ATOM})\s*の中?で?、?\s*({_ATOM})(?:という(?:文字|文字列|言葉|語))?の行(?=だけ|を)"),
        r"\1の\2を含む行",
    ),
    (
        re.compile(
            rf"(?:集め|抜き出し|取り出し|抽出し)(?:て|た)(?:もの)?(?:を)?、?\s*({_ATOM})\s*という(?:名前の)?(?:新しい)?ファイル(?:を|に)"
            r"(?:作っ|作り|作成し|し|まとめ)"
        ),
        r"\1に保存し",
    ),
    (
        re.compile(
            rf"(つなげ|つない|結合し|合わせ|まとめ)(て|で)\s*({_ATOM})\s*(?:という(?:名前の)?ファイル)?を(?:作っ|作り|作成し)"
        ),
        r"\1\2\3に保存し",
    ),
    (re.compile(r"五十音順|あいうえお順"), "昇順"),
    (
        re.compile(
            r"(?:並べ替え|並び替え|ソートし)て?、?(?:重複(?:した|する)?|同じ)[^、。をは]{0,8}(?:は|を)、?(?:一つに(?:し|まとめ)|除い|取り除い|削除し|なくし)て、?"
        ),
        "、重複を除いて並べ替えて、",
    ),
)
"""Other words for the same, in those that the ways know."""


def without_places(text: str, language: Language) -> tuple[str, str]:
    """The wish without these words, and what names the folder; "" where they name none."""
    if language == "en":
        found = list(_ENGLISH_SAID.finditer(text))
        rest = _ENGLISH_SAID.sub("", text)
        return _ITS.sub("the ", _ENGLISH_SAME.sub("", rest)).strip(), found[0]["place"] if found else ""
    found = list(_JAPANESE_SAID.finditer(text))
    rest = _JAPANESE_SAID.sub("", text) if found and len(_JAPANESE_SAID.sub("", text)) > 8 else text
    rest = _JAPANESE_SAME.sub("", rest)
    rest = re.sub(r"答え(?=て|る|ろ)", "教え", rest)
    for was, becomes in _PLAINER:
        rest = was.sub(becomes, rest)
    rest = re.sub(r"(?<=[\w\ue000-\uf8ff])\s*のうち(?:の|で|から)?、?", "の", rest)
    return rest, found[0]["place"] if found and rest != text else ""
