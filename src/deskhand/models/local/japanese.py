"""Japanese: sentences to clauses at each verb in a joining form, clauses to frames by their particles.

No dictionary of words is needed: what is quoted is an atom already, particles mark the roles, and the verb stands at
the end. A phrase is cut at the first particle that leaves an understood noun before it.
"""

# ruff: noqa: E501  (a pattern broken over lines is harder to read than a long one)
from __future__ import annotations

import re
from dataclasses import replace

from deskhand.models.local import concepts, numbers
from deskhand.models.local.atoms import Atoms, any_of
from deskhand.models.local.frame import Condition, Frame, Item, Loop, Noun, Puzzled, Role, Verb
from deskhand.models.local.japanese_nouns import Nouns
from deskhand.models.local.japanese_verbs import Predicate, predicates
from deskhand.models.local.steps import Target

_Q = any_of("quote", "command")
_F = any_of("file")
_NOISE_BEFORE = re.compile(
    r"(?:[\s、,・]|まずはじめに|まずは|まず|はじめに|初めに|最初に(?!ある)|次に|つぎに|それから|そのあとに?で?|その後に?で?|そして|続いて|続けて|つづいて|最後に|さいごに|また|さらに|では|それでは|それで|じゃあ|すみませんが?|すいませんが?|恐れ入りますが|"
    r"お手数ですが|恐縮ですが|できれば|もしよければ|よければ|申し訳ありませんが|あと(?=[、,])|あとは|ついでに|同時に|終わったら|終わりましたら|できたら|完了したら|完了後に?|その際に?は?|そうしたら|したら|そうして|こんにちは[。、!]|あなたの仕事は|以下の(?:こと|手順)を(?:して|行って)ください|その上で|そのうえで|その状態で|なお|ねえ|ちょっと|えっと|えーと|どうか|ぜひ|一度|もう一度|再度|すぐに|今すぐ|そこに|そこで|そのまま|まとめて|結果として|いったん|キーボードで|キーボードから|マウスで|自動で|今から)",
)
_IDLE = re.compile(
    r"(?:(?:どうぞ)?(?:よろしく|宜しく)(?:お願い(?:します|いたします|致します)?)?|お願い(?:します|いたします|致します)?|ありがとう(?:ございます)?|以上(?:です|をお願いします)?|こんにちは|こんばんは|おはよう(?:ございます)?|すみません|手順|以下の(?:手順|こと)(?:を|で)?(?:お願いします|実行してください|してください|行ってください)?|助かります|それだけです|終わり|おわり|次の(?:手順|作業|こと)を(?:実行して|行って|して)ください|です|ます|ください|よ|ね|はい)"
)
_MARKERS: tuple[tuple[str, str], ...] = (
    # what ends a phrase → what the phrase is
    (r"という(?:名前|ファイル名|名称|名)(?:の(?:テキスト)?ファイル)?(?:で|として|に)|の(?:名前|ファイル名|名称)(?:で|として)|という(?:テキスト)?ファイル(?:で|として)|として", "name"),
    (r"という(?:名前の|名の)?(?:新しい|新規)?(?:テキスト)?ファイル(?:の中)?(?:に|へ)", "file into"),
    (r"という(?:名前の|名の)?(?:テキスト)?ファイルを", "file object"),
    (r"という(?:名前の|名の)(?:新しい|新規の?)?(?:フォルダー?|ディレクトリ)を", "folder object"),
    (r"(?:を使って|を使い|を使用して|を用いて|を利用して|を使いながら|にて|を使うことで)", "tool"),
    (r"(?:の中に|の中へ|の中にある|内に|の上に|上に|の直下に|に対して|の欄に)", "ni"),
    (r"(?:の中で|内で|の中から|上で)", "de"),
    (r"(?:の|で)?(?:末尾|最後|終わり|一番下|最終行)(?:の行)?(?:に|へ)", "end"),
    (r"(?:の|で)?(?:先頭|最初|冒頭|一番上)(?:の行)?(?:に|へ)", "start"),
    (r"(?:の中)?(?:にある|に入っている|に置いてある|に保存されている|に保存した|に作った)", "in"),
    (r"の(?:中の|中にある|文中の|中に書かれた)?(?=[\ue000-\uf8ff])", "no"),
    (r"を", "o"), (r"に", "ni"), (r"へ", "ni"), (r"で", "de"), (r"から", "kara"), (r"より", "kara"), (r"と", "to"), (r"や", "to"), (r"まで", "made"),
    (r"は", "wa"), (r"が", "wa"), (r"も", "wa"), (r"、|,", "comma"),
)  # fmt: skip
_MARK = re.compile("|".join(f"(?P<m{i}>{pattern})" for i, (pattern, _) in enumerate(_MARKERS)))
_COUNT = r"(\d+|[一二三四五六七八九十]+|何度)(?:回|度)(?:ほど|だけ|連続で|続けて)?"
_NEVER = re.compile(r"(?:しないで|ないでください|ずに|せずに|してはいけ|禁止|しなくて|ないように|の代わりに|ではなく)")
_EVERY = re.compile(
    r"(?:になるまで|するまで|出るまで|なくなるまで|見つかるまで|毎回|ごとに|それぞれ|ずっと|何度も|繰り返し続け|すべてのファイル|全てのファイル|全部のファイル|すべてのウィンドウ|全てのウィンドウ|すべてのプログラム|全部のウィンドウ|各)"
)
_SHOWN = r"(?:が|は|も)?(?:画面に)?(?:表示され(?:た|て(?:いた|いる))|出(?:て(?:きた|いる|いた)|た)|現れ(?:た|ている)|開い(?:た|ている)|あ(?:った|る)|見え(?:た|る|ている)|存在(?:した|する)|表示され|出れ|あれ|現れれ|出てくれ|聞かれた|求められた|表示される|出る|出てくる|現れる)"
_WHEN = r"(?:場合(?:は|には|に)?|とき(?:は|には|に)?|時(?:は|には|に)|際(?:は|には)?|なら(?:ば)?|のであれば|ら|ば|ようなら|ようであれば)"


class Japanese:
    def __init__(self, atoms: Atoms) -> None:
        self.atoms = atoms
        self.nouns = Nouns(atoms)

    def read(self, text: str) -> list[Item]:
        items: list[Item] = []
        for sentence in self.sentences(text):
            items += self.sentence(sentence, items)
        return items

    def sentences(self, text: str) -> list[str]:
        text = re.sub(
            r"(?:^|(?<=\n))\s*(?:手順|ステップ)?(?:\d{1,2}\s*[.):、]|[-*•●・]|\(\d{1,2}\)|[①-⑳])\s*", "\n", text
        )
        inline = re.findall(r"(?:^|[\s。])\(?(\d{1,2})[.)]\s*(?=\D)", text)
        if len(inline) > 1 and [int(n) for n in inline] == list(range(1, len(inline) + 1)):
            text = re.sub(r"(?:^|(?<=[\s。]))\(?\d{1,2}[.)]\s*(?=\D)", "\n", text)
        parts = re.split(r"[。！!？?]+|\.(?=\s|$)|\s*\n\s*|\s*[;→⇒]\s*", re.sub(r"([？?])", r"\1", text))
        return [part.strip(" 　\t、,") for part in parts if part.strip(" 　\t、,・:")]

    def trim(self, text: str) -> str:
        while (found := _NOISE_BEFORE.match(text)) is not None and found[0]:
            text = text[found.end() :]
        return text.strip(" 　\t、,:")

    def sentence(self, text: str, before: list[Item]) -> list[Item]:
        text = self.trim(text)
        if not text or _IDLE.fullmatch(text):
            return []
        if (special := self.special(text, before)) is not None:
            return special
        text = re.sub(
            r"(?:次の|以下の)(?:文章|文字列|文字|文|テキスト|内容|行)を(入力|記入|タイプ|書い|打っ)[^:]*:\s*(.+)$",
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

    # questions, conditions, loops

    def special(self, text: str, before: list[Item]) -> list[Item] | None:
        if (condition := self.conditional(text, before)) is not None:
            return condition
        if found := re.match(
            rf"(?:次の(?:操作|こと|手順)|以下|これ|次)を?{_COUNT}(?:繰り返して(?:ください)?|行って(?:ください)?)\s*[:、]?\s*(.+)$",
            text,
        ):
            times = numbers.japanese_number(found[1])
            if times is None or not 0 < times <= 200:
                raise Puzzled(text, "loop")
            return [Loop(times, self.sentence(found[2], before), text)]
        if found := re.match(rf"(.+?)(?:のを|という操作を|ことを)(?:、)?{_COUNT}繰り返(?:して|す).*$", text):
            times = numbers.japanese_number(found[2])
            inner = re.sub(r"する$", "してください", found[1])
            if times is None or not 0 < times <= 200:
                raise Puzzled(text, "loop")
            return [Loop(times, self.sentence(inner, before), text)]
        if (asked := self.question(text)) is not None:
            return asked
        return None

    def question(self, text: str) -> list[Item] | None:
        end = r"(?:です|でしょう|なん|なの|になり|になる|ます|ですよね)*(?:か)?(?:教えて(?:ください|下さい|もらえますか|くれますか|ほしい(?:です)?)?)?"
        if found := re.fullmatch(
            rf"(.+?)(?:は|の答えは|って|を計算すると|=)\s*(?:いくつ|いくら|何|なに|なん|どう|幾つ)?{end}", text
        ):
            value = numbers.japanese_sum(found[1])
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
        if (value := numbers.japanese_sum(text)) is not None and re.search(r"[=＝]\s*$", text):
            return [
                Frame("compute", (Noun("sum", raw=text, value=value),), source=text),
                Frame("tell", (Noun("ref"),), source=text),
            ]
        if found := re.fullmatch(r"(?:保存)?(?:ファイル名|名前)(?:は|を|:)\s*(.+?)(?:で|に|とし|です)?", text):
            name = self.nouns.named(found[1])
            if name:
                return [Frame("name", (Noun("file", name),), source=text)]
        raise Puzzled(text)

    # one clause

    def clause(self, body: str, hit: Predicate, source: str, before: list[Item]) -> list[Item]:
        frames = self.frames(body, hit, source, before)
        for frame in frames:
            frame.source = frame.source or self.trim(source)
        return list(frames)

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
                head = rest[: mark.start()]
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
        found = re.fullmatch(rf"(.+?)(?:の中)?(?:の|に)({_Q}|{_F})", head)
        if found is None:
            return None
        noun = self.nouns.noun(found[1])
        if noun.kind != "folder":
            return None
        return [("ni", noun)], self.atoms.plain(found[2])

    @staticmethod
    def sensible(meaning: str, noun: Noun, rest: str) -> bool:
        """Whether this particle can close this noun: a と inside a list of files, に inside a name, cannot."""
        if meaning == "in":
            return noun.kind in ("folder", "program", "window", "this file", "file")
        if meaning == "no":
            return noun.kind in ("file", "menu", "this file", "program") or (noun.kind == "window" and not noun.text)
        if meaning == "comma":
            return noun.kind in ("program", "folder", "file", "text", "new file")
        return True

    def frames(self, body: str, hit: Predicate, source: str, before: list[Item]) -> list[Frame]:
        plain = self.atoms.restore(self.trim(source))
        if _NEVER.search(source):
            raise Puzzled(plain, "negative")
        if _EVERY.search(body):
            raise Puzzled(plain, "loop")
        concept = hit.concept
        body = self.trim(body)
        times = 1
        if found := re.search(rf"[、\s]*{_COUNT}[、\s]*$|(?:^|(?<=[をで、\s])){_COUNT}(?=[、\s]|ダブル|$)", body):
            number = numbers.japanese_number(found[1] or found[2])
            if number is None or not 0 < number <= 200:
                raise Puzzled(plain, "loop")
            times, body = number, (body[: found.start()] + body[found.end() :]).strip("、 ")
        elif found := re.match(rf"{_COUNT}[、\s]*", body):
            number = numbers.japanese_number(found[1])
            if number is not None and 0 < number <= 200:
                times, body = number, body[found.end() :]
        frames = self.verb(concept, body, hit, plain, before)
        if times > 1:
            if len(frames) != 1:
                raise Puzzled(plain, "loop")
            frames[0].times = times
        return frames

    def verb(self, concept: Verb, body: str, hit: Predicate, plain: str, before: list[Item]) -> list[Frame]:
        word = hit.word
        if (
            word in ("残す", "にする")
            and (
                found := re.fullmatch(r"(.+?)(?:は|を|も)(?:開いたまま|そのまま|起動したまま|何もせず)(?:に|で)?", body)
            )
            is not None
        ):
            if self.nouns.noun(found[1]).kind in ("program", "file", "this file", "window"):
                return []  # done by not doing anything
            raise Puzzled(plain)
        if (
            concept == "copy"
            and (found := re.search(rf"(?<={_F})の(?:内容|中身|テキスト|文章|本文)を", body)) is not None
        ):
            body, word = body[: found.start()] + "を" + body[found.end() :], "内容をコピー"
        if concept == "replace" and (found := re.search(r"の(?:名前|ファイル名|名称)を", body)) is not None:
            concept, word, body = "rename", "リネーム", body[: found.start()] + "を" + body[found.end() :]
        if word == "にする" or concept == "name":
            return self.naming(body, plain)
        if concept == "compute" or word in ("足す", "たす", "加える"):
            summed = self.computing(body, word, plain)
            if summed is not None:
                return summed
            if concept == "compute":
                raise Puzzled(plain, "sum")
        if concept in ("type", "append"):
            return self.typing(concept, body, word, plain, before)
        if concept in ("tell", "read"):
            return self.telling(concept, body, plain)
        if concept == "scroll":
            return [self.scrolling(body, plain)]
        if concept == "wait":
            return [self.waiting(body, plain)]
        if concept == "break line":
            phrases, left = self.phrases(body)
            if phrases or left:
                raise Puzzled(plain)
            return [Frame("break line")]
        if concept == "press" and re.fullmatch(r".+(?:ボタン|アイコン|リンク)を?", body):
            concept = "click"
        if (
            concept == "check"
            and word == "チェック"
            and not re.search(r"チェックボックス|オプション|項目|欄|」", self.atoms.restore(body))
        ):
            raise Puzzled(plain, "two ways")
        if word in ("確認",):
            raise Puzzled(plain, "condition")
        phrases, left = self.phrases(body)
        if left:
            more = self.leftover(concept, left)
            if more is None:
                raise Puzzled(plain, "invent" if concept == "create" else "unknown")
            phrases += more
        return self.build(concept, phrases, plain, word)

    def leftover(self, concept: Verb, left: str) -> list[tuple[str, Noun]] | None:
        """Words that no noun rule knows, where a bare name is enough: ``保存をクリック``."""
        bare = re.sub(r"(?:を|に)$", "", left)
        if concept in ("click", "double click", "right click", "middle click", "choose", "check", "uncheck", "press"):
            target = self.nouns.clickable(bare)
            if target is not None:
                return [("o", Noun("target" if concept != "choose" else "text", target.name, bare, target=target))]
        if concept in ("open", "close", "switch") and re.fullmatch(r"[A-Za-z][\w .+-]*", bare):
            return [("o", Noun("raw", bare, bare))]
        if concept == "run" and re.fullmatch(r"[\x20-\x7e\ue000-\uf8ff]+", bare):
            return [("o", Noun("command", self.atoms.plain(bare), bare))]
        if concept in ("save", "create", "rename", "make folder") and (
            name := self.nouns.named(re.sub(r"で$", "", bare))
        ):
            return [("name", Noun("file", name))] if not re.search(r"[ぁ-ん]", name) else None
        return None

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
            value = numbers.japanese_command_sum(rest + stem)
            if value is not None:
                return [Frame("compute", (Noun("sum", raw=rest, value=value),), args)]
            return None
        text = re.sub(r"(?:を|の計算を|の値を|の答えを|の計算|の結果を)?$", "", rest)
        if re.fullmatch(_Q, text):
            text = self.atoms.plain(text)
        value = numbers.japanese_sum(text)
        if value is None:
            again = re.fullmatch(r"(.+?)(?:を)?[、\s]*(?:電卓|計算機)(?:を使って|で|にて)", rest)
            if again is not None:
                value, args["tool"] = numbers.japanese_sum(re.sub(r"を$", "", again[1])), Noun("program", "calculator")
        if value is None:
            raise Puzzled(plain, "sum")
        return [Frame("compute", (Noun("sum", raw=rest, value=value),), args)]

    def typing(self, concept: Verb, body: str, word: str, plain: str, before: list[Item]) -> list[Frame]:
        own_line = at_start = at_end = False
        rest = re.sub(r"[、\s]*(?:(?:一|1)行ずつ|別々の行に|順番に|順に|そのまま|正確に)[、\s]*", "", body)
        for pattern, flag in (
            (r"(?:次の|新しい|別の|改行して)行に[、\s]*|改行して[、\s]*|(?:一行|1行)として[、\s]*", "line"),
            (r"(?:の|で)?(?:末尾|最後|終わり|一番下|最終行)(?:の行)?(?:に|へ)[、\s]*", "end"),
            (r"(?:の|で)?(?:先頭|冒頭|一番上|最初の行|最初)(?:の行)?(?:に|へ)[、\s]*", "start"),
            (r"という(?:行|一行|1行)(?=を)", "line"),
        ):
            found = re.search(pattern, rest)
            if found is None:
                continue
            joint = "に" if flag in ("end", "start") and re.search(r"[^をに、でへ]$", rest[: found.start()]) else ""
            rest = rest[: found.start()] + joint + rest[found.end() :]
            own_line |= flag == "line"
            at_end |= flag == "end"
            at_start |= flag == "start"
        phrases, left = self.phrases(rest)
        args: dict[Role, Noun] = {}
        content: Noun | None = None
        pieces: list[Noun] = []
        for meaning, noun in phrases:
            match meaning:
                case "name":
                    if noun.kind == "text":
                        content = noun
                    elif (
                        concept == "type"
                        and noun.kind == "file"
                        and content is None
                        and word in ("入力", "書く", "打つ")
                        and any(m == "o" for m, _ in phrases) is False
                    ):
                        content = Noun("text", noun.text, quoted=True)
                    else:
                        args["name"] = noun
                case "file into":
                    args["into"] = Noun("file", noun.text, folder=noun.folder)
                case "tool":
                    args["tool"] = noun
                case "ni" | "de" | "wa" | "start" | "end" | "made" | "in" | "no":
                    if noun.kind == "folder":
                        args["place"] = noun
                    elif noun.kind in ("program", "new file", "file", "target", "window", "this file"):
                        role: Role = "tool" if meaning == "de" and noun.kind == "program" and "into" in args else "into"
                        if role in args:
                            if noun.kind == "program" or args[role].kind == "program":
                                program = noun if noun.kind == "program" else args[role]
                                other = args[role] if noun.kind == "program" else noun
                                args["tool"], args["into"] = program, other
                                continue
                            raise Puzzled(plain)
                        args[role] = noun
                    elif (
                        noun.kind in ("text", "ref", "output", "command", "sum", "keys")
                        and meaning == "wa"
                        and content is None
                    ):
                        content = noun
                    elif noun.kind == "text" and meaning == "ni":
                        args["into"] = Noun("target", noun.text, target=Target(noun.text, "field"))
                    elif noun.kind != "screen":
                        raise Puzzled(plain)
                case "o" | "to" | "end of clause" | "comma":
                    if noun.kind in ("program", "new file") and meaning in ("to", "comma"):
                        raise Puzzled(plain)
                    pieces.append(noun)
                case "kara" if noun.kind == "program":
                    args["source"] = noun
                case _:
                    raise Puzzled(plain)
        if left:
            if content is not None or pieces or not re.search(r"(?:と|を)$", left):
                if pieces or content is not None:
                    raise Puzzled(plain)
            text = re.sub(
                r"(?:という文字|という文字列|というテキスト|という文|という文章|という言葉)?(?:と|を)$", "", left
            )
            if re.search(
                r"詩|俳句|物語|小説|メール|手紙|感想|要約|作文|レポート|について|文章を|ような|適当な|何か|日付|時刻",
                text,
            ) and not re.search(_Q, text):
                raise Puzzled(plain, "invent")
            if re.search(_Q, text) or not text or re.search(r"[をに](?!は)", text):
                raise Puzzled(plain, "what text")
            text = text.strip()
            pieces = [Noun("text", self.atoms.plain(text), text)]
        if content is None:
            content = self.joined(pieces, plain)
        if concept == "append" or at_end or at_start or word in ("書き足す", "付け加える", "追記", "追加"):
            concept = "append"
        if content.kind == "command" and content.quoted:
            content = Noun("text", content.text, quoted=True)
        if content.kind == "url":
            content = Noun("text", content.text)
        if content.kind == "keys" and content.text.isalnum() and len(content.text) > 1:
            raise Puzzled(plain, "two ways")
        if content.kind == "sum":
            digits = re.fullmatch(r"[\d\s.+*/()^%×÷=-]+", content.raw.strip())
            if digits and concept == "type":
                content = Noun("text", content.raw.strip())
        if content.kind == "file" and not content.folder:
            content = Noun("text", content.text)
        if content.kind == "target" and content.target is not None:
            raise Puzzled(plain, "what text")
        if content.kind == "this file" and re.search(r"内容|テキスト|文章|文字", content.text):
            raise Puzzled(plain, "what text")
        if content.kind not in ("text", "ref", "output", "this file", "sum", "command"):
            raise Puzzled(plain, "what text")
        if "into" in args and args["into"].kind == "new file" and args["into"].text and "name" not in args:
            args["name"] = Noun("file", args["into"].text)
        frame = Frame(concept, (content,), args, own_line=own_line)
        frame.at = "start" if at_start else "end" if concept == "append" else None
        args.pop("source", None)
        return [frame]

    def joined(self, pieces: list[Noun], plain: str) -> Noun:
        """One content out of what を and と bind: several texts are several lines; a text and a result stand together."""
        if not pieces:
            return Noun("ref")  # what is plain from before is not said again
        if len(pieces) == 1:
            return pieces[0]
        if all(piece.kind == "text" for piece in pieces):
            texts = tuple(text for piece in pieces for text in (piece.path or (piece.text,)))
            return Noun("text", "\n".join(texts), path=texts, quoted=True)
        raise Puzzled(plain, "two ways")

    def telling(self, concept: Verb, body: str, plain: str) -> list[Frame]:
        rest = re.sub(r"(?:私に|わたしに|こちらに|声に出して|僕に)", "", body).strip("、 ")
        rest = re.sub(r"(?:を|が|は|と)$", "", rest)
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
        value = numbers.japanese_sum(re.sub(r"(?:が|は)$", "", rest))
        if (
            value is not None
            and not re.fullmatch(r"[\U0010fffe]+", rest)
            and re.search(r"\d|[一二三四五六七八九十百千]", rest)
        ):
            return [Frame("compute", (Noun("sum", raw=rest, value=value),)), Frame("tell", (Noun("ref"),))]
        try:
            return [Frame(concept, (self.nouns.told(rest),))]
        except Puzzled:
            found = re.match(r"(.+?)(?:で|から|を開いて)[、\s]*(.+)$", rest)
            if found is not None:
                noun = self.nouns.noun(found[1])
                if noun.kind == "program":
                    return [Frame(concept, (self.nouns.told(found[2]),), {"tool": noun})]
            raise Puzzled(plain, "what target") from None

    def scrolling(self, body: str, plain: str) -> Frame:
        rest = re.sub(r"(?:画面|ページ|ウィンドウ|ウインドウ|文書|リスト|一覧)(?:を|で)?", "", body).strip("、 ")
        amount: int | None = None
        if found := re.search(r"(\d+|[一二三四五六七八九十]+)(?:行|目盛り?|クリック|ノッチ|段)(?:分)?(?:だけ)?", rest):
            amount = numbers.japanese_number(found[1])
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
            seconds = float(found[1]) if found[1][0].isascii() else numbers.japanese_number(found[1])
            if seconds is not None:
                return Frame("wait", (Noun("sum", str(float(seconds) * (60 if found[2] == "分" else 1))),))
        if found := re.fullmatch(rf"({_Q})(?:と|が|という文字が)?(?:表示される|出る|現れる|見える)(?:まで|のを)", rest):
            return Frame("wait", (Noun("text", self.atoms.plain(found[1])),))
        if re.fullmatch(r"(?:[\wー]+が)?(?:開く|起動する|表示される|読み込まれる|終わる)(?:まで|のを)", rest):
            return Frame("wait", (Noun("sum", "1"),))
        raise Puzzled(plain, "condition")

    def build(self, concept: Verb, phrases: list[tuple[str, Noun]], plain: str, word: str) -> list[Frame]:
        """A frame from the phrases of any other verb."""
        args: dict[Role, Noun] = {}
        objects: list[Noun] = []
        goals: list[Noun] = []
        target_verbs = (
            "click",
            "double click",
            "right click",
            "middle click",
            "check",
            "uncheck",
            "press",
            "choose",
            "drag",
        )
        for meaning, noun in phrases:
            match meaning:
                case "o" | "to" | "end of clause" | "wa" | "comma" | "file object":
                    if (
                        meaning == "to"
                        and concept in ("save", "rename", "replace", "name")
                        and noun.kind in ("file", "text")
                    ):
                        args["name"] = noun
                    else:
                        objects.append(noun)
                case "folder object":
                    objects.append(Noun("target", noun.text, target=Target(noun.text, "folder")))
                case "name":
                    args["name"] = noun
                case "file into":
                    args["name"] = noun
                case "tool":
                    args["tool"] = noun
                case "ni" | "made":
                    goals.append(noun)
                case "de":
                    if noun.kind == "program":
                        args["tool"] = noun
                    elif noun.kind == "folder":
                        args["place"] = noun
                    elif noun.kind in ("file", "text") and concept in ("save", "create"):
                        args["name"] = noun
                    elif noun.kind == "keys":
                        args["manner"] = noun
                    elif noun.kind in ("window", "screen", "this file"):
                        pass
                    elif noun.kind in ("file", "target"):
                        args["into"] = noun
                    else:
                        raise Puzzled(plain)
                case "kara":
                    args["source"] = noun
                case "in" if noun.kind == "folder":
                    args["place"] = noun
                case "no" | "in":
                    args["source" if noun.kind == "menu" else "into"] = noun
                case "start" | "end":
                    args["into"] = noun
                case _:
                    raise Puzzled(plain)
        if concept in ("press",):
            return self.pressing(objects or goals, args, plain)
        if concept in target_verbs:
            return self.aiming(concept, objects, goals, args, plain)
        if concept == "replace":
            return self.replacing(objects, goals, args, plain, word)
        if concept == "rename":
            if "name" not in args and goals and goals[-1].kind in ("file", "text"):
                args["name"] = goals.pop()
            return self.renaming(objects, goals, args, plain)
        for noun in goals:
            if noun.kind == "folder" and concept in ("save", "create", "open", "delete"):
                args["place"] = noun
            elif concept in ("go", "switch") and not objects:
                objects.append(noun)
            elif (
                concept == "save"
                and noun.kind in ("file", "text", "new file")
                and "name" not in args
                and (noun.text or noun.kind == "new file")
            ):
                if noun.text:
                    args["name"] = noun
                    if noun.folder:
                        args.setdefault("place", Noun("folder", noun.folder))
            elif concept == "go" and noun.kind in ("folder", "program", "target", "url"):
                objects.append(noun)
            elif "into" not in args and noun.kind in ("program", "new file", "file", "target", "window", "this file"):
                args["into"] = noun
            else:
                raise Puzzled(plain)
        if concept == "create":
            return self.creating(objects, args, plain)
        if concept == "save":
            objects = [noun for noun in objects if not (noun.kind == "file" and self.moved(noun, args))]
            if args.get("tool") is not None and args["tool"].kind == "keys":
                args["manner"] = args.pop("tool")
            return (
                [Frame("save", tuple(objects[:1]) or (Noun("this file"),), args)]
                if len(objects) < 2
                else self.refuse(plain)
            )
        if concept == "run":
            if not objects:
                raise Puzzled(plain, "what")
            noun = objects[0]
            if noun.kind in ("text", "command"):
                return [Frame("run", (Noun("command", noun.text, quoted=True),), args)]
            if noun.kind == "program":
                return [Frame("open", (noun,), args)]
            raise Puzzled(plain, "unknown")
        if concept in ("find",):
            if not objects or objects[0].kind not in ("text", "command"):
                raise Puzzled(plain, "world")
            if args.get("into") is not None and args["into"].kind == "target":
                return [Frame("type", (objects[0],), args, enter=True)]
            return [Frame("find", tuple(objects[:1]), args)]
        if concept == "open" and args.get("tool") is not None and args["tool"].kind == "keys":
            raise Puzzled(plain)
        if concept == "copy" and len(objects) == 1 and objects[0].kind == "file" and "into" in args:
            return (
                [Frame("read", (objects[0],)), Frame("copy", (Noun("ref"),), args)]
                if word == "内容をコピー"
                else self.refuse(plain)
            )
        if concept == "open" and not objects and not args:
            objects = [Noun("this file")]
        if concept == "close" and not objects:
            objects = [Noun("this file")]
        if "manner" in args:
            if concept in ("close", "copy", "cut", "paste", "select all", "undo", "redo", "switch", "save", "delete"):
                return [Frame("press", (args["manner"],))]
            raise Puzzled(plain)
        if concept in ("open", "close"):
            return [Frame(concept, tuple(objects), args)]
        if len(objects) > 1:
            raise Puzzled(plain)
        if "source" in args and concept not in ("open", "copy", "cut", "delete", "choose"):
            raise Puzzled(plain)
        return [Frame(concept, tuple(objects), args)]

    @staticmethod
    def refuse(plain: str) -> list[Frame]:
        raise Puzzled(plain)

    @staticmethod
    def moved(noun: Noun, args: dict[Role, Noun]) -> bool:
        """``notes.txt を保存``: the file's name is the name to save under, unless another is given."""
        if "name" in args:
            return False
        args["name"] = Noun("file", noun.text, folder=noun.folder)
        return True

    def pressing(self, objects: list[Noun], args: dict[Role, Noun], plain: str) -> list[Frame]:
        frames: list[Frame] = []
        if set(args) - {"tool", "into"}:
            raise Puzzled(plain)
        if (program := args.get("tool") or args.get("into")) is not None and program.kind == "program":
            frames.append(Frame("switch", (program,)))
        for noun in objects:
            if noun.kind == "keys":
                frames.append(Frame("press", (noun,)))
            elif noun.kind == "text" and (key := concepts.key_name(noun.text)) is not None and len(key) > 1:
                frames.append(Frame("press", (Noun("keys", key),)))
            elif noun.target is not None:
                frames.append(Frame("click", (noun,)))
            elif noun.kind in ("text", "raw") and noun.text:
                frames.append(Frame("click", (Noun("target", noun.text, target=Target(noun.text)),)))
            else:
                raise Puzzled(plain, "key")
        if not frames:
            raise Puzzled(plain, "what")
        return frames

    def aiming(
        self, concept: Verb, objects: list[Noun], goals: list[Noun], args: dict[Role, Noun], plain: str
    ) -> list[Frame]:
        if concept == "drag":
            if len(objects) != 1 or len(goals) != 1:
                raise Puzzled(plain, "what")
            dragged, goal = self.nouns.clickable(objects[0].raw), self.nouns.clickable(goals[0].raw)
            if dragged is None or goal is None:
                raise Puzzled(plain, "what target")
            return [Frame("drag", (Noun("target", target=dragged), Noun("target", target=goal)))]
        if set(args) - {"tool", "into", "source"}:
            raise Puzzled(plain)
        candidates = objects or goals
        if concept in ("choose",):
            source = args.get("source")
            if source is not None and source.kind == "program":
                args["tool"] = args.pop("source")
                source = None
            noun = candidates[-1] if candidates else None
            if noun is None:
                raise Puzzled(plain, "what")
            if noun.kind == "everything":
                return [Frame("select all", (), args)]
            if len(candidates) != 1 and not (goals and objects and goals[0].target is not None):
                raise Puzzled(plain, "what target")
            if source is not None and noun.kind in ("text", "target", "raw", "menu"):
                name = self.nouns.name(noun.raw) or noun.text
                if source.kind == "menu":
                    return [Frame("choose", (Noun("menu", name, path=(*source.path, name.rstrip(".…"))),))]
                if source.target is not None and source.target == Target("", "option"):
                    return [Frame("choose", (Noun("text", name),))]
                if source.target is not None:
                    return [Frame("choose", (Noun("text", name),), {"source": source})]
                raise Puzzled(plain)
            if goals and objects and goals[0].target is not None and noun.kind == "text":
                return [Frame("choose", (noun,), {"source": goals[0]})]
            if noun.kind in ("menu", "text", "target"):
                return [Frame("choose", (noun,), args)]
            target = self.nouns.clickable(noun.raw)
            if target is None:
                raise Puzzled(plain, "what target")
            return [Frame("choose", (Noun("target", target.name, target=target),), args)]
        if "source" in args:
            source = args.pop("source")
            noun = candidates[-1] if candidates else Noun("raw")
            if source.kind == "menu" and concept == "click":
                name = self.nouns.name(noun.raw) or noun.text
                return [Frame("choose", (Noun("menu", name, path=(*source.path, name)),))]
            if source.kind == "program":
                args["tool"] = source
            else:
                raise Puzzled(plain)
        if len(candidates) != 1 or (objects and goals):
            raise Puzzled(plain, "what target")
        noun = candidates[0]
        if noun.kind == "menu" and concept == "click" and len(noun.path) > 1:
            return [Frame("choose", (noun,))]
        if noun.kind == "this file":
            return [Frame(concept, (noun,), args)]
        target = noun.target or self.nouns.clickable(noun.raw)
        if target is None:
            raise Puzzled(plain, "what target")
        return [Frame(concept, (Noun("target", target.name, noun.raw, target=target),), args)]

    def replacing(
        self, objects: list[Noun], goals: list[Noun], args: dict[Role, Noun], plain: str, word: str
    ) -> list[Frame]:
        into = args.get("into")
        texts = [noun for noun in objects if noun.kind in ("text", "command")]
        new = [noun for noun in goals if noun.kind in ("text", "command", "ref")]
        others = [noun for noun in objects + goals if noun not in texts and noun not in new]
        if "name" in args and not new:
            new = [args.pop("name")]
        for noun in others:
            if (
                noun.kind == "file"
                and word in ("変更", "変える", "かえる", "置き換える")
                and any(n.kind == "file" for n in goals)
                and noun in objects
            ):
                continue
            if noun.kind in ("file", "program") and into is None and noun in objects:
                args["into"] = noun
            elif noun.kind in ("everything", "this file", "target") or (noun.kind == "file" and noun in goals):
                continue
            else:
                raise Puzzled(plain)
        files = [noun for noun in objects if noun.kind == "file"]
        new_files = [noun for noun in goals if noun.kind == "file"]
        if files and new_files and not texts:
            return self.renaming(files, new_files, args, plain)
        everything = [noun for noun in others if noun.kind in ("everything", "this file")]
        if everything and len(new) == 1 and not texts:
            return [Frame("select all", (), args), Frame("type", (new[0],))]
        field = [
            noun for noun in others if noun.kind == "target" and noun.target is not None and noun.target.kind == "field"
        ]
        if field and len(new) == 1 and not texts:
            return [Frame("type", (new[0],), {"into": field[0], "manner": Noun("raw", "replace")})]
        if len(texts) != 1 or len(new) != 1 or new[0].kind == "ref":
            raise Puzzled(plain, "what text")
        if set(args) - {"into", "tool", "place"}:
            raise Puzzled(plain)
        return [Frame("replace", (texts[0], new[0]), args)]

    def renaming(self, objects: list[Noun], goals: list[Noun], args: dict[Role, Noun], plain: str) -> list[Frame]:
        name = args.pop("name", None) or (goals[-1] if goals else None)
        old = next((noun for noun in objects if noun.kind in ("file", "this file", "text", "target")), None)
        if name is None or old is None or name.kind not in ("file", "text"):
            raise Puzzled(plain, "which file")
        if old.kind == "target":
            if old.target is None or not old.target.name:
                raise Puzzled(plain, "which file")
            old = Noun("file", old.target.name)
        if old.kind == "text":
            old = Noun("file", old.text)
        for noun in goals[:-1] if name in goals else goals:
            if noun.kind != "folder":
                raise Puzzled(plain)
            args["place"] = noun
        return [
            Frame("rename", (old, Noun("file", name.text)), {k: v for k, v in args.items() if k in ("tool", "place")})
        ]

    def creating(self, objects: list[Noun], args: dict[Role, Noun], plain: str) -> list[Frame]:
        folder = next((noun for noun in objects if noun.target is not None and noun.target.kind == "folder"), None)
        if folder is not None and folder.target is not None:
            name = folder.target.name or (args["name"].text if "name" in args else "")
            if name in ("新しい", "新規", ""):
                name = args["name"].text if "name" in args else ""
            if not name:
                raise Puzzled(plain, "which file")
            return [
                Frame("make folder", (Noun("text", name),), {k: v for k, v in args.items() if k in ("place", "tool")})
            ]
        if any(noun.kind in ("raw",) and "フォルダ" in noun.raw for noun in objects):
            raise Puzzled(plain, "which file")
        content = next((noun for noun in objects if noun.kind in ("text", "ref", "output")), None)
        if made_quoted := next((n for n in objects if n.kind == "text" and re.search(r"\.\w{1,4}$", n.text)), None):
            objects = [replace(n, kind="file") if n is made_quoted else n for n in objects]
        content = next((noun for noun in objects if noun.kind in ("text", "ref", "output")), None)
        made = next((noun for noun in objects if noun.kind in ("file", "new file", "this file")), None)
        if made is None and "name" not in args:
            raise Puzzled(plain, "invent")
        if made is not None and made.text and made.kind in ("file", "new file") and "name" not in args:
            args["name"] = Noun("file", made.text, folder=made.folder)
        if "name" not in args:
            return [Frame("new", (), args)] + ([Frame("type", (content,))] if content else [])
        return [Frame("create", (content,) if content else (), args)]
