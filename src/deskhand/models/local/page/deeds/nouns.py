# ruff: noqa: E501 - a pattern is read more easily in one line
"""What a Japanese phrase before a particle names: the thing, by its quoted name where it has one, and what it belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from deskhand.models.local.page.deeds.english import in_english

_QUOTE = re.compile(r"「([^」]*)」|『([^』]*)』|\"([^\"]*)\"|“([^”]*)”")
_FIRST = 0xE000
_KINDS = (
    r"(?:ボタン|リンク|タブ|欄|入力欄|テキストボックス|ボックス|チェックボックス|項目|メニュー|アイコン|フォルダー?|ファイル|画像|文字|カード|キー|スイッチ|"
    r"ラジオボタン|選択肢|マス|オプション|一覧|リスト|見出し|行|列|セル|日付|数字|ページ|印|マーク|記号|座席|席|タグ|箱|枠|かご|カゴ|バスケット|エリア|グループ|レーン)"
)
_CALLED = rf"(?:(?:という|と書かれた|と書いてある|と書かれている|と表示された|とある|の)?(?:{_KINDS}))+"


@dataclass(slots=True)
class Quotes:
    """What stood in quotation marks, by the sign that stands for it."""

    texts: list[str] = field(default_factory=list[str])

    def plain(self, text: str) -> str:
        """With what was quoted, without its marks."""
        return re.sub(r"[\ue000-\uf8ff]", lambda m: self.texts[ord(m[0]) - _FIRST], text)

    def shown(self, text: str) -> str:
        return re.sub(r"[\ue000-\uf8ff]", lambda m: f"「{self.texts[ord(m[0]) - _FIRST]}」", text)


@dataclass(frozen=True, slots=True)
class Noun:
    name: str
    near: str
    quoted: bool = False

    @property
    def whole(self) -> str:
        return f"{self.near}の{self.name}" if self.near and not self.quoted else self.name


def hidden(text: str) -> tuple[str, Quotes]:
    """The wish with one sign for each quotation, its figures narrow."""
    quotes = Quotes()

    def keep(hit: re.Match[str]) -> str:
        quotes.texts.append(next(group for group in hit.groups() if group is not None))
        return chr(_FIRST + len(quotes.texts) - 1)

    told = _QUOTE.sub(keep, text)
    return told.translate(str.maketrans("０１２３４５６７８９，．：", "0123456789,.:")), quotes


def nouns(text: str, quotes: Quotes) -> list[Noun]:
    """「A」と「B」, AとBとC: each with what the first belongs to."""
    atoms = re.findall(r"[\ue000-\uf8ff]", text)
    if len(atoms) > 1 and re.search(r"[\ue000-\uf8ff]\s*(?:と|や|、|・|および|及び|&|)\s*[\ue000-\uf8ff]", text):
        first = noun(text[: text.index(atoms[0]) + 1], quotes)
        run = re.findall(r"[\ue000-\uf8ff]", text[text.index(atoms[0]) :])
        return [Noun(quotes.plain(atom), first.near, True) for atom in run]
    if (
        not atoms
        and (several := re.split(r"と|、|や", text))
        and len(several) > 1
        and all(0 < len(one) < 12 for one in several)
    ):
        return [noun(one, quotes) for one in several]
    one = noun(text, quotes)
    return [one] if one.name or one.near else []


def noun(text: str, quotes: Quotes) -> Noun:
    """The last quotation is the name; what stands before it with の is what it belongs to."""
    text = re.sub(r"(?:を|に|へ|は|が)$", "", text.strip(" 、")).strip()
    hits = list(re.finditer(r"[\ue000-\uf8ff]", text))
    if hits:
        last = hits[-1]
        before, after = text[: last.start()], text[last.end() :]
        of = re.match(r"(?:という\w*)?の(?P<rest>.+)$", after)
        if of is not None and not re.fullmatch(_CALLED, after):  # 「りんご」の数: the thing's own part
            kept = re.sub(rf"{_KINDS}$", "", of["rest"]).strip()
            return (
                Noun(kept or of["rest"], quotes.plain(f"{before}{last[0]}"), False)
                if kept
                else Noun(quotes.plain(last[0]), _of(before, quotes), True)
            )
        return Noun(quotes.plain(last[0]), _of(before, quotes), True)
    bare = re.sub(rf"(?:という|と書かれた|と書いてある|の)?(?:{_KINDS})$", "", text) or text
    if in_english(bare) is not None:  # 一番上の行: told by its place, the kind of thing says more than nothing
        bare = text
    bare = re.sub(rf"^{_KINDS}(?:\s+(?=\S)|(?=[A-Z0-9]))|^(?:上|下)から(?=\d|[一二三四五])", "", bare)  # 席 D2
    near, _, name = bare.rpartition("の")
    return Noun(name, near) if near and name else Noun(bare, "")


def _of(before: str, quotes: Quotes) -> str:
    """What stands before a name: 「山田さんの投稿の」 is 「山田さんの投稿」; a mere kind of thing is nothing."""
    before = re.sub(rf"(?:^|(?<=[の、\s])){_KINDS}(?=[\ue000-\uf8ff])", "", before.strip())  # タグ「海」
    told = re.sub(
        r"(?:の(?:中|横|隣|となり|右|左|下|上|ところ)(?:にある)?)?の?$|(?:の(?:中|横|隣|となり|右|左|下|上))?にある$|(?:で|に|から|、)$",
        "",
        before.strip(),
    )
    told = quotes.plain(told).strip(" 、")
    return "" if re.fullmatch(rf"(?:{_KINDS}|画面|ページ|この|その|下|上)*", told) else told
