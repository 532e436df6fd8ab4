"""Japanese: sentences to clauses at each verb in a joining form.

No dictionary of words is needed: what is quoted is an atom already, particles mark the roles, and the verb stands at
the end.
"""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.models.local import concepts
from deskhand.models.local.steps import Target
from deskhand.models.local.understand.atoms import any_of
from deskhand.models.local.understand.frame import Condition, Frame, Item, Loop, Noun, Puzzled
from deskhand.models.local.understand.japanese.clauses import _COUNT, Clauses
from deskhand.models.local.understand.japanese.desk import asked
from deskhand.models.local.understand.japanese.names import FILED, QUOTED
from deskhand.models.local.understand.japanese.sums import japanese_command_sum, japanese_sum
from deskhand.models.local.understand.japanese.verbs import predicates
from deskhand.models.local.understand.numbers import japanese_number

_IDLE = re.compile(
    r"(?:(?:どうぞ)?(?:よろしく|宜しく)(?:お願い(?:します|いたします|致します)?)?|お願い(?:します|いたします|致します)?|ありがとう(?:ございます)?|以上(?:です|をお願いします)?|こんにちは|こんばんは|おはよう(?:ございます)?|すみません|手順|以下の(?:手順|こと)(?:を|で)?(?:お願いします|実行してください|してください|行ってください)?|助かります|それだけです|終わり|おわり|次の(?:手順|作業|こと)を(?:実行して|行って|して)ください|です|ます|ください|よ|ね|はい)"
)
_SHOWN = r"(?:が|は|も)?(?:画面に)?(?:表示され(?:た|て(?:いた|いる))|出(?:て(?:きた|いる|いた)|た)|現れ(?:た|ている)|開い(?:た|ている)|あ(?:った|る)|見え(?:た|る|ている)|存在(?:した|する)|表示され|出れ|あれ|現れれ|出てくれ|聞かれた|求められた|表示される|出る|出てくる|現れる)"
_WHEN = r"(?:場合(?:は|には|に)?|とき(?:は|には|に)?|時(?:は|には|に)|際(?:は|には)?|なら(?:ば)?|のであれば|ら|ば|ようなら|ようであれば)"


class Japanese(Clauses):
    """One instruction's reading."""

    def read(self, text: str) -> list[Item]:
        items: list[Item] = []
        for sentence in self.sentences(text):
            items += self.sentence(sentence, items)
        return items

    def sentences(self, text: str) -> list[str]:
        inline = re.findall(r"(?:^|[\s。])\(?(\d{1,2})[.)](?:\s+|(?=\D))", text)
        if len(inline) > 1 and [int(n) for n in inline] == list(range(1, len(inline) + 1)):
            text = re.sub(r"(?:^|(?<=[\s。]))\(?\d{1,2}[.)](?:\s+|(?=\D))", "\n", text)
        text = re.sub(
            r"(?:^|(?<=\n))\s*(?:手順|ステップ)?(?:\d{1,2}\s*[.):、]|[-*•●・]|\(\d{1,2}\)|[①-⑳])\s*", "\n", text
        )
        parts = re.split(r"[。！!？?]+|\.(?=\s|$)|\s*\n\s*|\s*[;→⇒]\s*", re.sub(r"([？?])", r"\1", text))
        return [part.strip(" 　\t、,") for part in parts if part.strip(" 　\t、,・:")]

    def sentence(self, text: str, before: list[Item]) -> list[Item]:
        text = self.trim(text)
        if not text or _IDLE.fullmatch(text):
            return []
        text = respelled(text)
        if (special := self.special(text, before)) is not None:
            return special
        text = re.sub(
            r"(?:次の|以下の)(?:[\d一二三四五]+(?:つの)?)?(?:文章|文字列|文字|文|テキスト|内容|行)を(入力|記入|タイプ|書い|打っ)[^:]*:\s*(.+)$",
            r"\2と入力してください",
            text,
        )
        items: list[Item] = []
        start = 0
        hits = predicates(text)
        pending: list[Item] = []
        index = 0
        while index < len(hits):
            hit = hits[index]
            body = text[start : hit.start]
            rest = self.trim(text[hit.end :])
            clause = self.clause(body, hit, text[start : hit.end], before + items)
            start = hit.end
            if hit.before:
                # 保存する前に …: the rest of the sentence comes first
                pending = clause + pending
            else:
                items += clause
            index += 1
            if rest and (special := self.conditional(rest, before + items)) is not None:
                return items + special + pending
        tail = self.trim(text[start:])
        if (
            tail
            and not _IDLE.fullmatch(tail)
            and not re.fullmatch(r"(?:から|あと|のち|こと|です|ます|よう|か|の|ね|よ|な|ので)+", tail)
        ):
            items += self.verbless(tail, before + items)
        return items + pending

    def mention(self, text: str, before: list[Item]) -> list[Item] | None:
        """``共有フォルダーに hello.txt があるので、…``: something to know, and the rest of the sentence."""
        found = re.match(
            rf"(?:(.+?)(?:の中)?に(?:は)?)?({FILED}|{QUOTED})(?:という(?:名前の)?ファイル)?が(?:あります|ある|入っている|置いてある)(?:ので|から|のですが|んですが)?[、,]?(.*)$",
            text,
        )
        if found is None:
            return None
        place = self.nouns.noun(found[1]) if found[1] else None
        if place is not None and place.kind != "folder":
            return None
        file = Noun("file", self.atoms.plain(found[2]))
        known: list[Item] = [Frame("mention", (file,), {"place": place} if place else {}, source=text)]
        return known + (self.sentence(found[3], before + known) if found[3] else [])

    def special(self, text: str, before: list[Item]) -> list[Item] | None:
        if (condition := self.conditional(text, before)) is not None:
            return condition
        if found := re.match(
            rf"(?:次の(?:操作|こと|手順)|以下|これ|次)を?{_COUNT}(?:繰り返して(?:ください)?|行って(?:ください)?)\s*[:、]?\s*(.+)$",
            text,
        ):
            times = japanese_number(found[1])
            if times is None or not 0 < times <= 200:
                raise Puzzled(text, "loop")
            return [Loop(times, self.sentence(found[2], before), text)]
        if found := re.match(rf"(.+?)(?:のを|という操作を|ことを)(?:、)?{_COUNT}繰り返(?:して|す).*$", text):
            times = japanese_number(found[2])
            inner = re.sub(r"する$", "してください", found[1])
            if times is None or not 0 < times <= 200:
                raise Puzzled(text, "loop")
            return [Loop(times, self.sentence(inner, before), text)]
        if summed := re.fullmatch(r"(?:電卓|計算機)\s*(?:で|、|:)?\s*([\d(].+)", text):
            value = japanese_sum(summed[1])
            if value is not None:
                return [
                    Frame("compute", (Noun("sum", value=value),), source=text),
                    Frame("tell", (Noun("ref"),), source=text),
                ]
        if (known := self.mention(text, before)) is not None:
            return known
        if (asked := self.question(text)) is not None:
            return asked
        return None

    def question(self, text: str) -> list[Item] | None:
        if (desk := asked(self.nouns, text)) is not None:
            for frame in desk:
                frame.source = text
            return list(desk)
        end = r"(?:です|でしょう|なん|なの|になり|になる|ます|ですよね)*(?:か)?(?:教えて(?:ください|下さい|もらえますか|くれますか|ほしい(?:です)?)?)?"
        if found := re.fullmatch(
            rf"(.+?)(?:は|の答えは|って|を計算すると|=|(?<=と))\s*(?:いくつ|いくら|何|なに|なん|どう|幾つ)?{end}", text
        ):
            summed = re.fullmatch(r"(.+?(?:掛け|かけ|足|割|引))(?:る|す|く)と", found[1])
            value = japanese_command_sum(summed[1]) if summed else None
            if value is not None:
                return [
                    Frame("compute", (Noun("sum", raw=found[1], value=value),), source=text),
                    Frame("tell", (Noun("ref"),), source=text),
                ]
            value = japanese_sum(re.sub(r"^(?:電卓|計算機)(?:で|を使って|を使うと)[、]?", "", found[1]))
            if value is not None:
                return [
                    Frame("compute", (Noun("sum", raw=found[1], value=value),), source=text),
                    Frame("tell", (Noun("ref"),), source=text),
                ]
        what = r"(?:何|なん|なに|どう|いくつ|どんな\w*)"
        if found := re.fullmatch(
            rf"(.+?)(?:に|には|は|では|の)?{what}(?:て|と|が|も)?(?:書いて|書かれて|表示されて|出て|表示|出力|入って|なって)(?:い|あり|あ|され|し)*(?:ます|る|ますか|りますか|ていますか|か)*",
            text,
        ):
            return [Frame("tell", (self.nouns.told(found[1]),), source=text)]
        if found := re.fullmatch(
            r"(.+?)(?:の中)?(?:に|には)(?:どんな|どの|何の|なんの)?ファイルが(?:あり|入って|ある|置いて)(?:ます|る|います|いる|あります)*か?",
            text,
        ):
            return [Frame("tell", (self.nouns.told(found[1]),), source=text)]
        if found := re.fullmatch(rf"(.+?)(?:は|って){what}{end}", text):
            return [Frame("tell", (self.nouns.told(found[1]),), source=text)]
        return None

    def conditional(self, text: str, before: list[Item]) -> list[Item] | None:
        found = re.match(rf"(?:もしも?|万一)?[、\s]*(.+?){_SHOWN}{_WHEN}[、,]?\s*(.+)$", text)
        if found is None:
            if re.match(r"もしも?(?!よ)", text):
                raise Puzzled(text, "condition")
            return None
        what, then = found[1].strip("、 "), found[2]
        if predicates(what):
            return None
        noun = self.nouns.noun(what)
        target = Target(noun.text) if noun.kind == "text" else noun.target
        if target is None:
            if noun.kind == "program":
                return self.sentence(then, before)
            raise Puzzled(what, "condition")
        otherwise: list[Item] = []
        if other := re.search(
            r"[、。\s]*(?:そうでなければ|そうでない場合は?|なければ|出なければ|表示されなければ|それ以外(?:の場合)?は)[、]?\s*(.+)$",
            then,
        ):
            then, otherwise = then[: other.start()], self.sentence(other[1], before)
        done = self.sentence(then, before)
        if not done:
            raise Puzzled(text, "condition")
        return [Condition(target, done, otherwise, text)]

    def verbless(self, text: str, before: list[Item]) -> list[Item]:
        """What is left after the last verb: ``1+1は?``, ``入力: 「…」``, or nothing known."""
        if (asked := self.question(text)) is not None:
            return asked
        if (value := japanese_sum(text)) is not None and re.search(r"[=＝]\s*$", text):
            return [
                Frame("compute", (Noun("sum", raw=text, value=value),), source=text),
                Frame("tell", (Noun("ref"),), source=text),
            ]
        if found := re.fullmatch(
            r"(?:(?:保存)?(?:ファイル名|名前)は\s*(.+?)(?:で|に|として)?[、,]\s*)?(?:保存先|場所|保存場所|フォルダー?)は\s*(.+?)(?:です|で|に|にして)?",
            text,
        ):
            place = self.nouns.noun(found[2])
            called = self.nouns.named(found[1]) if found[1] else None
            if place.kind == "folder" and called:
                return [Frame("name", (Noun("file", called),), {"place": place}, source=text)]
            saves = "保存" in text or any(
                isinstance(item, Frame) and item.verb in ("save", "name", "type", "create", "new") for item in before
            )  # else it may be where a file *is*
            if place.kind == "folder" and not found[1] and saves:
                return [Frame("save", (Noun("this file"),), {"place": place}, source=text)]
        if found := re.fullmatch(r"(?:保存)?(?:ファイル名|名前)(?:は|を|:)\s*(.+?)(?:で|に|とし|です)?", text):
            name = self.nouns.named(found[1])
            if name:
                return [Frame("name", (Noun("file", name),), source=text)]
        raise Puzzled(text)


_PROGRAM = "|".join(
    sorted((n for names in concepts.PROGRAMS.values() for n in names if not n.isascii()), key=len, reverse=True)
)
_HELD = r"(Ctrl|Control|Alt|Shift|コントロール|シフト|オルト)(?:キー)?"


def respelled(text: str) -> str:
    """Spoken and shortened forms as the grammar writes them: 「…」って書いて, 電卓起動, Shift を押しながら…."""
    text = re.sub(r"(?<=[^\x00-\x7f])[ \u3000]+(?=[^\x00-\x7f])", "", text)
    text = re.sub(
        r"(?:Save\s*As|名前を(?:付け|つけ)て保存)\s*(?:を使って|を使い|で)、?\s*(?=.*保存)", "", text, flags=re.I
    )
    text = re.sub(r"(?<=[一-鿿ァ-ヶー])\([A-Za-z ]+\)(?=[をにでの])", "", text)
    text = re.sub(
        r"保存し(?:て、?|、)(?:もし)?(?:すでに|既に)(?:ファイルが|同じ名前のファイルが)?(?:あれば|ある場合は?|存在すれば|存在する場合は?)、?上書き(?:保存)?して",
        "上書き保存して",
        text,
    )
    text = re.sub(
        r"(?:変更|編集)(?:内容)?を破棄し(?:て|、)(?=.*?(?:閉じ|終了))", "保存しないで", text
    )  # one clause with the closing
    text = re.sub(rf"({any_of('menu')})(?:と|、)({any_of('menu')})を使(?:って|用して)", r"\1を選び、\2を選んで", text)
    text = re.sub(rf"({any_of('menu')})を(?:使って|使用して)(?=ください|$)", r"\1を選んで", text)
    text = re.sub(r"(?<=[をに])(?:新しく|新規に|新たに)(?=作|開)", "", text)
    text = re.sub(r"(?<=[\ue000-\uf8ff])(?:って|とだけ|だけ)(?=書|入力|打|タイプ|記入)", "と", text)
    if re.search(
        rf"(?:欄|ボックス|フィールド)に{QUOTED}、[^、]+(?:欄|ボックス|フィールド)に{QUOTED}[とを](?:入力|記入)", text
    ):
        text = re.sub(rf"(?<={QUOTED})、(?=[^、]+(?:欄|ボックス|フィールド)に{QUOTED})", "と入力し、", text)
    text = re.sub(r"の(起動|終了|保存|削除|計算|作成|コピー|実行|入力)を(?=お?願い|頼)", r"を\1", text)
    text = re.sub(rf"({_PROGRAM})(?=(?:起動|終了|開いて|ひらいて|閉じて))", r"\1を", text)
    text = re.sub(rf"{_HELD}を押しながら、?(\w+?)(?:キー)?を(?=押|叩|たた)", r"\1+\2キーを", text, flags=re.I)
    text = re.sub(rf"{_HELD}と(\w+?)(?:キー)?を同時に(?=押|叩|たた)", r"\1+\2キーを", text, flags=re.I)
    if len(re.findall(QUOTED, text)) > 1:
        text = re.sub(rf"(?:\d|[一二三四五])行目(?:に|は|が)、?(?={QUOTED})", "", text)
    return text
