"""What 教えてください and 何と書いてありますか ask for."""

# ruff: noqa: SIM102
from __future__ import annotations

import re

from deskhand.models.local import concepts
from deskhand.models.local.steps import Target
from deskhand.models.local.understand.frame import Noun, Puzzled
from deskhand.models.local.understand.japanese.names import QUOTED
from deskhand.models.local.understand.japanese.nouns import _WINDOW, NounPhrases
from deskhand.models.local.understand.japanese.sums import japanese_sum


class Nouns(NounPhrases):
    """All that Japanese nouns can be."""

    def told(self, text: str) -> Noun:
        """What is to be told: ``ウィンドウのタイトル``, ``notes.txt の内容``, ``計算結果``."""
        raw = text
        text = re.sub(r"\s+", "", text.strip(" 、,:"))
        text = re.sub(r"(?:について|のこと)$", "", text)
        noun = self.noun(text)
        if noun.kind in ("ref", "output", "sum"):
            return noun
        if noun.kind == "this file" and text in ("それ", "これ"):
            return Noun("ref", text, raw)
        if found := re.fullmatch(
            r"(.+?)(?:が|は)?(?:いくつ(?:か|になるか|なのか|です?か)?|何(?:か|になるか|です?か)|どうなるか)", text
        ):
            if (value := japanese_sum(found[1])) is not None:
                return Noun("sum", text, raw, value=value)
            return self.told(found[1])
        if found := re.fullmatch(
            r"(?:(.+?)の)?(?:ウィンドウの|ウインドウの|画面の|窓の)?(?:タイトル|タイトルバー|題名|表題)(?:の文字)?",
            text,
        ):
            inner = found[1]
            if (
                not inner
                or _WINDOW.fullmatch(inner)
                or inner in ("今", "いま", "現在", "この", "その", "前面", "今開いている")
            ):
                return Noun("window", "", raw, target=Target(kind="window"))
            if (concept := concepts.program(inner, slips=False)) is not None:
                return Noun("window", concept, raw, target=Target(kind="window", window=concept))
            raise Puzzled(raw, "what target")
        if found := re.fullmatch(rf"({QUOTED})(?:コマンド)?の(?:実行)?(?:結果|出力)", text):
            return Noun("command", self.atoms.plain(found[1]), raw, quoted=True)
        body = (
            re.sub(
                r"(?:の)?(?:内容|中身|本文|テキスト|文章|表示|文字|数字|数値|表示内容|表示されている(?:数字|内容|文字|値)|全文)$",
                "",
                text,
            )
            or text
        )
        body = re.sub(
            r"に(?:表示|出力)(?:された|されている)?$|に(?:何が|何と)?(?:書いてある|書かれている|表示されている|書いてあること|書かれていること)(?:か|こと|もの|の)?$|が(?:何を)?表示(?:する|している)(?:もの|内容|か)?$",
            "",
            body,
        )
        body = re.sub(r"(?:に表示されている|に書かれている|に書いてある|に出ている)$", "", body)
        if re.fullmatch(
            r"(?:その)?中(?:に|の)(?:ある|入っている)?(?:すべての|全ての)?ファイル(?:の名前|名|の一覧|一覧)?", text
        ):
            return Noun("folder", "", raw)
        if found := re.fullmatch(
            r"(.+?)(?:の中|内)?(?:の|にある|に入っている)(?:すべての|全ての)?(?:ファイル|ファイル名|ファイルの一覧|ファイル一覧|一覧)(?:の名前|の一覧|名)?",
            text,
        ):
            if (place := concepts.folder(found[1])) is not None:
                return Noun("folder", place, raw)
        noun = self.noun(body)
        if noun.kind == "ref":
            return noun
        if noun.kind in ("program", "file", "folder", "this file", "screen", "window", "everything", "target"):
            return noun
        if noun.kind == "command" and noun.quoted:
            return noun
        if found := re.fullmatch(
            rf"(?:この|その)?(?:ページ|画面|表|一覧|リスト)(?:の|にある)({QUOTED})(?:の(?:値|金額|数字))?", text
        ):
            return Noun("target", self.atoms.plain(found[1]), raw, target=Target(self.atoms.plain(found[1])))
        if found := re.fullmatch(
            rf"({QUOTED})(?:の(?:右|左|隣|横|下|上)?(?:の|にある|に表示された)?)(?:値|数字|文字|数値|金額|テキスト)",
            text,
        ):
            name = self.atoms.plain(found[1])
            return Noun("target", name, raw, target=Target(name))
        raise Puzzled(
            self.atoms.restore(raw),
            "world"
            if re.search(r"天気|ニュース|誰|なぜ|理由|首都|時刻|何時|日付|今日|今年|何年|意味", text)
            else "what target",
        )
