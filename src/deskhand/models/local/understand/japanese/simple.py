"""Japanese clauses of naming, working out, telling, scrolling and waiting."""

from __future__ import annotations

import re

from deskhand.models.local import concepts
from deskhand.models.local.understand.atoms import any_of
from deskhand.models.local.understand.frame import Frame, Noun, Puzzled, Role, Verb
from deskhand.models.local.understand.japanese.phrases import QUOTED, Phrases
from deskhand.models.local.understand.japanese.sums import japanese_command_sum, japanese_sum
from deskhand.models.local.understand.numbers import japanese_number


class Simple(Phrases):
    """Verbs whose clause has one form of its own."""

    def naming(self, body: str, plain: str) -> list[Frame]:
        found = re.fullmatch(
            r"(?:(?:その|この)?(?:ファイル|フォルダー?|文書|保存)?(?:名|の名前|名前|ファイル名)(?:は|を|も)|(?:それ|これ|ファイル)を)?[、\s]*(.+?)(?:と|という名前|という名)?",
            body,
        )
        if found is None:
            raise Puzzled(plain)
        name = self.nouns.named(found[1])
        if name is None or not re.search(any_of("file", "quote"), found[1]):
            raise Puzzled(plain, "which file")
        if (
            re.match(r".*(?:名前を|ファイル名を|名前は|ファイル名は|それを|これを|ファイルを|名を|名は)", body) is None
            and "と" not in plain
        ):
            raise Puzzled(plain)
        return [Frame("name", (Noun("file", name),))]

    def computing(self, body: str, word: str, plain: str) -> list[Frame] | None:
        stem = {
            "足す": "足",
            "たす": "たす",
            "加える": "加",
            "引く": "引",
            "割る": "割",
            "わる": "わ",
            "掛ける": "掛",
            "かける": "かけ",
            "倍にする": "倍",
        }.get(word)
        args: dict[Role, Noun] = {}
        rest = body
        found = re.match(r"(.+?)(?:を使って|を使い|を使用して|を用いて|を利用して|にて|上で|で)[、\s]*(?=.)", rest)
        if found is not None and (concept := concepts.program(found[1], slips=False)) is not None:
            args["tool"] = Noun("program", concept)
            rest = rest[found.end() :]
        if stem is not None:
            value = japanese_command_sum(rest + stem)
            if value is not None:
                return [Frame("compute", (Noun("sum", raw=rest, value=value),), args)]
            return None
        text = re.sub(r"(?:を|の計算を|の値を|の答えを|の計算|の結果を)?$", "", rest)
        if re.fullmatch(QUOTED, text):
            text = self.atoms.plain(text)
        value = japanese_sum(text)
        if value is None:
            again = re.fullmatch(r"(.+?)(?:を)?[、\s]*(?:電卓|計算機)(?:を使って|で|にて)", rest)
            if again is not None:
                value, args["tool"] = japanese_sum(re.sub(r"を$", "", again[1])), Noun("program", "calculator")
        if value is None:
            raise Puzzled(plain, "sum")
        return [Frame("compute", (Noun("sum", raw=rest, value=value),), args)]

    def telling(self, concept: Verb, body: str, plain: str) -> list[Frame]:
        rest = re.sub(r"(?:私に|わたしに|こちらに|声に出して|僕に)", "", body).strip("、 ")
        rest = re.sub(r"(?:を|が|は|と)$", "", rest)
        rest = re.sub(r"(?:だけ|のみ)$", "", rest)
        if not rest:
            return [Frame("tell", (Noun("ref"),))]
        rest = (
            re.sub(
                r"(?:が|は)?(?:何(?:か|であるか|なのか|ですか)|どうなったか|いくつ(?:か|になるか|になったか|なのか))$",
                "",
                rest,
            )
            or rest
        )
        value = japanese_sum(re.sub(r"(?:が|は)$", "", rest))
        if (
            value is not None
            and not re.fullmatch(r"[\U0010fffe]+", rest)
            and re.search(r"\d|[一二三四五六七八九十百千]", rest)
        ):
            return [Frame("compute", (Noun("sum", raw=rest, value=value),)), Frame("tell", (Noun("ref"),))]
        if found := re.fullmatch(rf".+?を({QUOTED})(?:という)?(?:コマンド)?(?:で|を使って|を実行して)?", rest):
            command = Noun("command", self.atoms.plain(found[1]), quoted=True)
            return [Frame("run", (command,)), Frame(concept, (Noun("output"),))]
        try:
            return [Frame(concept, (self.nouns.told(rest),))]
        except Puzzled as puzzled:
            found = re.match(r"(.+?)(?:で|から|を開いて)[、\s]*(.+)$", rest)
            if found is not None:
                noun = self.nouns.noun(found[1])
                if noun.kind == "program":
                    return [Frame(concept, (self.nouns.told(found[2]),), {"tool": noun})]
            raise Puzzled(plain, puzzled.why) from None

    def scrolling(self, body: str, plain: str) -> Frame:
        rest = re.sub(r"(?:画面|ページ|ウィンドウ|文書|リスト)の(?=一番|最|先頭|末尾)", "", body)
        rest = re.sub(r"(?:画面|ページ|ウィンドウ|ウインドウ|文書|リスト|一覧)(?:を|で)?", "", rest).strip("、 ")
        amount: int | None = None
        if found := re.search(r"(\d+|[一二三四五六七八九十]+)(?:行|目盛り?|クリック|ノッチ|段)(?:分)?(?:だけ)?", rest):
            amount = japanese_number(found[1])
            rest = (rest[: found.start()] + rest[found.end() :]).strip("、 を")
        if re.fullmatch(r"(?:一番)?(?:下|最下部|末尾|最後|底)まで", rest):
            return Frame("press", (Noun("keys", "ctrl+End"),))
        if re.fullmatch(r"(?:一番)?(?:上|最上部|先頭|最初)まで", rest):
            return Frame("press", (Noun("keys", "ctrl+Home"),))
        if found := re.fullmatch(
            r"(?:少し|ちょっと|1ページ|一画面|1画面)?(?:分)?(?:だけ)?(上|下|左|右)(?:方向)?(?:に|へ)?(?:向かって)?(?:少し|ちょっと)?",
            rest,
        ):
            direction: dict[str, str] = {"上": "up", "下": "down", "左": "left", "右": "right"}
            return Frame("scroll", (), {}, amount=amount, direction=direction[found[1]])  # type: ignore[arg-type]
        rest = re.sub(r"(?<=まで)、?(?:下|上)(?:に|へ|方向に)$", "", rest)
        if found := re.fullmatch(r"(.+?)(?:が(?:見える|表示される|出てくる)(?:まで|ところまで)|まで)", rest):
            target = self.nouns.clickable(found[1])
            if target is not None:
                return Frame("scroll", (Noun("target", target=target),))
        raise Puzzled(plain)

    def waiting(self, body: str, plain: str) -> Frame:
        rest = body.strip("、 ")
        if not rest or re.fullmatch(r"(?:少し|しばらく|ちょっと|少々)(?:の間)?", rest):
            return Frame("wait", (Noun("sum", "1"),))
        if found := re.fullmatch(r"(\d+(?:\.\d+)?|[一二三四五六七八九十]+)(秒|分)(?:間|ほど|くらい)*", rest):
            seconds = float(found[1]) if found[1][0].isascii() else japanese_number(found[1])
            if seconds is not None:
                return Frame("wait", (Noun("sum", str(float(seconds) * (60 if found[2] == "分" else 1))),))
        if found := re.fullmatch(
            rf"({QUOTED})(?:と|が|という文字が)?(?:表示される|出る|現れる|見える)(?:まで|のを)", rest
        ):
            return Frame("wait", (Noun("text", self.atoms.plain(found[1])),))
        if re.fullmatch(r"(?:[\wー]+が)?(?:開く|起動する|表示される|読み込まれる|終わる)(?:まで|のを)", rest):
            return Frame("wait", (Noun("sum", "1"),))
        raise Puzzled(plain, "condition")
