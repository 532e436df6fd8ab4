"""Japanese clauses of typing: what is to be typed, and where."""

# ruff: noqa: E501, SIM102
from __future__ import annotations

import re

from deskhand.models.local.steps import Target
from deskhand.models.local.understand.frame import Frame, Item, Noun, Puzzled, Role, Verb
from deskhand.models.local.understand.japanese.phrases import QUOTED
from deskhand.models.local.understand.japanese.simple import Simple


class Typing(Simple):
    """入力する, 書く, 追加する."""

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
                        and not any(m == "o" for m, _ in phrases)
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
            ) and not re.search(QUOTED, text):
                raise Puzzled(plain, "invent")
            if re.search(QUOTED, text) or not text or re.search(r"[をに](?!は)", text):
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
