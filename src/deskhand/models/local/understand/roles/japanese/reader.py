"""Japanese instructions by their roles."""

from __future__ import annotations

import re
from dataclasses import replace

from deskhand.models.local.steps import TypeText, UseCommand
from deskhand.models.local.understand.atoms import Atoms, any_of
from deskhand.models.local.understand.compose.composer import composes
from deskhand.models.local.understand.frame import Frame, Item, Noun, Puzzled, Ready
from deskhand.models.local.understand.japanese.reader import Japanese
from deskhand.models.local.understand.roles.japanese.acts import act
from deskhand.models.local.understand.roles.japanese.asks import asked, is_how_to
from deskhand.models.local.understand.roles.japanese.clauses import command
from deskhand.models.local.understand.roles.japanese.tidy import Clause, cut, idle, sentences, tells, topic, trimmed
from deskhand.models.local.understand.roles.japanese.values import forms, pairs
from deskhand.models.local.understand.roles.limits import uncarried
from deskhand.models.local.understand.roles.programs import Program

_F = any_of("file")
_OPENED = re.compile(rf"^(?P<file>{_F})(?:を開いて|で)、?")
_VAGUE = re.compile(
    r"(?:この|その)?(?:[^をに、]{1,6}[、を])?(?:いい感じ|うまく|適当|ちゃんと|きれい|なんとか|よしな|いいよう)(?:に|く)?(?:やっ|し|直し)?.{0,6}"
)
_CONDITION = re.compile(
    r"^もし|(?:場合|とき|(?<!起動)(?<!終了)(?<!保存)(?<!印刷)時)(?:は|には|、)|(?:だっ|って|てい?|でい?|あっ|け|え|し|い|ん)たら|なければ|あれば|なら[、「\ue000-\uf8ff](?!び)|ようなら|であれば"
)
_QUOTES = re.compile(any_of("quote", "file"))
_TAKES_IN = frozenset(("入れる", "登録", "追加", "書く", "記帳", "入力", "いれる", "記入", "作成", "作る"))
_ORDERS = re.compile(r"[にへを](?:[^。]{0,12})?$|」?(?:で|に|へ|を|も)$|\d|[\ue000-\uf8ff]|オン|オフ|モード|テーマ")


class JapaneseRoles:
    """Reads one instruction."""

    def __init__(self, atoms: Atoms, known: tuple[Program, ...]) -> None:
        self.atoms = atoms
        self.known = known
        self.grammar = Japanese(atoms)
        self.asides: list[str] = []
        self.pending = ""
        """A sentence of values that the next one takes in."""
        self.more = False
        """Whether another sentence follows."""

    def read(self, text: str) -> list[Item]:
        items: list[Item] = []
        parts = sentences(text)
        for index, sentence in enumerate(parts):
            self.more = index + 1 < len(parts)
            if idle(sentence):
                continue
            items += self.sentence(sentence, items)
        if not any((isinstance(item, Ready) and item.steps) or isinstance(item, Frame) for item in items):
            raise Puzzled(text)
        return items

    def sentence(self, text: str, before: list[Item]) -> list[Item]:
        if is_how_to(text):
            raise Puzzled(text.rstrip("？"), "question")
        if _CONDITION.search(re.sub(any_of(), "", trimmed(text))):
            return self.grammar.sentence(text.rstrip("？"), before)
        said = cut(text)
        self.asides += said.asides
        if self.pending and said.clauses and said.clauses[0].verb in _TAKES_IN and "を" not in said.clauses[0].body:
            first = said.clauses[0]
            said.clauses[0] = replace(first, body=f"{self.pending}、{first.body}", text=f"{self.pending}、{first.text}")
        self.pending = ""
        if (
            self.more
            and len(said.clauses) == 1
            and not said.clauses[0].verb
            and forms(said.clauses[0].body, self.atoms)[1]
        ):
            self.pending = said.clauses[0].body.rstrip("、で")
            return []
        items: list[Item] = []
        for clause in said.clauses:
            if tells(clause):
                self.asides.append(clause.text)
                continue
            items += self.clause(clause, before + items)
        for aside in said.asides:  # パスワードは sakura2 だから: told, and wanted as a value
            named = pairs(re.sub(r"(?:なので|だから|なんで|ですから|です|ので|から)$", "", aside), self.atoms)[1]
            if (
                named
                and items
                and isinstance(last := items[-1], Ready)
                and last.steps
                and isinstance(step := last.steps[-1], UseCommand)
            ):
                last.steps = (*last.steps[:-1], replace(step, fields=(*step.fields, *named)))
        return items

    def clause(self, clause: Clause, before: list[Item]) -> list[Item]:
        body, program = self.without(trimmed(clause.body))
        items: list[Item] = []
        if program is not None:
            items.append(Ready((), program=program.name, source=clause.text))
        elif not before and self.known and self.known[0].said not in clause.text:
            items.append(Ready((), program=self.known[0].name, source=clause.text))
        if not body and clause.verb in ("開く", "起動", "立ち上げる", "使う", "ひらく", "") and items:
            return items
        text = self.without(trimmed(clause.text))[0]
        if (
            (opened := _OPENED.match(text)) is not None
            and opened.end() < len(text)
            and not re.match(r"開く|保存|書き出|エクスポート|出力|作|名前|変換", clause.verb)
        ):
            items.append(Ready((), file=Noun("file", self.atoms.plain(opened["file"])), source=clause.text))
            body, text = body[opened.end() :], text[opened.end() :]
        return items + self.deed(Clause(body, clause.verb, text, clause.asks), clause.text, before + items)

    def without(self, text: str) -> tuple[str, Program | None]:
        """The clause without the words that say in which program, and that program."""
        for one in self.known:
            there = re.escape(one.said)
            for pattern in (
                rf"^{there}(?:の(?:画面|ウィンドウ))?(?:上)?(?:で|を使って|を使い|では|にて)、?\s*",
                rf"^{there}(?:を)?(?:(?:開い|起動し|立ち上げ)(?:て|、)?(?:から)?、?)",
                rf"^{there}の(?=.)",
                rf"^{there}を?$",
                rf"(?<=[をにはが、]){there}(?:上)?で、?",
            ):
                rest = re.sub(pattern, "", text, count=1)
                if rest != text:
                    return rest.strip("、 "), one
        return text, None

    def deed(self, clause: Clause, source: str, before: list[Item]) -> list[Item]:
        shorter = f"{clause.body}{_stem(clause.verb)}"
        if re.search(r"(?:計算)?結果|答え(?:を|が)", clause.body) and not before:
            raise Puzzled(source, "which result")
        if re.fullmatch(r"(?:それ|これ|あれ)を?", clause.body) and not before:
            raise Puzzled(source, "vague")
        if not shorter or _VAGUE.search(clause.text):
            raise Puzzled(source, "vague")
        if (ready := act(shorter, self.atoms, source)) is not None:
            return [ready]
        if self.added(clause, before):
            return []
        if (known := self.known_words(clause.text, before)) is not None:
            return known
        if (
            not clause.can
            and (
                ready := asked(
                    f"{clause.text}{'？' if clause.asks else ''}", clause.text, self.atoms, source, acted=bool(before)
                )
            )
            is not None
        ):
            return [ready]
        if clause.verb in ("書く", "入力") and (
            found := re.fullmatch(
                rf"(?:その下|その次|次の行|下|改行して)に({any_of('quote')})(?:と|って|を)?", clause.body
            )
        ):
            return [Ready((TypeText((self.atoms.plain(found[1]),), own_line=True),), changes=True, source=source)]
        if clause.verb in ("書く", "入力", "打つ", "記入") and (
            found := re.fullmatch(rf"({any_of('quote')})(?:と|って|を|とだけ)?", clause.body)
        ):
            return [Ready((TypeText((self.atoms.plain(found[1]),)),), changes=True, source=source)]
        if (
            before
            and isinstance(before[-1], Ready)
            and before[-1].reads
            and re.match(r"[^をに]{1,10}も", clause.body)
            and clause.verb in ("つける", "付ける", "教える", "する", "言う", "")
        ):
            self.asides.append(clause.text)
            return []
        if limit := uncarried(re.sub(any_of(), "", clause.text), "ja"):
            raise Puzzled(source if len(limit) < 2 else limit, "condition")
        if not clause.verb and not _ORDERS.search(clause.text):
            if before and re.search(r"[はで].*、", clause.text):
                raise Puzzled(source)  # 色は左から赤、黄、青 is wanted, and held by no step
            if before or self.more:
                self.asides.append(clause.text)
                return []
            raise Puzzled(source)
        if (
            not re.search(r"[をはが]|も(?!う|っと)", clause.body)
            and len(clause.body) < 20
            and self.asides
            and not before
            and (said := topic(self.asides[-1]))
        ):
            clause = replace(clause, body=f"{said}を{clause.body}")
        return [Ready((command(clause.body, clause.verb, self.atoms, source),), changes=True, source=source)]

    def added(self, clause: Clause, before: list[Item]) -> bool:
        """``名前は priority、型は整数``: more fields of the command before."""
        rest, named = pairs(clause.body, self.atoms)
        if (
            warned := re.fullmatch(r"((?:\d+|[一二三四五六七八九十]+)(?:分|時間|日)前|前日)に", clause.body)
        ) and clause.verb in ("知らせる", "通知", "リマインド", "教える"):
            rest, named = "", [("通知", warned[1])]
            clause = replace(clause, verb="")
        if clause.verb in ("する", "保存", "") and (file := re.fullmatch(rf"({_F})(?:に|で|として)?", clause.body)):
            rest, named = "", [("名前", self.atoms.plain(file[1]))]
        if clause.verb not in ("", "する", "登録", "作成") or not named or rest.strip("、 でに"):
            return False
        last = before[-1] if before else None
        if not isinstance(last, Ready) or not last.steps or not isinstance(last.steps[-1], UseCommand):
            return False
        step = last.steps[-1]
        last.steps = (*last.steps[:-1], replace(step, fields=(*step.fields, *named)))
        return True

    def known_words(self, text: str, before: list[Item]) -> list[Item] | None:
        if re.search(r"新しい(?:タブ|ウィンドウ|シート|ページ|予定|ノート|メモ|スライド)|もう一つ", text):
            return None
        try:
            items = self.grammar.sentence(text, before)
        except Puzzled:
            return None
        if any(
            isinstance(item, Frame)
            and item.verb in ("type", "append", "create")
            and not re.search(any_of("quote", "file"), text)
            for item in items
        ):
            return None  # 左右反転して、書き出して has nothing to type
        return items if items and composes([*before, *items]) else None


def _stem(verb: str) -> str:
    """As the patterns have it: 消す → 消し, 並べ替える → 並べ替え, 表示 → 表示."""
    if not verb or verb == "する":
        return "し" if verb else ""
    if verb[-1] == "る" and len(verb) > 2:
        return verb[:-1]
    rows = {"う": "い", "く": "き", "ぐ": "ぎ", "す": "し", "つ": "ち", "ぬ": "に", "ぶ": "び", "む": "み", "る": "り"}
    return verb[:-1] + rows[verb[-1]] if verb[-1] in rows else verb
