"""One Japanese clause to frames."""

from __future__ import annotations

import re

from deskhand.models.local.steps import Target
from deskhand.models.local.understand.frame import Frame, Item, Noun, Puzzled, Role, Verb
from deskhand.models.local.understand.japanese.desk import DISCARDING, desk_frames
from deskhand.models.local.understand.japanese.filing import Filing
from deskhand.models.local.understand.japanese.phrases import FILED
from deskhand.models.local.understand.japanese.verbs import Predicate
from deskhand.models.local.understand.numbers import japanese_number

_COUNT = r"(\d+|[一二三四五六七八九十]+|何度)(?:回|度)(?:ほど|だけ|連続で|続けて)?"
_NEVER = re.compile(r"(?:しないで|ないでください|ずに|せずに|してはいけ|禁止|しなくて|ないように|の代わりに|ではなく)")
_EVERY = re.compile(
    r"(?:になるまで|するまで|出るまで|なくなるまで|見つかるまで|毎回|ごとに|それぞれ|ずっと|何度も|繰り返し続け|すべてのファイル|全てのファイル|全部のファイル|すべてのウィンドウ|全てのウィンドウ|すべてのプログラム|全部のウィンドウ|各)"
)

_UNSAVED = re.compile(rf"(?:ファイルを|内容を)?(?:{DISCARDING.pattern})")


class Clauses(Filing):
    """Which verb reads which clause."""

    def clause(self, body: str, hit: Predicate, source: str, before: list[Item]) -> list[Item]:
        frames = self.frames(body, hit, source, before)
        for frame in frames:
            frame.source = frame.source or self.trim(source)
        return list(frames)

    def frames(self, body: str, hit: Predicate, source: str, before: list[Item]) -> list[Frame]:
        plain = self.atoms.restore(self.trim(source))
        self.before = before
        if (desk := desk_frames(self.nouns, self.trim(body), hit, plain)) is not None:
            return desk
        if _EVERY.search(body) is None and (found := _UNSAVED.search(body)) is not None and hit.concept == "close":
            frames = self.frames(body[: found.start()] + body[found.end() :], hit, "", before)
            for frame in frames:
                frame.args["manner"] = Noun("raw", "discard")
            return frames
        if _NEVER.search(source):
            raise Puzzled(plain, "negative")
        if _EVERY.search(body):
            raise Puzzled(plain, "loop")
        concept = hit.concept
        body = self.trim(body)
        times = 1
        if found := re.search(rf"[、\s]*{_COUNT}[、\s]*$|(?:^|(?<=[をで、\s])){_COUNT}(?=[、\s]|ダブル|$)", body):
            number = japanese_number(found[1] or found[2])
            if number is None or not 0 < number <= 200:
                raise Puzzled(plain, "loop")
            times, body = number, (body[: found.start()] + body[found.end() :]).strip("、 ")
        elif found := re.match(rf"{_COUNT}[、\s]*", body):
            number = japanese_number(found[1])
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
            and (found := re.search(rf"(?<={FILED})の(?:内容|中身|テキスト|文章|本文)を", body)) is not None
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
        if concept == "choose" and (listed := self.listed(body)) is not None:
            return [listed]
        if concept == "save":
            body = re.sub(
                r"、?(?:(?:既存|元|同名|前)の(?:ファイル)?(?:に|を|へ)|(?:すでに|既に)あるファイル(?:に|を))(?:上書き(?:で|して|し)?|置き換え(?:て|る形で)?)?、?$",
                "",
                body,
            )  # the clause's words tell `save`
        phrases, left = self.phrases(body)
        if left:
            more = self.leftover(concept, left)
            if more is None:
                raise Puzzled(plain, "invent" if concept == "create" else "unknown")
            phrases += more
        return self.build(concept, phrases, plain, word)

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
                case "content":
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
                case "in" | "no" if noun.kind == "folder":
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
        if concept == "delete" and any(noun.kind == "everything" for noun in objects):
            objects = [noun for noun in objects if noun.kind not in ("this file", "everything")] or [Noun("everything")]
        if concept == "create":
            return self.creating(objects, args, plain)
        if concept == "save":
            objects = [Noun("this file", n.raw) if n.kind == "folder" and n.text == "documents" else n for n in objects]
            objects = [noun for noun in objects if not (noun.kind == "file" and self.moved(noun, args))]
            if args.get("tool") is not None and args["tool"].kind == "keys":
                args["manner"] = args.pop("tool")
            return (
                [Frame("save", tuple(objects[:1]) or (Noun("this file"),), args)]
                if len(objects) < 2
                else self.refuse(plain)
            )
        if word == "表示" and len(objects) == 1 and objects[0].kind in ("ref", "output", "this file"):
            return [Frame("tell", (objects[0],), args)]
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
