"""Japanese phrases with their particles: a phrase is cut at the first particle that leaves an understood noun before it."""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.models.local.understand.atoms import Atoms, any_of
from deskhand.models.local.understand.frame import Item, Noun
from deskhand.models.local.understand.japanese.told import Nouns

QUOTED = any_of("quote", "command")
FILED = any_of("file")
_NOISE_BEFORE = re.compile(
    r"(?:[\s、,・]|まずはじめに|まずは|まず|はじめに|初めに|最初に(?!ある)|次に|つぎに|それから|そのあとに?で?|その後に?で?|そして|続いて|続けて|つづいて|最後に|さいごに|また|さらに|では|それでは|それで|じゃあ|すみませんが?|すいませんが?|恐れ入りますが|"
    r"お手数ですが|恐縮ですが|できれば|もしよければ|よければ|申し訳ありませんが|あと(?=[、,])|あとは|ついでに|同時に|終わったら|終わりましたら|できたら|完了したら|完了後に?|その際に?は?|そうしたら|したら|そうして|こんにちは[。、!]|あなたの仕事は|以下の(?:こと|手順)を(?:して|行って)ください|その上で|そのうえで|その状態で|なお|ねえ|ちょっと|えっと|えーと|どうか|ぜひ|一度|もう一度|再度|すぐに|今すぐ|そこに|そこで|そのまま|まとめて|結果として|いったん|キーボードで|キーボードから|マウスで|自動で|今から)",
)
_MARKERS: tuple[tuple[str, str], ...] = (
    # what ends a phrase → what the phrase is
    (r"という(?:名前|ファイル名|名称|名)(?:の(?:テキスト)?ファイル)?(?:で|として|に)|の(?:名前|ファイル名|名称)(?:で|として)|という(?:テキスト)?ファイル(?:で|として)|として", "name"),
    (r"という(?:名前の|名の)?(?:新しい|新規)?(?:テキスト)?ファイル(?:の中)?(?:に|へ)", "file into"),
    (r"という(?:名前の|名の)?(?:テキスト)?ファイルを", "file object"),
    (r"という(?:名前の|名の)?(?:新しい|新規の?)?(?:フォルダー?|ディレクトリ)を", "folder object"),
    (r"という(?:内容|文章|文|テキスト|文字)(?:の|が入った|を書いた)|と(?:書かれた|書いた|だけ書かれた)(?!入力欄|欄|ボタン|リンク|フィールド|チェック|タブ|アイコン|メニュー|項目|ラベル|行)|(?:が|を)(?:書かれた|書いた|含む)", "content"),
    (r"(?:を使って|を使い|を使用して|を用いて|を利用して|を使いながら|にて|を使うことで)", "tool"),
    (r"(?:の中)?(?:にある|に入っている|に置いてある|に保存されている|に保存した|に作った)", "in"),
    (r"(?:の中に|の中へ|の中にある|内に|の上に|上に|の直下に|に対して|の欄に)", "ni"),
    (r"(?:の中で|内で|の中から|上で)", "de"),
    (r"(?:の|で)?(?:末尾|最後|終わり|一番下|最終行)(?:の行)?(?:に|へ)", "end"),
    (r"(?:の|で)?(?:先頭|最初|冒頭|一番上)(?:の行)?(?:に|へ)", "start"),
    (r"の(?:中の|中にある|文中の|中に書かれた)?(?=[\ue000-\uf8ff])", "no"),
    (r"を", "o"), (r"に", "ni"), (r"へ", "ni"), (r"で", "de"), (r"から", "kara"), (r"より", "kara"), (r"と(?!書かれ|書いて|表示され|いう)", "to"), (r"や", "to"), (r"まで", "made"),
    (r"は", "wa"), (r"が", "wa"), (r"も", "wa"), (r"、|,", "comma"),
)  # fmt: skip
_MARK = re.compile("|".join(f"(?P<m{i}>{pattern})" for i, (pattern, _) in enumerate(_MARKERS)))


class Phrases:
    """The phrases of a clause."""

    def __init__(self, atoms: Atoms) -> None:
        self.atoms = atoms
        self.nouns = Nouns(atoms)
        self.before: list[Item] = []
        """What the clauses before this one say."""

    def trim(self, text: str) -> str:
        while (found := _NOISE_BEFORE.match(text)) is not None and found[0]:
            text = text[found.end() :]
        return text.strip(" 　\t、,:")

    def phrases(self, body: str) -> tuple[list[tuple[str, Noun]], str]:
        """The phrases of a clause with their particles' meaning, and what is left that no rule knows."""
        found: list[tuple[str, Noun]] = []
        rest = self.trim(body)
        while rest:
            best: tuple[str, Noun, int] | None = None
            for mark in _MARK.finditer(rest):
                if mark.start() == 0:
                    continue
                meaning = _MARKERS[int((mark.lastgroup or "m0")[1:])][1]
                head = rest[: mark.start()].strip()
                noun = self.nouns.noun(head)
                if meaning in ("name", "file into", "file object", "folder object"):
                    name = self.nouns.named(head)
                    if name is None:
                        split = self.tail_name(head)
                        if split is not None:
                            found += split[0]
                            name = split[1]
                    if name is not None:
                        kept = noun if noun.kind == "file" else Noun("file", name)
                        best = (meaning, kept, mark.end())
                        break
                    if meaning == "name":
                        continue
                    continue
                if noun.kind != "raw" and self.sensible(meaning, noun, rest[mark.end() :]):
                    best = (meaning, noun, mark.end())
                    break
            if best is None:
                noun = self.nouns.noun(rest)
                if noun.kind != "raw":
                    found.append(("end of clause", noun))
                    return found, ""
                return found, rest
            found.append((best[0], best[1]))
            rest = self.trim(rest[best[2] :])
        return found, ""

    def tail_name(self, head: str) -> tuple[list[tuple[str, Noun]], str] | None:
        """``共有フォルダーの「a.txt」`` before という名前で: the folder, and the name."""
        found = re.fullmatch(rf"(.+?)(?:の中)?(?:の|に)\s*({QUOTED}|{FILED}|[A-Za-z0-9][\w-]*)", head)
        if found is None:
            return None
        noun = self.nouns.noun(found[1])
        if noun.kind != "folder":
            return None
        return [("ni", noun)], self.atoms.plain(found[2])

    @staticmethod
    def sensible(meaning: str, noun: Noun, rest: str) -> bool:
        """Whether this particle can close this noun: a と inside a list of files, に inside a name, cannot."""
        if meaning == "content":
            return noun.kind in ("text", "ref", "output")
        if meaning == "in":
            return noun.kind in ("folder", "program", "window", "this file", "file")
        if meaning == "no" and noun.kind == "folder":
            return re.match(r"[\ue000-\uf8ff](?:という)?(?:フォルダ|ディレクトリ)", rest) is not None
        if meaning == "no":
            return noun.kind in ("file", "menu", "this file", "program") or (noun.kind == "window" and not noun.text)
        if meaning == "comma":
            return noun.kind in ("program", "folder", "file", "text", "new file")
        return True
